#include "models/drone/park_world.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace twinaxis::drone {
namespace {

// Assumptions, none of which moves a result: where Bullet takes over, and when it may sleep.
constexpr double kMargin_m = 0.1;    // handed over nearer than this, back beyond twice as much
constexpr double kAhead_s = 2e-3;    // and what it flies in that time
constexpr std::int64_t kFiner = 4;   // steps near people
constexpr double kStill_m_s = 0.05;  // at rest Bullet still falls for one step: g dt
constexpr double kStill_rad_per_s = 0.2;
constexpr double kStill_s = 0.5;
constexpr double kCalm_s = 2;           // a posture at 1 Hz is back to 5e-5 of what a blow moved
constexpr double kHeld_fraction = 0.2;  // of its weight; friction and a flat body bear more

constexpr double kGround_m = 1e5;  // wide: farther than it flies in a charge
constexpr double kDeep_m = 100;

rigid::BodySpec body_of(const Vehicle& v) {
  const double side_m = v.width_m / std::numbers::sqrt2;
  const Vector& i = v.inertia_kg_m2;
  return {.shape = rigid::Box{side_m, side_m, v.height_m},
          .at = {.z_m = v.height_m / 2},
          .mass_kg = v.mass_kg,
          .inertia = rigid::Inertia{.xx_kg_m2 = i[0], .yy_kg_m2 = i[1], .zz_kg_m2 = i[2]},
          .friction_ratio = v.friction_ratio,
          .restitution_ratio = v.restitution_ratio};
}

/// Surfaces that leave friction and restitution to the drone: products of both count.
rigid::BodySpec fixed(rigid::Shape shape, const rigid::Place& at) {
  return {.shape = shape, .at = at, .friction_ratio = 1, .restitution_ratio = 1};
}

rigid::Place place_of(const Standing& s) {
  const bool building = s.kind == Kind::building;
  return {.x_m = s.x_m,
          .y_m = s.y_m,
          .z_m = building ? s.height_m / 2 : 0,
          .yaw_rad = building ? 0 : s.facing_rad};
}

}  // namespace

rigid::WorldSpec spec_of(const Vehicle& vehicle, const Park& park, const rigid::PersonSpec& person,
                         double gravity_m_s2, Duration step) {
  rigid::WorldSpec spec;
  spec.step = step;
  spec.gravity_m_per_s2 = gravity_m_s2;
  spec.bodies["drone"] = body_of(vehicle);
  spec.bodies["ground"] = fixed(rigid::Box{kGround_m, kGround_m, kDeep_m}, {.z_m = -kDeep_m / 2});
  for (const auto& [name, s] : park) {
    if (s.kind == Kind::building) {
      spec.bodies[name] = fixed(rigid::Cylinder{s.radius_m, s.height_m}, place_of(s));
    } else {
      rigid::PersonSpec& own = spec.people[name] = person;
      own.at = place_of(s);
      own.regions = scaled(person.regions, s.height_m);
      for (auto& [part, r] : own.regions) r.skin.damping_s_per_m += vehicle.damping_s_per_m;
    }
  }
  return spec;
}

ParkWorld::ParkWorld(const Vehicle& vehicle, const Park& park, const rigid::PersonSpec& person,
                     double gravity_m_s2, Duration step)
    : ParkWorld(vehicle, park, spec_of(vehicle, park, person, gravity_m_s2, step)) {}

ParkWorld::ParkWorld(const Vehicle& vehicle, const Park& park, const rigid::WorldSpec& spec)
    : mass_kg_(vehicle.mass_kg),
      weight_N_(vehicle.mass_kg * spec.gravity_m_per_s2),
      half_height_m_(vehicle.height_m / 2),
      radius_m_(std::hypot(vehicle.width_m, vehicle.height_m) / 2),
      inertia_kg_m2_(vehicle.inertia_kg_m2),
      world_(spec),
      drone_(world_.body("drone")),
      bodies_(world_.names().size()),
      calm_s_(kCalm_s) {
  const auto add = [&](const std::string& name, const Body& body) {
    bodies_[world_.body(name).index] = body;
  };
  for (const auto& [name, s] : park) {
    if (s.kind == Kind::building) {
      add(name, {park_.size(), "", {}, 0});
      reach_m_.push_back(s.radius_m);
      people_.emplace_back();
    } else {
      const Regions& parts = spec.people.at(name).regions;
      for (const auto& [part, r] : parts)
        add(name + "." + part, {park_.size(), r.region, r.at.pose(), r.held ? 0 : r.mass_kg});
      reach_m_.push_back(reach_m(parts));
      people_.emplace_back(world_.person(name));
    }
    park_.push_back(s);
  }
  world_.show(asleep_);
}

