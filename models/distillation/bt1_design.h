#pragma once
// Steady state of the column, stage by stage from the bottom (Lewis-Sorel): mass and energy balance
// around everything below a stage give the liquid that falls onto it.

#include <array>

#include "models/distillation/bt1_params.h"

namespace twinaxis::distillation {

/// With `energy` every stage has its own latent heats; `constant_overflow` is the textbook case of
/// one vapour flow through the whole column.
enum class FlowLaw { energy, constant_overflow };

struct SteadyColumn {
  std::array<double, kBt1Stages> x{};  ///< benzene in the liquid, mole fraction
  std::array<double, kBt1Stages> y{};  ///< benzene in the vapour above it
  std::array<double, kBt1Stages> temperature_K{};
  std::array<double, kBt1Stages> vapour_kmol_per_s{};      ///< leaving the stage
  std::array<double, kBt1Stages + 1> liquid_kmol_per_s{};  ///< leaving; [0] bottoms, [25] reflux
  double distillate_kmol_per_s = 0;
  double distillate_x = 0;
  double drum_K = 0;
  double reboiler_W = 0;   ///< 0 with constant overflow
  double condenser_W = 0;  ///< 0 with constant overflow
};

double stage_pressure_Pa(const Bt1DesignParams& design, std::size_t stage);
double feed_temperature_K(const Bt1Params& params);  ///< boiling, at the pressure of the feed stage
double stage_loss_W(const Bt1Params& params, double temperature_K);

/// The boil-up that gives both purities of the design. Throws std::domain_error if none does.
SteadyColumn design_column(const Bt1Params& params, FlowLaw law);
/// The purities that given reflux and boil-up (of the reboiler) give, with constant overflow.
SteadyColumn rate_column(const Bt1Params& params, double reflux_kmol_per_s,
                         double boilup_kmol_per_s);

}  // namespace twinaxis::distillation
