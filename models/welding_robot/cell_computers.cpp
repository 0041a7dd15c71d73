// What runs on servers and terminals, how settings get from the engineering terminal to the robots,
// and how the robot maker's remote maintenance gets in. Checks stand where they really would: at
// the computer that is asked to run a program, at the controller that is asked to take settings, at
// the gateway that is asked for a session.

#include "models/welding_robot/cell_twin.h"
#include "sim/cyber/devices/computer.h"

namespace twinaxis::welding_robot {
namespace {

using cyber::Logic;
using cyber::LogicMaker;

constexpr Duration kLooks{1'000'000'000};
constexpr Duration kSession{10'000'000'000};

void add_computers(PointTable& table, cyber::NetworkPlan& plan) {
  const auto computer = [&](const char* host, std::vector<cyber::Share> shares) {
    cyber::add(plan, table,
               cyber::Computer{.host = host,
                               .shares = std::move(shares),
                               .login_open = "remote_login.open",
                               .installation_free = "installation.free"});
  };
  // Who keeps folders at whom: assumption.
  computer("mes1", {{"office_terminal", "smb"}});
  computer("scada1", {{"mes1", "smb"}});
  computer("engineering_terminal", {{"usb_medium", "usb", false}, {"mes1", "smb"}});
  computer("press_server", {{"engineering_terminal", "smb"}});
}

/// Settings of a robot, as its controller has them in force.
std::vector<std::string> settings_of(std::size_t robot) {
  std::vector<std::string> names;
  for (const char* what : {"current", "voltage", "travel", "offset"}) {
    names.push_back(cell::of_robot(robot) + what);
  }
  if (robot == 0) names.push_back("robot1.manual_limit");
  return names;
}

/// Takes what came, if that differs from what was taken last: freely, or only with the key.
LogicMaker take_settings(const std::string& host, const std::vector<std::string>& names) {
  return [host, names](const PointTable& table) -> Logic {
    struct Setting {
      PointId received, in_force;
      double taken = 0;
    };
    std::vector<Setting> settings;
    for (const std::string& name : names) {
      const PointId in_force = table.id(name);
      settings.push_back({table.id(host + "." + name), in_force, table[in_force].initial});
    }
    return [host, settings, open = table.id("controllers.open"), key = table.id("controllers.key"),
            refusing = false](cyber::TaskContext& context) mutable {
      cyber::TaskContext& c = context;
      const bool may = c.bus().read(open) >= 0.5 || c.bus().read(key) >= 0.5;
      bool refuses = false;
      for (Setting& s : settings) {
        const double came = c.bus().read(s.received);
        if (came == s.taken) continue;
        refuses = refuses || !may;
        if (!may) continue;
        c.bus().write(s.in_force, came, c.now());
        s.taken = came;
      }
      if (refuses && !refusing) {
        c.log().push_back({c.now(), host + ".refuses_settings", "no key", 0, ""});
      }
      refusing = refuses;
    };
  };
}

/// The engineering terminal sends what it holds, with each part.
void add_settings(const CellTwinParams& p, PointTable& table, cyber::NetworkPlan& plan) {
  table.signal("controllers.key", "1", View::operators, "1: somebody turns the key at the robots",
               {}, fraction());
  const std::string from = "engineering_terminal";
  for (std::size_t i = 0; i < kRobots; ++i) {
    const std::string host = "rc" + std::to_string(i + 1);
    const auto names = settings_of(i);
    cyber::ChannelPlan channel;
    channel.name = from + "->" + host + ":settings";
    channel.from = from;
    channel.to = host;
    channel.service = "engineering";
    channel.period = p.control.settings_every;
    channel.doc = "settings of robot " + std::to_string(i + 1);
    for (const std::string& name : names) {
      const Point last = table[table.id(name)];
      for (const std::string& at : {from, host}) {
        table.signal(at + "." + name, last.unit, View::controller, name + " as " + at + " has it",
                     {}, last.range, last.initial);
      }
      channel.block.push_back({from + "." + name, host + "." + name});
    }
    plan.channels.push_back(std::move(channel));
    plan.tasks.push_back(cyber::only_task(host, "settings", kLooks, take_settings(host, names)));
    plan.events.push_back(host + ".refuses_settings");
  }
}

/// A session is asked for from outside; while it is open, controllers run the program that it
/// names.
LogicMaker sessions(std::vector<cyber::ChannelIndex> to_robots) {
  return [to_robots](const PointTable& table) -> Logic {
    return [to_robots, asked = table.id("remote_gateway.maker_terminal.session"),
            needed = table.id("remote_gateway.release_needed"),
            release = table.id("panel.maintenance_released"),
            session = table.id("remote_gateway.session"), wanted = false,
            open = false](cyber::TaskContext& context) mutable {
      cyber::TaskContext& c = context;
      const bool asks = c.bus().read(asked) >= 0.5;
      const bool admits = c.bus().read(needed) < 0.5 || c.bus().read(release) >= 0.5;
      const auto tell = [&](const char* what) {
        c.log().push_back({c.now(), std::string("remote_gateway.") + what, "", 0, ""});
      };
      if (asks && admits && !open) tell("opens_session");
      if (asks && !admits && !wanted) tell("refuses_session");
      wanted = asks;
      open = asks && admits;
      c.bus().write(session, open ? 1 : 0, c.now());
      for (const auto& channel : to_robots) {
        if (open) c.send(channel);
      }
    };
  };
}

void add_remote_maintenance(PointTable& table, cyber::NetworkPlan& plan) {
  table.signal("maker_terminal.session", "1", View::controller, "1: asks for a session", {},
               fraction());
  table.signal("maker_terminal.program", "1", View::controller,
               "number of the program that controllers are to run", {}, at_least(0));
  table.signal("panel.maintenance_released", "1", View::operators,
               "button: the shift admits maintenance from outside", {}, fraction());
  table.signal("remote_gateway.session", "1", View::operators, "1: somebody is in from outside", {},
               fraction());
  table.parameter("remote_gateway.release_needed", "1", 0,
                  "1: a session opens only while somebody at the cell admits it", fraction());
  cyber::add_copies(plan, table,
                    {.from = "maker_terminal",
                     .to = "remote_gateway",
                     .service = "remote",
                     .purpose = "session",
                     .period = kSession,
                     .phase = {},
                     .points = {"maker_terminal.session", "maker_terminal.program"}});
  std::vector<cyber::ChannelIndex> to_robots;
  for (std::size_t i = 1; i <= kRobots; ++i) {
    const std::string host = "rc" + std::to_string(i);
    cyber::ChannelPlan channel;
    channel.name = "remote_gateway->" + host + ":program";
    channel.from = "remote_gateway";
    channel.to = host;
    channel.service = "remote";
    channel.block = {{"remote_gateway.maker_terminal.program", host + ".logic"}};
    channel.doc = "program of robot " + std::to_string(i) + ", from outside";
    to_robots.push_back({plan.channels.size()});
    plan.channels.push_back(std::move(channel));
  }
  plan.tasks.push_back(
      cyber::only_task("remote_gateway", "sessions", kSession, sessions(to_robots)));
  for (const char* what : {"opens_session", "refuses_session"}) {
    plan.events.push_back(std::string("remote_gateway.") + what);
  }
}

}  // namespace

void add_cell_computers(const CellTwinParams& p, PointTable& table, cyber::NetworkPlan& plan) {
  add_computers(table, plan);
  add_settings(p, table, plan);
  add_remote_maintenance(table, plan);
}

}  // namespace twinaxis::welding_robot
