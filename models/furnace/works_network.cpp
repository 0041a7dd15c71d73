// Who stands where, who may talk to whom, and what the collecting servers make of the readings.
// Every weak rule is a point that a measure can block.

#include "models/furnace/works_twin.h"
#include "sim/cyber/devices/io.h"
#include "sim/cyber/devices/link_watch.h"
#include "sim/cyber/devices/server.h"

namespace twinaxis::furnace {
namespace {

using namespace works;

constexpr Duration kTenSeconds{10 * kNanosecondsPerSecond};
/// Readings of three years, some 60 values each ten seconds, 8 bytes packed to 0.1 (assumption):
/// 100 MB over both servers.
constexpr double kHistory_bytes = 50e6;

constexpr double kBand_K = 3;       ///< back inside a range before it counts as back (assumption)
constexpr double kAnyCold_K = 230;  ///< machines are never too cold in a works

cyber::RangeReport furnace_report(const WorksTwinParams& p, const std::vector<Gateway>& gateways,
                                  double exit_K) {
  cyber::RangeReport report;
  report.host = "collector1";
  report.period = p.report.period;
  const auto group = [&](const std::string& id, double middle_K, double width_K) {
    report.ranges.push_back({id, sensors_of(gateways, id, "collector1.", ".reading"),
                             middle_K - width_K, middle_K + width_K, kBand_K, id});
  };
  for (const auto& zone : p.plant.zones) group(zone.name, zone.setpoint_K, p.report.zone_width_K);
  group("exit", exit_K, p.report.exit_width_K);
  cyber::NeighbourGroup neighbours{"neighbours",
                                   {},
                                   p.report.neighbour_K,
                                   "sensors of a zone against its control reading",
                                   "plausibility.on"};
  for (std::size_t z = 0; z < p.plant.zones.size(); ++z) {
    neighbours.pairs.push_back({"collector1." + gateways[z].sensors.front().name + ".reading",
                                "collector1." + zone_tag("TT", z) + ".reading"});
  }
  report.neighbours.push_back(neighbours);
  return report;
}

cyber::RangeReport machine_report(const WorksTwinParams& p, const std::vector<Gateway>& gateways) {
  cyber::RangeReport report;
  report.host = "collector2";
  report.period = p.report.period;
  const auto group = [&](const std::string& id, double high_K) {
    report.ranges.push_back(
        {id, sensors_of(gateways, id, "collector2.", ".reading"), kAnyCold_K, high_K, kBand_K, id});
  };
  group("bearings", p.report.bearing_K);
  group("winding", p.report.winding_K);
  group("shell", p.report.shell_K);
  group("lining", p.report.lining_K);
  return report;
}

void add_zones(cyber::NetworkPlan& plan) {
  const Duration wide_area{10'000'000}, lan{200'000}, air{20'000'000};
  // 250 kbit/s as IEEE 802.15.4; bursts: 2 % of messages meet a bad state of five, where half are
  // lost (assumption).
  plan.zones = {
      {"radio", {air, 31'250, "wireless sensors", cyber::BurstLoss{0.004, 0.2, 0.001, 0.5}}},
      {"plant", {lan, 12.5e6, "control and local network of the works"}},
      {"office", {lan, 125e6, "offices and shift room of the works"}},
      {"internet", {wide_area, 125e6, "everybody"}},
      {"support", {lan, 125e6, "servers of the support company"}},
      {"support_office", {lan, 125e6, "offices of the support company"}}};
  plan.links = {{"radio", "plant", lan, 31'250},
                {"plant", "office", lan, 12.5e6},
                {"office", "internet", wide_area, 12.5e6},
                {"internet", "support", wide_area, 12.5e6},
                {"internet", "support_office", wide_area, 12.5e6},
                {"support_office", "support", lan, 125e6}};
}

void add_rules(cyber::NetworkPlan& plan) {
  plan.rules = {
      {"readings", {"radio", "support", "mqtt", true, "gateways to the collecting servers"}},
      {"control_readings", {"plc1", "collector1", "mqtt", true, "control readings for comparison"}},
      {"reports", {"support", "screen", "https", true, "range reports to the user company"}},
      {"web_of_servers", {"internet", "support", "https", true, "reports for browsers"}},
      {"servers_browse", {"support", "internet", "https", true, "weak: servers may browse"}},
      {"mail_to_support", {"internet", "support_office", "https", true, "mail and web"}},
      {"mail_to_office", {"internet", "office", "https", true, "mail and web"}},
      {"administration",
       {"support_office", "support", "ssh", true, "weak: from every office computer"}},
      {"local_maintenance",
       {"office", "support", "smb", true, "weak: export of reports over the local network"}},
      {"gateway_settings",
       {"support", "radio", "engineering", true, "weak: settings of gateways from the servers"}},
      {"local_radio", {"office", "radio", "engineering", true, "weak: set-up from the office"}}};
}

}  // namespace

void add_works_network(cyber::NetworkPlan& plan) {
  add_zones(plan);
  add_rules(plan);
  using cyber::add_host;
  add_host(plan, "internet", "internet", "where attackers come from");
  add_host(plan, "neighbour_radio", "radio", "any radio within reach of the gateways");
  add_host(plan, "support_terminal", "support_office", "computer of a support engineer");
  add_host(plan, "office_terminal", "office", "office computer of the works");
  add_host(plan, "collector1", "support", "collecting server: furnace", kHistory_bytes);
  add_host(plan, "collector2", "support", "collecting server: fan and holding furnace",
           kHistory_bytes);
  add_host(plan, "screen", "office", "range report in the shift room");
}

void add_works_servers(const WorksTwinParams& p, const Works& plant, PointTable& table,
                       cyber::NetworkPlan& plan) {
  std::vector<std::string> control;
  for (std::size_t z = 0; z < p.plant.zones.size(); ++z) {
    control.push_back(zone_tag("TT", z) + ".reading");
  }
  cyber::add_copies(plan, table,
                    {.from = "plc1",
                     .to = "collector1",
                     .service = "mqtt",
                     .purpose = "control",
                     .period = kTenSeconds,
                     .phase = {},
                     .points = control});
  const auto gateways = gateways_of(p.plant);
  const double exit_K = first_outputs(plant)[plant.layout().line_truth + truth_exit_surface_K];
  for (const auto& report : {furnace_report(p, gateways, exit_K), machine_report(p, gateways)}) {
    cyber::add(plan, table, report);
    auto said = cyber::state_points(report);
    for (const auto& gateway : gateways) {
      if (gateway.collector != report.host) continue;
      cyber::add(plan, table,
                 cyber::LinkWatch{.host = report.host,
                                  .from = gateway.host,
                                  .channel = gateway.channel(),
                                  .bears = p.report.link_bears,
                                  .period = kTenSeconds});
      said.push_back(report.host + ".link." + gateway.host);
    }
    cyber::add_copies(plan, table,
                      {.from = report.host,
                       .to = "screen",
                       .service = "https",
                       .purpose = "report",
                       .period = p.report.period,
                       .phase = {},
                       .points = said,
                       .view = View::operators});
    cyber::add(plan, table,
               cyber::LinkWatch{.host = "screen",
                                .from = report.host,
                                .channel = report.host + "->screen:report",
                                .bears = p.report.link_bears,
                                .period = kTenSeconds,
                                .view = View::operators});
  }
}

}  // namespace twinaxis::furnace
