#include "models/warehouse/crash.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace twinaxis::warehouse {
namespace {

constexpr double kAway_m = 0.002;                        // between the bumpers at the beginning
constexpr Duration kWatched{2 * kNanosecondsPerSecond};  // until a pod has made up its mind

/// From the first to the second, along the axis on which they are further apart. Draws them apart.
std::array<double, 2> blow_axis(const VehicleParams& v, std::array<VehiclePlace, 2>& at) {
  const double x_m = at[1].x_m - at[0].x_m, y_m = at[1].y_m - at[0].y_m;
  const bool along_x = std::abs(x_m) >= std::abs(y_m);
  const double way_m = v.length_m + kAway_m;
  if (along_x) at[1].x_m = at[0].x_m + std::copysign(way_m, x_m);
  else at[1].y_m = at[0].y_m + std::copysign(way_m, y_m);
  return {along_x ? std::copysign(1.0, x_m) : 0.0, along_x ? 0.0 : std::copysign(1.0, y_m)};
}

double along(const std::array<double, 2>& axis, int heading) {
  const auto [dx, dy] = kHeadings[static_cast<std::size_t>(heading)];
  return axis[0] * dx + axis[1] * dy;
}

/// One of the two, as bodies.
struct Party {
  rigid::BodyId unit, pod;
  bool loaded = false;
  int heading = 0;

  double speed_m_per_s(const rigid::World& w) const {
    const auto [dx, dy] = kHeadings[static_cast<std::size_t>(heading)];
    const Vector3& v = w.motion(unit).velocity_m_s;
    return dx * v[0] + dy * v[1];
  }
};

Vector3 momentum(const VehicleParams& v, const rigid::World& w, const Party& p) {
  const Vector3 unit = v.mass_kg * w.motion(p.unit).velocity_m_s;
  return p.loaded ? unit + v.pod_kg * w.motion(p.pod).velocity_m_s : unit;
}

bool rests(const rigid::World& w, const Party& p) {
  constexpr double still = 1e-2;  // m/s and rad/s
  const auto is_still = [&](rigid::BodyId body) {
    const Motion m = w.motion(body);
    return norm(m.velocity_m_s) < still && norm(m.rate_rad_per_s) < still;
  };
  return is_still(p.unit) && (!p.loaded || is_still(p.pod));
}

void brake(const VehicleParams& v, const Party& p, rigid::World& w) {
  const Vector3& now = w.motion(p.unit).velocity_m_s;
  const double speed = std::hypot(now[0], now[1]);
  if (speed < 1e-3) return;
  const double force_N = mass_kg(v, p.loaded) * v.emergency_m_per_s2;
  w.push(p.unit, {-force_N * now[0] / speed, -force_N * now[1] / speed, 0}, {});
}

}  // namespace

Crash run_together(const VehicleParams& v, std::array<VehiclePlace, 2> at, Duration lasts) {
  const auto axis = blow_axis(v, at);
  rigid::WorldSpec spec;
  spec.step = kBlowStep;
  add_floor(spec);
  const std::array<std::string, 2> names{"first", "second"};
  for (std::size_t i = 0; i < 2; ++i) add_vehicle(names[i], v, at[i], spec);
  rigid::World world(spec);
  std::array<Party, 2> parties;
  for (std::size_t i = 0; i < 2; ++i) {
    parties[i] = {.unit = world.body(names[i]),
                  .pod = at[i].loaded ? world.body(names[i] + ".pod") : rigid::BodyId{},
                  .loaded = at[i].loaded,
                  .heading = at[i].heading};
  }
  Crash crash;
  for (std::size_t i = 0; i < 2; ++i) {
    const double sign = i == 0 ? 1 : -1;
    crash.closing_m_per_s += sign * along(axis, at[i].heading) * at[i].speed_m_per_s;
  }
  const Vector3 before = momentum(v, world, parties[1]);
  const double critical_rad = std::atan2(v.pod_half_width_m, v.pod_centre_m);
  const double reaction_s = v.scanner.braking.reaction_s;
  for (std::int64_t k = 0; k * kBlowStep.ns < std::max(kWatched, lasts).ns; ++k) {
    const Duration since{k * kBlowStep.ns};
    const bool over = since >= lasts && to_s(since) > reaction_s;
    if (over && rests(world, parties[0]) && rests(world, parties[1])) break;
    if (to_s(since) >= reaction_s) {
      for (const Party& p : parties) brake(v, p, world);
    }
    world.advance(kBlowStep);
    // Until brakes act nothing else changes the momentum of the second.
    if (to_s(since) < reaction_s) {
      const Vector3 gained = momentum(v, world, parties[1]) - before;
      crash.impulse_N_s = std::max(crash.impulse_N_s, axis[0] * gained[0] + axis[1] * gained[1]);
    }
    for (std::size_t i = 0; i < 2; ++i) {
      const Party& p = parties[i];
      if (since < lasts) crash.speed_after_m_per_s[i] = std::max(p.speed_m_per_s(world), 0.0);
      if (p.loaded && tilt_rad(world, p.pod) > critical_rad) crash.pod_tips[i] = true;
    }
  }
  return crash;
}

}  // namespace twinaxis::warehouse
