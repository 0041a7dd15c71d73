#pragma once
// BT-1 as one pot of boiling liquid: the drill model, and the independent check of the tray model.
//   C dT/dt = Q_reboiler + Q_feed - Q_condenser - W_relief lambda - Q_loss,   P = Psat(T)
// The inventory is saturated at one temperature and its vapour pressure is that of pure benzene
// (Antoine of vle.h): this reproduces the published path of pressure after loss of cooling.
// Valid until the liquid is gone; overestimates pressure where the liquid holds much toluene.

#include "models/distillation/relief.h"
#include "models/distillation/vle.h"
#include "sim/physics/system.h"

namespace twinaxis::distillation {

struct LumpedParams {
  double heat_capacity_J_per_K = 42e6;  ///< liquid and steel
  double initial_K = 358.844;           ///< 85.694 degC: benzene boils there at 120 kPa
  double loss_W_per_K = 0;
  double ambient_K = 288.15;
  double ambient_Pa = 101325;
  Component component = benzene();
  ReliefParams relief;
};

/// Inputs: heats in W. Truth: pressure, temperature, relief flow and released mass.
class Bt1Lumped final : public System {
 public:
  explicit Bt1Lumped(const LumpedParams& params = {}) : p_(params) {}

  std::vector<std::string> inputs() const override;
  std::vector<std::string> output_names() const override;
  std::vector<std::string> state_names() const override;
  std::vector<double> initial_state() const override;
  std::vector<double> initial_mode() const override { return {0}; }
  void derivative(const Instant& now, std::span<double> rate) const override;
  void outputs(const Instant& now, std::span<double> truth) const override;
  std::size_t root_count() const override { return 2; }
  void roots(const Instant& now, std::span<double> values) const override;
  void cross(const Crossing& crossing, const Instant& now, std::span<double> state,
             std::span<double> mode, EventLog& log) const override;

 private:
  double pressure_Pa(const Instant& now) const;
  double relief_kg_per_s(const Instant& now) const;
  LumpedParams p_;
};

/// Exact: time to heat from the initial temperature to the boiling point at a pressure, with
/// constant net heat, neither relief nor loss: C (Tsat(P) - T0) / Q.
double heating_time_s(const LumpedParams& params, double pressure_Pa, double net_heat_W);

inline void fields(FieldVisitor& v, LumpedParams& p) {
  v("heat_capacity", p.heat_capacity_J_per_K, "J/K", above(0), "liquid and steel");
  v("initial_temperature", p.initial_K, "K", above(0), "at the start");
  v("heat_loss", p.loss_W_per_K, "W/K", at_least(0), "to ambient");
  v("ambient_temperature", p.ambient_K, "K", above(0), "of the air");
  v("ambient_pressure", p.ambient_Pa, "Pa", above(0), "of the air");
  v("component", p.component, "whose vapour pressure and latent heat count");
  v("relief", p.relief, "relief valve");
}

}  // namespace twinaxis::distillation
