#pragma once
// A world of rigid bodies as one writes it. A world is made from these values in the order of
// names, so the order of the text changes nothing.

#include <map>
#include <optional>
#include <string>

#include "sim/physics/rigid/arm_spec.h"
#include "sim/physics/rigid/person.h"
#include "sim/physics/rigid/shape.h"
#include "sim/physics/rigid/skin.h"

namespace twinaxis::rigid {

struct Velocity {
  double x_m_per_s = 0, y_m_per_s = 0, z_m_per_s = 0;
};
inline void fields(FieldVisitor& v, Velocity& s) {
  v("x", s.x_m_per_s, "m/s", any_value(), "along x");
  v("y", s.y_m_per_s, "m/s", any_value(), "along y");
  v("z", s.z_m_per_s, "m/s", any_value(), "along z");
}

/// A body of one shape. Where two of them touch, friction and restitution are the products of both.
struct BodySpec {
  Shape shape = Box{};
  Place at = {};                                  ///< of the centre of mass
  Velocity velocity = {};                         ///< at the beginning
  double mass_kg = 0;                             ///< 0: fixed
  std::optional<Inertia> inertia = std::nullopt;  ///< left out: of the homogeneous shape
  double friction_ratio = 1;
  double restitution_ratio = 0;
  bool falls = true;                        ///< feels gravity
  bool turns = true;                        ///< false: keeps its attitude
  std::optional<Skin> skin = std::nullopt;  ///< gives way where touched; left out: rigid
  std::string group = {};                   ///< bodies of one group pass through each other
};
inline void fields(FieldVisitor& v, BodySpec& b) {
  v("shape", b.shape, "!sphere, !box, !capsule or !cylinder", required);
  v("at", b.at, "place of the centre of mass");
  v("velocity", b.velocity, "at the beginning");
  v("mass", b.mass_kg, "kg", at_least(0), "0: fixed");
  v("inertia", b.inertia, "about the centre; left out: of the homogeneous shape");
  v("friction", b.friction_ratio, "1", at_least(0), "factor of its surface in Coulomb's friction");
  v("restitution", b.restitution_ratio, "1", fraction(), "factor of its surface in a bounce");
  v("falls", b.falls, "whether gravity pulls it");
  v("turns", b.turns, "whether it can turn");
  v("skin", b.skin, "how it gives way where touched; left out: rigid");
  v("group", b.group, "bodies of one group pass through each other");
}

struct WorldSpec {
  Duration step{kNanosecondsPerSecond / 1000};
  double gravity_m_per_s2 = 9.80665;  ///< standard gravity, 3rd CGPM (1901)
  std::map<std::string, BodySpec> bodies = {};
  std::map<std::string, ArmSpec> arms = {};
  std::map<std::string, PersonSpec> people = {};
};
inline void fields(FieldVisitor& v, WorldSpec& w) {
  v("step", w.step, above(0), "fixed step of the bodies");
  v("gravity", w.gravity_m_per_s2, "m/s^2", at_least(0), "downwards");
  v("bodies", w.bodies, "bodies of one shape");
  v("arms", w.arms, "chains of links");
  v("people", w.people, "people as regions of the body");
}

}  // namespace twinaxis::rigid
