// Who stands where, and who may talk to whom. Every weak rule is a point that a measure can block.

#include "models/warehouse/warehouse_twin.h"

namespace twinaxis::warehouse {
namespace {

/// Names, addresses and orders of the customers (assumption: 2 GB).
constexpr double kCustomers_bytes = 2e9;

void add_zones(cyber::NetworkPlan& plan) {
  const Duration wide_area{10'000'000}, lan{200'000}, air{3'000'000};
  // Bursts: 2 % of messages meet a bad state of five, where half are lost (assumption).
  plan.zones = {{"internet", {wide_area, 125e6, "everybody"}},
                {"office", {lan, 125e6, "offices of the logistics operator"}},
                {"servers", {lan, 125e6, "WMS and fleet control"}},
                {"floor", {lan, 12.5e6, "terminals and stations on the floor"}},
                {"wifi", {air, 5e6, "vehicles", cyber::BurstLoss{0.004, 0.2, 0.001, 0.5}}},
                {"integrator", {lan, 125e6, "system integrator"}},
                {"agv_maker", {lan, 125e6, "maker of the vehicles"}}};
  plan.links = {{"internet", "office", wide_area, 12.5e6},
                {"internet", "servers", wide_area, 12.5e6},
                {"internet", "integrator", wide_area, 12.5e6},
                {"internet", "agv_maker", wide_area, 12.5e6},
                {"agv_maker", "integrator", wide_area, 12.5e6},
                {"integrator", "servers", wide_area, 12.5e6},
                {"office", "servers", lan, 125e6},
                {"servers", "floor", lan, 12.5e6},
                {"servers", "wifi", lan, 12.5e6},
                {"floor", "wifi", lan, 12.5e6}};
}

void add_rules(cyber::NetworkPlan& plan) {
  plan.rules = {
      {"mail", {"internet", "office", "https", true, "mail and web of the offices"}},
      {"mail_of_integrator", {"internet", "integrator", "https", true, "mail and web"}},
      {"mail_of_agv_maker", {"internet", "agv_maker", "https", true, "mail and web"}},
      {"customers", {"internet", "wms1", "https", true, "orders of the customers"}},
      {"office_to_wms", {"office", "wms1", "https", true, "stock and orders on office computers"}},
      {"office_to_servers", {"office", "servers", "smb", true, "weak: shared folders"}},
      {"wms_browses", {"wms1", "internet", "https", true, "weak: the WMS may browse"}},
      {"jobs", {"wms1", "wcs1", "https", true, "jobs to fleet control"}},
      {"broker", {"servers", "wifi", "mqtt", true, "orders to the vehicles"}},
      {"states", {"wifi", "servers", "mqtt", true, "states of the vehicles"}},
      {"terminals", {"servers", "floor", "https", true, "pages of the terminals"}},
      {"terminals_to_servers", {"floor", "servers", "https", true, "entries at the terminals"}},
      {"broker_for_all",
       {"floor", "wifi", "mqtt", true, "weak: the broker takes orders from every computer"}},
      {"states_for_all",
       {"broker1", "floor", "mqtt", true, "weak: the broker tells states to every computer"}},
      {"maintenance",
       {"maintenance_terminal", "wifi", "engineering", true, "parameters of the vehicles"}},
      {"office_to_floor",
       {"office", "floor", "rdp", true, "weak: terminals can be operated from the offices"}},
      {"updates", {"update_server", "wcs1", "https", true, "updates of fleet control"}},
      {"remote_maintenance",
       {"integrator", "servers", "remote", true, "remote maintenance by the integrator"}},
      {"firmware", {"agv_maker", "integrator", "https", true, "firmware of the maker"}}};
}

}  // namespace

void add_warehouse_network(const WarehouseTwinParams&, cyber::NetworkPlan& plan) {
  add_zones(plan);
  add_rules(plan);
  using cyber::add_host;
  add_host(plan, "internet", "internet", "where attackers come from");
  add_host(plan, "office_terminal", "office", "office computer of the logistics operator");
  add_host(plan, "wms1", "servers", "warehouse management system: stock and orders",
           kCustomers_bytes);
  add_host(plan, "wcs1", "servers", "warehouse control system: fleet control");
  add_host(plan, "broker1", "servers", "broker of the messages to and from the vehicles");
  add_host(plan, "operating_terminal", "floor", "screen of the shift");
  add_host(plan, "maintenance_terminal", "floor", "computer of the maintenance");
  add_host(plan, "update_server", "integrator", "update server of the integrator");
  add_host(plan, "integrator_terminal", "integrator", "computer of an engineer of the integrator");
  add_host(plan, "agv_maker_server", "agv_maker", "firmware of the maker of the vehicles");
}

}  // namespace twinaxis::warehouse
