#include "analysis/harm/burn.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "analysis/harm/steps.h"
#include "sim/core/require.h"

namespace twinaxis::harm {
namespace {

/// Nothing burns below, however long it lasts.
constexpr double kHarmless_K = kIcePoint_K + 43;

double of_celsius(double degC) { return kIcePoint_K + degC; }
double of_fahrenheit(double degF) { return (degF + 459.67) / 1.8; }

double time_at(const ScaldNode& node, BurnDegree degree) {
  return degree == BurnDegree::second ? node.second_degree_s : node.full_thickness_s;
}

/// ln t linear in T, as a product so that the first node is met exactly.
double between_nodes_s(const ScaldNode& a, const ScaldNode& b, BurnDegree degree, double water_K) {
  if (water_K == b.water_K) return time_at(b, degree);
  const double part = (water_K - a.water_K) / (b.water_K - a.water_K);
  return time_at(a, degree) * std::pow(time_at(b, degree) / time_at(a, degree), part);
}

/// The full-thickness times of the CPSC notice; it is silent on the second degree.
ScaldNode cpsc_node(double degF, double full_thickness_s) {
  constexpr double second_over_third = 0.6;  // 3 s over 5 s at 60 degC in the other table
  return {of_fahrenheit(degF), second_over_third * full_thickness_s, full_thickness_s};
}

}  // namespace

double ScaldLaw::threshold_s(BurnDegree degree, double water_K) const {
  require(nodes.size() >= 2, "a scald table has nodes");
  if (!(water_K >= kHarmless_K)) return std::numeric_limits<double>::infinity();
  if (water_K < nodes.front().water_K) {
    return time_at(nodes.front(), degree) * std::exp2(nodes.front().water_K - water_K);
  }
  std::size_t i = 1;
  while (i + 1 < nodes.size() && nodes[i].water_K < water_K) ++i;
  return between_nodes_s(nodes[i - 1], nodes[i], degree, water_K);
}

const std::vector<ScaldLaw>& scald_laws() {
  static const std::vector<ScaldLaw> laws = {
      {{"moritz_henriques", "scald of adult skin",
        "ln t linear in T between nodes; 60 degC 3 / 5 s",
        "table after Moritz and Henriques 1947 (antiscald.com); 65 and 70 degC, 2 and 1 s to the "
        "full thickness, from memory, second degree there at 3/5 of it (assumption)"},
       {{of_celsius(45), 7200, 10800},
        {of_celsius(47), 1200, 2700},
        {of_celsius(48), 900, 1200},
        {of_celsius(49), 480, 600},
        {of_celsius(51), 120, 252},
        {of_celsius(55), 17, 30},
        {of_celsius(60), 3, 5},
        {of_celsius(65), 1.2, 2},
        {of_celsius(70), 0.6, 1}}},
      {{"cpsc", "scald of adult skin, full thickness",
        "ln t linear in T between nodes; 140 degF 6 s; second degree at 3/5 of it (assumption)",
        "US Consumer Product Safety Commission, document 5098"},
       {cpsc_node(120, 300), cpsc_node(130, 30), cpsc_node(140, 6), cpsc_node(150, 2)}},
  };
  return laws;
}

double scald_time_factor(Skin skin) {
  switch (skin) {
    case Skin::child:
      return 0.35;
    case Skin::elderly:
      return 0.7;
    default:
      return 1;
  }
}

ScaldDose scald_dose(const ScaldLaw& law, BurnDegree degree, const SkinContact& contact,
                     double time_factor) {
  require(contact.time_s.size() == contact.water_K.size(), "a contact has one time per value");
  require(contact.touched.empty() || contact.touched.size() == contact.time_s.size(),
          "whether skin is touched is said for every time");
  const auto rate_per_s = [&](double water_K) {
    return 1 / (time_factor * law.threshold_s(degree, water_K));
  };
  ScaldDose sum;
  for (std::size_t i = 1; i < contact.time_s.size(); ++i) {
    if (!contact.touched.empty() && !(contact.touched[i - 1] > 0.5)) continue;
    const double step_s = contact.time_s[i] - contact.time_s[i - 1];
    require(step_s >= 0, "the times of a contact ascend");
    const double more =
        integral_over_ramp(contact.water_K[i - 1], contact.water_K[i], step_s, rate_per_s);
    if (!(more > 0)) continue;
    if (!sum.reached_s && sum.dose + more >= 1) {
      sum.reached_s = contact.time_s[i - 1] + step_s * (1 - sum.dose) / more;
    }
    sum.dose += more;
  }
  return sum;
}

double effusivity(double conductivity_W_per_m_K, double density_kg_per_m3,
                  double heat_capacity_J_per_kg_K) {
  return std::sqrt(conductivity_W_per_m_K * density_kg_per_m3 * heat_capacity_J_per_kg_K);
}

double contact_temperature_K(double effusivity_1, double temperature_1_K, double effusivity_2,
                             double temperature_2_K) {
  return (effusivity_1 * temperature_1_K + effusivity_2 * temperature_2_K) /
         (effusivity_1 + effusivity_2);
}

double burn_death_probability(double age_years, double burnt_body_fraction, bool smoke_inhaled) {
  const double score = age_years + 100 * burnt_body_fraction + (smoke_inhaled ? 17 : 0);
  return 1 / (1 + std::exp(8.8163 - 0.0775 * score));
}

const LawInfo& revised_baux() {
  static const LawInfo info{"revised_baux", "death by burns",
                            "logit P = -8.8163 + 0.0775 (age + 100 A + 17 inhaled)",
                            "Osler, Glance and Hosmer 2010 (coefficients from memory)"};
  return info;
}

}  // namespace twinaxis::harm
