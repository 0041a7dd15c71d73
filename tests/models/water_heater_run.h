#pragma once
// The exchanger alone, and the heater alone with or without its board, for tests: no network.

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "models/water_heater/board.h"
#include "models/water_heater/constants.h"
#include "models/water_heater/heater.h"
#include "sim/physics/experiment.h"
#include "sim/physics/rk4.h"

namespace twinaxis::water_heater {

/// An exchanger under a constant load, by RK4.
struct ExchangerRun {
  ExchangerRun(const ExchangerParams& p, double start_K)
      : exchanger(p), state(exchanger.cells() + 1, exchanger.liquid_energy_J(start_K)) {
    state.back() = p.water_kg;
  }
  void step(const ExchangerLoad& load, double step_s) {
    const std::size_t cells = exchanger.cells();
    std::vector<double> scratch(rk4_scratch_size(state.size()));
    rk4_step(
        [&](double, std::span<const double> x, std::span<double> rate) {
          ExchangerPicture p;
          exchanger.look(x.first(cells), x.back(), p);
          rate[cells] = exchanger.rates(x.back(), load, p, rate.first(cells));
        },
        time_s, step_s, state, scratch);
    time_s += step_s;
  }
  ExchangerPicture look() const {
    ExchangerPicture p;
    exchanger.look(std::span(state).first(exchanger.cells()), state.back(), p);
    return p;
  }
  double water_kg() const { return state.back(); }
  /// Steps until the condition holds; -1 if not within `end_s`.
  double time_until_s(const ExchangerLoad& load, double step_s, double end_s,
                      const std::function<bool(const ExchangerRun&)>& holds) {
    while (time_s < end_s) {
      if (holds(*this)) return time_s;
      step(load, step_s);
    }
    return -1;
  }

  Exchanger exchanger;
  std::vector<double> state;  ///< energies, then water
  double time_s = 0;
};

/// The heater with inputs held; with a board they are moved at every scan of 0.1 s.
struct HeaterRun {
  explicit HeaterRun(const HeaterParams& heater = {}, double step_s = 0.1,
                     BalanceCheck check = BalanceCheck::on)
      : HeaterRun(std::make_unique<Heater>(heater), step_s, check) {}
  HeaterRun(std::unique_ptr<Heater> heater, double step_s, BalanceCheck check)
      : params(heater->params()),
        nominal(heater->nominal_input()),
        experiment(std::move(heater), {.step = duration_from_s(step_s)}, nominal, check) {
    board.rated_gas_W = params.burner.rated_gas_W();
    board.bath_gas_W = params.burner.bath_gas_W();
    board.efficiency_ratio = params.burner.efficiency_ratio;
    board.full_air_ratio = params.combustion.full_air_ratio;
  }
  void set(std::string_view input, double value) { experiment.set(input, value); }
  double truth(std::string_view name) { return experiment.output(name); }
  double now_s() const { return to_s(experiment.now()); }
  void run_to(double end_s) { experiment.run_until(time_from_s(end_s)); }

  BoardReadings readings() {
    return {.inlet_K = truth("inlet.temperature"),
            .exchanger_K = truth("exchanger.temperature"),
            .loop_K = truth("bath.loop_temperature"),
            .body_K = truth("exchanger.body_temperature"),
            .outlet_K = truth("outlet.temperature"),
            .flow_kg_per_s = truth("outlet.flow"),
            .flame = truth("burner.flame") >= 0.5,
            .bath_flame = truth("bath_burner.flame") >= 0.5,
            .fan_fraction = truth("fan.speed"),
            .co_fraction = truth("room.co"),
            .bath_K = truth("bath.temperature"),
            .bath_level_m = truth("bath.level"),
            .bath_flow_kg_per_s = truth("bath.loop_flow")};
  }
  /// With the board in the loop; `look` sees every scan, and may change what the board reads.
  void run_with_board(double end_s, const std::function<void(BoardReadings&)>& look = {}) {
    constexpr std::int64_t kScan_ns = 100'000'000;
    const Time end = time_from_s(end_s);
    while (experiment.now() < end) {
      BoardReadings r = readings();
      if (look) look(r);
      const BoardCommands c = run_board(board, settings, orders, r, memory, 0.1);
      const double values[] = {c.gas,   c.bath_gas, c.igniter, c.fan,          c.bypass,
                               c.water, c.fill,     c.pump,    c.freeze_heater};
      for (std::size_t i = 0; i < command_count; ++i) {
        set(command_names()[i] + ".command", values[i]);
      }
      experiment.run_until(experiment.now() + Duration{kScan_ns});
    }
  }
  /// Time of the first event of that name; -1 if there was none.
  double event_s(std::string_view name) const {
    for (const auto& event : experiment.events()) {
      if (event.name == name) return to_s(event.at);
    }
    return -1;
  }
  /// Greatest residual of the balances, each relative to its scale.
  double residual() const {
    double worst = 0;
    for (const auto& r : experiment.plant().balance_residuals(experiment.now())) {
      worst = std::max(worst, r.ratio);
    }
    return worst;
  }

  HeaterParams params;
  std::vector<double> nominal;
  Experiment experiment;
  BoardParams board;
  BoardSettings settings;
  BoardOrders orders;
  BoardMemory memory;
};

/// One stay of one person, for a whole run.
inline HeaterParams someone(const std::string& who, Place where, double at_s, double for_s) {
  HeaterParams p;
  p.visits = {{who, where, duration_from_s(at_s), duration_from_s(for_s)}};
  return p;
}

}  // namespace twinaxis::water_heater