void ParkWorld::stand(std::span<const Standing> park) {
  for (std::size_t i = 0; i < park_.size(); ++i) {
    if (park[i].x_m == park_[i].x_m && park[i].y_m == park_[i].y_m) continue;
    park_[i].x_m = park[i].x_m, park_[i].y_m = park[i].y_m;
    place(i);
    wake();
  }
}

void ParkWorld::place(std::size_t standing) {
  const Pose here = place_of(park_[standing]).pose();
  for (std::uint32_t i = 0; i < bodies_.size(); ++i) {
    const Body& body = bodies_[i];
    if (body.standing != standing) continue;
    world_.place({i}, here * body.at, {});
    asleep_.poses[i] = here * body.at;
  }
  if (people_[standing]) world_.walk(*people_[standing], here, {});
}

/// The drone as a sphere, and where it may be soon.
double ParkWorld::far_m(const FlightState& state, double margin_m) const {
  return radius_m_ + margin_m + kAhead_s * norm(state.velocity_m_s);
}

/// Whatever stands as an upright cylinder.
bool ParkWorld::is_clear_of(std::size_t standing, const Vector& centre_m, double far_m) const {
  const Standing& s = park_[standing];
  const double above_m = centre_m[2] - s.height_m;
  if (above_m > far_m) return true;
  const double beside_m = std::hypot(centre_m[0] - s.x_m, centre_m[1] - s.y_m) - reach_m_[standing];
  return std::hypot(std::max(above_m, 0.0), std::max(beside_m, 0.0)) >= far_m;
}

bool ParkWorld::is_clear(const FlightState& state, double margin_m) const {
  const double far = far_m(state, margin_m);
  const Vector centre_m = pose_of(state).position_m;
  if (centre_m[2] < far) return false;
  for (std::size_t i = 0; i < park_.size(); ++i) {
    if (!is_clear_of(i, centre_m, far)) return false;
  }
  return true;
}

Duration ParkWorld::pace(const FlightState& state, Duration step) const {
  if (phase_ != Phase::near || step.ns % kFiner != 0) return step;
  const double far = far_m(state, kMargin_m);
  const Vector centre_m = pose_of(state).position_m;
  for (std::size_t i = 0; i < park_.size(); ++i) {
    if (people_[i] && !is_clear_of(i, centre_m, far)) return {step.ns / kFiner};
  }
  return step;
}

bool ParkWorld::could_move(const Wrench& load) const {
  return norm(load.force_N) + norm(load.torque_Nm) / radius_m_ > kHeld_fraction * weight_N_;
}

Pose ParkWorld::pose_of(const FlightState& s) const {
  return {s.position_m + Vector{0, 0, half_height_m_}, s.attitude};
}

void ParkWorld::hand_over(const FlightState& s) {
  world_.place(drone_, pose_of(s),
               {s.velocity_m_s, to_world(axes_of(s.attitude), s.rate_rad_per_s)});
  phase_ = Phase::near;
  still_s_ = 0;
}

void ParkWorld::take_back(FlightState& s) const {
  const Pose pose = world_.pose(drone_);
  const Motion motion = world_.motion(drone_);
  s.position_m = pose.position_m - Vector{0, 0, half_height_m_};
  s.attitude = pose.attitude;
  s.velocity_m_s = motion.velocity_m_s;
  s.rate_rad_per_s = to_body(axes_of(s.attitude), motion.rate_rad_per_s);
}

