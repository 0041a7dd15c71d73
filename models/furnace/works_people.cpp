// The shift of the works, which acts on the report, on the horn or on what it sees on a patrol.

#include "models/furnace/works_twin.h"
#include "sim/core/text.h"

namespace twinaxis::furnace {
namespace {

/// The text with `value` for every "<word>".
std::string filled(std::string text, const std::string& word, const std::string& value) {
  const std::string mark = "<" + word + ">";
  for (std::size_t at = 0; (at = text.find(mark, at)) != std::string::npos; at += value.size()) {
    text.replace(at, mark.size(), value);
  }
  return text;
}

std::string in_degC(double limit_K) { return rounded(limit_K - kCelsiusZero_K, 6) + " degC"; }

/// "a server or a gateway is silent".
std::string any_silence(const std::vector<Gateway>& gateways) {
  std::string silent = "screen.link.collector1 == 0 or screen.link.collector2 == 0";
  for (const auto& each : gateways) {
    silent += " or screen." + each.collector + ".link." + each.host + " == 0";
  }
  return silent;
}

/// The procedure that says "zone" for that zone. What the shift types: the set-point that the zone
/// had, and as much more or less as its practice is.
cyber::Procedure for_zone(cyber::Procedure procedure, const WorksTwinParams& p, std::size_t z) {
  const ZoneParams& zone = p.plant.zones[z];
  const double sign = procedure.id.ends_with("_low") ? 1 : -1;
  procedure.id.replace(procedure.id.find("zone"), 4, zone.name);
  procedure.when = filled(procedure.when, "zone", zone.name);
  procedure.when =
      filled(procedure.when, "patrol_limit", in_degC(zone.setpoint_K + p.report.patrol_K));
  procedure.does = {
      {works::zone_tag("TIC", z) + ".setpoint", zone.setpoint_K + sign * p.report.correction_K}};
  return procedure;
}

/// What the shift of this plant knows to do, in the order of its names.
std::map<std::string, cyber::Procedure> known(const WorksTwinParams& p) {
  const std::string silence = any_silence(gateways_of(p.plant));
  std::map<std::string, cyber::Procedure> all;
  for (auto [id, each] : p.procedures) {
    each.id = id;
    each.when = filled(each.when, "silence", silence);
    each.when = filled(each.when, "bearing_limit", in_degC(p.report.bearing_K));
    each.when = filled(each.when, "shell_limit", in_degC(p.report.shell_K));
    if (id.find("zone") == std::string::npos) {
      all[id] = each;
      continue;
    }
    for (std::size_t z = 0; z < p.plant.zones.size(); ++z) {
      if (p.plant.zones[z].preheats) continue;
      const auto own = for_zone(each, p, z);
      all[own.id] = own;
    }
  }
  return all;
}

}  // namespace

/// Delays: from seeing to acting, some ten minutes in a works (assumption); a scenario may draw
/// them. Words in <> are filled in for the plant and its report.
std::map<std::string, cyber::Procedure> works_procedures() {
  const cyber::Act grease{"LUB-101.command", 1}, drain{"HV-501.command", 1};
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
  // Of every zone that does not only preheat; they type its set-point.
  add(cyber::procedure("zone_low", "screen.collector1.<zone>.state < -0.5" + trusts, 900, {}));
  add(cyber::procedure("zone_high", "screen.collector1.<zone>.state > 0.5" + trusts, 900, {}));
  add(cyber::procedure("patrol_zone_high",
                       "patrol.on == 1 and panel.<zone>_temperature > <patrol_limit>", 900, {}));
  // Who cannot trust the report measures by hand.
  add(cyber::procedure(
      "neighbours_disagree",
      "plausibility.on == 1 and screen.collector1.neighbours.state > 0.5 for 5 min", 900,
      {{"patrol.on", 1}}));
  add(cyber::procedure("server_silent", "monitoring.on == 1 and (<silence>) for 1 min", 900,
                       {{"patrol.on", 1}}));
  add(cyber::procedure("patrol_bearing",
                       "patrol.on == 1 and panel.bearing_temperature > <bearing_limit>", 600,
                       {grease}));
  add(cyber::procedure("patrol_shell", "patrol.on == 1 and panel.shell_temperature > <shell_limit>",
                       900, {drain}));
  return all;
}

void add_works_people(const WorksTwinParams& p, PointTable& table, cyber::NetworkPlan& plan) {
  add_works_panel(p, table, plan);
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
  for (const auto& [id, each] : known(p)) shift.procedures.push_back(each);
  cyber::add(plan, shift);
}

}  // namespace twinaxis::furnace
