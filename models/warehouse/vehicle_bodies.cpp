#include "models/warehouse/vehicle_bodies.h"

#include <algorithm>
#include <cmath>

namespace twinaxis::warehouse {
namespace {

// Sizes of a drive unit and its pod (assumption: 0.35 m and 2.2 m high), and the friction between
// them, rubber on steel (assumption).
constexpr double kUnitHeight_m = 0.35, kPodHeight_m = 2.2, kPodFriction = 0.8;

}  // namespace

void add_floor(rigid::WorldSpec& spec) {
  spec.bodies["floor"] = {
      .shape = rigid::Box{100, 100, 1}, .at = {.z_m = -0.5}, .friction_ratio = 0};
}

void add_vehicle(const std::string& name, const VehicleParams& v, const VehiclePlace& at,
                 rigid::WorldSpec& spec) {
  const auto [dx, dy] = kHeadings[static_cast<std::size_t>(at.heading)];
  const rigid::Velocity velocity{.x_m_per_s = dx * at.speed_m_per_s,
                                 .y_m_per_s = dy * at.speed_m_per_s};
  spec.bodies[name] = {.shape = rigid::Box{v.length_m, v.length_m, kUnitHeight_m},
                       .at = {.x_m = at.x_m, .y_m = at.y_m, .z_m = kUnitHeight_m / 2},
                       .velocity = velocity,
                       .mass_kg = v.mass_kg};
  if (!at.loaded) return;
  const double side_m = 2 * v.pod_half_width_m;
  spec.bodies[name + ".pod"] = {
      .shape = rigid::Box{side_m, side_m, kPodHeight_m},
      .at = {.x_m = at.x_m, .y_m = at.y_m, .z_m = kUnitHeight_m + kPodHeight_m / 2},
      .velocity = velocity,
      .mass_kg = v.pod_kg,
      .friction_ratio = kPodFriction};
}

double mass_kg(const VehicleParams& v, bool loaded) { return v.mass_kg + (loaded ? v.pod_kg : 0); }

double tilt_rad(const rigid::World& world, rigid::BodyId body) {
  const Vector3 up = rotate(world.pose(body).attitude, {0, 0, 1});
  return std::acos(std::clamp(up[2], -1.0, 1.0));
}

}  // namespace twinaxis::warehouse
