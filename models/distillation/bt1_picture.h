#pragma once
// What BT-1 looks like at an instant: everything that follows from state, input and mode.

#include <array>

#include "models/distillation/bt1_params.h"

namespace twinaxis::distillation {

// Constants of the model, not of a plant (all assumptions).
inline constexpr double kBt1Dry_kmol = 0.2;  ///< a tenth of a tray: below, vapour passes by
inline constexpr double kBt1LoadLag_s = 5;   ///< hydraulics feel the vapour of a few seconds
inline constexpr double kBt1Overfull_s = 5;  ///< an overfull stage pushes its excess up
inline constexpr double kBt1Inert_kg_per_kmol = 28.96;      // air
inline constexpr double kBt1InertCv_J_per_kmol_K = 20.8e3;  // diatomic, 5/2 R
inline constexpr double kBt1InertCp_J_per_kmol_K =
    kBt1InertCv_J_per_kmol_K + kGasConstant_J_per_kmol_K;

/// Smooth from 0 to 1 as value goes from low to high.
double smooth_step(double value, double low, double high);
/// What a pump still draws from a vessel: nothing below 1 % level, all above 3 %.
double suction_fraction(double level_fraction);

/// Valve capacities and exchanger areas that make the design point a steady state.
struct Bt1Sizes {
  double feed_kmol_per_s = 0;  ///< each flow with its valve fully open
  double reflux_kmol_per_s = 0;
  double distillate_kmol_per_s = 0;
  double bottoms_kmol_per_s = 0;
  double feed_K = 0;
  double water_kg_per_s = 0;
  double design_drop_Pa = 0;  ///< tray hydraulics at design, which the drop profile is scaled with
  CondenserSize condenser;
  ReboilerSize reboiler;
};

/// A stream of both components with what it carries.
struct Bt1Stream {
  double kmol_per_s = 0;
  double benzene_kmol_per_s = 0;
  double W = 0;  ///< enthalpy flow
};

/// A stage at an instant.
struct Bt1Stage {
  double kmol = 0;
  double x = 0;
  Bubble bubble;
  Enthalpy liquid;  ///< J/kmol
  Enthalpy vapour;  ///< J/kmol, saturated at the temperature of the stage
  double cp_J_per_kmol_K = 0;
  double volume_m3 = 0;
  double contact_fraction = 0;    ///< of the vapour from below that meets the liquid
  double falling_kmol_per_s = 0;  ///< liquid to the stage below; bottoms for the sump
  double carried_kmol_per_s = 0;  ///< liquid to the stage above
  double boiling_kmol_per_s = 0;  ///< vapour that leaves the liquid
  double outside_W = 0;           ///< from steam and fire, less the loss to ambient
  double from_steel_W = 0;        ///< from the metal of the stage
  Bt1Stream rising;               ///< vapour to the stage above
};

/// How the vapour space answers what rises from the top tray:
/// dP/dt = alone + per_kmol V + per_benzene V y + per_J H.
struct Bt1Response {
  double alone_Pa_per_s = 0;
  double per_kmol = 0;     ///< Pa/s per kmol/s
  double per_benzene = 0;  ///< Pa/s per kmol/s
  double per_J = 0;        ///< Pa/s per W
};

/// Everything at an instant; computed from state, input and mode, held by nobody.
struct Bt1Picture {
  double pressure_Pa = 0;  ///< top, absolute
  double gauge_Pa = 0;
  double pressure_rate_Pa_per_s = 0;
  double vapour_K = 0;
  double vapour_y = 0;  ///< benzene among the condensables
  double inert_fraction = 0;
  Enthalpy vapour;  ///< J/kmol at vapour_K
  Bt1Response response;
  std::array<Bt1Stage, kBt1Stages> stage;
  double sump_level = 0;
  double flooding_bottom_fraction = 0;
  double flooding_top_fraction = 0;
  double feed_kmol_per_s = 0;
  double feed_x = 0;
  Enthalpy feed;  ///< J/kmol

  double drum_level = 0;
  double drum_x = 0;
  double drum_K = 0;
  Bubble drum_bubble;
  Enthalpy drum;         ///< J/kmol of its liquid
  Enthalpy drum_vapour;  ///< J/kmol of what boils from it
  double reflux_kmol_per_s = 0;
  double distillate_kmol_per_s = 0;
  double overflow_kmol_per_s = 0;
  double drum_boils_kmol_per_s = 0;
  double drum_condenses_kmol_per_s = 0;  ///< vapour that condenses on its surface

  ReboilerDuty reboiler;
  CondenserDuty condenser;
  double condensate_kmol_per_s = 0;
  double condensate_K = 0;
  /// Gas streams out of the vapour space, all species.
  double relief_kmol_per_s = 0, leak_kmol_per_s = 0, vent_kmol_per_s = 0;
  double vent_inert_fraction = 0;
  double gas_kg_per_kmol = 0;

  /// Both components, and inerts, through relief valve, gasket and vent.
  double condensable_out_kmol_per_s() const {
    return (relief_kmol_per_s + leak_kmol_per_s) * (1 - inert_fraction) +
           vent_kmol_per_s * (1 - vent_inert_fraction);
  }
  double inert_out_kmol_per_s() const {
    return (relief_kmol_per_s + leak_kmol_per_s) * inert_fraction +
           vent_kmol_per_s * vent_inert_fraction;
  }
};

}  // namespace twinaxis::distillation
