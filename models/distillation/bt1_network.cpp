// Who stands where, and who may talk to whom. The plant is decades old: its rules let more pass
// than they should. Every weak rule is a point that a measure can block.

#include "models/distillation/bt1_twin.h"

namespace twinaxis::distillation {
namespace {

using cyber::NetworkPlan;
using cyber::RulePlan;

void add_zones(NetworkPlan& plan) {
  const Duration wide_area{10'000'000}, site{1'000'000}, control{200'000};
  plan.zones = {{"internet", {wide_area, 125e6, "everybody"}},
                {"vendor", {site, 125e6, "plant engineering firm"}},
                {"business", {site, 125e6, "offices of the plant"}},
                {"operations", {site, 125e6, "MES and historian"}},
                {"control", {control, 12.5e6, "process control"}},
                {"field", {control, 1.25e6, "fieldbus"}},
                {"safety", {control, 12.5e6, "safety system"}}};
  plan.links = {
      {"internet", "business", wide_area, 12.5e6}, {"internet", "vendor", wide_area, 12.5e6},
      {"business", "operations", control, 125e6},  {"operations", "control", control, 12.5e6},
      {"control", "field", control, 1.25e6},       {"control", "safety", control, 12.5e6}};
}

void add_rules(NetworkPlan& plan) {
  plan.rules = {
      {"mail_and_web", {"internet", "business", "https", true, "mail reaches the offices"}},
      {"mail_of_vendor",
       {"internet", "vendor", "https", true, "mail reaches the engineering firm"}},
      {"web_from_business", {"business", "internet", "https", true, "browsing"}},
      {"web_from_mes", {"mes", "internet", "https", true, "weak: the MES may browse"}},
      {"business_to_mes", {"business", "mes", "https", true, "orders and reports"}},
      {"business_file_share", {"business", "mes", "smb", true, "weak: shared folders"}},
      {"business_to_maintenance",
       {"business", "maintenance_terminal", "rdp", true, "weak: remote desktop"}},
      {"operations_to_control_share",
       {"mes", "process_control_server", "smb", true, "weak: recipes as files"}},
      {"orders_to_control", {"mes", "process_control_server", "opc", true, "production orders"}},
      {"history_to_screens", {"historian", "hmi", "opc", true, "trends and laboratory values"}},
      {"history_of_controller", {"plc1", "historian", "opc", true, "set-points in use"}},
      {"vendor_update", {"engineering_firm", "plc1", "https", true, "updates of the controller"}},
      {"vendor_remote",
       {"engineering_firm", "maintenance_terminal", "rdp", true, "remote maintenance"}},
      {"controller_to_field", {"plc1", "field1", "fieldbus", true, "commands"}},
      {"field_to_controller", {"field1", "plc1", "fieldbus", true, "readings"}},
      {"maintenance_to_safety",
       {"maintenance_terminal", "sis1", "engineering", true,
        "weak: safety logic over the network"}},
      {"safety_to_screens", {"sis1", "hmi", "modbus", true, "state of the safety system"}}};
}

}  // namespace

void add_bt1_network(NetworkPlan& plan) {
  add_zones(plan);
  add_rules(plan);
  using cyber::add_host;
  add_host(plan, "internet", "internet", "where attackers come from");
  add_host(plan, "engineering_firm", "vendor", "update server of the plant engineering firm");
  add_host(plan, "business_terminal", "business", "office computer");
  add_host(plan, "business_server", "business", "orders, accounts, files");
  // 1,500 records of 2 kB: staff and contacts at partners (assumption).
  add_host(plan, "mes", "operations", "manufacturing execution system", 3e6);
  add_host(plan, "historian", "operations", "process history");
  add_host(plan, "process_control_server", "control", "set-points, recipes, supervision");
  add_host(plan, "maintenance_terminal", "control", "engineering of PLC and safety system");
}

void add_bt1_devices(const Bt1TwinParams& p, const Bt1& plant, PointTable& table,
                     NetworkPlan& plan) {
  const auto actuators = bt1_actuators(p.plant.valves.nominal_fraction);
  cyber::FieldStation field{.host = "field1",
                            .zone = "field",
                            .doc = "remote I/O of the column",
                            .controller = "plc1",
                            .sensors = bt1_transmitters(),
                            .actuators = actuators,
                            .params = p.field};
  cyber::add(plan, table, field);

  const auto loops = bt1_loops(p.control, plant);
  for (const auto& loop : loops) cyber::declare(table, loop);
  table.parameter("plc1.steam_interlock.limit", "Pa", p.control.steam_interlock_Pa,
                  "pressure at which plc1 cuts steam", above(0));
  table.parameter("plc1.interlock_reset", "1", 0, "1 resets the interlock of plc1", between(0, 1));
  cyber::add(
      plan, table,
      cyber::Plc{.host = "plc1",
                 .zone = "control",
                 .doc = "basic control of the column",
                 .wired_sensors = {},
                 .wired_actuators = {},
                 .bus_actuators = actuators,
                 .watched_channel = field.readings_channel(),
                 .control = bt1_logic(p.control, loops),
                 .other_logics = {},
                 .params = {.scan = p.control.scan, .phase = {}, .watchdog = p.control.watchdog}});
  cyber::add_update(
      plan, table,
      cyber::Update{.server = "engineering_firm", .device = "plc1", .params = p.update});

  const auto trip = [](std::string id, std::vector<std::string> sensors, double limit, double band,
                       Limit::Side side, int needed, const char* doc) {
    cyber::TripFunction f;
    f.id = std::move(id);
    f.sensors = std::move(sensors);
    f.limit = {limit, band, side};
    f.voting.needed_count = needed;
    f.trips = {"XV-301A", "XV-301B"};
    f.doc = doc;
    return f;
  };
  cyber::add(
      plan, table,
      cyber::Sis{
          .host = "sis1",
          .zone = "safety",
          .doc = "safety instrumented system, SIL 2",
          .sensors = {{"PT-102A", "column.pressure", "safety transmitter"},
                      {"PT-102B", "column.pressure", "safety transmitter"},
                      {"PT-102C", "column.pressure", "safety transmitter"},
                      {"TT-302A", "column.bottom_temperature", "safety thermocouple"},
                      {"TT-302B", "column.bottom_temperature", "safety thermocouple"},
                      {"LT-303", "sump.level", "safety level switch"}},
          .actuators = {{"XV-301A", "1", fraction(), 1, 0, "steam trip valve"},
                        {"XV-301B", "1", fraction(), 1, 0, "steam trip valve"}},
          .functions = {trip("high_pressure", {"PT-102A", "PT-102B", "PT-102C"},
                             p.safety.high_pressure_Pa, 5e3, Limit::Side::high, 2, "PSHH-102"),
                        trip("high_temperature", {"TT-302A", "TT-302B"},
                             p.safety.high_temperature_K, 2, Limit::Side::high, 1, "TSHH-302"),
                        trip("low_sump_level", {"LT-303"}, p.safety.low_sump_level, 0.02,
                             Limit::Side::low, 1, "LSLL-303")},
          .params = p.safety.sis});
}

}  // namespace twinaxis::distillation
