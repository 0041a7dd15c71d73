#pragma once
// What a region of the body bears: limits of ISO/TS 15066 for robots that touch people, springs and
// masses of its contact model, forces that break bones.

#include <optional>
#include <span>
#include <string_view>

#include "analysis/harm/law.h"
#include "analysis/harm/trauma.h"

namespace twinaxis::harm {

struct BodyRegion {
  std::string_view name;   ///< "chest"; lower case with underscores
  double quasistatic_N;    ///< limit of pain while clamped
  double transient_ratio;  ///< of it for a free contact; 1 where ISO/TS 15066 allows no more
  double pressure_N_per_cm2;
  double effective_kg;
  double stiffness_N_per_m;
  double fracture_N;  ///< half have a broken bone; 0: none published
  double fatal_N;     ///< half die if clamped; 0: none published
  std::string_view source;
  std::string_view ja, en;
};
/// The twelve regions, from head to foot. Limits of skull, face, neck, thigh and lower leg are from
/// memory; the others from pages on ISO 10218-2:2025.
std::span<const BodyRegion> body_regions();
/// Null if there is none of that name.
const BodyRegion* find_body_region(std::string_view name);
/// Skull or face: a blow on it moves the head.
bool is_head(const BodyRegion& region);

/// Greatest force that is allowed; free contacts may be `transient_ratio` higher.
double force_limit_N(const BodyRegion& region, bool clamped);
/// Part of a robot's mass that strikes: half of its moving parts and the load.
double robot_effective_kg(double moving_kg, double load_kg);
/// Speed at which a free contact just meets the limit: v = F / sqrt(k mu), mu of region and robot.
double power_and_force_limited_m_per_s(const BodyRegion& region, double robot_kg);
const LawInfo& iso_ts_15066();

/// Scatter of the forces that break bones: standard deviation of their logarithm. Assumption.
inline constexpr double kForceTolerance_ratio = 0.25;
/// Severity after a peak force. Beyond the limit of pain AIS 1; AIS 2+ by the curves for thigh and
/// lower leg or lognormal about `fracture_N`; AIS 5+ lognormal about `fatal_N`, if clamped. Where
/// nothing is published nothing worse than AIS 1 is claimed.
AisExceedance force_severity(const BodyRegion& region, double force_N, bool clamped);
const LawInfo& force_tolerance();

}  // namespace twinaxis::harm
