#pragma once
// The hardest blow that a recording holds, and how its severity becomes people.

#include <optional>

#include "analysis/each.h"
#include "analysis/harm/exposure/evaluate.h"
#include "analysis/harm/trauma.h"

namespace twinaxis::analysis {

struct Blow {
  Time at;
  double speed_m_per_s = 0;
  double mass_kg = 0;
  std::size_t index = 0;  ///< of the recorded value

  double energy_J() const { return 0.5 * mass_kg * speed_m_per_s * speed_m_per_s; }
};

/// Greatest m v^2 while it touches; nothing if it never moves then. ContractError for points of
/// another unit.
std::optional<Blow> hardest_blow(const Striker& striker, const Scene& scene);
/// ContractError if the point is not in that unit.
const Column& column_in(const Scene& scene, const std::string& point, const char* unit);
/// The recorded points of the form, by the region that <each> in it stands for; if `region` is
/// named, the form is the point of that one. None of an empty form.
std::vector<Member> points_of_regions(const std::string& form, const std::string& region,
                                      const Scene& scene);
void explain(const Blow& blow, Finding& finding);
/// AIS 1+ is slight, `serious_from_ais` and more serious, death by the mortality of the AIS.
Risk risk_of(const harm::AisExceedance& severity, int serious_from_ais);
/// Probabilities by AIS, expected lost days and those off for four days or more, into a finding
/// whose people are exposed already.
void explain(const harm::AisExceedance& severity, Finding& finding);

}  // namespace twinaxis::analysis
