#pragma once
// Laws of what strikes or squeezes a person. "point" is the name of a recorded column. An empty
// list of groups means all of the site.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/core/fields.h"

namespace twinaxis::analysis {

/// What the list of a law says of itself.
inline constexpr std::string_view kGroupsDoc = "people who may be hit; none named: all of the site";

/// What strikes, at the moment of the hardest blow: a number, or the value of a point then.
struct Striker {
  std::string speed;   ///< point, m/s: relative to the person, towards them
  std::string struck;  ///< point, above 0.5 while they touch; "" for always
  std::string mass;    ///< point, kg: effective mass; "" for the number
  double mass_kg = 0;  ///< effective mass, where no point says it
};

/// A body strikes a region of somebody free to move: two masses and a spring. Head by HIC, chest by
/// deflection, other regions by peak force. AIS 1+ is slight; a head injury of AIS 3+ or a broken
/// bone is serious (treatment of 30 days or more); death by the mortality of the AIS.
struct BluntImpact {
  static constexpr std::string_view tag = "blunt_impact";
  Striker striker;
  std::string region = "skull_forehead";
  double struck_kg = 0;  ///< effective mass of the region; 0: that of ISO/TS 15066
  /// Drawn evenly in a sample, their middle in a plain run; 0: that of the region.
  double stiffness_low_N_per_m = 0;
  double stiffness_high_N_per_m = 0;
  std::string protects;        ///< point, above 0.5 while a helmet or pad is worn; "" for never
  double padding_ratio = 0.5;  ///< of the stiffness that is left then
  std::string law = "nhtsa_lognormal";  ///< or prasad_mertz
  std::vector<std::string> groups;
  double share_fraction = 1;
};

/// A blow on the head of which a run records speed and effective mass: judged by HIC.
struct HeadBlow {
  std::string speed;  ///< point, m/s, of the hardest blow; with <each> in it, one for each region
  std::string mass;   ///< point likewise, kg: effective mass of what strikes
  std::string law = "nhtsa_lognormal";  ///< or prasad_mertz
};
void fields(FieldVisitor& v, HeadBlow& b);

/// The force on a region is recorded: against its limit, and what it breaks. Of several regions of
/// one body the worst class counts (MAIS), so whoever is struck twice is hurt once; so it is of the
/// force on a head and its HIC.
struct ContactForce {
  static constexpr std::string_view tag = "contact_force";
  std::string force;          ///< point, N; with <each> in it, one for each region of that name
  std::string clamped_force;  ///< point likewise: while the region cannot get away; "" for never
  std::string region;         ///< if `force` has no <each>
  std::optional<HeadBlow> head = {};  ///< beside the forces
  std::vector<std::string> groups;
  double share_fraction = 1;
};

/// Without a model of the contact: the energy that strikes.
struct KineticEnergy {
  static constexpr std::string_view tag = "kinetic_energy";
  Striker striker;
  double transferred_fraction = 1;  ///< of the energy that counts as a rigid body's
  double slight_from_J = 1;         ///< assumption: less does not even bruise
  double sheltering = 6;
  std::vector<std::string> groups;
  double share_fraction = 1;
};

/// Something falls where people are whom nobody simulates.
struct GroundCasualty {
  static constexpr std::string_view tag = "ground_casualty";
  Striker striker;    ///< `struck` is 1 when it meets the ground
  std::string angle;  ///< point, rad: of the path to the ground; "" for the number
  double angle_rad = 1.5707963267948966;
  std::string width;  ///< point, m: of what falls; "" for the number
  double width_m = 0;
  double persons_per_m2 = 0;
  double sheltered_fraction = 0;
  double transferred_fraction = 1;
  double sheltering = 6;
  std::string group;
};

void fields(FieldVisitor& v, BluntImpact& l);
void fields(FieldVisitor& v, ContactForce& l);
void fields(FieldVisitor& v, KineticEnergy& l);
void fields(FieldVisitor& v, GroundCasualty& l);

}  // namespace twinaxis::analysis
