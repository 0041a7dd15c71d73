// A server that reports whether readings are in range.

#include "sim/cyber/devices/range_report.h"

#include <gtest/gtest.h>

#include <limits>

#include "tests/cyber/rig.h"

namespace twinaxis::cyber {
namespace {

/// Readings a and b between 10 and 20 with a band of 1, which may differ by 3.
Rig make_rig() {
  NetworkPlan plan = two_zones();
  PointTable table;
  table.signal("a", "1", View::controller, "", {}, any_value(), 15);
  table.signal("b", "1", View::controller, "", {}, any_value(), 15);
  add(plan, table,
      RangeReport{.host = "plc",
                  .ranges = {{"both", {"a", "b"}, 10, 20, 1, "both"}},
                  .neighbours = {{"pair", {{"a", "b"}}, 3, "a pair"}},
                  .period = s(1)});
  return Rig(std::move(plan), std::move(table));
}

struct Step {
  double a, b, range_state, pair_state;
};

TEST(RangeReport, SaysBelowInsideAboveAndComesBackByTheBand) {
  Rig rig = make_rig();
  const double nothing = std::numeric_limits<double>::quiet_NaN();
  const Step steps[] = {{15, 15, 0, 0},   {20, 18, 0, 0},      {20.1, 18, 1, 0},  {19.5, 18, 1, 0},
                        {18.9, 18, 0, 0}, {12, 9.9, -1, 0},    {12, 10.5, -1, 0}, {12, 11.5, 0, 0},
                        {9, 21, 1, 1},    {15, nothing, 1, 1}, {15, 15, 0, 0}};
  int k = 0;
  for (const Step& step : steps) {
    const Duration now = ++k * s(1);
    rig.set("a", step.a, at(now - ms(500)));
    rig.set("b", step.b, at(now - ms(500)));
    rig.run_until(now + ms(1));
    EXPECT_EQ(rig.value("plc.both.state"), step.range_state) << "step " << k;
    EXPECT_EQ(rig.value("plc.pair.state"), step.pair_state) << "step " << k;
  }
}

TEST(RangeReport, TellsOncePerFindingWhichReadingItIs) {
  Rig rig = make_rig();
  rig.set("b", 25, {});
  rig.run_until(s(3) + ms(1));
  rig.set("b", 15, at(s(3) + ms(2)));
  rig.run_until(s(5) + ms(1));
  std::vector<std::string> events;
  for (const Event& e : rig.log) events.push_back(e.name + " " + e.detail);
  EXPECT_EQ(events, (std::vector<std::string>{"plc.both.high b", "plc.pair.disagree a",
                                              "plc.both.back ", "plc.pair.back "}));
}

TEST(RangeReport, MovesWithItsLimits) {
  Rig rig = make_rig();
  rig.set("plc.both.high", 14, {});
  rig.run_until(s(1) + ms(1));
  EXPECT_EQ(rig.value("plc.both.state"), 1);
}

}  // namespace
}  // namespace twinaxis::cyber
