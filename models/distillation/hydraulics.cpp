#include "models/distillation/hydraulics.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace twinaxis::distillation {
namespace {

constexpr double kFrancis_m = 0.664;  // crest in m of 1 m3/s over 1 m of weir
constexpr double kGravity_m_per_s2 = 9.80665;

}  // namespace

double TrayParams::section_m2() const { return std::numbers::pi / 4 * diameter_m * diameter_m; }

double weir_crest_m(double flow_m3_per_s, double weir_m) {
  return kFrancis_m * std::pow(std::max(0.0, flow_m3_per_s) / weir_m, 2.0 / 3.0);
}

double weir_flow_m3_per_s(double crest_m, double weir_m) {
  if (crest_m <= 0) return 0;
  const double relative = crest_m / kFrancis_m;
  return weir_m * relative * std::sqrt(relative);
}

double tray_outflow_m3_per_s(const TrayParams& tray, double liquid_m3) {
  const double clear_m = (liquid_m3 - tray.downcomer_liquid_m3) / tray.active_m2();
  const double most_m3_per_s =
      tray.downcomer_choke_m_per_s * tray.downcomer_fraction * tray.section_m2();
  return std::min(weir_flow_m3_per_s(clear_m - tray.weir_height_m, tray.weir_m()), most_m3_per_s);
}

double tray_volume_m3(const TrayParams& tray, double outflow_m3_per_s) {
  const double clear_m = tray.weir_height_m + weir_crest_m(outflow_m3_per_s, tray.weir_m());
  return tray.downcomer_liquid_m3 + clear_m * tray.active_m2();
}

double tray_full_m3(const TrayParams& tray) {
  return tray.downcomer_liquid_m3 + tray.spacing_m * tray.active_m2();
}

double flow_parameter(double liquid_kg_per_s, double vapour_kg_per_s, double vapour_kg_per_m3,
                      double liquid_kg_per_m3) {
  return liquid_kg_per_s / vapour_kg_per_s * std::sqrt(vapour_kg_per_m3 / liquid_kg_per_m3);
}

double souders_brown_m_per_s(double spacing_m, double flow_parameter) {
  return 0.0105 + 8.127e-4 * std::pow(spacing_m * 1000, 0.755) *
                      std::exp(-1.463 * std::pow(flow_parameter, 0.842));
}

double flood_velocity_m_per_s(const TrayParams& tray, double flow_parameter,
                              double vapour_kg_per_m3, double liquid_kg_per_m3) {
  return souders_brown_m_per_s(tray.spacing_m, flow_parameter) *
         std::pow(tray.surface_tension_mN_per_m / 20, 0.2) *
         std::sqrt((liquid_kg_per_m3 - vapour_kg_per_m3) / vapour_kg_per_m3);
}

double flood_diameter_m(const TrayParams& tray, double vapour_m3_per_s, double flood_m_per_s,
                        double at_flood_fraction) {
  const double net_m2 = vapour_m3_per_s / (at_flood_fraction * flood_m_per_s);
  return std::sqrt(4 / std::numbers::pi * net_m2 / (1 - tray.downcomer_fraction));
}

double entrainment_fraction(double flood_fraction) {
  const double above_onset = std::max(0.0, (flood_fraction - 0.9) / 0.1);
  return std::min(0.1 * above_onset * above_onset, 0.9);
}

double contact_fraction(double flood_fraction) {
  return 1 - 0.5 * std::clamp((flood_fraction - 1) / 0.2, 0.0, 1.0);
}

double downcomer_open_fraction(double flood_fraction) {
  return 1 - 0.8 * std::clamp((flood_fraction - 1) / 0.2, 0.0, 1.0);
}

double weeping_fraction(const TrayParams& tray, double flood_fraction) {
  return std::clamp(1 - flood_fraction / tray.weep_fraction, 0.0, 1.0);
}

double tray_pressure_drop_Pa(const TrayParams& tray, double vapour_m3_per_s,
                             double vapour_kg_per_m3, double liquid_kg_per_m3, double liquid_m3) {
  const double hole_m_per_s = vapour_m3_per_s / (tray.active_m2() * tray.hole_fraction);
  const double relative = hole_m_per_s / tray.orifice_ratio;
  const double dry_m = 0.051 * relative * relative * vapour_kg_per_m3 / liquid_kg_per_m3;
  const double clear_m = std::max(0.0, liquid_m3 - tray.downcomer_liquid_m3) / tray.active_m2();
  const double residual_m = 12.5 / liquid_kg_per_m3;
  return (dry_m + clear_m + residual_m) * liquid_kg_per_m3 * kGravity_m_per_s2;
}

}  // namespace twinaxis::distillation
