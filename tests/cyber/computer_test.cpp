// How malware gets from host to host, and what stands in its way.

#include <gtest/gtest.h>

#include <algorithm>

#include "sim/cyber/devices/computer.h"
#include "tests/cyber/rig.h"

namespace twinaxis::cyber {
namespace {

/// office -> server by a rule, server -> terminal inside a zone, stick -> terminal.
struct Works {
  NetworkPlan plan;
  PointTable table;
  Works() {
    for (const char* zone : {"office", "works", "removable"}) plan.zones[zone];
    plan.links = {{"office", "works"}, {"removable", "works"}};
    plan.rules["shares"] = {"office", "works", "smb", true, ""};
    plan.rules["port"] = {"removable", "terminal", "usb", true, ""};
    plan.hosts["office1"] = {"office", "", 0};
    plan.hosts["server"] = plan.hosts["terminal"] = {"works", "", 0};
    plan.hosts["stick"] = {"removable", "", 0};
    table.parameter("login", "1", 1, "");
    table.parameter("free", "1", 1, "");
    const auto computer = [&](const char* host, std::vector<Share> shares) {
      add(plan, table,
          Computer{.host = host,
                   .shares = std::move(shares),
                   .login_open = "login",
                   .installation_free = "free"});
    };
    computer("server", {{"office1", "smb"}});
    computer("terminal", {{"server", "smb"}, {"stick", "usb", false}});
  }
};

auto count(const EventLog& log, const std::string& name) {
  return std::ranges::count(log, name, &Event::name);
}

TEST(Computer, GetsMalwareOverAShareAndHandsItOn) {
  // Sent at 0, found at the look at 10 s; handed on after it, found at 20 s.
  Works works;
  Rig rig(works.plan, works.table);
  rig.set("office1.malware", 1);
  rig.run_until(s(9));
  EXPECT_EQ(rig.value("server.malware"), 0);
  rig.run_until(s(10));
  EXPECT_EQ(rig.value("server.malware"), 1);
  EXPECT_EQ(rig.value("terminal.malware"), 0);
  rig.run_until(s(20));
  EXPECT_EQ(rig.value("terminal.malware"), 1);
  EXPECT_EQ(count(rig.log, "terminal.runs_malware"), 1);
}

TEST(Computer, IsNotReachedWhereARuleIsBlocked) {
  Works works;
  Rig rig(works.plan, works.table);
  rig.begin("rule.shares", Block{}, {});
  rig.set("office1.malware", 1);
  rig.set("stick.malware", 1);
  rig.run_until(s(60));
  EXPECT_EQ(rig.value("server.malware"), 0);
  EXPECT_EQ(rig.value("terminal.malware"), 1);  // the stick needs no share
}

TEST(Computer, DeniesALoginButAMediumNeedsNone) {
  Works works;
  Rig rig(works.plan, works.table);
  rig.set("login", 0);
  rig.set("office1.malware", 1);
  rig.run_until(s(60));
  EXPECT_EQ(rig.value("server.malware"), 0);
  EXPECT_EQ(count(rig.log, "server.denies_login"), 1);
  rig.set("stick.malware", 1, at(s(60)));
  rig.run_until(s(80));
  EXPECT_EQ(rig.value("terminal.malware"), 1);
}

TEST(Computer, RunsNothingThatNobodyApproved) {
  Works works;
  Rig rig(works.plan, works.table);
  rig.set("free", 0);
  rig.set("stick.malware", 1);
  rig.run_until(s(60));
  EXPECT_EQ(rig.value("terminal.malware"), 0);
  EXPECT_EQ(count(rig.log, "terminal.blocks_program"), 1);
  // Once more after the folder was clean.
  rig.set("stick.malware", 0, at(s(60)));
  rig.run_until(s(80));
  rig.set("stick.malware", 1, at(s(80)));
  rig.run_until(s(100));
  EXPECT_EQ(count(rig.log, "terminal.blocks_program"), 2);
}

/// A stick that was altered after it was signed, at a terminal that verifies or does not.
void put_in_altered_stick(bool verifies) {
  Works works;
  Rig rig(works.plan, works.table);
  const std::string files = "stick->terminal:files";
  rig.begin(files, Tamper{"terminal.stick.malware", Override{1}}, {});
  if (verifies) rig.begin(files, Authenticate{}, {}, Side::countermeasure);
  rig.run_until(s(60));
  EXPECT_EQ(rig.value("terminal.malware"), verifies ? 0 : 1);
  EXPECT_EQ(count(rig.log, kRejects), verifies ? 1 : 0);
}
TEST(Computer, TakesAnAlteredStickWhereItVerifiesNothing) { put_in_altered_stick(false); }
TEST(Computer, RejectsAnAlteredStickWhereItVerifies) { put_in_altered_stick(true); }

}  // namespace
}  // namespace twinaxis::cyber
