#pragma once
// The drone where it can touch something: ground, buildings and people as rigid bodies.
//
// Far from everything flight is integrated by fly() and this world costs nothing. Within a margin
// of anything the body is handed over, pushed by the same law of rotors and air (wrench_of_air),
// and moved by Bullet; where it is clear again it is handed back. A drone that lies still, and that
// nothing could move, costs nothing either.
//
// Bullet is semi-implicit: beside fly() a fall near something is ahead by g t step / 2, 0.5 mm
// after 0.1 s at 1 kHz, and speeds differ in first order of the step. Against ground and buildings
// contact is one of impulses, with friction and restitution; people give way by the springs of
// ISO/TS 15066 and have no friction. A contact is found up to a step after it began.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "models/drone/flight.h"
#include "models/drone/park.h"
#include "sim/physics/rigid/world.h"

namespace twinaxis::drone {

/// What the drone touches.
struct Meeting {
  std::optional<std::size_t> standing = {};  ///< place in the park; none: the ground
  std::string_view region = {};              ///< of a person
  double force_N = 0;                        ///< on a person; an impulse over the step elsewhere
  double closing_m_s = 0;                    ///< of the two at the point, before the step
  double mass_kg = 0;                        ///< that the drone has there, against the push
  double upward_ratio = 0;                   ///< of the direction in which the drone is pushed
};

/// Bodies: "drone", "ground", buildings and regions ("user.chest") by the names of the park.
rigid::WorldSpec spec_of(const Vehicle& vehicle, const Park& park, const rigid::PersonSpec& person,
                         double gravity_m_s2, Duration step);

class ParkWorld {
 public:
  ParkWorld(const Vehicle& vehicle, const Park& park, const rigid::PersonSpec& person,
            double gravity_m_s2, Duration step);
  ParkWorld(ParkWorld&&) = default;

  /// A step of the run begins: from here on the strongest contact of each pair is kept for show().
  void begin_step() { strongest_.clear(); }
  /// How far to go at once, a whole part of `step`: a blow on a person wants finer steps.
  Duration pace(const FlightState& state, Duration step) const;
  /// Where they stand from now on, in the order of the park: at once, and at rest.
  void stand(std::span<const Standing> park);
  /// The drone was put elsewhere by other means; who rests looks again.
  void wake() { disturbed_ = true; }

  /// Moves a body that is near something; false, and nothing done, if it flies free.
  bool carry(const Vehicle& v, const Air& air, const RotorCommand& command_rad_per_s, Duration step,
             FlightState& state);
  /// What the drone touched in the last step, in the order of bodies; none while it flies free.
  std::span<const Meeting> meetings() const { return meetings_; }
  /// It lies on something without moving.
  bool rests() const { return phase_ == Phase::rests; }
  /// Nobody integrates the drone here.
  bool sleeps() const { return phase_ != Phase::near; }

  const std::vector<std::string>& names() const { return world_.names(); }
  void show(const FlightState& state, Scene& scene) const;
  /// Everything that decides the future, appended.
  void put_state(std::vector<double>& state) const;

 private:
  enum class Phase { free, near, rests };
  struct Body {
    std::optional<std::size_t> standing;
    std::string region;
    Pose at;             ///< seen from who stands
    double mass_kg = 0;  ///< 0: fixed
  };

  ParkWorld(const Vehicle& vehicle, const Park& park, const rigid::WorldSpec& spec);
  void place(std::size_t standing);
  bool is_clear(const FlightState& state, double margin_m) const;
  bool is_clear_of(std::size_t standing, const Vector& centre_m, double far_m) const;
  double far_m(const FlightState& state, double margin_m) const;
  bool could_move(const Wrench& load) const;
  Pose pose_of(const FlightState& state) const;
  void hand_over(const FlightState& state);
  void take_back(FlightState& state) const;
  void meet(const FlightState& before);
  void keep_strongest();
  void decide(const Wrench& load, FlightState& state);
  void fall_asleep(Phase phase);

  double mass_kg_, weight_N_, half_height_m_, radius_m_;
  Vector inertia_kg_m2_;
  std::vector<Standing> park_;
  std::vector<std::optional<rigid::PersonId>> people_;
  std::vector<double> reach_m_;  ///< of those in the park, from their axes
  rigid::World world_;
  rigid::BodyId drone_;
  std::vector<Body> bodies_;                                   ///< by BodyId
  std::vector<Meeting> meetings_{Meeting{.upward_ratio = 1}};  ///< it begins on the ground
  std::vector<Touch> strongest_;                               ///< ordered by (a, b)
  Scene asleep_;                                               ///< as it was left
  Phase phase_ = Phase::rests;
  bool disturbed_ = false;  ///< something stands elsewhere
  double still_s_ = 0;      ///< for how long it has not moved
  double calm_s_ = 0;       ///< for how long it has touched nobody
};

}  // namespace twinaxis::drone
