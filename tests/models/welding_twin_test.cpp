// The twin of the welding cell without its plant: who gets in, and what controllers take.

#include <gtest/gtest.h>

#include <algorithm>

#include "models/welding_robot/cell_twin.h"
#include "tests/cyber/rig.h"

namespace twinaxis::welding_robot {
namespace {

using cyber::at;
using cyber::Rig;
using cyber::s;

Rig rig_of_cell() {
  PointTable table;
  cyber::NetworkPlan plan;
  CellTwin().build(table, plan);
  return Rig(std::move(plan), std::move(table));
}

auto count(const Rig& rig, const std::string& name) {
  return std::ranges::count(rig.log, name, &Event::name);
}

TEST(WeldingTwin, TakesSettingsOfItsTerminalFreelyOrWithTheKeyOnly) {
  // Sent each minute, taken within a second.
  Rig rig = rig_of_cell();
  const std::string sent = "engineering_terminal.robot2.offset", in_force = "robot2.offset";
  rig.set(sent, 0.6e-3);
  rig.run_until(s(2));
  EXPECT_EQ(rig.value(in_force), 0.6e-3);
  rig.set("controllers.open", 0, at(s(2)));
  rig.set(sent, 0.9e-3, at(s(2)));
  rig.run_until(s(200));
  EXPECT_EQ(rig.value(in_force), 0.6e-3);
  EXPECT_EQ(count(rig, "rc2.refuses_settings"), 1);
  rig.set("controllers.key", 1, at(s(200)));
  rig.run_until(s(202));
  EXPECT_EQ(rig.value(in_force), 0.9e-3);
  EXPECT_EQ(count(rig, "rc1.refuses_settings"), 0);  // it was asked for nothing new
}

TEST(WeldingTwin, OpensASessionFromOutsideOnlyWhereTheCellAdmitsIt) {
  // Asked for each 10 s, answered at the next look 10 s later, in force at the next scan.
  Rig rig = rig_of_cell();
  rig.set("remote_gateway.release_needed", 1);
  rig.set("maker_terminal.session", 1);
  rig.set("maker_terminal.program", 2);
  rig.run_until(s(60));
  EXPECT_EQ(rig.value("remote_gateway.session"), 0);
  EXPECT_EQ(rig.value("RUN-101.command"), 1);
  EXPECT_EQ(count(rig, "remote_gateway.refuses_session"), 1);
  rig.set("panel.maintenance_released", 1, at(s(60)));
  rig.run_until(s(72));
  EXPECT_EQ(rig.value("remote_gateway.session"), 1);
  for (const char* robot : {"RUN-101.command", "RUN-102.command", "RUN-103.command"}) {
    EXPECT_EQ(rig.value(robot), 0) << robot;
  }
  EXPECT_EQ(count(rig, "remote_gateway.opens_session"), 1);
}

TEST(WeldingTwin, SessionMovesNothingWhereTheWayToTheRobotsIsClosed) {
  Rig rig = rig_of_cell();
  rig.begin("rule.gateway_to_robots", Block{}, {}, Side::countermeasure);
  rig.set("maker_terminal.session", 1);
  rig.set("maker_terminal.program", 2);
  rig.run_until(s(60));
  EXPECT_EQ(rig.value("remote_gateway.session"), 1);
  EXPECT_EQ(rig.value("RUN-101.command"), 1);
}

}  // namespace
}  // namespace twinaxis::welding_robot
