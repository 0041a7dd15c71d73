#pragma once
// A vehicle as rigid bodies, for the moments in which it touches something: the drive unit is a box
// that slides without friction (wheels roll, the brake is a force), the pod another one on top of
// it, held by friction only.

#include <string>

#include "models/warehouse/vehicle.h"
#include "sim/physics/rigid/world.h"

namespace twinaxis::warehouse {

/// Where the middle of it stands, how it looks, and its speed that way.
struct VehiclePlace {
  double x_m = 0, y_m = 0;
  int heading = 0;
  double speed_m_per_s = 0;
  bool loaded = false;
};

/// Keeps the peak of a blow within 1 % (sim/physics/rigid/README.md).
inline constexpr Duration kBlowStep{250'000};

void add_floor(rigid::WorldSpec& spec);
/// Bodies `name` and, if it is loaded, `name`.pod.
void add_vehicle(const std::string& name, const VehicleParams& v, const VehiclePlace& at,
                 rigid::WorldSpec& spec);
double mass_kg(const VehicleParams& v, bool loaded);
/// Of a body that stood upright.
double tilt_rad(const rigid::World& world, rigid::BodyId body);

}  // namespace twinaxis::warehouse
