#include "models/furnace/lining.h"

#include <algorithm>
#include <cmath>

#include "models/furnace/slab.h"

namespace twinaxis::furnace {
namespace {

/// Resistance that is left where melt has filled the joints.
constexpr double kFilled_fraction = 0.01;

}  // namespace

void fields(FieldVisitor& v, LayerParams& p) {
  v("thickness", p.thickness_m, "m", above(0), "of the layer");
  v("conductivity", p.conductivity_W_per_m_K, "W/m/K", above(0), "at its temperature");
  v("density", p.density_kg_per_m3, "kg/m^3", above(0), "of the layer");
  v("heat_capacity", p.heat_capacity_J_per_kg_K, "J/kg/K", above(0), "of the layer");
  v("cells", p.cell_count, between(1, 100), "volumes over the thickness");
}

void fields(FieldVisitor& v, LiningParams& p) {
  v("working", p.working, "lining that the melt touches");
  v("safety", p.safety, "lining behind it");
  v("insulation", p.insulation, "between lining and shell");
  v("shell", p.shell, "steel");
  v("film", p.film_W_per_m2_K, "W/m^2/K", above(0), "melt against the hot face");
  v("outer", p.outer_W_per_m2_K, "W/m^2/K", above(0), "natural convection on the shell");
  v("shell_emissivity", p.shell_emissivity_fraction, "1", fraction(), "of the shell");
  v("breakout_shell", p.breakout_shell_K, "K", above(0), "shell that gives way");
  v("breakout_remaining", p.breakout_remaining_m, "m", at_least(0), "refractory that gives way");
}

Lining::Lining(const LiningParams& p) : p_(p) {
  double at_m = 0;
  const auto add = [&](const LayerParams& layer) {
    const double dx_m = layer.thickness_m / layer.cell_count;
    for (int i = 0; i < layer.cell_count; ++i) {
      heat_J_per_m2_K_.push_back(layer.density_kg_per_m3 * layer.heat_capacity_J_per_kg_K * dx_m);
      whole_m2_K_per_W_.push_back(dx_m / layer.conductivity_W_per_m_K);
      begin_m_.push_back(at_m);
      at_m += dx_m;
      end_m_.push_back(at_m);
    }
  };
  add(p.working);
  safety_begins_ = cell_count();
  add(p.safety);
  add(p.insulation);
  refractory_m_ = at_m;
  add(p.shell);
}

double Lining::resistance_m2_K_per_W(std::size_t cell, double penetrated_m) const {
  const double reached =
      std::clamp((penetrated_m - begin_m_[cell]) / (end_m_[cell] - begin_m_[cell]), 0.0, 1.0);
  return whole_m2_K_per_W_[cell] * (1 - (1 - kFilled_fraction) * reached);
}

double Lining::hot_W_per_m2(double cell_K, const Surroundings& around) const {
  // The inside of an emptied furnace is as warm as its own hot face: it takes no heat.
  const double half = 0.5 * resistance_m2_K_per_W(0, around.penetrated_m);
  return around.wetted_fraction * (around.melt_K - cell_K) / (1 / p_.film_W_per_m2_K + half);
}

double Lining::cold_W_per_m2(double shell_K, const Surroundings& around) const {
  const double shell2 = shell_K * shell_K, ambient2 = around.ambient_K * around.ambient_K;
  return p_.outer_W_per_m2_K * (shell_K - around.ambient_K) +
         p_.shell_emissivity_fraction * kStefanBoltzmann_W_per_m2_K4 *
             (shell2 * shell2 - ambient2 * ambient2);
}

Lining::Flows Lining::flows(std::span<const double> temperature_K,
                            const Surroundings& around) const {
  return {hot_W_per_m2(temperature_K.front(), around), cold_W_per_m2(temperature_K.back(), around)};
}

Lining::Flows Lining::rate(std::span<const double> temperature_K, const Surroundings& around,
                           std::span<double> rate_K_per_s) const {
  const Flows edges = flows(temperature_K, around);
  double entering = edges.in_W_per_m2;
  double resistance = resistance_m2_K_per_W(0, around.penetrated_m);
  for (std::size_t i = 0; i + 1 < cell_count(); ++i) {
    const double next = resistance_m2_K_per_W(i + 1, around.penetrated_m);
    const double leaving = (temperature_K[i] - temperature_K[i + 1]) / (0.5 * (resistance + next));
    rate_K_per_s[i] = (entering - leaving) / heat_J_per_m2_K_[i];
    entering = leaving;
    resistance = next;
  }
  rate_K_per_s[cell_count() - 1] = (entering - edges.out_W_per_m2) / heat_J_per_m2_K_.back();
  return edges;
}

double Lining::energy_J_per_m2(std::span<const double> temperature_K) const {
  double sum = 0;
  for (std::size_t i = 0; i < cell_count(); ++i) sum += heat_J_per_m2_K_[i] * temperature_K[i];
  return sum;
}

double Lining::interface_K(std::span<const double> temperature_K) const {
  return 0.5 * (temperature_K[safety_begins_ - 1] + temperature_K[safety_begins_]);
}

std::vector<double> Lining::resting_K(const Surroundings& around) const {
  // The flow that leaves the shell rises with its temperature, the flow that reaches it falls:
  // bisection on the shell's temperature.
  const auto walk = [&](double shell_K, std::vector<double>& x) {
    const double q = cold_W_per_m2(shell_K, around);
    x.assign(cell_count(), shell_K);
    for (std::size_t i = cell_count() - 1; i > 0; --i) {
      x[i - 1] = x[i] + q * 0.5 *
                            (resistance_m2_K_per_W(i, around.penetrated_m) +
                             resistance_m2_K_per_W(i - 1, around.penetrated_m));
    }
    return hot_W_per_m2(x.front(), around) - q;
  };
  std::vector<double> x;
  double low_K = around.ambient_K, high_K = around.melt_K;
  for (int i = 0; i < 100; ++i) {
    const double middle_K = 0.5 * (low_K + high_K);
    (walk(middle_K, x) > 0 ? low_K : high_K) = middle_K;
  }
  walk(0.5 * (low_K + high_K), x);
  return x;
}

}  // namespace twinaxis::furnace
