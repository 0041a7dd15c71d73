#include "models/furnace/slab.h"

#include <cmath>
#include <stdexcept>

#include "sim/core/overload.h"

namespace twinaxis::furnace {

void fields(FieldVisitor& v, SlabParams& p) {
  v("thickness", p.thickness_m, "m", above(0), "between the heated faces");
  v("width", p.width_m, "m", above(0), "of a slab, along the way through the furnace");
  v("length", p.length_m, "m", above(0), "of a slab, across the furnace");
  v("conductivity", p.conductivity_W_per_m_K, "W/m/K", above(0), "mean over the range");
  v("density", p.density_kg_per_m3, "kg/m^3", above(0), "of the steel");
  v("heat_capacity", p.heat_capacity_J_per_kg_K, "J/kg/K", above(0), "mean over the range");
  v("emissivity", p.emissivity_fraction, "1", fraction(), "of the exchange with the furnace");
  v("cells", p.cell_count, between(3, 400), "volumes over the thickness");
}

SlabGrid slab_grid(const SlabParams& p) {
  if (p.cell_count < 3) throw std::domain_error("a slab has at least three cells");
  SlabGrid grid;
  grid.cell_count = static_cast<std::size_t>(p.cell_count);
  grid.spacing_m = p.thickness_m / static_cast<double>(p.cell_count - 1);
  grid.volume_J_per_m2_K = p.density_kg_per_m3 * p.heat_capacity_J_per_kg_K * grid.spacing_m;
  grid.exchange_per_s = p.conductivity_W_per_m_K / grid.spacing_m / grid.volume_J_per_m2_K;
  grid.surface_m2_K_per_J = 2 / grid.volume_J_per_m2_K;
  return grid;
}

double fastest_mode_per_s(const SlabGrid& grid) { return 4 * grid.exchange_per_s; }

void conduct(const SlabGrid& grid, std::span<const double> temperature_K, double low_W_per_m2,
             double high_W_per_m2, std::span<double> rate_K_per_s) {
  const std::size_t last = grid.cell_count - 1;
  const double r = grid.exchange_per_s;
  // State and rate never overlap: telling the compiler lets it vectorise.
  const double* __restrict x = temperature_K.data();
  double* __restrict dx = rate_K_per_s.data();
  for (std::size_t i = 1; i < last; ++i) dx[i] = r * ((x[i - 1] - x[i]) + (x[i + 1] - x[i]));
  dx[0] = 2 * r * (x[1] - x[0]) + grid.surface_m2_K_per_J * low_W_per_m2;
  dx[last] = 2 * r * (x[last - 1] - x[last]) + grid.surface_m2_K_per_J * high_W_per_m2;
}

double exchanged_W_per_m2(const Exchange& face, double surface_K) {
  const double gas2 = face.gas_K * face.gas_K, surface2 = surface_K * surface_K;
  return face.convection_W_per_m2_K * (face.gas_K - surface_K) +
         face.emissivity_fraction * kStefanBoltzmann_W_per_m2_K4 *
             (gas2 * gas2 - surface2 * surface2);
}

void slab_rate(const SlabGrid& grid, std::span<const double> temperature_K, const Face& low,
               const Face& high, std::span<double> rate_K_per_s) {
  const auto flow = [](const Face& face, double surface_K) {
    return std::visit(overload{[&](const Exchange& e) { return exchanged_W_per_m2(e, surface_K); },
                               [](const Imposed&) { return 0.0; }},
                      face);
  };
  const std::size_t last = grid.cell_count - 1;
  conduct(grid, temperature_K, flow(low, temperature_K[0]), flow(high, temperature_K[last]),
          rate_K_per_s);
  if (const auto* imposed = std::get_if<Imposed>(&low)) rate_K_per_s[0] = imposed->rate_K_per_s;
  if (const auto* imposed = std::get_if<Imposed>(&high)) {
    rate_K_per_s[last] = imposed->rate_K_per_s;
  }
}

double mean_K(const SlabGrid& grid, std::span<const double> temperature_K) {
  const std::size_t last = grid.cell_count - 1;
  double sum_K = 0.5 * (temperature_K[0] + temperature_K[last]);
  for (std::size_t i = 1; i < last; ++i) sum_K += temperature_K[i];
  return sum_K / static_cast<double>(last);
}

double core_K(std::span<const double> temperature_K) {
  const std::size_t n = temperature_K.size();
  return 0.5 * (temperature_K[(n - 1) / 2] + temperature_K[n / 2]);
}

double radiation_heating_s(double body_J_per_m2_K, double emissivity_fraction, double from_K,
                           double to_K, double gas_K) {
  const auto integral = [gas_K](double t_K) {
    return (std::log((gas_K + t_K) / (gas_K - t_K)) + 2 * std::atan(t_K / gas_K)) /
           (4 * gas_K * gas_K * gas_K);
  };
  return body_J_per_m2_K / (emissivity_fraction * kStefanBoltzmann_W_per_m2_K4) *
         (integral(to_K) - integral(from_K));
}

}  // namespace twinaxis::furnace
