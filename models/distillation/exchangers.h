#pragma once
// Condenser and reboiler of BT-1: heat duties as functions of valve positions and temperatures.

#include "sim/core/fields.h"

namespace twinaxis::distillation {

/// Saturated steam: log10 P[mmHg] = 8.14019 - 1810.94/(244.485 + T[degC]), 99 to 374 degC
/// (Antoine set of the Dortmund Data Bank; within 1 % of the steam tables from 1 to 45 bar).
double steam_temperature_K(double pressure_Pa);
double steam_pressure_Pa(double temperature_K);
/// Watson's rule from 2256.5 kJ/kg at 100 degC, Tc 647.1 K; 3 % low at 250 degC.
double steam_latent_heat_J_per_kg(double temperature_K);

/// Total condenser, cooling water in the tubes. Duty by effectiveness and number of transfer units
/// for a condensing shell side (Incropera, table 11.3): Q = m c (1 - exp(-UA/(m c))) (Tc - Tin).
/// UA = UA0 / ((1-f) + f (m0/m)^0.8): f is the share of the water film in the thermal resistance
/// (Dittus-Boelter), and 1/(1 + k y) for inerts, k y << 1 being the blanketing law UA (1 - k y).
struct CondenserParams {
  double water_in_design_K = 303.15;   ///< 30 degC
  double water_out_design_K = 313.15;  ///< 40 degC
  double water_film_fraction = 0.5;    ///< assumption
  double blanketing_ratio = 10;        ///< k (assumption)
  double fouling_fraction = 0;         ///< loss of UA
};
struct CondenserSize {
  double ua_W_per_K = 0;  ///< at the design flow, clean, no inerts
  double water_design_kg_per_s = 0;
};
CondenserSize size_condenser(const CondenserParams& condenser, double duty_W, double vapour_K);

struct CondenserDuty {
  double heat_W = 0;
  double water_out_K = 0;
};
/// Nothing is condensed where the water is warmer than the vapour.
CondenserDuty condenser_duty(const CondenserParams& condenser, const CondenserSize& size,
                             double vapour_K, double water_in_K, double water_kg_per_s,
                             double inert_fraction);

/// Kettle reboiler behind a steam control valve. The valve is choked as long as the chest is below
/// 0.55 of the header, so a stuck valve is a constant heat; then its flow falls as
/// sqrt(1 - ((r - 0.55)/0.45)^2) (ellipse law), and the chest can never be hotter than the header.
struct ReboilerParams {
  double chest_design_K = 413.15;         ///< 140 degC at design duty
  double header_design_Pa = 42e5;         ///< high-pressure steam, 253 degC (assumption)
  double uncovered_level_fraction = 0.2;  ///< below it, area is wetted in proportion to the level
  double fouling_fraction = 0;            ///< loss of UA
};
struct ReboilerSize {
  double ua_W_per_K = 0;   ///< all tubes wetted, clean
  double open_duty_W = 0;  ///< valve fully open, choked, header at design
};
ReboilerSize size_reboiler(const ReboilerParams& reboiler, double duty_W, double boiling_K,
                           double valve_fraction);

struct ReboilerDuty {
  double heat_W = 0;
  double chest_K = 0;      ///< condensing steam; the boiling temperature when no steam flows
  double tube_wall_K = 0;  ///< hottest metal: dry tubes stand at the chest temperature
};
ReboilerDuty reboiler_duty(const ReboilerParams& reboiler, const ReboilerSize& size,
                           double valve_fraction, double header_Pa, double boiling_K,
                           double level_fraction);

inline void fields(FieldVisitor& v, CondenserParams& p) {
  v("water_in_design", p.water_in_design_K, "K", above(0), "cooling water supply at design");
  v("water_out_design", p.water_out_design_K, "K", above(0), "cooling water return at design");
  v("water_film", p.water_film_fraction, "1", fraction(), "share of the thermal resistance");
  v("blanketing", p.blanketing_ratio, "1", at_least(0), "UA / (1 + k y) with inert fraction y");
  v("fouling", p.fouling_fraction, "1", between(0, 0.99), "loss of UA");
}
inline void fields(FieldVisitor& v, ReboilerParams& p) {
  v("chest_design", p.chest_design_K, "K", above(0), "steam chest at design duty");
  v("header_design", p.header_design_Pa, "Pa", above(0), "steam header at design, absolute");
  v("uncovered_level", p.uncovered_level_fraction, "1", between(0.01, 1),
    "sump level at which tubes begin to dry");
  v("fouling", p.fouling_fraction, "1", between(0, 0.99), "loss of UA");
}

}  // namespace twinaxis::distillation
