// What the metalworks show of themselves, and what they conserve.

#include <cmath>
#include <numeric>

#include "models/furnace/works.h"

namespace twinaxis::furnace {

using namespace works;

std::vector<std::string> Works::output_names() const {
  std::vector<std::string> names;
  for (const auto& point : truth_points(p_)) names.push_back(point.name);
  return names;
}

void Works::write_slabs(const Instant& now, std::span<double> truth) const {
  const Gas g = gas(now);
  for (std::size_t z = 0; z < at_.zones; ++z) {
    truth[at_.truth_zone_K + z] = now.state[at_.zone_K + z];
    truth[at_.truth_well_K + z] = now.state[at_.well_K + z];
  }
  const double air_K = now.input[air_temperature];
  const auto line = truth.subspan(at_.line_truth);
  line[truth_burner_W] = std::accumulate(g.burner_W.begin(), g.burner_W.end(), 0.0);
  line[truth_stack_K] = air_K + (1 - p_.fuel.recovered_fraction) * (now.state[at_.zone_K] - air_K);
  const auto last = slab_K(now.state, at_.slabs - 1);
  line[truth_exit_core_K] = core_K(last);
  line[truth_exit_surface_K] = last.back();
  line[truth_out_core_K] = now.mode[out_core_K];
  line[truth_out_surface_K] = now.mode[out_surface_K];
  line[truth_out_uneven_K] = now.mode[out_uneven_K];
  line[truth_out_grain_m] = now.mode[out_grain_m];
  line[truth_out_scale_m] = now.mode[out_scale_m];
  line[truth_out_carbon_m] = now.mode[out_carbon_m];
  line[truth_product_kg_per_s] = now.input[pusher_command] * slab_kg() / p_.line.period_s;
  line[truth_on_spec] = now.mode[on_spec];
  line[truth_slabs] = now.mode[slabs_out];
}

void Works::write_machines(const Instant& now, std::span<double> truth) const {
  const auto line = truth.subspan(at_.line_truth), rest = truth.subspan(at_.rest_truth);
  line[truth_fan_speed] = now.state[at_.fan_speed];
  line[truth_fan_seized] = now.mode[fan_seized];
  for (std::size_t b = 0; b < at_.bearings; ++b) {
    truth[at_.truth_bearing_K + b] = now.state[at_.bearing_K + b];
    truth[at_.truth_grease + b] = now.state[at_.grease + b];
    truth[at_.truth_wear + b] = now.state[at_.wear + b];
  }
  rest[truth_winding_K] = winding_K(now);
  rest[truth_winding_life] = now.state[at_.winding_life];
  rest[truth_lining_life] = now.state[at_.lining_life];
}

void Works::write_holder(const Instant& now, std::span<double> truth) const {
  const auto rest = truth.subspan(at_.rest_truth);
  const std::size_t last = at_.lining_cells - 1;
  rest[truth_shell_K] = now.state[at_.wall_K + last];
  rest[truth_spot_K] = now.state[at_.spot_K + last];
  rest[truth_interface_K] = lining_.interface_K(now.state.subspan(at_.wall_K, at_.lining_cells));
  rest[truth_penetrated_m] = now.state[at_.penetrated_m];
  rest[truth_content_kg] = now.state[at_.content_kg];
  // Nothing is poured from a furnace that is being emptied or has none left.
  const double kept = 1 - now.input[drain_command];
  rest[truth_delivery_kg_per_s] =
      p_.holder.delivery_kg_per_s * kept * at_wall(now, false).wetted_fraction;
  rest[truth_spilled_kg] = now.mode[spilled_kg];
  rest[truth_broken] = now.mode[holder_broken];
  rest[truth_air_K] = now.input[air_temperature];
}

void Works::outputs(const Instant& now, std::span<double> truth) const {
  write_slabs(now, truth);
  write_machines(now, truth);
  write_holder(now, truth);
}

std::vector<System::Balance> Works::balances(const Instant& now) const {
  const Gas g = gas(now);
  const double slab_J_per_K =
      face_m2_ * grid_.volume_J_per_m2_K * static_cast<double>(at_.cells - 1);
  double inside_J = 0, inflow_W = -g.stack_W - g.loss_W;
  for (std::size_t j = 0; j < at_.slabs; ++j) {
    inside_J += slab_J_per_K * mean_K(grid_, slab_K(now.state, j));
  }
  for (std::size_t z = 0; z < at_.zones; ++z) {
    inside_J += p_.zones[z].heat_capacity_J_per_K * now.state[at_.zone_K + z];
    inflow_W += g.burner_W[z];
  }
  for (std::size_t b = 0; b < at_.bearings; ++b) {
    const auto x = bearing(now.state, b);
    const auto& design = p_.fan.bearings[b].design;
    inside_J += design.heat_capacity_J_per_K * x.temperature_K;
    inflow_W += friction_W(design, x, now.state[at_.fan_speed]) -
                design.cooling_W_per_K * (x.temperature_K - now.input[air_temperature]);
  }
  for (const bool spot : {false, true}) {
    const auto x = now.state.subspan(spot ? at_.spot_K : at_.wall_K, at_.lining_cells);
    const double area_m2 = spot ? p_.holder.spot_m2 : p_.holder.wall_m2;
    const auto flow = lining_.flows(x, at_wall(now, spot));
    inside_J += area_m2 * lining_.energy_J_per_m2(x);
    inflow_W += area_m2 * (flow.in_W_per_m2 - flow.out_W_per_m2);
  }
  const double drained_kg_per_s = now.input[drain_command] * p_.holder.content_kg /
                                  p_.holder.drain_s * at_wall(now, false).wetted_fraction;
  return {{"energy", "J", inside_J, inflow_W, 1e11},
          {"melt", "kg", now.state[at_.content_kg], -drained_kg_per_s, p_.holder.content_kg}};
}

}  // namespace twinaxis::furnace
