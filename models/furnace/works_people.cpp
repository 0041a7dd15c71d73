// What hangs in the works themselves, and the shift that acts on the report.

#include <algorithm>

#include "models/furnace/works_twin.h"
#include "sim/cyber/devices/server.h"

namespace twinaxis::furnace {
namespace {

constexpr Duration kEvery{10 * kNanosecondsPerSecond};

/// Gauges in the works, read by whoever walks past, and a horn that needs no server.
class Panel {
 public:
  explicit Panel(const PointTable& table) : horn_(table.id("local_alarm.on")) {
    std::vector<std::string> bearings;
    for (const auto name : kBearingNames) {
      bearings.push_back("bearing." + std::string(name) + ".temperature");
    }
    hang(table, "panel.bearing", bearings);
    hang(table, "panel.shell", {"holder.spot_temperature", "holder.shell_temperature"});
    dials_ = {{table.id("furnace.heating.temperature"), table.id("panel.heating_temperature")},
              {table.id("furnace.soaking.temperature"), table.id("panel.soaking_temperature")},
              {table.id("fan.speed"), table.id("panel.fan_speed")}};
  }

  void look(cyber::TaskContext& context) {
    Bus& bus = context.bus();
    for (const auto& [truth, dial] : dials_) bus.write(dial, bus.read(truth), context.now());
    for (Gauge& g : gauges_) {
      double hottest_K = 0;
      for (const PointId each : g.truths) hottest_K = std::max(hottest_K, bus.read(each));
      bus.write(g.shown, hottest_K, context.now());
      const bool on = bus.read(horn_) >= 0.5 && bus.read(g.shown) > bus.read(g.limit);
      if (on && !g.on) context.log().push_back({context.now(), g.event, "", hottest_K, "K"});
      g.on = on;
      bus.write(g.alarm, on ? 1 : 0, context.now());
    }
  }

 private:
  struct Gauge {
    std::vector<PointId> truths;  ///< the hottest of them shows
    PointId shown, limit, alarm;
    std::string event;
    bool on = false;
  };
  void hang(const PointTable& table, const std::string& head,
            const std::vector<std::string>& truths) {
    Gauge gauge{{},
                table.id(head + "_temperature"),
                table.id(head + "_limit"),
                table.id(head + "_alarm"),
                head + "_alarm"};
    for (const auto& name : truths) gauge.truths.push_back(table.id(name));
    gauges_.push_back(std::move(gauge));
  }

