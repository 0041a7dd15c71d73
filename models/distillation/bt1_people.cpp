// Screens, set-points on their way down, orders, and the person at the board.

#include "models/distillation/bt1_twin.h"
#include "sim/cyber/devices/link_watch.h"

namespace twinaxis::distillation {
namespace {

constexpr double kAmbient_Pa = 101'325;
constexpr Duration kEvery{10 * kNanosecondsPerSecond};
constexpr Duration kSampling{1800 * kNanosecondsPerSecond};

std::vector<cyber::Alarm> alarms(const Bt1AlarmParams& a) {
  const auto high = [](const char* id, const char* point, double limit, double band, int priority) {
    return cyber::Alarm{id, point, {limit, band, Limit::Side::high}, priority, true, ""};
  };
  const auto low = [](const char* id, const char* point, double limit, double band, int priority) {
    return cyber::Alarm{id, point, {limit, band, Limit::Side::low}, priority, true, ""};
  };
  return {high("pressure_high", "PT-101.reading", a.high_pressure_Pa, 3e3, 1),
          high("top_temperature_high", "TT-101.reading", a.high_top_temperature_K, 1, 1),
          high("drum_level_high", "LT-201.reading", a.high_level, 0.02, 2),
          low("drum_level_low", "LT-201.reading", a.low_level, 0.02, 2),
          high("sump_level_high", "LT-301.reading", a.high_level, 0.02, 2),
          low("sump_level_low", "LT-301.reading", a.low_level, 0.02, 2),
          low("purity_low", "AT-101.reading", a.low_purity, 0.002, 3)};
}

struct Response {
  std::vector<cyber::Act> does, wrongly;
};

/// What is set in answer to each procedure.
std::map<std::string, Response> responses(const Bt1BoardParams& p) {
  const cyber::Act close_steam_by_hand{"steam.header_pressure", kAmbient_Pa};
  return {
      {"pressure_high",
       {{{"hmi.TIC-105.setpoint", p.cool_tray_K}}, {{"hmi.TIC-105.setpoint", p.hot_tray_K}}}},
      {"top_temperature_high", {{close_steam_by_hand}, {}}},
      {"sensors_disagree", {{close_steam_by_hand}, {}}},
      {"setpoint_disagrees",
       {{{"AIC-101.manual", 1}, {"PIC-101.manual", 1}, {"TIC-105.manual", 1}}, {}}},
      {"analyser_disagrees", {{{"AIC-101.manual", 1}}, {}}},
      {"orders_lost", {{{"process_control_server.FIC-101.setpoint", p.manual_feed_kg_per_s}}, {}}}};
}

}  // namespace

/// Delays are medians of the order that alarm studies report for a board operator, some minutes
/// (assumption); a scenario may draw them.
std::map<std::string, cyber::Procedure> bt1_procedures() {
  std::map<std::string, cyber::Procedure> all;
  const auto add = [&](const char* id, const char* when, double delay_s) {
    all[id].when = when;
    all[id].delay = duration_from_s(delay_s);
  };
  add("pressure_high", "alarm.pressure_high == 1 for 30 s", 180);
  add("top_temperature_high", "alarm.top_temperature_high == 1 for 30 s", 240);
  add("sensors_disagree",
      "monitoring.on == 1 and abs(hmi.PT-101.reading - hmi.PT-102A.reading) > 30 kPa for 30 s",
      180);
  add("setpoint_disagrees",
      "monitoring.on == 1 and abs(hmi.AIC-101.setpoint - historian.AIC-101.setpoint) > 0.002 "
      "for 60 s",
      300);
  add("analyser_disagrees",
      "monitoring.on == 1 and hmi.AT-101.reading - hmi.QT-101.reading > 0.003 for 10 min", 600);
  add("orders_lost", "hmi.process_control_server.link.mes == 0 for 5 min", 600);
  return all;
}

void add_bt1_people(const Bt1TwinParams& p, PointTable& table, cyber::NetworkPlan& plan) {
  using namespace cyber;
  std::vector<std::string> shown;
  for (const auto& t : bt1_transmitters()) shown.push_back(t.name + ".reading");
  for (const auto& a : bt1_actuators(0)) shown.push_back(a.name + ".output");
  add(plan, table,
      Hmi{.host = "hmi",
          .zone = "control",
          .doc = "screens of the control room",
          .controller = "plc1",
          .service = "modbus",
          .shows = shown,
          .alarms = alarms(p.alarms),
          .params = p.hmi});
  add_copies(plan, table,
             {.from = "sis1",
              .to = "hmi",
              .service = "modbus",
              .purpose = "safety",
              .period = p.hmi.refresh,
              .phase = {},
              .points = {"PT-102A.reading", "sis1.high_pressure.tripped",
                         "sis1.high_temperature.tripped", "sis1.low_sump_level.tripped"},
              .view = View::operators});

  const std::vector<std::string> setpoints{"PIC-101.setpoint", "TIC-105.setpoint",
                                           "AIC-101.setpoint", "LIC-201.setpoint",
                                           "LIC-301.setpoint"};
  add_relay(plan, table,
            {.legs = {{"hmi", "process_control_server", "opc"},
                      {"process_control_server", "plc1", "modbus"}},
             .values = setpoints,
             .purpose = "setpoints",
             .period = kEvery});
  add_relay(plan, table,
            {.legs = {{"mes", "process_control_server", "opc"},
                      {"process_control_server", "plc1", "modbus"}},
             .values = {"FIC-101.setpoint"},
             .purpose = "orders",
             .period = kEvery,
             .entry = View::controller});
  add_copies(plan, table,
             {.from = "plc1",
              .to = "historian",
              .service = "opc",
              .purpose = "history",
              .period = kEvery,
              .phase = {},
              .points = setpoints,
              .view = View::operators});
  add(plan, table,
      LinkWatch{.host = "process_control_server",
                .from = "mes",
                .channel = "mes->process_control_server:orders"});
  add_copies(plan, table,
             {.from = "process_control_server",
              .to = "hmi",
              .service = "opc",
              .purpose = "state",
              .period = kEvery,
              .phase = {},
              .points = {"process_control_server.link.mes"},
              .view = View::operators});
  // A sample of the distillate goes to the laboratory every half hour, past every controller.
  add(plan, table,
      FieldStation{.host = "laboratory",
                   .zone = "operations",
                   .doc = "analyses samples taken by hand",
                   .controller = "historian",
                   .service = "opc",
                   .sensors = {{"QT-101", "column.xD", "laboratory analysis"}},
                   .actuators = {},
                   .params = {.scan = kSampling, .fail_safe_after = {}}});
  add_copies(plan, table,
             {.from = "historian",
              .to = "hmi",
              .service = "opc",
              .purpose = "laboratory",
              .period = kEvery,
              .phase = {},
              .points = {"QT-101.reading"},
              .view = View::operators});
  table.parameter("backup.offline", "1", 0, "1: tested copies of the servers lie off line",
                  fraction());
  table.parameter("response.rehearsed", "1", 0,
                  "1: the response to incidents is prepared and rehearsed", fraction());
  table.parameter("monitoring.on", "1", 0,
                  "1: readings and set-points are compared, and the board is told", fraction());

  Operator board{
      .name = "board", .zone = "control", .hmi = "hmi", .doc = "board operator", .procedures = {}};
  const auto answers = responses(p.board);
  for (auto [id, procedure] : p.procedures) {
    procedure.id = id;
    const auto answer = answers.find(id);
    if (answer != answers.end()) {
      procedure.does = answer->second.does;
      procedure.wrongly = answer->second.wrongly;
    }
    board.procedures.push_back(procedure);
  }
  add(plan, board);
}

}  // namespace twinaxis::distillation
