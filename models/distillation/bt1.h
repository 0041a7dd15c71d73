#pragma once
// The benzene/toluene column BT-1, tray by tray: sump with kettle reboiler, 24 sieve trays, total
// condenser, reflux drum, relief valve and shell.
//
// Every stage is a saturated liquid with its own temperature; one vapour space holds the pressure:
//   dM_i/dt = liquid in - out + vapour in - out,  d(M x)_i/dt likewise for benzene
//   (M cp)_i dT_i/dt = heat in - V_i lambda_i + ...,   T_i = bubble(P + drop_i, x_i)
//   V_space dP/dt = R d(n T)/dt,   n = vapour from the top tray - condensed - relieved - leaked
// Differentiating the bubble-point condition turns the energy balance of stage i into a linear
// equation for its vapour V_i, given the rate dP/dt; the vapour space closes the chain, so that no
// iteration is left and the derivative is a pure function. Equations and limits: README.md.
//
// RK4 is stable up to 2.5 s (lag of the relief stem); 1 s is recommended: error 2e-11 after a step.

#include "models/distillation/bt1_design.h"
#include "models/distillation/bt1_layout.h"
#include "models/distillation/bt1_params.h"
#include "models/distillation/bt1_picture.h"
#include "sim/physics/system.h"

namespace twinaxis::distillation {

class Bt1 final : public System {
 public:
  /// Sizes the equipment for the design of `params` and finds the steady state. A pure function of
  /// the parameters. Throws std::domain_error if the design cannot be met.
  explicit Bt1(const Bt1Params& params = {});

  const Bt1Params& params() const { return p_; }
  const Bt1Sizes& sizes() const { return sizes_; }
  const SteadyColumn& design() const { return design_; }
  /// The inputs that hold the initial state: valve openings and normal surroundings.
  std::vector<double> nominal_input() const;

  std::vector<std::string> inputs() const override { return bt1::input_names(); }
  std::vector<std::string> output_names() const override;
  std::vector<std::string> state_names() const override { return bt1::state_names(); }
  std::vector<double> initial_state() const override { return initial_; }
  std::vector<double> initial_mode() const override;

  void derivative(const Instant& now, std::span<double> rate) const override;
  void outputs(const Instant& now, std::span<double> truth) const override;
  std::size_t root_count() const override { return bt1::root_count; }
  void roots(const Instant& now, std::span<double> values) const override;
  void cross(const Crossing& crossing, const Instant& now, std::span<double> state,
             std::span<double> mode, EventLog& log) const override;
  /// benzene, toluene, inerts in kmol and energy in J. What a rupture sets free stays "inside".
  std::vector<Balance> balances(const Instant& now) const override;

  /// What a rupture at this instant would set free.
  Rupture rupture(const Instant& now) const;

 private:
  void look_at_vapour(const Instant& now, Bt1Picture& p) const;
  void look_at_stage(const Instant& now, Bt1Picture& p, std::size_t i) const;
  void look_at_stages(const Instant& now, Bt1Picture& p) const;
  void look_at_flooding(const Instant& now, Bt1Picture& p) const;
  void look_at_liquid_flows(const Instant& now, Bt1Picture& p) const;
  void look_at_drum(const Instant& now, Bt1Picture& p) const;
  void look_at_heat(const Instant& now, Bt1Picture& p) const;
  void look_at_outlets(const Instant& now, Bt1Picture& p) const;
  void close_vapour_balance(Bt1Picture& p) const;
  Bt1Picture picture(const Instant& now) const;
  Bt1Response vapour_response(const Instant& now, const Bt1Picture& p) const;

  void fill_initial_state();
  void stage_rates(const Instant& now, const Bt1Picture& p, std::span<double> rate) const;
  void overhead_rates(const Instant& now, const Bt1Picture& p, std::span<double> rate) const;
  void drum_rates(const Instant& now, const Bt1Picture& p, std::span<double> rate) const;
  void device_rates(const Instant& now, const Bt1Picture& p, std::span<double> rate) const;

  double flooding_fraction(const Bt1Picture& p, std::size_t stage, double load_kmol_per_s) const;
  double column_drop_Pa(const Instant& now, const Bt1Picture& p) const;
  void write_column(const Instant& now, const Bt1Picture& p, std::span<double> truth) const;
  void write_flows(const Bt1Picture& p, std::span<double> truth) const;
  void write_devices(const Instant& now, std::span<double> truth) const;
  void write_burst(const Instant& now, std::span<double> truth) const;
  double energy_J(const Instant& now, const Bt1Picture& p) const;
  double energy_inflow_W(const Instant& now, const Bt1Picture& p) const;
  double tray_drop_Pa(const Bt1Picture& p, std::size_t stage, double load_kmol_per_s) const;
  double drum_level_fraction(const Instant& now) const;
  double steel_J_per_K() const;  ///< of one stage

  Bt1Params p_;
  SteadyColumn design_;
  Bt1Sizes sizes_;
  std::vector<double> initial_;
};

}  // namespace twinaxis::distillation
