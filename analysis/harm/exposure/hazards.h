#pragma once
// Laws of what hurts people and damages things. "point" is the name of a recorded column. An empty
// list of groups or assets means all of the site.

#include <string>
#include <string_view>
#include <vector>

#include "analysis/harm/exposure/curves.h"
#include "sim/core/fields.h"

namespace twinaxis::analysis {

/// The gas of a vessel expands: energy -> TNT -> blast wave at each group and asset.
struct VesselBurst {
  static constexpr std::string_view tag = "vessel_burst";
  std::string pressure;    ///< point, Pa absolute; its greatest value is the burst
  std::string gas_volume;  ///< point, m^3; its greatest value counts
  double heat_capacity_ratio = 1.1;
  std::string energy = "isentropic";  ///< or brode, isothermal, availability
  std::vector<std::string> groups;
  std::vector<std::string> assets;
  std::vector<HarmCurve> people;    ///< overpressure probits
  std::vector<DamageCurve> damage;  ///< overpressure probits
};

/// The liquid of a burst vessel flashes and burns: mass -> fireball -> heat at each group and
/// asset.
struct FireballBurn {
  static constexpr std::string_view tag = "fireball";
  std::vector<Content> contents;  ///< what is set free; the greatest values count
  std::string flash_fraction;     ///< point: part that turns to vapour; twice that takes part
  std::string pressure;           ///< point, Pa: burst pressure, for the radiant fraction
  double combustion_J_per_kg = 0;
  std::string law = "ccps";  ///< or gost, tno
  std::vector<std::string> groups;
  std::vector<std::string> assets;
  std::vector<HarmCurve> people;  ///< thermal probits, over the whole duration
  std::vector<HeatDamage> damage;
};

/// A steady or varying release drifts with the wind and is breathed in.
struct ToxicPlume {
  static constexpr std::string_view tag = "toxic_plume";
  std::string rate;        ///< point
  double kg_per_unit = 1;  ///< of that point: 1 for kg/s, the molar mass for kmol/s
  double molar_mass_kg_per_kmol = 0;
  double height_m = 0;
  double indoor_ratio = 0.3;  ///< concentration indoors over outdoors
  std::string spread = "briggs_urban";
  std::vector<std::string> groups;
  std::vector<HarmCurve> people;  ///< toxic probits
};

/// A cloud within its flammable limits burns where people are; ignition is the rule's probability.
struct FlashFire {
  static constexpr std::string_view tag = "flash_fire";
  std::string rate;
  double kg_per_unit = 1;
  double molar_mass_kg_per_kmol = 0;
  double height_m = 0;
  double flammable_from_ppm = 12000;  ///< lower limit, or a safe part of it
  std::string spread = "briggs_urban";
  std::vector<std::string> groups;
  double death_probability = 0;  ///< of those outdoors inside the cloud
  double serious_probability = 0;
};

/// People of one group are hurt with stated probabilities, each person once (worst class).
struct DirectHarm {
  static constexpr std::string_view tag = "direct";
  std::string group;
  double exposed_fraction = 1;
  double death_probability = 0;
  double serious_probability = 0;
  double slight_probability = 0;
};

/// An asset is damaged because it happened.
struct DirectDamage {
  static constexpr std::string_view tag = "damage";
  std::string asset;
  double repair_fraction = 1;  ///< of its value; 1 is destroyed
  std::string fraction;        ///< point whose greatest value is that part instead; "" for none
};

void fields(FieldVisitor& v, VesselBurst& l);
void fields(FieldVisitor& v, FireballBurn& l);
void fields(FieldVisitor& v, ToxicPlume& l);
void fields(FieldVisitor& v, FlashFire& l);
void fields(FieldVisitor& v, DirectHarm& l);
void fields(FieldVisitor& v, DirectDamage& l);

}  // namespace twinaxis::analysis
