// The control board as a device: what is wired to it, its settings as points, its scan.

#include <array>

#include "models/water_heater/home_twin.h"

namespace twinaxis::water_heater {
namespace {

const std::vector<cyber::Sensor>& sensors() {
  static const std::vector<cyber::Sensor> all{
      {"inlet_thermistor", "inlet.temperature", "cold water"},
      {"exchanger_thermistor", "exchanger.temperature", "outlet of the exchanger"},
      {"loop_thermistor", "bath.loop_temperature", "outlet of the bath exchanger"},
      {"body_thermistor", "exchanger.body_temperature", "high limit, on the copper"},
      {"outlet_thermistor", "outlet.temperature", "hot water to the house"},
      {"flow_sensor", "outlet.flow", "water through the heater; flow switch"},
      {"flame_rod", "burner.flame", "main burner"},
      {"bath_flame_rod", "bath_burner.flame", "bath burner"},
      {"fan_sensor", "fan.speed", "speed of the fan"},
      {"co_sensor", "room.co", "carbon monoxide in the room of the heater"},
      {"bath_thermistor", "bath.temperature", "water of the bath"},
      {"bath_level_sensor", "bath.level", "water of the bath"},
      {"bath_flow_switch", "bath.loop_flow", "circulation through the bath exchanger"}};
  return all;
}

const std::vector<cyber::Actuator>& actuators() {
  static const std::vector<cyber::Actuator> all{
      {"gas_valve", "1", fraction(), 0, 0, "proportional gas valve, of the rated input"},
      {"bath_gas_valve", "1", fraction(), 0, 0, "gas valve of the bath burner"},
      {"igniter", "1", fraction(), 0, 0, "spark"},
      {"fan", "1", fraction(), 0, 0, "combustion fan, of full speed"},
      {"bypass_valve", "1", fraction(), 0.2, 0.2, "share of the water that passes by"},
      {"water_valve", "1", fraction(), 1, 1, "share of what the taps ask for"},
      {"fill_valve", "1", fraction(), 0, 0, "filling of the bath"},
      {"bath_pump", "1", fraction(), 0, 0, "circulation of the bath"},
      {"freeze_heater", "1", fraction(), 0, 0, "electric heater on the exchanger"}};
  return all;
}

struct Setting {
  const char* name;
  const char* unit;
  double BoardSettings::*value;
  Range range;
  const char* doc;
};
const std::array<Setting, 9> kSettings{{
    {"setpoint_limit", "K", &BoardSettings::setpoint_limit_K, between(273.15, 373.15),
     "highest set-point that the board follows"},
    {"high_limit", "K", &BoardSettings::high_limit_K, between(273.15, 2000),
     "copper temperature that locks the gas (error 14)"},
    {"start_flow", "kg/s", &BoardSettings::start_flow_kg_per_s, at_least(0),
     "flow that lights the burner"},
    {"bath_flow", "kg/s", &BoardSettings::bath_flow_kg_per_s, at_least(0),
     "circulation that counts as water in the bath"},
    {"co_limit", "1", &BoardSettings::co_limit_fraction, fraction(),
     "carbon monoxide that locks the gas (error 99)"},
    {"air_ratio", "1", &BoardSettings::air_ratio, between(0.1, 3),
     "air that the fan is driven to, over stoichiometric"},
    {"flame_check", "1", &BoardSettings::flame_check, fraction(),
     "1: without flame the gas is locked (errors 11, 12)"},
    {"fan_check", "1", &BoardSettings::fan_check, fraction(),
     "1: a fan that does not follow locks the gas (error 61)"},
    {"guard_when_off", "1", &BoardSettings::guard_when_off, fraction(),
     "1: the freeze guard works with the power order off"},
}};

/// Names become indices; then a scan is reading, run_board(), writing.
struct BoardOnBus {
  BoardParams params;
  double interval_s;
  std::array<PointId, kSettings.size()> settings;
  std::array<PointId, property_count> orders;
  std::vector<PointId> readings, outputs;
  PointId error, ready;
  BoardMemory memory;

