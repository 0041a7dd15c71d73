#pragma once
// One function per law: from recorded truths to findings.

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "analysis/assessment.h"
#include "analysis/consequences.h"
#include "analysis/draw.h"
#include "analysis/harm/law.h"
#include "analysis/site.h"
#include "sim/core/require.h"
#include "sim/run/recording.h"

namespace twinaxis::analysis {

/// What a law sees.
struct Scene {
  const Recording& recording;
  const Site& site;
  const Rule& rule;
  std::string shift;
  double wind_towards_rad = 0;
  Time at;    ///< when the rule's condition came true
  Draw draw;  ///< for what the law itself is uncertain of
};
using Findings = std::vector<Finding>;

/// A finding of the rule, without quantities yet.
Finding start_finding(const Scene& scene, FindingKind kind, std::string subject,
                      std::string stakeholder);
/// ContractError if there is no such column.
const Column& column_of(const Scene& scene, const std::string& point);
/// The law of that name; ContractError if there is none.
template <class T>
const T& law_named(const std::vector<T>& laws, const std::string& name) {
  const T* law = harm::find_law(laws, name);
  require(law != nullptr, "law '" + name + "' is registered");
  return *law;
}
void note(Finding& finding, const Text& role, const harm::LawInfo& info);
/// "probit, death, outdoors".
Text role_of(const HarmCurve& curve);
/// The recorded times.
std::vector<double> seconds_of(const Recording& recording);
/// Null for no name.
const Column* column_or_null(const Scene& scene, const std::string& point);
/// When the column was above 0 first; nothing if never.
std::optional<Time> first_above_0(const Recording& recording, const Column& column);
/// The named ones, or all of the map if none is named.
template <class T>
std::vector<std::string> named_or_all(const std::vector<std::string>& names,
                                      const std::map<std::string, T>& all) {
  if (!names.empty()) return names;
  std::vector<std::string> keys;
  for (const auto& [key, value] : all) keys.push_back(key);
  return keys;
}
/// Greatest values of the contents, in kg.
double mass_kg(const Scene& scene, const std::vector<Content>& contents);

/// Probability of a probit law for somebody outdoors or indoors.
using ProbitAt = std::function<double(const std::string& probit, bool indoors)>;
/// Fills `finding` with what `curves` do to a group; false if nobody is exposed to anything.
bool expose(const Scene& scene, const std::string& group, const std::vector<HarmCurve>& curves,
            const ProbitAt& probability, Finding& finding);
/// What a hazard does to each person that it reaches, at least that.
struct Risk {
  double death_probability = 0;
  double serious_probability = 0;
  double slight_probability = 0;
};
/// Fills `finding` with that risk for a part of those of a group who are there, in both places.
void expose_part(const Scene& scene, const std::string& group, double part_fraction, Risk risk,
                 Finding& finding);
/// Adds quantities of `exposed` to the finding; false if all probabilities are negligible.
bool count_harm(Finding& finding);
/// Fills `finding` with the damage to an asset; false if there is none.
bool damage(const Scene& scene, const std::string& asset, double repair_fraction, Finding& finding);

void evaluate(const VesselBurst& law, const Scene& scene, Findings& findings);
void evaluate(const FireballBurn& law, const Scene& scene, Findings& findings);
void evaluate(const ToxicPlume& law, const Scene& scene, Findings& findings);
void evaluate(const FlashFire& law, const Scene& scene, Findings& findings);
void evaluate(const Scald& law, const Scene& scene, Findings& findings);
void evaluate(const CarbonMonoxide& law, const Scene& scene, Findings& findings);
void evaluate(const BluntImpact& law, const Scene& scene, Findings& findings);
void evaluate(const ContactForce& law, const Scene& scene, Findings& findings);
void evaluate(const KineticEnergy& law, const Scene& scene, Findings& findings);
void evaluate(const GroundCasualty& law, const Scene& scene, Findings& findings);
void evaluate(const DirectHarm& law, const Scene& scene, Findings& findings);
void evaluate(const DirectDamage& law, const Scene& scene, Findings& findings);
void evaluate(const ServiceInterruption& law, const Scene& scene, Findings& findings);
void evaluate(const OffSpec& law, const Scene& scene, Findings& findings);
void evaluate(const Recall& law, const Scene& scene, Findings& findings);
void evaluate(const DataLeak& law, const Scene& scene, Findings& findings);
void evaluate(const HostOutage& law, const Scene& scene, Findings& findings);
void evaluate(const SubstanceRelease& law, const Scene& scene, Findings& findings);

}  // namespace twinaxis::analysis
