#include "analysis/harm/contact_limits.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "analysis/harm/blunt_injury.h"
#include "analysis/harm/probit.h"
#include "sim/core/require.h"

namespace twinaxis::harm {
namespace {

constexpr std::string_view kMemory = "limits from memory; mass and spring of public calculators";
constexpr std::string_view kPage = "ISO 10218-2:2025, as in a public calculator";

// Forces that break: frontal bone about 4 kN, maxilla 0.66 kN; a clamped chest is crushed above
// about 6 kN (Haddadin et al. 2007 and 2008, values from memory).
constexpr std::array<BodyRegion, 12> kRegions = {{
    {"skull_forehead", 130, 1, 130, 4.4, 150e3, 4000, 0, kMemory, "頭蓋・額", "skull and forehead"},
    {"face", 65, 1, 110, 4.4, 75e3, 660, 0, kMemory, "顔", "face"},
    {"neck", 150, 2, 140, 1.2, 50e3, 0, 0, kMemory, "首", "neck"},
    {"back_shoulders", 210, 2, 160, 40, 35e3, 0, 0, kPage, "背中・肩", "back and shoulders"},
    {"chest", 140, 2, 120, 40, 25e3, 0, 6000, kPage, "胸", "chest"},
    {"abdomen", 110, 2, 140, 40, 10e3, 0, 0, kPage, "腹", "abdomen"},
    {"pelvis", 180, 2, 210, 40, 25e3, 0, 0, kPage, "骨盤", "pelvis"},
    {"upper_arm_elbow", 150, 2, 190, 3, 30e3, 0, 0, kPage, "上腕・肘", "upper arm and elbow"},
    {"forearm_wrist", 160, 2, 180, 2, 40e3, 0, 0, kPage, "前腕・手首", "forearm and wrist"},
    {"hand_finger", 140, 2, 190, 0.6, 75e3, 0, 0, kPage, "手・指", "hand and fingers"},
    {"thigh_knee", 220, 2, 220, 75, 50e3, 0, 0, kMemory, "大腿・膝", "thigh and knee"},
    {"lower_leg", 130, 2, 210, 75, 60e3, 0, 0, kMemory, "下腿", "lower leg"},
}};

double lognormal(double force_N, double median_N) {
  if (!(median_N > 0) || !(force_N > 0)) return 0;
  return probability_of_probit(5 + std::log(force_N / median_N) / kForceTolerance_ratio);
}

double bone(const BodyRegion& region, double force_N) {
  const auto curve = [&](std::string_view name) {
    return find_law(injury_curves(), name)->probability(force_N / 1e3);
  };
  if (region.name == "thigh_knee") return curve("femur");
  if (region.name == "lower_leg") return curve("tibia");
  return lognormal(force_N, region.fracture_N);
}

}  // namespace

std::span<const BodyRegion> body_regions() { return kRegions; }

const BodyRegion* find_body_region(std::string_view name) {
  const auto found = std::ranges::find(kRegions, name, &BodyRegion::name);
  return found == kRegions.end() ? nullptr : &*found;
}

bool is_head(const BodyRegion& region) {
  return region.name == "skull_forehead" || region.name == "face";
}

double force_limit_N(const BodyRegion& region, bool clamped) {
  return region.quasistatic_N * (clamped ? 1 : region.transient_ratio);
}

double robot_effective_kg(double moving_kg, double load_kg) { return moving_kg / 2 + load_kg; }

double power_and_force_limited_m_per_s(const BodyRegion& region, double robot_kg) {
  require(robot_kg > 0, "a robot has mass");
  const double reduced_kg = region.effective_kg * robot_kg / (region.effective_kg + robot_kg);
  return force_limit_N(region, false) / std::sqrt(region.stiffness_N_per_m * reduced_kg);
}

const LawInfo& iso_ts_15066() {
  static const LawInfo info{
      "iso_ts_15066", "limit of the force on a region of the body, onset of pain",
      "clamped F <= F_limit, free F <= 2 F_limit (skull and face: F_limit)",
      "ISO/TS 15066:2016 and ISO 10218-2:2025, primary not seen; head, neck and legs from memory"};
  return info;
}

AisExceedance force_severity(const BodyRegion& region, double force_N, bool clamped) {
  AisExceedance raw{};
  if (!(force_N > force_limit_N(region, clamped))) return raw;
  raw[0] = 1;
  raw[1] = bone(region, force_N);
  if (clamped) raw[4] = lognormal(force_N, region.fatal_N);
  return ordered(raw);
}

const LawInfo& force_tolerance() {
  static const LawInfo info{
      "force_tolerance", "injury by the peak force on a region of the body",
      "AIS 1 above the limit; AIS 2+: Phi(ln(F / F_fracture) / 0.25), femur and tibia by the "
      "curves of NHTSA; AIS 5+ of a clamped chest: Phi(ln(F / 6 kN) / 0.25)",
      "Haddadin et al. 2007 and 2008 (values from memory); scatter is an assumption"};
  return info;
}

}  // namespace twinaxis::harm