bool ParkWorld::carry(const Vehicle& v, const Air& air, const RotorCommand& command_rad_per_s,
                      Duration step, FlightState& state) {
  if (phase_ == Phase::free) {
    if (is_clear(state, kMargin_m)) return false;
    hand_over(state);
  }
  const Wrench load = wrench_of_air(v, air, state);
  turn_rotors(v, command_rad_per_s, to_s(step), state);
  if (phase_ == Phase::rests) {
    if (!could_move(load) && !disturbed_) return true;
    hand_over(state);
  }
  disturbed_ = false;
  const FlightState before = state;
  world_.push(drone_, load.force_N, to_world(axes_of(state.attitude), load.torque_Nm));
  if (world_.step() != step) world_.set_step(step);
  world_.advance(step);
  take_back(state);
  meet(before);
  keep_strongest();
  decide(load, state);
  return true;
}

/// A body that is struck beside its centre turns away: 1/m' = 1/m + (r x n) I^-1 (r x n).
void ParkWorld::meet(const FlightState& before) {
  const Axes axes = axes_of(before.attitude);
  const Vector centre_m = pose_of(before).position_m;
  meetings_.clear();
  for (const rigid::Contact& c : world_.contacts()) {
    if (c.a != drone_ && c.b != drone_) continue;
    const rigid::BodyId other = c.a == drone_ ? c.b : c.a;
    const Vector push = (c.a == drone_ ? 1.0 : -1.0) * c.normal_ratio;
    const Vector arm_m = c.point_m - centre_m;
    const Body& body = bodies_[other.index];
    Vector other_m_s = world_.motion(other).velocity_m_s;  // after the step
    if (body.mass_kg > 0)
      other_m_s = other_m_s + c.force_N * to_s(world_.step()) / body.mass_kg * push;
    const Vector velocity_m_s =
        before.velocity_m_s - other_m_s + cross(to_world(axes, before.rate_rad_per_s), arm_m);
    const Vector lever_m = to_body(axes, cross(arm_m, push));
    double inverse = 1 / mass_kg_;
    for (std::size_t i = 0; i < 3; ++i) inverse += lever_m[i] * lever_m[i] / inertia_kg_m2_[i];
    meetings_.push_back(
        {body.standing, body.region, c.force_N, -dot(velocity_m_s, push), 1 / inverse, push[2]});
  }
}

void ParkWorld::keep_strongest() {
  for (const rigid::Contact& c : world_.contacts()) {
    const Touch touch{c.a.index, c.b.index, c.point_m, c.force_N * c.normal_ratio};
    const auto place = std::lower_bound(
        strongest_.begin(), strongest_.end(), touch,
        [](const Touch& x, const Touch& y) { return std::pair(x.a, x.b) < std::pair(y.a, y.b); });
    const bool known = place != strongest_.end() && place->a == touch.a && place->b == touch.b;
    if (!known) strongest_.insert(place, touch);
    else if (norm(touch.force_N) > norm(place->force_N)) *place = touch;
  }
}

void ParkWorld::decide(const Wrench& load, FlightState& state) {
  const double step_s = to_s(world_.step());
  bool person = false;
  for (const Meeting& m : meetings_) person = person || !m.region.empty();
  calm_s_ = person ? 0 : calm_s_ + step_s;
  const bool still = norm(state.velocity_m_s) < kStill_m_s &&
                     norm(state.rate_rad_per_s) < kStill_rad_per_s && !could_move(load);
  still_s_ = still && !meetings_.empty() ? still_s_ + step_s : 0;
  if (calm_s_ < kCalm_s) return;
  if (still_s_ >= kStill_s) {
    state.velocity_m_s = state.rate_rad_per_s = {};
    fall_asleep(Phase::rests);
  } else if (meetings_.empty() && is_clear(state, 2 * kMargin_m)) {
    fall_asleep(Phase::free);
  }
}

void ParkWorld::fall_asleep(Phase phase) {
  phase_ = phase;
  world_.show(asleep_);
}

void ParkWorld::show(const FlightState& state, Scene& scene) const {
  if (phase_ == Phase::near) {
    world_.show(scene);
    scene.touches = strongest_;
  } else {
    scene = asleep_;
    scene.poses[drone_.index] = pose_of(state);
  }
}

void ParkWorld::put_state(std::vector<double>& state) const {
  state.insert(state.end(), {static_cast<double>(phase_), still_s_, calm_s_, disturbed_ ? 1.0 : 0});
  state.insert(state.end(), world_.state().begin(), world_.state().end());
}

}  // namespace twinaxis::drone
