// Gas water heater: capacities of the trade, the exchanger in N cells, boil-dry, bath, room.

#include <cmath>

#include "tests/golden/rows.h"
#include "tests/models/water_heater_run.h"

namespace twinaxis::golden {
namespace {

using namespace water_heater;

constexpr double kMinute_s = 60;

BurnerParams burner(double size_go, double efficiency = 0.8) {
  return {.size_go = size_go, .efficiency_ratio = efficiency};
}

void capacities(SourcedTargets& t) {
  t.about("D01", "Water heater", "published", "1 go = 1 L/min by 25 K (Keiyo Gas, FAQ)");
  const auto heat = [&](double size_go, double kW) {
    t.add(std::to_string(static_cast<int>(size_go)) + " go", "heat into the water", "kW", kW,
          relative(kW, 1e-3), [=] { return burner(size_go).rated_heat_W() / 1e3; });
  };
  heat(16, 27.907);
  heat(20, 34.883);
  heat(24, 41.860);
  t.add("24 go, efficiency 0.80", "gas input", "kW", 52.325, 0.05,
        [] { return burner(24).rated_gas_W() / 1e3; });
  t.add("24 go, efficiency 0.95", "gas input", "kW", 44.063, 0.05,
        [] { return burner(24, 0.95).rated_gas_W() / 1e3; });
  t.about("D02", "Water heater", "published", "Keiyo Gas, FAQ");
  const auto flow = [&](double size_go, double from_K, double to_K, double litres) {
    t.add(std::to_string(static_cast<int>(size_go)) + " go, " +
              std::to_string(static_cast<int>(from_K)) + " to " +
              std::to_string(static_cast<int>(to_K)) + " degC",
          "largest flow", "L/min", litres, relative(litres, 5e-3),
          [=] { return largest_flow_kg_per_s(size_go, from_K, to_K) * kMinute_s; });
  };
  flow(20, 25, 40, 33.3);
  flow(20, 5, 40, 14.3);
  flow(24, 5, 42, 16.2);
  t.about("D03", "Bath", "published", "kyuto-king: 250 L from 15 to 42 degC");
  t.add("250 L, 15 to 42 degC, 16 go", "filling time", "min", 16.875, 0.034,
        [] { return filling_time_s(16, 250, 15, 42) / kMinute_s; });
  t.add("250 L, 15 to 42 degC, 24 go", "filling time", "min", 11.25, 0.023,
        [] { return filling_time_s(24, 250, 15, 42) / kMinute_s; });
}

/// Outlet after t of an exchanger at 15 degC through which 10 L/min begin to be warmed by 25 K.
double step_response_degC(double time_s) {
  ExchangerParams p;
  p.loss_W_per_K = 0;
  ExchangerRun run(p, kZero_K + 15);
  const ExchangerLoad load{.inlet_kg_per_s = 10 * kPerMinute,
                           .inlet_K = kZero_K + 15,
                           .heat_W = 10 * kPerMinute * kWater_J_per_kg_K * 25,
                           .casing_K = kZero_K + 15};
  for (int k = 0; k < static_cast<int>(std::lround(time_s * 100)); ++k) run.step(load, 0.01);
  return run.look().outlet_K - kZero_K;
}

void exchanger(SourcedTargets& t) {
  t.about("D", "Heat exchanger, 10 cells", "exact",
          "T = Tin + dT (1/N) sum P(k, t/tau), tau = C_i/(m c) = 0.4814 s");
  // The outlets are given to four digits; at 10 ms the method is exact to 1e-9.
  const double published[][2] = {{1, 20.19}, {2, 25.37}, {3, 30.33}, {5, 37.29}};
  for (const auto& [time_s, outlet_degC] : published) {
    t.add("10 L/min, 17.442 kW, after " + std::to_string(static_cast<int>(time_s)) + " s", "outlet",
          "degC", outlet_degC, 0.006, [=] { return step_response_degC(time_s); });
  }
}

ExchangerRun no_flow(double start_degC) {
  ExchangerParams p;
  p.loss_W_per_K = 0;
  return {p, kZero_K + start_degC};
}

void boil_dry(SourcedTargets& t) {
  t.about("D", "Boil-dry, no flow, 41.86 kW", "independent run",
          "0.6 kg water, 2.2 kg copper; m c dT, then m h_fg, then copper alone");
  const ExchangerLoad load{
      .inlet_kg_per_s = 0, .inlet_K = kZero_K, .heat_W = 41.86e3, .casing_K = kZero_K};
  t.add("from 60 degC", "until 100 degC", "s", 3.21, 0.005, [=] {
    return no_flow(60).time_until_s(load, 0.001, 10, [](const ExchangerRun& run) {
      return run.look().hottest_K >= kBoiling_K;
    });
  });
  // Superheat delays the boiling by some tenths of a second and the last 0.5 % are not waited for.
  t.add("from 100 degC", "until dry", "s", 32.3, 0.3, [=] {
    return no_flow(100).time_until_s(load, 0.001, 60, [](const ExchangerRun& run) {
      return run.water_kg() < 0.005 * run.exchanger.params().water_kg;
    });
  });
  t.add("dry, from 150 to 200 degC", "copper", "K/s", 49, 0.5, [=] {
    ExchangerRun run = no_flow(60);
    const auto hot = [&](double degC) {
      return run.time_until_s(load, 0.001, 80, [=](const ExchangerRun& r) {
        return r.look().hottest_K >= kZero_K + degC;
      });
    };
    const double begin_s = hot(150);
    return 50 / (hot(200) - begin_s);
  });
}

void bath_and_room(SourcedTargets& t) {
  t.about("D", "Bath, reheating", "published", "200 L by 5 K with 9 to 10 kW in about 450 s");
  t.add("200 L from 36 to 41 degC, 9.3 kW, no losses", "time", "s", 450, 10, [] {
    HeaterParams p;
    p.bath.initial_level_m = 200 / (p.bath.area_m2 * kWater_kg_per_m3);
    p.bath.initial_K = kZero_K + 36;
    p.initial_K = kZero_K + 36;
    p.bath.loss_W_per_K = 0;
    p.bath.tub_J_per_K = 1;  // the published time is that of the water
    p.bath_exchanger.loss_W_per_K = 0;
    HeaterRun run(p);
    run.orders = {.bath_setpoint_K = kZero_K + 41, .reheat = true};
    while (run.truth("bath.temperature") < kZero_K + 41 - 1e-3 && run.now_s() < 1000) {
      run.run_with_board(run.now_s() + 1);
    }
    return run.now_s();
  });
  t.about("C10", "Room of spilt flue gas", "exact", "C = (G/Q)(1 - exp(-Q t/V))");
  const auto ppm = [&](double hours, double expected) {
    t.add("G 0.05, Q 10 m3/h, V 20 m3, " + std::to_string(hours).substr(0, 3) + " h", "CO", "ppm",
          expected, relative(expected, 1e-5),
          [=] { return 1e6 * room_fraction(0.05 / 3600, 10.0 / 3600, 20, hours * 3600); });
  };
  ppm(0.5, 1105.996);
  ppm(2, 3160.603);
}

}  // namespace

std::vector<Target> water_heater_targets() {
  SourcedTargets t;
  capacities(t);
  exchanger(t);
  boil_dry(t);
  bath_and_room(t);
  return t.all;
}

}  // namespace twinaxis::golden
