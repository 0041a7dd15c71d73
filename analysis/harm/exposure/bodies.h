#pragma once
// Laws of what acts on the body of a person who touches or breathes something. "point" is the name
// of a recorded column. An empty list of groups means all of the site.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/harm/burn.h"
#include "analysis/harm/carbon_monoxide.h"
#include "sim/core/fields.h"

namespace twinaxis::analysis {

/// Hot water on skin. From a dose of 1 on the burn is of second degree (slight: under 30 days) or
/// goes through the full thickness (serious: 30 days or more), and then kills with the probability
/// of the revised Baux score. Redness alone is told but is no injury.
struct Scald {
  static constexpr std::string_view tag = "scald";
  std::string water;                     ///< point in K: what touches the skin
  std::string exposed;                   ///< point, 1 while it does; "" for always
  std::optional<harm::Skin> skin;        ///< else that of each group
  std::string law = "moritz_henriques";  ///< or cpsc
  double body_fraction = 0.2;            ///< of the body's surface, for the probability of death
  std::optional<double> age_years;       ///< else that of each group
  std::vector<std::string> groups;
  double share_fraction = 1;  ///< of a group that is exposed so
};

/// Carbon monoxide is breathed and taken up by the blood. Poisoned is slight, serious means
/// treatment of 30 days or more; death follows a lognormal tolerance of the peak.
struct CarbonMonoxide {
  static constexpr std::string_view tag = "carbon_monoxide";
  std::string concentration;  ///< point, mole fraction or ppm by its unit
  std::string present;        ///< point, 1 while they breathe it; "" for always
  harm::Activity activity = harm::Activity::rest;
  std::vector<std::string> groups;
  double share_fraction = 1;
  double poisoned_from_fraction = 0.1;  ///< of the haemoglobin
  double serious_from_fraction = 0.3;
  double deadly_from_fraction = 0.6;  ///< half of the people die at this peak
  double deadly_sigma_ratio = 0.15;   ///< of the logarithm; 0 makes it a step
};

void fields(FieldVisitor& v, Scald& l);
void fields(FieldVisitor& v, CarbonMonoxide& l);

}  // namespace twinaxis::analysis
