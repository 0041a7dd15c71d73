// Carbon monoxide in the air that people breathe.

#include <algorithm>
#include <cmath>

#include "analysis/harm/exposure/evaluate.h"
#include "analysis/words.h"
#include "sim/core/text.h"
#include "sim/core/unit.h"

namespace twinaxis::analysis {
namespace {

/// Of what poisons: less is the air of a busy road.
constexpr double kWorthTelling_share = 0.1;

/// What blood took up, the same for every group that breathes the air.
struct Uptake {
  double peak_ppm = 0;
  double peak_fraction = 0;
  double peak_at_s = 0;
  double poisoned_at_s = -1;  ///< below 0: never

  bool poisons() const { return poisoned_at_s >= 0; }
};

/// What they breathe at each recorded time; fresh air while they are away, NaN as none.
std::vector<double> breathed_ppm(const CarbonMonoxide& law, const Scene& scene) {
  const Column& air = column_of(scene, law.concentration);
  const Column* present = column_or_null(scene, law.present);
  const auto ppm_per_unit = convert(1, air.unit, "ppm");
  require(ppm_per_unit.has_value(), "'" + law.concentration + "' is a mole fraction or in ppm");
  std::vector<double> ppm = air.values;
  for (std::size_t i = 0; i < ppm.size(); ++i) {
    const bool there = present == nullptr || present->values[i] > 0.5;
    ppm[i] = there && ppm[i] > 0 ? *ppm_per_unit * ppm[i] : 0;
  }
  return ppm;
}

Uptake uptake_of(const CarbonMonoxide& law, const Scene& scene) {
  const auto ppm = breathed_ppm(law, scene);
  std::vector<double> time_min = seconds_of(scene.recording);
  for (double& t : time_min) t /= 60;
  const auto cohb = harm::cfk(harm::breather(law.activity), time_min, ppm);
  Uptake uptake;
  for (std::size_t i = 0; i < cohb.size(); ++i) {
    uptake.peak_ppm = std::max(uptake.peak_ppm, ppm[i]);
    if (cohb[i] > uptake.peak_fraction) {
      uptake.peak_fraction = cohb[i];
      uptake.peak_at_s = time_min[i] * 60;
    }
    if (cohb[i] >= law.poisoned_from_fraction && uptake.poisoned_at_s < 0) {
      uptake.poisoned_at_s = time_min[i] * 60;
    }
  }
  return uptake;
}

void explain(const CarbonMonoxide& law, const Uptake& uptake, Finding& finding) {
  const std::string ppm = quantity_words(uptake.peak_ppm, "ppm").en;
  const std::string cohb = percent_words(uptake.peak_fraction);
  const Text peak_at = time_words(uptake.peak_at_s);
  const std::string limit = percent_words(law.poisoned_from_fraction);
  Text end{"、中毒は" + limit + "から", "; " + limit + " is poisoning"};
  if (uptake.poisons()) {
    const Text from = time_words(uptake.poisoned_at_s);
    end = {"、" + limit + "到達は開始から" + from.ja, "; " + limit + " reached after " + from.en};
  }
  finding.evidence.push_back(
      {"吸入した空気の最大CO濃度" + ppm, "greatest CO in the breathed air " + ppm});
  finding.evidence.push_back(Text{"最大COHb " + cohb + "(開始から" + peak_at.ja + ")",
                                  "peak COHb " + cohb + " (" + peak_at.en + " into the run)"} +
                             end);
  finding.quantities["peak_ppm"] = {uptake.peak_ppm, "ppm"};
  finding.quantities["peak_cohb"] = {uptake.peak_fraction, "1"};
  finding.quantities["poisoned_after_s"] = {uptake.poisoned_at_s, "s"};
  note(finding, {"血液への取り込み", "uptake by the blood"}, harm::coburn_forster_kane());
  const harm::LawInfo death{"cohb_tolerance", "death at a peak of COHb",
                            "P = Phi(ln(COHb / " + rounded(law.deadly_from_fraction, 3) + ") / " +
                                rounded(law.deadly_sigma_ratio, 3) + ")",
                            "lognormal tolerance, median and sigma of the rule"};
  note(finding, {"死亡確率", "death"}, death);
}

}  // namespace

void evaluate(const CarbonMonoxide& law, const Scene& scene, Findings& findings) {
  const Uptake uptake = uptake_of(law, scene);
  if (uptake.peak_fraction < kWorthTelling_share * law.poisoned_from_fraction) return;
  Risk risk;
  risk.slight_probability = uptake.poisons() ? 1 : 0;
  risk.serious_probability = uptake.peak_fraction >= law.serious_from_fraction ? 1 : 0;
  risk.death_probability = harm::cohb_death_probability(
      uptake.peak_fraction, law.deadly_from_fraction, law.deadly_sigma_ratio);
  for (const auto& group : named_or_all(law.groups, scene.site.groups)) {
    Finding finding =
        start_finding(scene, FindingKind::harm, group, scene.site.groups.at(group).stakeholder);
    finding.spared = !uptake.poisons();
    if (uptake.poisons()) finding.from = time_from_s(uptake.poisoned_at_s);
    explain(law, uptake, finding);
    expose_part(scene, group, law.share_fraction, risk, finding);
    const bool exposed = !finding.exposed.empty();
    if (finding.spared ? exposed : count_harm(finding)) findings.push_back(finding);
  }
}

}  // namespace twinaxis::analysis
