// Who may talk to whom, before a run and during it.

#include "sim/cyber/reachability.h"

#include <gtest/gtest.h>

#include "sim/cyber/topology.h"
#include "tests/cyber/rig.h"

namespace twinaxis::cyber {
namespace {

/// internet -- office -- control -- safety in a row; "island" is joined to nothing.
NetworkPlan works() {
  NetworkPlan plan;
  for (const char* zone : {"internet", "office", "control", "safety", "island"}) plan.zones[zone];
  plan.links = {{"internet", "office"}, {"office", "control"}, {"control", "safety"}};
  plan.hosts["attacker"] = {"internet", "", 0};
  plan.hosts["terminal"] = {"office", "", 0};
  plan.hosts["printer"] = {"office", "", 0};
  plan.hosts["maintenance"] = {"control", "", 0};
  plan.hosts["plc"] = {"control", "", 0};
  plan.hosts["sis"] = {"safety", "", 0};
  plan.hosts["vault"] = {"island", "", 0};
  plan.rules["mail"] = {"internet", "office", "smtp", true, ""};
  plan.rules["remote"] = {"terminal", "maintenance", "rdp", true, ""};
  plan.rules["engineering"] = {"control", "sis", "tristation", true, ""};
  plan.rules["vendor"] = {"internet", "maintenance", "https", false, ""};
  return plan;
}

TEST(Reachability, PassesEverythingInsideAZoneAndOnlyRulesBetweenZones) {
  const Reachability r(works());
  EXPECT_TRUE(r.route("terminal", "printer", "anything").open);
  EXPECT_TRUE(r.route("attacker", "terminal", "smtp").open);
  EXPECT_EQ(r.route("attacker", "terminal", "smtp").reason, "rule mail");
  EXPECT_FALSE(r.route("attacker", "terminal", "rdp").open);
  EXPECT_FALSE(r.route("attacker", "plc", "smtp").open);
}

TEST(Reachability, ReadsRulesOneWay) {
  const Reachability r(works());
  EXPECT_TRUE(r.route("plc", "sis", "tristation").open);
  EXPECT_FALSE(r.route("sis", "plc", "tristation").open);
}

TEST(Reachability, NamesHostsOrZonesInRules) {
  const Reachability r(works());
  EXPECT_TRUE(r.route("terminal", "maintenance", "rdp").open);
  EXPECT_FALSE(r.route("printer", "maintenance", "rdp").open);
  EXPECT_FALSE(r.route("terminal", "plc", "rdp").open);
}

TEST(Reachability, SaysWhatIsMissing) {
  const Reachability r(works());
  EXPECT_EQ(r.route("printer", "plc", "rdp").reason,
            "no rule lets 'rdp' pass from printer (office) to plc (control)");
  EXPECT_EQ(r.route("attacker", "maintenance", "https").reason, "rule vendor is closed");
  EXPECT_EQ(r.route("terminal", "vault", "rdp").reason, "no links join office and island");
  EXPECT_EQ(r.route("terminal", "maintenence", "rdp").reason,
            "no host 'maintenence'; did you mean 'maintenance'?");
}

TEST(Reachability, CountsBlocksIsolationAndPower) {
  Reachability r(works());
  r.block("rule.remote");
  r.block("rule.remote");
  EXPECT_EQ(r.route("terminal", "maintenance", "rdp").reason, "rule remote is blocked");
  r.open("rule.remote");
  EXPECT_FALSE(r.route("terminal", "maintenance", "rdp").open);
  r.open("rule.remote");
  EXPECT_TRUE(r.route("terminal", "maintenance", "rdp").open);
  r.isolate("maintenance");
  EXPECT_EQ(r.route("terminal", "maintenance", "rdp").reason, "maintenance is isolated");
  EXPECT_EQ(r.route("plc", "maintenance", "rdp").reason, "maintenance is isolated");
  EXPECT_TRUE(r.route("maintenance", "maintenance", "").open);
  r.rejoin("maintenance");
  r.turn_off("maintenance");
  EXPECT_EQ(r.route("plc", "maintenance", "rdp").reason, "maintenance is off");
}

TEST(Reachability, FindsASecondRuleBehindABlockedOne) {
  NetworkPlan plan = works();
  plan.rules["spare"] = {"office", "control", "rdp", true, ""};
  Reachability r(plan);
  r.block("rule.remote");
  EXPECT_EQ(r.route("terminal", "maintenance", "rdp").reason, "rule spare");
}

TEST(Topology, TakesTheWayWithTheFewestLinks) {
  // office -> control -> safety, and a direct wire office -- safety.
  NetworkPlan plan = works();
  EXPECT_EQ(path(plan, "office", "safety")->size(), 5u);  // LAN, link, LAN, link, LAN
  plan.links.push_back({"safety", "office"});
  const auto direct = path(plan, "office", "safety");
  const auto all = segments(plan);
  ASSERT_EQ(direct->size(), 3u);
  EXPECT_EQ(all[(*direct)[0]].name, "office");
  EXPECT_EQ(all[(*direct)[1]].name, "safety--office");
  EXPECT_EQ(all[(*direct)[2]].name, "safety");
  EXPECT_FALSE(path(plan, "office", "island").has_value());
  EXPECT_EQ(path(plan, "office", "office")->size(), 1u);
}

TEST(Plan, ListsAllItsProblemsAtOnceWithTheNearestNames) {
  NetworkPlan plan = two_zones();
  PointTable table;
  table.truth("level", "m", "");
  table.signal("LT-1.reading", "m", View::controller, "");
  plan.hosts["plc"].zone = "contrl";
  plan.rules["up"].service = "";
  plan.channels = {channel("station", "hmi", "telnet", {{"LT-1.readng", "level"}}, ms(150)),
                   channel("statoin", "hmi", "x", {})};
  plan.tasks = {task("plc", "scan", ms(250), [](TaskContext&) {})};
  declare_points(plan, table);
  std::string all;
  for (const auto& problem : problems(plan, table, ms(100))) {
    all += problem.path + ": " + problem.message + "\n";
  }
  EXPECT_EQ(all,
            "hosts.plc.zone: no zone 'contrl'; did you mean 'control'?\n"
            "rules.up.service: is missing\n"
            "channels.station->hmi:telnet.period: must be a multiple of the step (0.1 s), found "
            "0.15 s\n"
            "channels.station->hmi:telnet.block: no point 'LT-1.readng'; did you mean "
            "'LT-1.reading'?\n"
            "channels.station->hmi:telnet.block: 'level' is a truth: no message can write it\n"
            "channels.station->hmi:telnet: cannot be used: no rule lets 'telnet' pass from station "
            "(field) to hmi (control)\n"
            "channels.statoin->hmi:x.from: no host 'statoin'; did you mean 'station'?\n"
            "tasks.plc.scan.period: must be a multiple of the step (0.1 s), found 0.25 s\n");
}

TEST(Plan, AcceptsAChannelWhoseRuleIsClosedOnPurpose) {
  NetworkPlan plan = two_zones();
  PointTable table;
  plan.channels = {channel("station", "plc", "fieldbus", {{"truth.p", "p"}}, s(1))};
  plan.rules["up"].allowed = false;
  declare_wires(plan, table);
  declare_points(plan, table);
  EXPECT_TRUE(problems(plan, table, ms(100)).empty());
}

TEST(Plan, DeclaresAPointForEveryHostChannelAndRule) {
  NetworkPlan plan = two_zones();
  plan.hosts["plc"].data_bytes = 1e9;
  plan.channels = {channel("station", "plc", "fieldbus", {})};
  plan.tasks = {task("plc", "scan", s(1), [](TaskContext&) {})};
  plan.tasks[0].logics.push_back({"other", plan.tasks[0].logics[0].make});
  PointTable table;
  declare_points(plan, table);
  for (const char* name : {"plc", "plc.running", "plc.encrypted", "plc.copied_bytes", "plc.logic",
                           "station->plc:fieldbus", "rule.up"}) {
    EXPECT_TRUE(table.find(name)) << name;
  }
  EXPECT_FALSE(table.find("hmi.logic"));
  EXPECT_FALSE(table.find("hmi.copied_bytes"));
  EXPECT_EQ(table[table.id("plc.running")].initial, 1);
}

}  // namespace
}  // namespace twinaxis::cyber
