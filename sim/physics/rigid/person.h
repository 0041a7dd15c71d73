#pragma once
// A person as bodies: regions that give way, each with the mass that a blow to it moves.

#include <map>
#include <string>
#include <string_view>

#include "sim/physics/rigid/shape.h"
#include "sim/physics/rigid/skin.h"

namespace twinaxis::rigid {

/// A capsule that keeps its attitude. Mass and spring are those of the contact model of ISO/TS
/// 15066, annex A, so a blow by a mass m meets F = v sqrt(k mu), 1/mu = 1/m + 1/mass.
struct RegionSpec {
  std::string region = {};  ///< as the laws of harm call it: "chest"
  Capsule shape = {};
  Place at = {};  ///< its centre, from the place of the person
  double mass_kg = 40;
  Skin skin = {};
  bool held = false;  ///< against something that does not yield: clamped
};
inline void fields(FieldVisitor& v, RegionSpec& r) {
  v("region", r.region, "its name in the laws of harm, such as chest", required);
  v("shape", r.shape, "capsule along z", required);
  v("at", r.at, "its centre, from the place of the person", required);
  v("mass", r.mass_kg, "kg", above(0), "effective mass in a blow", required);
  v("skin", r.skin, "spring of the contact", required);
  v("held", r.held, "whether it is clamped against something that does not yield");
}

/// Where regions are while somebody bends, reaches, kneels; those that are not named stay.
struct Posture {
  std::map<std::string, Place> places = {};
};
inline void fields(FieldVisitor& v, Posture& p) {
  v("places", p.places, "centres of regions, from the place of the person", required);
}

/// Skull or face, as ISO/TS 15066, annex A, calls the regions of the body.
inline bool is_head(std::string_view region) {
  return region == "skull_forehead" || region == "face";
}

/// Regions pass through each other and feel no gravity: the person stands. Each is drawn back to
/// its place by a critically damped spring, so slow that it does not matter in a blow: at 1 Hz it
/// takes (2 pi t)^2 / 2, 2 % at 30 ms, of the motion. Assumption.
struct PersonSpec {
  Place at = {};                       ///< of the point between the feet, facing along x
  double posture_per_s = 6.283185307;  ///< natural frequency of the posture, rad/s
  std::map<std::string, RegionSpec> regions = {};
  std::map<std::string, Posture> postures = {};
};
inline void fields(FieldVisitor& v, PersonSpec& p) {
  v("at", p.at, "point between the feet; faces along x");
  v("posture", p.posture_per_s, "rad/s", at_least(0), "natural frequency of the posture");
  v("regions", p.regions, "parts of the body", required);
  v("postures", p.postures, "other places of the regions, by name");
}

}  // namespace twinaxis::rigid
