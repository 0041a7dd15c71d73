#pragma once
// One slab under any two faces, run by the model's own kernel and the project's Runge-Kutta step:
// the furnace calls the same slab_rate().

#include <algorithm>
#include <cmath>
#include <functional>
#include <vector>

#include "models/furnace/slab.h"
#include "sim/physics/rk4.h"

namespace twinaxis::furnace {

struct SlabRun {
  SlabParams slab;
  double start_K = 293.15;
  std::function<Face(double time_s)> low, high;

  /// Temperatures at the end; `step_s` at most half a second and stable for the grid.
  std::vector<double> after(double end_s) const {
    const SlabGrid grid = slab_grid(slab);
    std::vector<double> state(grid.cell_count, start_K), scratch(rk4_scratch_size(state.size()));
    const double longest_s = std::min(0.5, 2.0 / fastest_mode_per_s(grid));
    const double count = std::ceil(end_s / longest_s);
    const double step_s = end_s / count;
    const auto rate = [&](double t_s, std::span<const double> x, std::span<double> dx) {
      slab_rate(grid, x, low(t_s), high(t_s), dx);
    };
    for (double k = 0; k < count; ++k) rk4_step(rate, k * step_s, step_s, state, scratch);
    return state;
  }
};

inline Face insulated(double) { return Exchange{}; }

/// The slab of a plane-wall problem in its dimensionless form: half thickness 1 m, k = 1 W/m/K,
/// rho c = 1 J/m^3/K, so that Fo is the time in seconds and Bi the convection in W/m^2/K.
inline SlabRun plane_wall(double biot, int cell_count) {
  SlabRun run;
  run.slab.thickness_m = 1;
  run.slab.conductivity_W_per_m_K = 1;
  run.slab.density_kg_per_m3 = 1;
  run.slab.heat_capacity_J_per_kg_K = 1;
  run.slab.cell_count = cell_count;
  run.start_K = 1;  // theta = T: the gas is at 0
  run.low = insulated;
  run.high = [biot](double) { return Exchange{0, biot, 0}; };
  return run;
}

/// 220 mm of steel between two faces of a furnace at gas_K, from 20 degC.
inline SlabRun reheating(double gas_K, int cell_count) {
  SlabRun run;
  run.slab.cell_count = cell_count;
  run.low = run.high = [gas_K, eps = run.slab.emissivity_fraction](double) {
    return Exchange{gas_K, 0, eps};
  };
  return run;
}

}  // namespace twinaxis::furnace
