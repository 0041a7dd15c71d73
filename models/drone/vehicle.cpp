#include "models/drone/vehicle.h"

#include <algorithm>
#include <stdexcept>
#include <string>

#include "sim/physics/linear.h"

namespace twinaxis::drone {
namespace {

Matrix wrench_of_thrusts(const Vehicle& v) {
  Matrix m(kRotorCount, kRotorCount);
  for (std::size_t i = 0; i < kRotorCount; ++i) {
    const Rotor& rotor = v.rotors[i];
    m(0, i) = 1;
    m(1, i) = rotor.position_m[1];
    m(2, i) = -rotor.position_m[0];
    m(3, i) = -rotor.spin * v.torque_m;
  }
  return m;
}

/// The greatest share of `part` that can be added to `base` inside 0 and `most`.
double share_that_fits(const RotorCommand& base, const RotorCommand& part, double most) {
  double share = 1;
  for (std::size_t i = 0; i < kRotorCount; ++i) {
    if (part[i] > 0) share = std::min(share, (most - base[i]) / part[i]);
    if (part[i] < 0) share = std::min(share, -base[i] / part[i]);
  }
  return std::max(share, 0.0);
}

}  // namespace

void fields(FieldVisitor& v, Rotor& r) {
  v("x", r.position_m[0], "m", any_value(), "forward of the centre of mass");
  v("y", r.position_m[1], "m", any_value(), "left of the centre of mass");
  v("z", r.position_m[2], "m", any_value(), "above the centre of mass");
  v("spin", r.spin, "1", between(-1, 1), "1 counter-clockwise seen from above, -1 clockwise");
  v("blades", r.blades_fraction, "1", fraction(), "of the thrust; 0: the propeller is lost");
}

void fields(FieldVisitor& v, Vehicle& p) {
  v("mass", p.mass_kg, "kg", above(0), "with battery");
  v("inertia_x", p.inertia_kg_m2[0], "kg m^2", above(0), "roll");
  v("inertia_y", p.inertia_kg_m2[1], "kg m^2", above(0), "pitch");
  v("inertia_z", p.inertia_kg_m2[2], "kg m^2", above(0), "yaw");
  for (std::size_t i = 0; i < kRotorCount; ++i)
    v("rotor_" + std::to_string(i + 1), p.rotors[i], "place and sense of a rotor");
  v("thrust", p.thrust_N_s2, "N s^2", above(0), "thrust of a rotor per (rad/s)^2");
  v("torque", p.torque_m, "m", above(0), "torque of a rotor per thrust");
  v("rise", p.rise_s, "s", at_least(0), "time constant of a rotor that speeds up; 0: at once");
  v("fall", p.fall_s, "s", at_least(0), "time constant of a rotor that slows down");
  v("top_speed", p.top_rad_per_s, "rad/s", above(0), "of a rotor at nominal voltage");
  v("rotor_drag", p.rotor_drag_kg, "kg", at_least(0),
    "drag per rotor speed and speed in its plane");
  v("rolling", p.rolling_kg_m, "kg m", at_least(0), "rolling moment per the same");
  v("drag_area", p.drag_area_m2, "m^2", at_least(0), "Cd A, alike in all directions");
  v("propeller", p.propeller_m, "m", at_least(0), "diameter; 0: no ground effect");
  v("rotor_height", p.rotor_height_m, "m", at_least(0), "rotors above the feet");
  v("width", p.width_m, "m", above(0), "across: the diagonal of its body");
  v("height", p.height_m, "m", above(0), "of its body, feet to top");
  v("friction", p.friction_ratio, "1", at_least(0), "against ground and walls (assumption)");
  v("restitution", p.restitution_ratio, "1", fraction(),
    "against ground and walls: speed after a touch over speed before (assumption)");
  // It breaks: of a blow at 18 m/s 0.44 of the speed is returned, of one at 1 m/s 0.94, and the
  // peak force stays within 7 % of that without damping.
  v("damping", p.damping_s_per_m, "s/m", at_least(0),
    "of a blow on a person, beside that of the skin: force lost per speed (assumption)");
}

Vehicle camera_drone() {
  Vehicle v;
  v.mass_kg = 0.907;
  v.inertia_kg_m2 = {0.007, 0.0075, 0.012};
  v.rotors = {Rotor{{0.125, 0.125, 0}, -1},
              {{0.125, -0.125, 0}, 1},
              {{-0.125, -0.125, 0}, -1},
              {{-0.125, 0.125, 0}, 1}};
  v.thrust_N_s2 = 6.7e-6, v.torque_m = 0.0136;
  v.rise_s = 0.02, v.fall_s = 0.04, v.top_rad_per_s = 870;
  v.drag_area_m2 = 0.04;
  v.propeller_m = 0.2108, v.rotor_height_m = 0.08, v.width_m = 0.354, v.height_m = 0.084;
  return v;
}

double span_m(const Vehicle& v) {
  double farthest_m = 0;
  for (const Rotor& a : v.rotors) {
    for (const Rotor& b : v.rotors) {
      farthest_m = std::max(farthest_m, norm(a.position_m - b.position_m));
    }
  }
  return farthest_m + v.propeller_m;
}

double hover_rad_per_s(const Vehicle& v, double gravity_m_s2) {
  return std::sqrt(v.mass_kg * gravity_m_s2 / (kRotorCount * v.thrust_N_s2));
}

Mixer::Mixer(const Vehicle& v)
    : thrust_N_s2_(v.thrust_N_s2), most_N_(v.thrust_N_s2 * v.top_rad_per_s * v.top_rad_per_s) {
  const Matrix m = wrench_of_thrusts(v);
  for (std::size_t column = 0; column < kRotorCount; ++column) {
    std::array<double, kRotorCount> unit{};
    unit[column] = 1;
    const auto thrusts = solve(m, unit);
    if (!thrusts)
      throw std::invalid_argument("rotors cannot give thrust and three torques independently");
    for (std::size_t i = 0; i < kRotorCount; ++i) inverse_[i][column] = (*thrusts)[i];
  }
}

RotorCommand Mixer::exact(double thrust_N, const Vector& torque_Nm) const {
  RotorCommand command{};
  for (std::size_t i = 0; i < kRotorCount; ++i) {
    const auto& row = inverse_[i];
    const double rotor_N =
        row[0] * thrust_N + row[1] * torque_Nm[0] + row[2] * torque_Nm[1] + row[3] * torque_Nm[2];
    command[i] = std::sqrt(std::max(rotor_N, 0.0) / thrust_N_s2_);
  }
  return command;
}

RotorCommand Mixer::limited(double thrust_N, const Vector& torque_Nm) const {
  const double asked_N = std::clamp(thrust_N, 0.0, most_thrust_N());
  RotorCommand sum{}, tilt{}, yaw{};
  for (std::size_t i = 0; i < kRotorCount; ++i) {
    const auto& row = inverse_[i];
    sum[i] = std::clamp(row[0] * asked_N, 0.0, most_N_);
    tilt[i] = row[1] * torque_Nm[0] + row[2] * torque_Nm[1];
    yaw[i] = row[3] * torque_Nm[2];
  }
  for (const RotorCommand* part : {&tilt, &yaw}) {
    const double share = share_that_fits(sum, *part, most_N_);
    for (std::size_t i = 0; i < kRotorCount; ++i) sum[i] += share * (*part)[i];
  }
  for (double& each : sum) each = std::sqrt(std::clamp(each, 0.0, most_N_) / thrust_N_s2_);
  return sum;
}

bool can_be_mixed(const Vehicle& v) {
  const std::array<double, kRotorCount> any{1, 0, 0, 0};
  return solve(wrench_of_thrusts(v), any).has_value();
}

}  // namespace twinaxis::drone
