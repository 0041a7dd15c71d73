// What interventions do to hosts.

#include <gtest/gtest.h>

#include "tests/cyber/rig.h"

namespace twinaxis::cyber {
namespace {

/// A PLC with a counter in its memory, and a line from station to plc.
struct Plant {
  Plant() {
    plan = two_zones();
    plan.hosts["plc"].data_bytes = 1'000;
    plan.channels = {channel("station", "plc", "fieldbus", {{"truth.p", "p"}}, s(1)),
                     channel("plc", "hmi", "show", {{"count", "shown"}}, s(1))};
    const PointId count = table.signal("count", "1", View::controller, "");
    const PointId valve = table.signal("valve", "1", View::controller, "", "", any_value(), 1);
    const auto counting = [=](double by) {
      return [=](const PointTable&) -> Logic {
        return [=, memory = 0.0](TaskContext& context) mutable {
          memory += by;
          context.bus().write(count, memory, context.now());
        };
      };
    };
    TaskPlan scan{"plc", "scan", s(1), {}, {{"genuine", counting(1)}, {"backwards", counting(-1)}},
                  {}};
    scan.when_off = [=](const PointTable&) -> Logic {
      return [=](TaskContext& context) { context.bus().write(valve, 0, context.now()); };
    };
    plan.tasks = {scan};
  }
  NetworkPlan plan;
  PointTable table;
};

TEST(Host, TurnedOffRunsNothingHearsNothingAndDropsItsOutputs) {
  Plant plant;
  Rig rig(plant.plan, plant.table);
  rig.set("truth.p", 7);
  rig.run_until(s(4) + ms(500));
  EXPECT_EQ(rig.value("count"), 5);
  EXPECT_EQ(rig.value("valve"), 1);
  const auto* off = rig.begin("plc", TurnOff{}, at(s(4) + ms(500)));
  EXPECT_EQ(rig.value("plc.running"), 0);
  EXPECT_EQ(rig.value("valve"), 0);
  rig.set("truth.p", 8);
  rig.run_until(s(8) + ms(500));
  EXPECT_EQ(rig.value("count"), 5);
  EXPECT_EQ(rig.value("p"), 7);
  EXPECT_EQ(rig.network->route("hmi", "plc", "x").reason, "plc is off");
  rig.end(off, at(s(8) + ms(500)));
  EXPECT_EQ(rig.value("plc.running"), 1);
  rig.run_until(s(9) + ms(500));
  EXPECT_EQ(rig.value("count"), 1);  // memory is new
  EXPECT_EQ(rig.value("p"), 8);
}

TEST(Host, NeedsEveryCauseGoneBeforeItRunsAgain) {
  Plant plant;
  Rig rig(plant.plan, plant.table);
  const auto* off = rig.begin("plc", TurnOff{}, {});
  const auto* encrypted = rig.begin("plc", Encrypt{}, {});
  EXPECT_EQ(rig.value("plc.encrypted"), 1);
  rig.end(off, {});
  EXPECT_EQ(rig.value("plc.running"), 0);
  rig.end(encrypted, {});
  EXPECT_EQ(rig.value("plc.encrypted"), 0);
  EXPECT_EQ(rig.value("plc.running"), 1);
}

TEST(Host, RestartsByItselfAfterTheStatedTime) {
  Plant plant;
  Rig rig(plant.plan, plant.table);
  rig.run_until(s(4) + ms(500));
  const auto* restart = rig.begin("plc", Restart{s(3)}, at(s(4) + ms(500)));
  rig.run_until(s(7) + ms(500) - Duration{1});
  EXPECT_EQ(rig.value("plc.running"), 0);
  rig.run_until(s(7) + ms(500));
  EXPECT_EQ(rig.value("plc.running"), 1);
  rig.end(restart, at(s(7) + ms(500)));  // the window's end changes nothing
  EXPECT_EQ(rig.value("plc.running"), 1);
  rig.run_until(s(9) + ms(500));
  EXPECT_EQ(rig.value("count"), 2);
}

TEST(Host, ForgetsMessagesThatWereOnTheirWayWhenItFailed) {
  // Sent at 0, due at 2.005 ms; the receiver is off and on again in between.
  Plant plant;
  Rig rig(plant.plan, plant.table);
  rig.set("truth.p", 7);
  rig.run_until(us(100));
  rig.begin("plc", Restart{us(100)}, at(us(100)));
  rig.run_until(ms(900));
  EXPECT_EQ(rig.value("p"), 0);
  rig.run_until(ms(1900));
  EXPECT_EQ(rig.value("p"), 7);
}

TEST(Host, IsolationCutsWhatWasOnItsWay) {
  Plant plant;
  Rig rig(plant.plan, plant.table);
  rig.set("truth.p", 7);
  rig.run_until(us(100));
  rig.begin("plc", Isolate{}, at(us(100)));
  rig.run_until(ms(900));
  EXPECT_EQ(rig.value("p"), 0);
  EXPECT_EQ(rig.network->counts().delivered, 0u);
}

TEST(Host, IsolatedRunsOnButNothingPassesItsPlug) {
  Plant plant;
  Rig rig(plant.plan, plant.table);
  const auto* alone = rig.begin("plc", Isolate{}, {});
  rig.set("truth.p", 7);
  rig.run_until(s(4) + ms(500));
  EXPECT_EQ(rig.value("count"), 5);
  EXPECT_EQ(rig.value("shown"), 0);
  EXPECT_EQ(rig.value("p"), 0);
  EXPECT_EQ(rig.value("plc.running"), 1);
  rig.end(alone, at(s(4) + ms(500)));
  rig.run_until(s(5) + ms(500));
  EXPECT_EQ(rig.value("shown"), 6);
  EXPECT_EQ(rig.value("p"), 7);
}

TEST(Host, SlowedScansTakeLongerAndReturnToTheirRaster) {
  // Slowed by 2.3 from 0.5 s on: the scan due at 1 s runs, then 3.3, 5.6, 7.9 s; healed at 9 s the
  // scan already under way ends at 10.2 s, then the raster again: 11, 12 s.
  Plant plant;
  std::vector<Time> scans;
  plant.plan.tasks[0].logics = {{"genuine", [&](const PointTable&) -> Logic {
                                   return [&](TaskContext& context) {
                                     scans.push_back(context.now());
                                   };
                                 }}};
  Rig rig(plant.plan, plant.table);
  rig.run_until(ms(500));
  const auto* slow = rig.begin("plc", Slow{2.3}, at(ms(500)));
  rig.run_until(s(9));
  rig.end(slow, at(s(9)));
  rig.run_until(s(12));
  const std::vector<Time> expected{at({}),       at(s(1)),       at(ms(3300)), at(ms(5600)),
                                   at(ms(7900)), at(ms(10'200)), at(s(11)),    at(s(12))};
  EXPECT_EQ(scans, expected);
}

TEST(Host, RunsTheLogicThatReplacedItsOwnWithFreshMemory) {
  Plant plant;
  Rig rig(plant.plan, plant.table);
  rig.run_until(s(4));
  EXPECT_EQ(rig.value("count"), 5);
  const auto* replaced = rig.begin("plc", ReplaceLogic{"backwards"}, at(s(4)));
  EXPECT_EQ(rig.value("plc.logic"), 1);
  rig.run_until(s(6));
  EXPECT_EQ(rig.value("count"), -2);
  rig.end(replaced, at(s(6)));
  rig.run_until(s(7));
  EXPECT_EQ(rig.value("count"), 1);
}

TEST(Host, KeepsAnInstalledLogicOverARestartAndRefusesAnUnknownNumber) {
  Plant plant;
  Rig rig(plant.plan, plant.table);
  rig.set("plc.logic", 1);
  rig.run_until(s(1));
  EXPECT_EQ(rig.value("count"), -2);
  rig.begin("plc", Restart{ms(500)}, at(s(1)));
  rig.run_until(s(2));
  EXPECT_EQ(rig.value("count"), -1);
  rig.set("plc.logic", 7, at(s(2)));
  rig.run_until(s(3));
  EXPECT_EQ(rig.value("count"), -2);
}

TEST(Host, LosesDataAtTheStatedRateWhileARouteIsOpenAndNoMoreThanItHolds) {
  Plant plant;
  plant.plan.zones["outside"];
  plant.plan.hosts["internet"] = {"outside", "", 0};
  plant.plan.links.push_back({"control", "outside"});
  plant.plan.rules["out"] = {"control", "outside", "https", true, ""};
  Rig rig(plant.plan, plant.table);
  const auto pass = [&](Duration to) {
    rig.run_until(to);
    rig.network->publish(at(to));
  };
  pass(s(1));
  rig.begin("plc", CopyOut{"internet", "https", 100}, at(s(1)));
  pass(s(3));
  EXPECT_EQ(rig.value("plc.copied_bytes"), 200);
  const auto* block = rig.begin("rule.out", Block{}, at(s(3)), Side::countermeasure);
  pass(s(8));
  EXPECT_EQ(rig.value("plc.copied_bytes"), 200);
  rig.end(block, at(s(8)));
  pass(s(20));
  EXPECT_EQ(rig.value("plc.copied_bytes"), 1'000);
}

}  // namespace
}  // namespace twinaxis::cyber