  PointId horn_;
  std::vector<Gauge> gauges_;
  std::vector<std::pair<PointId, PointId>> dials_;
};

cyber::LogicMaker local_panel() {
  return [](const PointTable& table) -> cyber::Logic {
    return [panel = Panel(table)](cyber::TaskContext& context) mutable { panel.look(context); };
  };
}

void add_panel(const WorksTwinParams& p, PointTable& table, cyber::NetworkPlan& plan) {
  cyber::add_host(plan, "panel", "plant", "gauges and horn in the works");
  const auto gauge = [&](const char* name, const char* truth, const char* doc) {
    table.signal(std::string("panel.") + name + "_temperature", "K", View::operators, doc, truth,
                 any_value(), table[table.id(truth)].initial);
  };
  gauge("bearing", "bearing.fan_drive.temperature", "hottest bearing, gauge in the works");
  gauge("shell", "holder.spot_temperature", "hottest shell, gauge in the works");
  gauge("heating", "furnace.heating.temperature", "heating zone, portable pyrometer");
  gauge("soaking", "furnace.soaking.temperature", "soaking zone, portable pyrometer");
  table.signal("panel.fan_speed", "1", View::operators, "speed of the fan, dial in the works",
               "fan.speed", any_value(), 1);
  const auto alarm = [&](const char* name, double limit_K) {
    const std::string head = std::string("panel.") + name;
    table.parameter(head + "_limit", "K", limit_K, "limit of the horn", above(0));
    table.signal(head + "_alarm", "1", View::operators, "1 while the horn sounds");
  };
  alarm("bearing", p.report.bearing_K);
  alarm("shell", p.report.shell_K);
  table.parameter("local_alarm.on", "1", 0, "1: a horn in the works that needs no server",
                  fraction());
  plan.tasks.push_back(cyber::only_task("panel", "gauges", kEvery, local_panel()));
}

/// What the shift types when a zone is out of its range: the set-point that it had, and as much
/// more or less as its practice is.
void aim(const WorksTwinParams& p, cyber::Procedure& procedure) {
  const double sign = procedure.id.ends_with("_low") ? 1 : -1;
  for (cyber::Act& act : procedure.does) {
    for (std::size_t z = 0; z < kZones; ++z) {
      if (act.point != "TIC-" + std::to_string(z + 1) + "01.setpoint") continue;
      act.value = p.plant.zones[z].setpoint_K + sign * p.report.correction_K;
    }
  }
}

}  // namespace

/// Delays: from seeing to acting, some ten minutes in a works (assumption); a scenario may draw
/// them.
std::map<std::string, cyber::Procedure> works_procedures() {
  const cyber::Act grease{"LUB-101.command", 1}, drain{"HV-501.command", 1};
  const cyber::Act set_201{"TIC-201.setpoint", 0}, set_301{"TIC-301.setpoint", 0};  // aim() says to
  // With the fan at rest everybody knows why a zone is cold.
  const std::string trusts =
      " and panel.fan_speed > 0.5 and "
      "not (plausibility.on == 1 and screen.collector1.neighbours.state > 0.5) for 2 min";
  std::map<std::string, cyber::Procedure> all;
  const auto add = [&](cyber::Procedure p) { all[p.id] = std::move(p); };
  add(cyber::procedure("bearing_hot", "screen.collector2.bearings.state > 0.5 for 1 min", 600,
                       {grease}));
  add(cyber::procedure("bearing_horn", "panel.bearing_alarm == 1 for 30 s", 600, {grease}));
  add(cyber::procedure("shell_hot", "screen.collector2.shell.state > 0.5 for 1 min", 900, {drain}));
  add(cyber::procedure("shell_horn", "panel.shell_alarm == 1 for 30 s", 900, {drain}));
  add(cyber::procedure("heating_low", "screen.collector1.heating.state < -0.5" + trusts, 900,
                       {set_201}));
  add(cyber::procedure("heating_high", "screen.collector1.heating.state > 0.5" + trusts, 900,
                       {set_201}));
  add(cyber::procedure("soaking_low", "screen.collector1.soaking.state < -0.5" + trusts, 900,
                       {set_301}));
  add(cyber::procedure("soaking_high", "screen.collector1.soaking.state > 0.5" + trusts, 900,
                       {set_301}));
  // Who cannot trust the report measures by hand.
  add(cyber::procedure(
      "neighbours_disagree",
      "plausibility.on == 1 and screen.collector1.neighbours.state > 0.5 for 5 min", 900,
      {{"patrol.on", 1}}));
  std::string silent = "screen.link.collector1 == 0 or screen.link.collector2 == 0";
  for (int gateway = 1; gateway <= kGateways; ++gateway) {
    silent += " or screen." + collector_of(gateway) + ".link." + gateway_name(gateway) + " == 0";
  }
  add(cyber::procedure("server_silent", "monitoring.on == 1 and (" + silent + ") for 1 min", 900,
                       {{"patrol.on", 1}}));
  add(cyber::procedure("patrol_bearing", "patrol.on == 1 and panel.bearing_temperature > 90 degC",
                       600, {grease}));
  add(cyber::procedure("patrol_shell", "patrol.on == 1 and panel.shell_temperature > 350 degC", 900,
                       {drain}));
  add(cyber::procedure("patrol_heating_high",
                       "patrol.on == 1 and panel.heating_temperature > 1275 degC", 900, {set_201}));
  add(cyber::procedure("patrol_soaking_high",
                       "patrol.on == 1 and panel.soaking_temperature > 1265 degC", 900, {set_301}));
  return all;
}

void add_works_people(const WorksTwinParams& p, PointTable& table, cyber::NetworkPlan& plan) {
  add_panel(p, table, plan);
  const auto choice = [&](const char* name, const char* doc) {
    table.parameter(name, "1", 0, doc, fraction());
  };
  choice("patrol.on", "1: people walk round and read the gauges");
  choice("monitoring.on", "1: a silent server is noticed and told");
  choice("plausibility.on", "1: sensors are compared with their neighbours, and the shift is told");
  choice("data.encrypted", "1: stored operating data are useless without a key kept elsewhere");
  choice("response.rehearsed", "1: the response to incidents is prepared and rehearsed");
  table.parameter("remote_login.open", "1", 1,
                  "1: whoever has a password may log in at the collecting servers", fraction());
  cyber::Operator shift{.name = "shift",
                        .zone = "office",
                        .hmi = "screen",
                        .doc = "shift of the works",
                        .procedures = {}};
  for (auto [id, each] : p.procedures) {
    each.id = id;
    aim(p, each);
    shift.procedures.push_back(each);
  }
  cyber::add(plan, shift);
}

}  // namespace twinaxis::furnace
