// Who stands where, and who may talk to whom. The control-information network is flat: that is why
// what is infected there infects the rest. Every weak rule is a point that a measure can block.

#include "models/welding_robot/cell_twin.h"
#include "sim/cyber/devices/server.h"

namespace twinaxis::welding_robot {
namespace {

/// Drawings and weld procedures of the customer's parts, 200 of 1 MB (assumption).
constexpr double kDrawings_bytes = 200e6;
constexpr double kPrograms_bytes = 50e6;  ///< backups of three robots (assumption)

void add_zones(cyber::NetworkPlan& plan) {
  const Duration wide_area{10'000'000}, lan{200'000};
  plan.zones = {{"internet", {wide_area, 125e6, "everybody"}},
                {"office", {lan, 125e6, "offices of the parts maker"}},
                {"information", {lan, 125e6, "control-information network: servers and terminals"}},
                {"control", {lan, 12.5e6, "controllers of the cell"}},
                {"safety", {lan, 12.5e6, "safety PLC"}},
                {"maker", {lan, 125e6, "service centre of the robot maker"}},
                {"removable", {lan, 12.5e6, "media that people carry"}}};
  plan.links = {
      {"internet", "office", wide_area, 12.5e6},      {"internet", "maker", wide_area, 12.5e6},
      {"internet", "information", wide_area, 12.5e6}, {"maker", "information", wide_area, 12.5e6},
      {"office", "information", lan, 125e6},          {"removable", "information", lan, 12.5e6},
      {"information", "control", lan, 12.5e6},        {"control", "safety", lan, 12.5e6}};
}

void add_rules(cyber::NetworkPlan& plan) {
  plan.rules = {
      {"mail", {"internet", "office", "https", true, "mail reaches the offices"}},
      {"mail_of_maker", {"internet", "maker", "https", true, "mail reaches the robot maker"}},
      {"office_to_servers", {"office", "information", "smb", true, "weak: shared folders"}},
      {"web_of_mes", {"mes1", "internet", "https", true, "weak: the MES may browse"}},
      {"usb_port",
       {"removable", "engineering_terminal", "usb", true, "ports of the engineering terminal"}},
      {"remote_maintenance",
       {"maker", "remote_gateway", "remote", true, "weak: open also when nobody maintains"}},
      {"backups_to_maker",
       {"remote_gateway", "maker", "remote", true, "backups and states for the robot maker"}},
      {"orders", {"mes1", "line1", "opc", true, "orders to the cell controller"}},
      {"supervision", {"scada1", "control", "opc", true, "supervision of the cell"}},
      {"signs_of_life", {"information", "panel", "opc", true, "servers to the panel at the cell"}},
      {"states", {"control", "information", "opc", true, "states of the cell to the servers"}},
      {"engineering",
       {"information", "control", "engineering", true,
        "weak: programs and settings from every computer of the network"}},
      {"gateway_to_robots",
       {"remote_gateway", "control", "remote", true, "diagnosis of robot controllers"}},
      {"safety_engineering",
       {"information", "safety", "engineering", true, "weak: zones over the network"}},
      {"drives", {"control", "safety", "safe", true, "states of the drives"}}};
  plan.links.push_back({"information", "safety", Duration{200'000}, 12.5e6});
}

}  // namespace

void add_cell_network(cyber::NetworkPlan& plan) {
  add_zones(plan);
  add_rules(plan);
  using cyber::add_host;
  add_host(plan, "internet", "internet", "where attackers come from");
  add_host(plan, "office_terminal", "office", "office computer of the parts maker");
  add_host(plan, "mes1", "information", "MES server: orders, lots, drawings", kDrawings_bytes);
  add_host(plan, "scada1", "information", "SCADA server: supervision of the cells");
  add_host(plan, "engineering_terminal", "information", "programs and settings of the robots");
  add_host(plan, "press_server", "information", "server of the press line next door");
  add_host(plan, "remote_gateway", "information",
           "entry of the robot maker's maintenance, backups of programs", kPrograms_bytes);
  add_host(plan, "maker_terminal", "maker", "computer of a service engineer of the robot maker");
  add_host(plan, "usb_medium", "removable", "stick of a service engineer of the robot maker");
}

}  // namespace twinaxis::welding_robot
