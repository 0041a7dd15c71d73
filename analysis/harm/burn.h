#pragma once
// Burns: how long skin bears hot water, flames and hot things, and how often burns kill. The
// thermal damage integral is in burn_integral.h, conduction into the skin in skin.h.

#include <array>
#include <optional>
#include <span>
#include <vector>

#include "analysis/harm/law.h"

namespace twinaxis::harm {

/// 0 degC, for laws whose source speaks of degrees.
inline constexpr double kIcePoint_K = 273.15;

/// Second degree: down into the dermis, heals within weeks. Third degree: the full thickness.
enum class BurnDegree { second, third };

struct ScaldNode {
  double water_K = 0;
  double second_degree_s = 0;
  double full_thickness_s = 0;
};

/// Time to a burn of adult skin in water of constant temperature, ln t linear in T between nodes.
/// Below the first node the time doubles with each kelvin (the rule for 44 to 51 degC of the same
/// table; 44 degC then takes 6 h to the full thickness, as Moritz and Henriques report), and below
/// 43 degC nothing burns however long it lasts (assumption). Above the last node the slope of the
/// last segment goes on.
struct ScaldLaw {
  LawInfo info;
  std::vector<ScaldNode> nodes;  ///< by ascending temperature

  /// Infinite below 43 degC and for NaN.
  double threshold_s(BurnDegree degree, double water_K) const;
};
/// "moritz_henriques", "cpsc".
const std::vector<ScaldLaw>& scald_laws();

enum class Skin { adult, child, elderly };
inline constexpr std::array<std::string_view, 3> kSkinNames = {"adult", "child", "elderly"};
/// Factor on the times for adult skin. A child's skin burns in a half to a quarter of the time
/// (from memory), taken as the geometric mean 0.35; thin skin of the elderly 0.7 (assumption).
double scald_time_factor(Skin skin);

/// Skin in water whose temperature varies. `touched` is empty (always), or above 0.5 where the
/// interval that begins there is spent in the water; the temperature is linear in between. An
/// interval with a NaN at either end counts as not touched.
struct SkinContact {
  std::span<const double> time_s;  ///< ascending
  std::span<const double> water_K;
  std::span<const double> touched;
};
struct ScaldDose {
  double dose = 0;                  ///< 1: burnt
  std::optional<double> reached_s;  ///< when the dose became 1
};
/// Integral of dt / (factor x threshold(T)): times of different temperatures add as fractions of
/// their thresholds. At constant temperature this is the table itself; for varying temperature it
/// is the usual linear damage rule (assumption, no recovery).
ScaldDose scald_dose(const ScaldLaw& law, BurnDegree degree, const SkinContact& contact,
                     double time_factor = 1);
/// Part of the dose of second degree from which skin reddens: Henriques' 0.53 to 1.
inline constexpr double kFirstDegreeOfSecond_ratio = 0.53;

/// Flux on bare skin that gives second-degree burns after that time, and its inverse; ln-ln linear
/// between the nodes from 1 to 30 s. Source: Stoll and Chianta 1969, as tabulated by Oberon.
Bounded stoll_flux_W_per_m2(double exposure_s);
Bounded stoll_time_s(double flux_W_per_m2);

/// Two thick bodies that touch meet at (e1 T1 + e2 T2) / (e1 + e2), e = sqrt(k rho c).
/// Source: Carslaw and Jaeger, Conduction of Heat in Solids, 2nd ed. 1959, 2.15 (from memory).
double effusivity(double conductivity_W_per_m_K, double density_kg_per_m3,
                  double heat_capacity_J_per_kg_K);
double contact_temperature_K(double effusivity_1, double temperature_1_K, double effusivity_2,
                             double temperature_2_K);

/// Probability that burns kill:  logit P = -8.8163 + 0.0775 (age + 100 A + 17 inhaled),  A the
/// burnt part of the body surface. Made for patients of burn centres. Source: Osler, Glance and
/// Hosmer, J. Trauma 68 (2010) 690-697, revised Baux score (coefficients from memory).
double burn_death_probability(double age_years, double burnt_body_fraction, bool smoke_inhaled);
/// How that law is called in a report.
const LawInfo& revised_baux();

}  // namespace twinaxis::harm
