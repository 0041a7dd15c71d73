#include "models/warehouse/blow.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <set>

#include "sim/physics/rigid/world.h"

namespace twinaxis::warehouse {
namespace {

// Sizes of a drive unit and its pod (assumption: 0.35 m and 2.2 m high), and the friction between
// them, rubber on steel (assumption).
constexpr double kUnitHeight_m = 0.35, kPodHeight_m = 2.2, kPodFriction = 0.8;
constexpr Duration kStep{250'000};
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
  spec.step = kStep;
  const rigid::Velocity speed{.x_m_per_s = blow.speed_m_per_s};
  // The floor is smooth: wheels roll, the brake is a force.
  spec.bodies["floor"] = {
      .shape = rigid::Box{100, 100, 1}, .at = {.z_m = -0.5}, .friction_ratio = 0};
  spec.bodies["unit"] = {.shape = rigid::Box{v.length_m, v.length_m, kUnitHeight_m},
                         .at = {.x_m = -v.length_m / 2, .z_m = kUnitHeight_m / 2},
                         .velocity = speed,
                         .mass_kg = v.mass_kg};
  if (blow.loaded) {
    const double side_m = 2 * v.pod_half_width_m;
    spec.bodies["pod"] = {.shape = rigid::Box{side_m, side_m, kPodHeight_m},
                          .at = {.x_m = -v.length_m / 2, .z_m = kUnitHeight_m + kPodHeight_m / 2},
                          .velocity = speed,
                          .mass_kg = v.pod_kg,
                          .friction_ratio = kPodFriction};
  }
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
  const double mass_kg = vehicle.mass_kg + (blow.loaded ? vehicle.pod_kg : 0);
  std::map<std::string, double> peaks;
  Blow result;
  std::int64_t touched_at = -1;
  for (std::int64_t k = 0; k * kStep.ns < blow.lasts.ns; ++k) {
    const double speed = world.motion(unit).velocity_m_s[0];
    const double since_s = touched_at < 0 ? 0 : to_s(Duration{(k - touched_at) * kStep.ns});
    const bool brakes = touched_at >= 0 && since_s >= vehicle.scanner.braking.reaction_s;
    if (brakes && speed > 0) {
      world.push(unit, {-mass_kg * vehicle.emergency_m_per_s2, 0, 0}, {});
    }
    world.advance(kStep);
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
  if (blow.loaded) {
    const Vector3 up = rotate(world.pose(world.body("pod")).attitude, {0, 0, 1});
    result.pod_tilt_rad = std::acos(std::clamp(up[2], -1.0, 1.0));
  }
  return result;
}

}  // namespace twinaxis::warehouse
