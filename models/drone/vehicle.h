#pragma once
// A multirotor as data, and what its rotors must turn for a wanted thrust and torque.
//
//   (f, M) = A T,  A: sum of thrusts, y and -x of the rotors, -s cm;   T = A^-1 (f, M)
//
// Valid while the rotors can give thrust and three torques independently. When they cannot give all
// that is asked, yaw gives way first, then roll and pitch, and the thrust is kept as far as
// possible (order as in PX4's control allocation, docs.px4.io "Control allocation"; its law is an
// assumption).

#include <array>

#include "models/drone/vector.h"
#include "sim/core/fields.h"

namespace twinaxis::drone {

inline constexpr std::size_t kRotorCount = 4;
inline constexpr double kGravity_m_s2 = 9.81;

struct Rotor {
  Vector position_m{};
  double spin = 1;             ///< +1 counter-clockwise seen from above, -1 clockwise
  double blades_fraction = 1;  ///< of the thrust that is left: 0 without a propeller
};
void fields(FieldVisitor& v, Rotor& r);

struct Vehicle {
  double mass_kg = 1;
  Vector inertia_kg_m2{0.01, 0.01, 0.02};
  std::array<Rotor, kRotorCount> rotors{};
  double thrust_N_s2 = 1e-5;       ///< kf, per (rad/s)^2
  double torque_m = 0.016;         ///< cm, torque per thrust
  double rise_s = 0;               ///< time constant of speeding up; 0: at once
  double fall_s = 0;               ///< the same of slowing down
  double top_rad_per_s = 1000;     ///< fastest rotor
  double rotor_drag_kg = 0;        ///< cd
  double rolling_kg_m = 0;         ///< cr
  double drag_area_m2 = 0;         ///< CdA, alike in all directions
  double propeller_m = 0;          ///< diameter; 0: no ground effect
  double rotor_height_m = 0;       ///< rotors above the feet
  double width_m = 0.35;           ///< across: the diagonal of its body
  double height_m = 0.084;         ///< of its body, feet to top, the centre of mass in the middle
  double friction_ratio = 0.5;     ///< against ground and walls
  double damping_s_per_m = 0.1;    ///< of what gives way in a blow on a person
  double restitution_ratio = 0.2;  ///< the same: speed after a touch over speed before
};
void fields(FieldVisitor& v, Vehicle& p);

/// Folding camera drone of 0.907 kg. Every figure but the mass is an assumption (README).
Vehicle camera_drone();

/// From tip to tip of the propellers that are farthest from each other.
double span_m(const Vehicle& v);

/// Speed of each rotor in hover: sqrt(m g / (4 kf)). Mass and kf above zero.
double hover_rad_per_s(const Vehicle& v, double gravity_m_s2);

using RotorCommand = std::array<double, kRotorCount>;  ///< rad/s, held over a step

class Mixer {
 public:
  /// Throws std::invalid_argument when four rotors cannot give thrust and three torques
  /// independently.
  explicit Mixer(const Vehicle& v);
  /// The exact solution; a negative thrust is taken as zero.
  RotorCommand exact(double thrust_N, const Vector& torque_Nm) const;
  /// Inside 0 and the largest thrust of a rotor.
  RotorCommand limited(double thrust_N, const Vector& torque_Nm) const;
  double most_thrust_N() const { return kRotorCount * most_N_; }

 private:
  std::array<std::array<double, kRotorCount>, kRotorCount> inverse_{};  ///< rotor by (f, M)
  double thrust_N_s2_, most_N_;
};

/// False for rotors that Mixer would refuse.
bool can_be_mixed(const Vehicle& v);

}  // namespace twinaxis::drone
