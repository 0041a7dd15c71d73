// Exchanger, pipe, combustion and residents on their own.

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "tests/models/water_heater_run.h"

namespace twinaxis::water_heater {
namespace {

/// Share of a step that has passed N cells of time constant tau: the regularised gamma function
/// P(N, t/tau) as 1 - e^-x sum x^k/k!, summed over k.
double passed(int cells, double x) {
  double term = std::exp(-x), sum = 0;
  for (int k = 0; k < cells; ++k) {
    sum += term;
    term *= x / (k + 1);
  }
  return 1 - sum;
}

TEST(Exchanger, AnswersAStepOfHeatAsCellsInSeries) {
  // T = Tin + dT (1/N) sum_{k=1..N} P(k, t/tau): heat into cell i has N - i + 1 cells to pass. At
  // 10 ms the method is exact to 1e-8; other sizes and flows than the published one.
  for (const int cells : {1, 4, 10, 25}) {
    for (const double flow_kg_per_s : {0.05, 0.27}) {
      ExchangerParams p{.cells_count = cells, .water_kg = 0.45, .copper_kg = 1.7};
      p.loss_W_per_K = 0;
      ExchangerRun run(p, 285);
      const double rise_K = 30;
      const ExchangerLoad load{flow_kg_per_s, 285, flow_kg_per_s * kWater_J_per_kg_K * rise_K, 285};
      const double tau_s =
          run.exchanger.cell_J_per_K(p.water_kg) / (flow_kg_per_s * kWater_J_per_kg_K);
      for (int k = 0; k < 300; ++k) run.step(load, 0.01);
      double share = 0;
      for (int k = 1; k <= cells; ++k) share += passed(k, 3 / tau_s) / cells;
      EXPECT_NEAR(run.look().outlet_K, 285 + rise_K * share, 1e-5) << cells;
    }
  }
}

TEST(Exchanger, BoilsAwayAtTheRateOfItsHeat) {
  // In the plateau all heat makes steam: Q / h_fg. Superheat settles in 0.2 s.
  ExchangerRun run({.cells_count = 3, .loss_W_per_K = 0}, kBoiling_K);
  const ExchangerLoad load{0, 300, 12e3, 300};
  for (int k = 0; k < 300; ++k) run.step(load, 0.01);
  const double before_kg = run.water_kg();
  for (int k = 0; k < 500; ++k) run.step(load, 0.01);
  EXPECT_NEAR((before_kg - run.water_kg()) / 5, 12e3 / kEvaporation_J_per_kg, 1e-4 * before_kg);
}

TEST(Exchanger, FreezesInTheTimeOfItsLatentHeat) {
  // Cooling to 0 degC is exponential; then ice grows by UA (0 - Ta) / L.
  ExchangerParams p;
  ExchangerRun run(p, kZero_K + 8);
  const ExchangerLoad load{0, 280, 0, kZero_K - 12};
  const double capacity_J_per_K = p.cells_count * run.exchanger.cell_J_per_K(p.water_kg);
  const double to_zero_s = capacity_J_per_K / p.loss_W_per_K * std::log(20.0 / 12);
  const double reached_s =
      run.time_until_s(load, 0.1, 2000, [](auto& r) { return r.look().outlet_K <= kZero_K; });
  EXPECT_NEAR(reached_s, to_zero_s, 0.2);  // two steps
  while (run.time_s < to_zero_s + 600) run.step(load, 0.1);
  const double ice_kg = p.loss_W_per_K * 12 * 600 / kFusion_J_per_kg;
  EXPECT_NEAR(run.look().ice_fraction * p.water_kg, ice_kg, 1e-3 * ice_kg);
  EXPECT_NEAR(run.look().outlet_K, kZero_K, 1e-9) << "a plateau";
  while (run.time_s < 12'000) run.step(load, 0.1);
  EXPECT_LT(run.look().outlet_K, kZero_K) << "all ice, it cools on";
  EXPECT_EQ(run.look().flow_ratio, 0) << "ice blocks the bore";
}

TEST(Exchanger, RefillsBeforeWaterLeaves) {
  ExchangerRun run({}, 300);
  run.state.back() = 0.1;  // 0.5 kg are missing, 0.25 kg/s at most go in, all of them stay
  ExchangerPicture p;
  run.exchanger.look(std::span(run.state).first(10), 0.1, p);
  run.exchanger.flow(0.1, 0.2, p);
  EXPECT_DOUBLE_EQ(p.refill_kg_per_s, 0.2);
  EXPECT_DOUBLE_EQ(p.outlet_kg_per_s, 0);
}

struct PipeRun {
  explicit PipeRun(const PipeParams& p, double start_K)
      : params(p), pipe(p), cell_K(pipe.cells(), start_K) {}
  void step(double flow_kg_per_s, double inlet_K, double step_s) {
    std::vector<double> scratch(rk4_scratch_size(cell_K.size()));
    rk4_step([&](double, std::span<const double> x,
                 std::span<double> rate) { pipe.rates(x, flow_kg_per_s, inlet_K, rate); },
             0, step_s, cell_K, scratch);
  }
  PipeParams params;
  Pipe pipe;
  std::vector<double> cell_K;
};

TEST(Pipe, FrontArrivesAfterVolumeOverFlow) {
  // 1.593 L at 10 L/min: 9.557 s. Half of the step passes the last cell within half a cell (0.12 s)
  // of that; before 0.85 of it not a hundredth of the step, after 1.15 all but a fiftieth of it.
  PipeParams p;
  p.loss_W_per_m_K = 0;
  const double flow = 1.0 / 6, delay_s = transport_delay_s(p, flow);
  EXPECT_NEAR(delay_s, 9.557, 0.001);
  PipeRun run(p, 300);
  double half_s = 0;
  for (int k = 1; k <= 130; ++k) {
    const double before_K = run.cell_K.back();
    run.step(flow, 320, 0.1);
    const double now_s = 0.1 * k, now_K = run.cell_K.back();
    if (before_K < 310 && now_K >= 310) {
      half_s = now_s - 0.1 * (now_K - 310) / (now_K - before_K);
    }
    if (now_s < 0.85 * delay_s) {
      EXPECT_LT(now_K, 300.2) << now_s;
    }
    if (now_s > 1.15 * delay_s) {
      EXPECT_GT(now_K, 319.6) << now_s;
    }
    for (const double each_K : run.cell_K) {
      EXPECT_GT(each_K, 300 - 0.02) << "no colder than what was there: 1e-3 of the step";
      EXPECT_LT(each_K, 320 + 0.02);
    }
  }
  EXPECT_NEAR(half_s, delay_s, 0.5 * delay_s / p.cells_count);
}

/// Mean error of a smooth wave after it has moved by a quarter of the pipe.
double wave_error_K(int cells) {
  PipeParams p{.cells_count = cells, .length_m = 10, .bore_m = 0.0113, .loss_W_per_m_K = 0};
  const auto wave_K = [](double x) { return 310 + 5 * std::exp(-100 * (x - 0.4) * (x - 0.4)); };
  PipeRun run(p, 310);
  // Means of the cells, to fourth order, not their middles.
  const auto mean_K = [&](int i, double shift) {
    const double h = 1.0 / cells, x = (i + 0.5) * h - shift;
    return (wave_K(x - h / 2) + 4 * wave_K(x) + wave_K(x + h / 2)) / 6;
  };
  for (int i = 0; i < cells; ++i) run.cell_K[static_cast<std::size_t>(i)] = mean_K(i, 0);
  const double delay_s = transport_delay_s(p, 0.1);
  const int steps = 8 * cells;
  for (int k = 0; k < steps; ++k) run.step(0.1, 310, delay_s / 4 / steps);
  double sum = 0;
  for (int i = 0; i < cells; ++i) {
    sum += std::abs(run.cell_K[static_cast<std::size_t>(i)] - mean_K(i, 0.25));
  }
  return sum / cells;
}

TEST(Pipe, ConvergesWithSecondOrderWhereItIsSmooth) {
  // A limiter clips crests, so the mean error falls by a little less than 4 for each halving.
  const double coarse = wave_error_K(40), medium = wave_error_K(80), fine = wave_error_K(160);
  EXPECT_GT(coarse / medium, 3);
  EXPECT_GT(medium / fine, 3);
}

TEST(Pipe, LosesNoEnergyInside) {
  PipeParams p;
  p.loss_W_per_m_K = 0;
  PipeRun run(p, 300);
  const double before_J = run.pipe.energy_J(run.cell_K);
  for (int k = 0; k < 40; ++k) run.step(1.0 / 6, 320, 0.1);  // 4 s: nothing has left yet
  const double entered_J = 4.0 / 6 * kWater_J_per_kg_K * 20;
  EXPECT_NEAR(run.pipe.energy_J(run.cell_K) - before_J, entered_J, 1e-6 * entered_J);
}

TEST(Combustion, LacksTheOxygenThatTheAtomsNeed) {
  // CH4 + (2 - x/2) O2: x = 4 (1 - lambda) when the mixture is even.
  for (const double lambda : {0.95, 0.9, 0.8}) {
    EXPECT_NEAR(carbon_monoxide_fraction(lambda, 1e-3), 4 * (1 - lambda), 1e-9);
  }
  EXPECT_EQ(carbon_monoxide_fraction(0.6, 1e-3), 1);
  // An even chance of more or less at lambda 1: 4 s / sqrt(2 pi).
  EXPECT_NEAR(carbon_monoxide_fraction(1, 0.12), 4 * 0.12 / std::sqrt(2 * std::acos(-1)), 1e-12);
  EXPECT_LT(carbon_monoxide_fraction(1.4, 0.12), 1e-4) << "a good burner";
  EXPECT_NEAR(heat_ratio(1), 1 - 2.83e8 / 8.906e8, 1e-12);
}

TEST(Combustion, WeighsTheCarbonMonoxideThatItMakes) {
  // 20 kW of methane: 20e3 / 890.6e6 kmol/s of carbon; all of it CO of 28.01 kg/kmol.
  EXPECT_NEAR(carbon_monoxide_kg_per_s(20e3, 1), 20e3 / 8.906e8 * 28.01, 1e-12);
  const RoomParams room{.volume_m3 = 24.055, .temperature_K = 293.15};
  // A kmol at 20 degC and 101.325 kPa is 24.055 m3.
  EXPECT_NEAR(carbon_monoxide_in_room(room, 28.01), 1, 1e-4);
}

TEST(Residents, MoveInOrderAndAreAtOnePlace) {
  const auto minute = [](double m) { return duration_from_s(60 * m); };
  const std::vector<Visit> day{{"child", Place::bath, minute(20), minute(10)},
                               {"adult", Place::shower, minute(10), minute(10)},
                               {"adult", Place::bath, minute(20), minute(5)}};
  const auto all = moves(usual_residents(), day);
  ASSERT_EQ(all.size(), 6u);
  EXPECT_EQ(all[0].at_s, 600);
  EXPECT_EQ(all[1].to, Place::home) << "the shower ends before the bath begins";
  EXPECT_TRUE(problems(usual_residents(), day).empty());
  EXPECT_EQ(problems(usual_residents(), {{"guest", Place::bath, {}, minute(1)}}).size(), 1u);
  EXPECT_EQ(problems(usual_residents(), {{"adult", Place::bath, {}, minute(10)},
                                         {"adult", Place::shower, minute(5), minute(1)}})
                .size(),
            1u);
}

TEST(HeaterParams, TellWhatDoesNotFitTogether) {
  HeaterParams p;
  EXPECT_TRUE(problems(p, 0.1).empty());
  p.pipe.cells_count = 200;  // a cell of 8 g: passed twice in a step of the shower
  EXPECT_EQ(problems(p, 0.1).at(0).path, "pipe.cells");
  EXPECT_TRUE(problems(p, 0.02).empty()) << "a shorter step bears more cells";
}

}  // namespace
}  // namespace twinaxis::water_heater
