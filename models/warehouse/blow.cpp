#include "models/warehouse/blow.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <set>

#include "models/warehouse/vehicle_bodies.h"

namespace twinaxis::warehouse {
namespace {

constexpr double kAway_m = 0.02;  // between bumper and skin at the beginning

/// How far the person reaches towards the vehicle, facing it.
double depth_m(const rigid::PersonSpec& person) {
  double depth = 0;
  for (const auto& [name, r] : person.regions) {
    depth = std::max(depth, r.at.x_m + r.shape.radius_m);
  }
  return depth;
}

rigid::WorldSpec world_of(const VehicleParams& v, const rigid::PersonSpec& person,
                          const BlowSpec& blow) {
  rigid::WorldSpec spec;
  spec.step = kBlowStep;
  add_floor(spec);
  add_vehicle("unit", v,
              {.x_m = -v.length_m / 2, .speed_m_per_s = blow.speed_m_per_s, .loaded = blow.loaded},
              spec);
  rigid::PersonSpec& somebody = spec.people["worker"] = person;
  somebody.at = {
      .x_m = depth_m(person) + kAway_m, .y_m = blow.aside_m, .yaw_rad = std::numbers::pi};
  return spec;
}

}  // namespace

std::vector<std::string> region_names(const rigid::PersonSpec& person) {
  std::set<std::string> names;
  for (const auto& [name, r] : person.regions) names.insert(r.region);
  return {names.begin(), names.end()};
}

Blow run_into(const VehicleParams& vehicle, const rigid::PersonSpec& person, const BlowSpec& blow) {
  rigid::World world(world_of(vehicle, person, blow));
  const rigid::BodyId unit = world.body("unit");
  std::map<rigid::BodyId, std::string> regions;
  for (const auto& [name, r] : person.regions) {
    regions[world.body("worker." + name)] = r.region;
  }
  const double all_kg = mass_kg(vehicle, blow.loaded);
  std::map<std::string, double> peaks;
  Blow result;
  std::int64_t touched_at = -1;
  for (std::int64_t k = 0; k * kBlowStep.ns < blow.lasts.ns; ++k) {
    const double speed = world.motion(unit).velocity_m_s[0];
    const double since_s = touched_at < 0 ? 0 : to_s(Duration{(k - touched_at) * kBlowStep.ns});
    const bool brakes = touched_at >= 0 && since_s >= vehicle.scanner.braking.reaction_s;
    if (brakes && speed > 0) {
      world.push(unit, {-all_kg * vehicle.emergency_m_per_s2, 0, 0}, {});
    }
    world.advance(kBlowStep);
    std::map<std::string, double> now;
    double all_N = 0;
    for (const rigid::Contact& c : world.contacts()) {
      if (!c.soft) continue;
      const auto region = regions.find(regions.contains(c.a) ? c.a : c.b);
      if (region == regions.end()) continue;
      double& peak = peaks[region->second];
      peak = std::max(peak, c.force_N);
      all_N += c.force_N;
      if (touched_at < 0) {
        touched_at = k;
        result.first = region->second;
      }
    }
    result.peak_N = std::max(result.peak_N, all_N);
  }
  for (const auto& [region, peak_N] : peaks) result.forces.push_back({region, peak_N});
  result.speed_after_m_per_s = std::max(world.motion(unit).velocity_m_s[0], 0.0);
  if (blow.loaded) result.pod_tilt_rad = tilt_rad(world, world.body("unit.pod"));
  return result;
}

}  // namespace twinaxis::warehouse
