// The home as a twin: how orders travel, who may change what, what an update does.

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "tests/use_cases/battery.h"

namespace twinaxis::test {
namespace {

const UseCase& home() {
  return *std::ranges::find(use_cases(), std::string("water_heater/home"), &UseCase::name);
}

/// A run of a few minutes in which nobody is in the water, every step recorded.
Recording run_home(const std::string& yaml, const std::string& twin = "") {
  static const Variations variations(home());
  return run_apart(
      variations.with("run: {for: 4 min, record: {every: 0 s}}\ntwin: {plant: "
                      "{visits: []}" +
                      twin + "}\n" + yaml));
}

std::string fault(const std::string& from, const std::string& on, const std::string& value) {
  std::string id = on;
  std::ranges::replace(id, '.', '_');
  return "  - {id: " + id + ", side: fault, from: " + from + ", on: '" + on +
         "', effect: !override {value: " + value + "}}\n";
}

/// First time at which a column has the value; -1 if never.
double reached_s(const Recording& run, const std::string& point, double value) {
  const Column& column = *run.find(point);
  for (std::size_t k = 0; k < run.times.size(); ++k) {
    if (std::abs(column.values[k] - value) < 1e-9) return to_s(run.times[k]);
  }
  return -1;
}
double last(const Recording& run, const std::string& point) {
  return run.find(point)->values.back();
}

constexpr double k45_K = 318.15, k55_K = 328.15;

TEST(HomeOrders, ReachTheBoardWithinThreePeriodsAndAScan) {
  // App, cloud and router hand on every 5 s, controller and board every second; each leg waits at
  // most its period, and latencies of some 100 ms shift none of that by more than one period.
  const Recording run = run_home("", ", app: [{at: 60 s, setpoint: 45 degC}]");
  const double at_board_s = reached_s(run, "board.setpoint", k45_K);
  EXPECT_EQ(reached_s(run, "phone.order.setpoint", k45_K), 60);
  EXPECT_GT(at_board_s, 60);
  EXPECT_LT(at_board_s, 60 + 3 * 5 + 2);
}

TEST(HomeOrders, TheLatestChangeWinsWhoeverMadeIt) {
  const Recording run = run_home("interventions:\n" + fault("60 s", "panel.setpoint", "40 degC") +
                                 fault("120 s", "platform_order.setpoint", "44 degC"));
  const auto in_force_K = [&](double at_s) {
    return run.value_at(*run.find("remote_controller.setpoint"), time_from_s(at_s));
  };
  EXPECT_EQ(in_force_K(30), 315.15);
  EXPECT_EQ(in_force_K(90), 313.15);
  EXPECT_EQ(in_force_K(150), 317.15);
}

TEST(HomeController, RefusesWhatCeilingLockAndPriorityForbid) {
  struct Case {
    const char* setting;
    const char* ordered;
    bool refused;
  };
  const Case cases[] = {{"remote_ceiling: 50 degC", "55 degC", true},
                        {"remote_ceiling: 60 degC", "55 degC", false},
                        {"child_lock: true", "55 degC", true},
                        {"child_lock: true", "45 degC", false},
                        {"bath_priority: true", "45 degC", true}};
  for (const Case& c : cases) {
    const Recording run = run_home("interventions:\n" + fault("60 s", "order.setpoint", c.ordered),
                                   std::string(", settings: {") + c.setting + "}");
    EXPECT_EQ(run.first("remote_controller.refuses") != nullptr, c.refused) << c.setting;
    EXPECT_EQ(last(run, "board.setpoint") == 315.15, c.refused) << c.setting << " " << c.ordered;
  }
}

TEST(HomeController, RefusesNothingWithItsLimitsRemoved) {
  const Recording run = run_home(
      "interventions:\n  - {id: logic, side: attack, technique: T0889, from: 30 s, on: "
      "remote_controller, effect: !replace_logic {logic: limits_removed}}\n" +
          fault("60 s", "order.setpoint", "55 degC"),
      ", settings: {child_lock: true, bath_priority: true, remote_ceiling: 45 degC}");
  EXPECT_EQ(run.first("remote_controller.refuses"), nullptr);
  EXPECT_EQ(last(run, "board.setpoint"), k55_K);
}

TEST(HomeController, StandsByWithoutItsCloudOnlyIfItMust) {
  for (const bool local : {true, false}) {
    const Recording run = run_home(
        "interventions:\n  - {id: down, side: fault, from: 30 s, on: maker_cloud, effect: "
        "!turn_off "
        "{}}\n",
        std::string(", network: {cloud_silence: 60 s}, settings: {local_operation: ") +
            (local ? "true}" : "false}"));
    EXPECT_EQ(run.first("remote_controller.stand_by") == nullptr, local);
    EXPECT_EQ(last(run, "board.ready"), local ? 1 : 0);
  }
}

TEST(HomeOwn, BeginsWithItsOwnWaterAndValves) {
  const Recording run = run_apart(Variations(home()).with(
      "run: {for: 4 min, record: {every: 0 s}}\ntwin: {plant: {outside: {cold_water.temperature: "
      "8 degC, mixing_valve.fitted: 1, kitchen.draw: 0.05 kg/s}, visits: []}}\n"));
  EXPECT_EQ(run.find("mixing_valve.fitted")->values.front(), 1);
  EXPECT_EQ(last(run, "inlet.temperature"), 281.15);
  // The kitchen draws what it is said to draw: 3 L/min light the burner of 2.5.
  EXPECT_NEAR(last(run, "outlet.flow"), 0.05, 1e-9);
  EXPECT_EQ(last(run, "burner.flame"), 1);
}

TEST(HomeUpdate, IsInstalledWhenItsMegabyteHasPassedTheTwoWires) {
  // 1 MB at 12 kB/s: 83 s and some latency.
  const Recording run = run_home("", ", update: {delivers_at: 60 s, package: 2}");
  const double installed_s = reached_s(run, "remote_controller.logic", 2);
  EXPECT_GT(installed_s, 60 + 1e6 / 12e3);
  EXPECT_LT(installed_s, 60 + 1e6 / 12e3 + 10);
  EXPECT_EQ(last(run, "remote_controller.setpoint"), 348.15) << "the program asks for 75 degC";
}

}  // namespace
}  // namespace twinaxis::test
