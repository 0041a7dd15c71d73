// Operators, servers and updates.

#include <gtest/gtest.h>

#include "sim/core/require.h"
#include "sim/cyber/devices/operator.h"
#include "sim/cyber/devices/server.h"
#include "tests/cyber/site.h"

namespace twinaxis::cyber {
namespace {

Procedure press_button() {
  Procedure procedure;
  procedure.id = "stop";
  procedure.when = "alarm.level_high == 1";
  procedure.delay = s(30);
  procedure.does = {{"button", 1}};
  procedure.wrongly = {{"button", -1}};
  return procedure;
}

struct Manned : Site {
  explicit Manned(Procedure procedure) {
    add_all();
    table.signal("button", "1", View::controller, "emergency stop");
    add(plan, {"operator1", "control", "hmi", "a person", s(1), {std::move(procedure)}});
  }
};

TEST(Operator, ReactsAfterExactlyTheDelay) {
  Manned site(press_button());
  Rig rig(site.plan, site.table);
  rig.set("level", 9);
  rig.run_until(s(4));
  // The alarm task of a scan runs before the person looks: the same second.
  const Time alarm = first(rig.log, "alarm.level_high")->at;
  rig.run_until(alarm - Time{} + s(29));
  EXPECT_EQ(rig.value("button"), 0);
  rig.run_until(alarm - Time{} + s(30));
  EXPECT_EQ(rig.value("button"), 1);
  EXPECT_EQ(first(rig.log, "operator1.stop")->at, alarm + s(30));
  EXPECT_EQ(first(rig.log, "operator1.stop")->detail, "acts");
}

TEST(Operator, CanDoNothingOrTheWrongThing) {
  Procedure idle = press_button();
  idle.acts = false;
  Procedure wrong = press_button();
  wrong.id = "stop2";
  wrong.errs = true;
  Manned site(idle);
  add(site.plan, {"operator2", "control", "hmi", "a person", s(1), {wrong}});
  site.plan.tasks.back().phase = s(0);
  Rig rig(site.plan, site.table);
  rig.set("level", 9);
  rig.run_until(s(40));
  EXPECT_EQ(rig.value("button"), -1);
  EXPECT_EQ(first(rig.log, "operator1.stop")->detail, "does nothing");
  EXPECT_EQ(first(rig.log, "operator2.stop2")->detail, "errs");
}

TEST(Operator, IsBlindToWhatTheScreensDoNotShow) {
  // The level is dangerous, the reading frozen: nobody acts. The same with a dark screen.
  Manned site(press_button());
  Rig rig(site.plan, site.table);
  rig.run_until(s(2));
  rig.begin(site.station.readings_channel(), Tamper{"LT-1.reading", Override{5}}, at(s(2)));
  rig.set("level", 9, at(s(2)));
  rig.run_until(s(100));
  EXPECT_EQ(rig.value("button"), 0);
}

TEST(Operator, SeesNothingOnADarkScreen) {
  Manned site(press_button());
  Rig rig(site.plan, site.table);
  rig.set("alarm.level_high", 1);
  rig.begin("hmi", TurnOff{}, {});
  rig.run_until(s(100));
  EXPECT_EQ(rig.value("alarm.level_high"), 1);
  EXPECT_EQ(rig.value("button"), 0);
}

TEST(Operator, MayNotLookAtTruthsOrControllers) {
  Procedure procedure = press_button();
  procedure.when = "LT-1.reading > 8 m";
  Manned site(procedure);
  EXPECT_THROW(Rig(site.plan, site.table), ContractError);
  EXPECT_EQ(hidden_points(procedure, site.table), std::vector<std::string>{"LT-1.reading"});
  procedure.when = "level > 8 m";
  EXPECT_THROW(hidden_points(procedure, site.table), ContractError);
}

TEST(Server, RelaysASetPointFromScreenToController) {
  Site site;
  site.add_all();
  add_host(site.plan, "server", "control", "process control server");
  site.table.parameter("LIC-1.setpoint", "m", 4, "level");
  add_relay(
      site.plan, site.table,
      {.legs = {{"hmi", "server", "opc"}, {"server", "plc", "opc"}}, .values = {"LIC-1.setpoint"}});
  Rig rig(site.plan, site.table);
  EXPECT_EQ(rig.value("hmi.LIC-1.setpoint"), 4);
  rig.run_until(ms(500));
  rig.set("hmi.LIC-1.setpoint", 6, at(ms(500)));
  rig.run_until(ms(1500));
  EXPECT_EQ(rig.value("server.LIC-1.setpoint"), 6);
  EXPECT_EQ(rig.value("LIC-1.setpoint"), 4);
  rig.run_until(ms(2500));
  EXPECT_EQ(rig.value("LIC-1.setpoint"), 6);
}

TEST(Server, ReleasesAProductionOrderAtItsTime) {
  Site site;
  site.add_all();
  add_host(site.plan, "mes", "control", "manufacturing execution system");
  site.table.parameter("FIC-1.setpoint", "kg/s", 1, "feed");
  add_relay(site.plan, site.table,
            {.legs = {{"mes", "plc", "opc"}}, .values = {"FIC-1.setpoint"}, .purpose = "orders"});
  add_orders(site.plan, "mes", s(1), {{"batch7", s(10), "mes.FIC-1.setpoint", 2}});
  Rig rig(site.plan, site.table);
  rig.run_until(ms(9'990));
  EXPECT_EQ(rig.value("FIC-1.setpoint"), 1);
  rig.run_until(ms(10'010));
  EXPECT_EQ(rig.value("FIC-1.setpoint"), 2);
  EXPECT_EQ(first(rig.log, "mes.order.batch7")->at, at(s(10)));
}

/// A vendor outside the plant updates the PLC at 10 s; a rule lets it.
struct Updated : Site {
  Updated() {
    add_all();
    add_host(plan, "vendor", "outside", "update server of the vendor");
    plan.rules["updates"] = {"vendor", "plc", "https", true, ""};
    Update update;
    update.server = "vendor";
    update.device = "plc";
    update.params.delivers_at = s(10);
    add_update(plan, table, update);
  }
  const std::string channel = "vendor->plc:update";
};

TEST(Update, InstallsTheGenuineLogic) {
  Updated site;
  Rig rig(site.plan, site.table);
  rig.set("plc.logic", 1);
  rig.run_until(s(12));
  EXPECT_EQ(rig.value("plc.logic"), 0);
}

TEST(Update, CarriesATamperedLogicIntoThePlant) {
  Updated site;
  Rig rig(site.plan, site.table);
  rig.set("level", 9);
  rig.begin(site.channel, Tamper{"plc.logic", Override{2}}, {});
  rig.run_until(s(15));
  EXPECT_EQ(rig.value("plc.logic"), 2);
  EXPECT_EQ(rig.value("CV-1.command"), 0);
}

TEST(Update, TamperedOnTheWayIsRejectedWhereItIsAuthenticated) {
  Updated site;
  Rig rig(site.plan, site.table);
  rig.set("level", 9);
  rig.begin(site.channel, Tamper{"plc.logic", Override{2}}, {});
  rig.begin(site.channel, Authenticate{}, {}, Side::countermeasure);
  rig.run_until(s(15));
  EXPECT_EQ(rig.value("plc.logic"), 0);
  EXPECT_EQ(rig.value("CV-1.command"), 0.9);
  EXPECT_EQ(rig.network->counts().rejected, 1u);
}

TEST(Update, SignedByABrokenVendorPassesAuthentication) {
  // The package was changed before it was sent: the code is genuine, the content is not.
  Updated site;
  Rig rig(site.plan, site.table);
  rig.begin(site.channel, Authenticate{}, {}, Side::countermeasure);
  rig.set("vendor.package.plc", 2);
  rig.run_until(s(15));
  EXPECT_EQ(rig.value("plc.logic"), 2);
}

}  // namespace
}  // namespace twinaxis::cyber
