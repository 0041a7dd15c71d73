#include "models/water_heater/pipe.h"

#include <array>
#include <numbers>

#include "models/water_heater/constants.h"
#include "sim/core/require.h"

namespace twinaxis::water_heater {

double PipeParams::volume_m3() const { return std::numbers::pi / 4 * bore_m * bore_m * length_m; }

void fields(FieldVisitor& v, PipeParams& p) {
  v("cells", p.cells_count, between(2, static_cast<double>(kPipeCellsAtMost)), "finite volumes");
  v("length", p.length_m, "m", above(0), "from heater to shower (assumption)");
  v("bore", p.bore_m, "m", above(0), "inner diameter; 13 mm is usual (from memory)");
  v("loss", p.loss_W_per_m_K, "W/(m K)", at_least(0), "to the room, insulated (assumption)");
  v("room", p.room_K, "K", above(0), "temperature around the pipe (assumption)");
}

double transport_delay_s(const PipeParams& p, double flow_kg_per_s) {
  return p.volume_m3() * kWater_kg_per_m3 / flow_kg_per_s;
}

double courant_ratio(const PipeParams& p, double flow_kg_per_s, double step_s) {
  return step_s * p.cells_count / transport_delay_s(p, flow_kg_per_s);
}

Pipe::Pipe(const PipeParams& p)
    : cells_(static_cast<std::size_t>(p.cells_count)),
      cell_kg_(p.volume_m3() * kWater_kg_per_m3 / p.cells_count),
      cell_J_per_K_(cell_kg_ * kWater_J_per_kg_K),
      loss_W_per_K_(p.loss_W_per_m_K * p.length_m / p.cells_count),
      room_K_(p.room_K) {
  require(2 <= p.cells_count && cells_ <= kPipeCellsAtMost, "a pipe has 2 to 200 cells");
}

double Pipe::rates(std::span<const double> cell_K, double flow_kg_per_s, double inlet_K,
                   std::span<double> rate_K_per_s) const {
  const double cooling_per_s = loss_W_per_K_ / cell_J_per_K_;
  const double* __restrict x = cell_K.data();
  double* __restrict rate = rate_K_per_s.data();
  const std::size_t n = cells_;
  for (std::size_t i = 0; i < n; ++i) rate[i] = -cooling_per_s * (x[i] - room_K_);
  if (flow_kg_per_s > 0) {
    // Value at the downstream face of each cell; the first and the last are upwind.
    std::array<double, kPipeCellsAtMost> face;
    face[0] = x[0];
    face[n - 1] = x[n - 1];
    for (std::size_t i = 1; i + 1 < n; ++i) {
      const double a = x[i] - x[i - 1], b = x[i + 1] - x[i];
      const double both = a * b;
      face[i] = x[i] + (both > 0 ? both / (a + b) : 0.0);
    }
    const double through_per_s = flow_kg_per_s / cell_kg_;
    rate[0] += through_per_s * (inlet_K - face[0]);
    for (std::size_t i = 1; i < n; ++i) rate[i] += through_per_s * (face[i - 1] - face[i]);
  }
  return loss_W(cell_K);
}

double Pipe::energy_J(std::span<const double> cell_K) const {
  double sum_K = 0;
  for (const double each_K : cell_K) sum_K += each_K - kZero_K;
  return sum_K * cell_J_per_K_;
}

double Pipe::loss_W(std::span<const double> cell_K) const {
  double sum_K = 0;
  for (const double each_K : cell_K) sum_K += each_K - room_K_;
  return sum_K * loss_W_per_K_;
}

}  // namespace twinaxis::water_heater
