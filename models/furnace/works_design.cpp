// Where a run begins: the periodic state in which every zone stands at its set-point.

#include <algorithm>
#include <cmath>

#include "models/furnace/works.h"
#include "sim/core/text.h"
#include "sim/physics/rk4.h"

namespace twinaxis::furnace {

using namespace works;

/// One slab on its way through all places at fixed zone temperatures: what it is after the part of
/// a period that has gone by at the start is the initial state of the slab at that place.
void Works::travel() {
  const std::size_t n = at_.cells;
  const auto cells = static_cast<double>(n - 1);
  std::vector<double> x(n + 3, p_.charge_K);  // cells, grain, carbon, scale
  x[n] = grain_start_ratio(p_.quality.grain);
  x[n + 1] = x[n + 2] = 0;
  const auto energy_J = [&] {
    const auto slab = std::span<const double>(x).first(n);
    return face_m2_ * grid_.volume_J_per_m2_K * cells * mean_K(grid_, slab);
  };
  for (std::size_t j = 0; j < at_.slabs; ++j) {
    const double before_J = energy_J();
    rest_at(j, p_.line.start_fraction * p_.line.period_s, x);
    std::copy_n(x.begin(), n, initial_.begin() + static_cast<std::ptrdiff_t>(at_.slab_K + j * n));
    initial_[at_.grain + j] = x[n];
    initial_[at_.carbon_m2 + j] = x[n + 1];
    initial_[at_.scale_m2 + j] = x[n + 2];
    rest_at(j, (1 - p_.line.start_fraction) * p_.line.period_s, x);
    taken_W_[at_.zone_of[j]] += (energy_J() - before_J) / p_.line.period_s;
  }
}

/// Lets the travelling slab rest at a place for some time.
void Works::rest_at(std::size_t place, double for_s, std::vector<double>& x) const {
  const std::size_t n = at_.cells;
  const auto [lower, upper] = faces(p_.zones[at_.zone_of[place]].setpoint_K);
  std::vector<double> quality(at_.state_count, 0.0), scratch(rk4_scratch_size(x.size()));
  const auto rate = [&](double, std::span<const double> s, std::span<double> ds) {
    slab_rate(grid_, s.first(n), lower, upper, ds.first(n));
    quality_rates(place, s[n - 1], quality);
    ds[n] = quality[at_.grain + place];
    ds[n + 1] = quality[at_.carbon_m2 + place];
    ds[n + 2] = quality[at_.scale_m2 + place];
  };
  const double longest_s = std::min(1.0, 2 / fastest_mode_per_s(grid_));
  const double count = std::ceil(for_s / longest_s);
  for (double k = 0; k < count; ++k) rk4_step(rate, 0, for_s / count, x, scratch);
}

/// Burner power that makes up for slabs, walls and gas in the mean of a period: the balance of a
/// zone is linear in its own power, and the gas comes from the zones already known.
void Works::rest_burners() {
  const double flue_per_K = p_.fuel.flue_kg_per_J() * p_.fuel.flue_J_per_kg_K;
  const double recovered =
      p_.fuel.recovered_fraction * flue_per_K * (p_.zones[0].setpoint_K - p_.ambient_K);
  double flue_W_per_K = 0;
  for (std::size_t z = at_.zones; z-- > 0;) {
    const auto& zone = p_.zones[z];
    const double rise_K = zone.setpoint_K - p_.ambient_K;
    const double from_K = z + 1 < at_.zones ? p_.zones[z + 1].setpoint_K : 0;
    const double needed_W =
        taken_W_[z] + zone.loss_W_per_K * rise_K - flue_W_per_K * (from_K - zone.setpoint_K);
    const double useful = 1 + recovered - flue_per_K * rise_K;
    const double power_W = needed_W / useful;
    if (!(useful > 0 && power_W >= 0 && power_W <= zone.rated_W)) {
      throw SetpointNotHeld(z, "zone '" + zone.name + "' would need " + rounded(power_W / 1e6, 3) +
                                   " MW of its " + rounded(zone.rated_W / 1e6, 3) +
                                   " MW to hold its set-point");
    }
    resting_fraction_[z] = power_W / zone.rated_W;
    flue_W_per_K += power_W * flue_per_K;
  }
}

void Works::fill_initial_state() {
  travel();
  rest_burners();
  for (std::size_t z = 0; z < at_.zones; ++z) {
    initial_[at_.zone_K + z] = initial_[at_.well_K + z] = p_.zones[z].setpoint_K;
  }
  initial_[at_.fan_speed] = 1;
  initial_[at_.progress] = p_.line.start_fraction;
  for (std::size_t b = 0; b < at_.bearings; ++b) {
    initial_[at_.bearing_K + b] = resting_bearing_K(p_.fan.bearings[b].design, p_.ambient_K);
    initial_[at_.grease + b] = 1;
  }
  const auto wall = lining_.resting_K({p_.holder.melt_K, 1, p_.ambient_K, 0});
  for (const std::size_t begin : {at_.wall_K, at_.spot_K}) {
    std::copy(wall.begin(), wall.end(), initial_.begin() + static_cast<std::ptrdiff_t>(begin));
  }
  initial_[at_.content_kg] = p_.holder.content_kg;

  const Record last = record(initial_, at_.slabs - 1);
  initial_mode_[on_spec] = last.fault.empty();
  initial_mode_[out_core_K] = last.core_K;
  initial_mode_[out_surface_K] = last.surface_K;
  initial_mode_[out_uneven_K] = last.uneven_K;
  initial_mode_[out_grain_m] = last.grain_m;
  initial_mode_[out_scale_m] = last.scale_m;
  initial_mode_[out_carbon_m] = last.carbon_m;
}

}  // namespace twinaxis::furnace
