#include "models/distillation/bt1_lumped.h"

#include <algorithm>

namespace twinaxis::distillation {
namespace {

enum Input : std::size_t { reboiler_heat, feed_heat, condenser_heat };
enum State : std::size_t { temperature, lift, released };
enum Root : std::size_t { sets, reseats };

}  // namespace

std::vector<std::string> Bt1Lumped::inputs() const {
  return {"reboiler.duty", "feed.heat", "condenser.duty"};
}
std::vector<std::string> Bt1Lumped::output_names() const {
  return {"column.pressure", "column.temperature", "relief.flow", "relief.released"};
}
std::vector<std::string> Bt1Lumped::state_names() const {
  return {"temperature", "relief lift", "relief released"};
}
std::vector<double> Bt1Lumped::initial_state() const { return {p_.initial_K, 0, 0}; }

double Bt1Lumped::pressure_Pa(const Instant& now) const {
  return saturation_pressure_Pa(p_.component.antoine, now.state[temperature]);
}

double Bt1Lumped::relief_kg_per_s(const Instant& now) const {
  return relief_valve_flow_kg_per_s(p_.relief, now.state[lift], pressure_Pa(now),
                                    now.state[temperature], p_.component.molar_mass_kg_per_kmol);
}

void Bt1Lumped::derivative(const Instant& now, std::span<double> rate) const {
  const double T = now.state[temperature];
  const double relief = relief_kg_per_s(now);
  const double latent_J_per_kg =
      latent_heat_J_per_kmol(p_.component.latent, T) / p_.component.molar_mass_kg_per_kmol;
  rate[temperature] = (now.input[reboiler_heat] + now.input[feed_heat] - now.input[condenser_heat] -
                       relief * latent_J_per_kg - p_.loss_W_per_K * (T - p_.ambient_K)) /
                      p_.heat_capacity_J_per_K;
  const double target =
      relief_lift_target_fraction(p_.relief, now.mode[0] > 0, pressure_Pa(now) - p_.ambient_Pa);
  rate[lift] = (target - now.state[lift]) / p_.relief.lift_time_s;
  rate[released] = relief;
}

void Bt1Lumped::outputs(const Instant& now, std::span<double> truth) const {
  truth[0] = pressure_Pa(now);
  truth[1] = now.state[temperature];
  truth[2] = relief_kg_per_s(now);
  truth[3] = now.state[released];
}

void Bt1Lumped::roots(const Instant& now, std::span<double> values) const {
  const double gauge_Pa = pressure_Pa(now) - p_.ambient_Pa;
  values[sets] = gauge_Pa - p_.relief.set_Pa;
  values[reseats] = gauge_Pa - reseat_gauge_Pa(p_.relief);
}

void Bt1Lumped::cross(const Crossing& crossing, const Instant& now, std::span<double> state,
                      std::span<double> mode, EventLog& log) const {
  (void)state;
  const bool opens = crossing.root == sets && crossing.rising && mode[0] == 0;
  const bool reseats_now = crossing.root == reseats && !crossing.rising && mode[0] > 0;
  if (!opens && !reseats_now) return;
  mode[0] = opens;
  log.push_back(
      {crossing.at, opens ? "relief.opened" : "relief.reseated", {}, pressure_Pa(now), "Pa"});
}

double heating_time_s(const LumpedParams& params, double pressure_Pa, double net_heat_W) {
  return params.heat_capacity_J_per_K *
         (saturation_temperature_K(params.component.antoine, pressure_Pa) - params.initial_K) /
         net_heat_W;
}

}  // namespace twinaxis::distillation
