// For every use case of the list: the network around the plant does not change its physics.

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "sim/physics/balance.h"
#include "sim/physics/system_plant.h"
#include "tests/use_cases/parameters.h"

namespace twinaxis::test {
namespace {

class Physics : public testing::TestWithParam<UseCase> {
 protected:
  Variations variations{GetParam()};
};

/// A plant alone on a bus, with the inputs that were recorded in a whole run. It may publish on the
/// bus; nobody else does.
class Replay {
 public:
  Replay(const Recording& recording, const PointTable& table)
      : recording_(recording), table_(table), bus_(table) {
    for (const Point& p : table.all()) {
      const double nothing = std::numeric_limits<double>::quiet_NaN();
      if (p.kind == PointKind::truth) bus_.write(table.id(p.name), nothing, {});
    }
  }

  /// Calls `look(k)` when the plant has published the k-th time.
  template <class Look>
  void run(Plant& plant, Look look) {
    const auto& times = recording_.times;
    for (std::size_t k = 0; k < times.size(); ++k) {
      plant.publish(bus_, times[k]);
      look(k);
      for (const Point* p : touchable_values(table_)) {
        bus_.write(table_.id(p->name), recording_.find(p->name)->values[k], times[k]);
      }
      if (k + 1 < times.size()) plant.advance(bus_, times[k], times[k + 1], events_);
    }
  }
  const Bus& bus() const { return bus_; }

 private:
  const Recording& recording_;
  const PointTable& table_;
  Bus bus_;
  EventLog events_;
};

TEST_P(Physics, OfARunIsThatOfThePlantAlone) {
  for (const std::string& events : {std::string(), disturbance(variations.table())}) {
    const ScenarioText text = variations.with(variations.every_step(20) + events);
    const Recording recording = run_apart(text);
    const Prepared twin = prepared(text);
    if (!twin.model->plant_stands_alone()) GTEST_SKIP() << "it shares a database";
    const auto plant = twin.model->plant(twin.table);
    Replay alone(recording, twin.table);
    std::size_t compared = 0;
    alone.run(*plant, [&](std::size_t k) {
      for (const Column& column : recording.columns) {
        if (column.kind != PointKind::truth) continue;
        const double found = alone.bus().read(twin.table.id(column.name));
        if (std::isnan(found) && !std::isnan(column.values[k])) continue;  // a truth of the network
        ++compared;
        ASSERT_EQ(found, column.values[k]) << column.name << " at step " << k;
      }
    });
    EXPECT_GE(compared, recording.times.size());  // a plant publishes something
  }
}

// What crosses the boundary is integrated with the weights of the method itself, so a balance that
// is linear in the state closes to round-off: about 1e-16 a step, over 1,200 steps. An energy is
// not linear in it; there the error is that of the method, of fourth order in a step that is small
// against every time constant of a plant under sampled control. 1e-6 of the content is far above
// both, and far below the smallest leak that would matter.
TEST_P(Physics, BalancesClose) {
  const ScenarioText text =
      variations.with(variations.every_step(20) + disturbance(variations.table()));
  const Recording recording = run_apart(text);
  const Prepared twin = prepared(text);
  const auto plant = twin.model->plant(twin.table);
  const System* solved = plant->balanced();
  if (solved == nullptr) GTEST_SKIP() << "no part of this plant states what it conserves";
  IntegratorSpec spec;
  spec.step = twin.scenario.run.step;
  SystemPlant checked("plant", std::make_unique<WithInflows>(*solved), spec, twin.table,
                      BalanceCheck::on);
  Replay alone(recording, twin.table);
  alone.run(checked, [](std::size_t) {});
  const auto residuals = checked.balance_residuals(recording.times.back());
  EXPECT_FALSE(residuals.empty()) << "a plant states what it conserves";
  for (const auto& r : residuals) EXPECT_LT(r.ratio, 1e-6) << r.name;
}

/// Largest difference of the truths at the times of `a`, each relative to how far its point moved.
double distance(const Recording& a, const Recording& b) {
  double largest = 0;
  for (const Column& column : a.columns) {
    if (column.kind != PointKind::truth) continue;
    const Column& other = *b.find(column.name);
    const double span = column.maximum - column.minimum;
    // What moves by less than a millionth of itself rests; its digits say nothing about order.
    if (!(span > 1e-6 * std::max(std::abs(column.maximum), std::abs(column.minimum)))) continue;
    for (std::size_t k = 0; k < a.times.size(); ++k) {
      const double apart = std::abs(column.values[k] - b.value_at(other, a.times[k]));
      if (std::isfinite(apart)) largest = std::max(largest, apart / span);
    }
  }
  return largest;
}

// A command that arrives between two grid times acts from the next one (DESIGN.md, sentence 3): a
// delay of at most a step, so a run is of first order in the step, and each halving halves the
// difference. 0.75 lies between that and no convergence at all; a difference of 1e-6 of the
// movement is below what any reading shows, and there is nothing left to halve.
TEST_P(Physics, HalfTheStepHalvesTheDifference) {
  const Duration step = prepared(read_text(variations.quiet())).scenario.run.step;
  const auto run_with = [&](std::int64_t divisor) {
    return run_apart(variations.with(
        "run: {for: 20 min, step: " + std::to_string(step.ns / divisor) + " ns, record: {every: " +
        std::to_string(step.ns * 10) + " ns}}\n" + disturbance(variations.table())));
  };
  const Recording whole = run_with(1), half = run_with(2), quarter = run_with(4);
  const double first = distance(whole, half), second = distance(half, quarter);
  RecordProperty("whole_to_half", std::to_string(first));
  RecordProperty("half_to_quarter", std::to_string(second));
  EXPECT_LT(second, std::max(1e-6, 0.75 * first)) << "first difference " << first;
  EXPECT_LT(first, 0.05) << "the step itself is too coarse";
}

INSTANTIATE_TEST_SUITE_P(UseCases, Physics, testing::ValuesIn(use_cases()), name_of_use_case);

}  // namespace
}  // namespace twinaxis::test