  BoardOnBus(const BoardParams& p, double scan_s, const PointTable& table)
      : params(p),
        interval_s(scan_s),
        error(table.id("board.error")),
        ready(table.id("board.ready")) {
    for (std::size_t i = 0; i < kSettings.size(); ++i) {
      settings[i] = table.id(std::string("board.") + kSettings[i].name);
    }
    const auto properties = property_points({});
    for (std::size_t i = 0; i < property_count; ++i) {
      orders[i] = table.id("board." + properties[i].name);
    }
    for (const auto& s : sensors()) readings.push_back(table.id(s.name + ".reading"));
    for (const auto& a : actuators()) outputs.push_back(table.id(a.name + ".output"));
  }

  BoardReadings read(const Bus& bus) const {
    std::size_t i = 0;
    const auto next = [&] { return bus.read(readings[i++]); };
    BoardReadings r;
    r.inlet_K = next(), r.exchanger_K = next(), r.loop_K = next();
    r.body_K = next(), r.outlet_K = next();
    r.flow_kg_per_s = next();
    r.flame = next() >= 0.5, r.bath_flame = next() >= 0.5;
    r.fan_fraction = next(), r.co_fraction = next();
    r.bath_K = next(), r.bath_level_m = next(), r.bath_flow_kg_per_s = next();
    return r;
  }

  void write(Bus& bus, const BoardCommands& c, Time now) const {
    const double values[] = {c.gas,   c.bath_gas, c.igniter, c.fan,          c.bypass,
                             c.water, c.fill,     c.pump,    c.freeze_heater};
    for (std::size_t i = 0; i < outputs.size(); ++i) bus.write(outputs[i], values[i], now);
  }

  void operator()(cyber::TaskContext& context) {
    Bus& bus = context.bus();
    BoardSettings set;
    for (std::size_t i = 0; i < kSettings.size(); ++i) {
      set.*kSettings[i].value = bus.read(settings[i]);
    }
    const BoardOrders asked{.power = bus.read(orders[power]) >= 0.5,
                            .setpoint_K = bus.read(orders[setpoint]),
                            .bath_setpoint_K = bus.read(orders[bath_setpoint]),
                            .automatic = bus.read(orders[automatic]) >= 0.5,
                            .reheat = bus.read(orders[reheat]) >= 0.5};
    const int before = memory.error;
    const auto commands = run_board(params, set, asked, read(bus), memory, interval_s);
    write(bus, commands, context.now());
    bus.write(error, memory.error, context.now());
    bus.write(ready, asked.power && memory.error == 0 ? 1 : 0, context.now());
    if (memory.error != before && memory.error != 0) {
      const auto number = std::to_string(memory.error);
      context.log().push_back({context.now(), "board.error_" + number, "gas locked",
                               static_cast<double>(memory.error), "1"});
    }
  }
};

}  // namespace

void add_board(const HomeParams& p, PointTable& table, cyber::NetworkPlan& plan) {
  const BoardSettings first = p.settings.board;
  for (const Setting& s : kSettings) {
    table.parameter(std::string("board.") + s.name, s.unit, first.*s.value, s.doc, s.range);
  }
  for (const auto& property : property_points(p.settings)) {
    table.signal("board." + property.name, property.unit, View::controller,
                 property.doc + ", as the board has it", {}, property.range, property.initial);
  }
  table.signal("board.error", "1", View::controller,
               "number of the error that locks the gas; 0: none");
  table.signal("board.ready", "1", View::controller, "1: hot water can be had", {}, any_value(), 1);
  const BoardParams board = board_of(p);
  const double scan_s = to_s(p.scan.scan);
  cyber::add(plan, table,
             cyber::Plc{.host = "heater_board",
                        .zone = "appliance",
                        .doc = "control board of the water heater",
                        .wired_sensors = sensors(),
                        .wired_actuators = actuators(),
                        .bus_actuators = {},
                        .watched_channel = {},
                        .control = [board, scan_s](const PointTable& points) -> cyber::Logic {
                          return BoardOnBus(board, scan_s, points);
                        },
                        .other_logics = {},
                        .params = p.scan});
}

}  // namespace twinaxis::water_heater
