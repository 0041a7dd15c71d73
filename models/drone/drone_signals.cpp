// What the flight controller holds in its memory: settings, orders, what it believes and does.

#include "models/drone/drone_twin.h"

namespace twinaxis::drone {

const std::array<FlightSetting, setting_count>& flight_settings() {
  static const std::array<FlightSetting, setting_count> all{
      {{"link_patience", "s", &FlightSettings::link_patience_s, at_least(0),
        "silence of the controller that counts as a lost link"},
       {"link_action", "1", &FlightSettings::link_action, between(0, 3),
        "then: 0 nothing, 1 hold, 2 return home, 3 land"},
       {"return_height", "m", &FlightSettings::return_height_m, between(0, 500),
        "height at which it returns"},
       {"home_x", "m", &FlightSettings::home_x_m, between(-1e5, 1e5), "home point"},
       {"home_y", "m", &FlightSettings::home_y_m, between(-1e5, 1e5), "home point"},
       {"fence", "m", &FlightSettings::fence_m, between(0, 1e6), "radius of the geofence"},
       {"fence_top", "m", &FlightSettings::fence_top_m, between(0, 1e6), "its height"},
       {"fence_action", "1", &FlightSettings::fence_action, between(0, 3),
        "outside: 0 nothing, 1 hold, 2 return home, 3 land"},
       {"battery_low", "1", &FlightSettings::battery_low_fraction, fraction(),
        "charge at which it returns home"},
       {"battery_empty", "1", &FlightSettings::battery_empty_fraction, fraction(),
        "charge at which it lands"},
       {"least_voltage", "V", &FlightSettings::least_V, between(0, 60),
        "voltage at which it lands whatever the battery reports; 0: no such check"},
       {"gate", "1", &FlightSettings::gate_ratio, between(0, 1e6),
        "innovation that a fix may have, in standard deviations"},
       {"flow_check", "1", &FlightSettings::flow_check, fraction(),
        "1: fixes are compared with the flow camera"},
       {"cut_in_air", "1", &FlightSettings::cut_in_air, fraction(),
        "1: an order to cut the motors is obeyed in the air"}}};
  return all;
}

const std::array<CommandPoint, command_count>& command_points() {
  static const Range place = between(-1e5, 1e5), speed = between(-50, 50);
  static const std::array<CommandPoint, command_count> points{
      {{"mode", "1", between(0, 5), "0 rest, 1 go, 2 stick, 3 return home, 4 land, 5 cut motors"},
       {"x", "m", place, "where to go"},
       {"y", "m", place, "where to go"},
       {"height", "m", place, "where to go"},
       {"velocity_x", "m/s", speed, "of the stick"},
       {"velocity_y", "m/s", speed, "of the stick"},
       {"climb", "m/s", speed, "of the stick"},
       {"heading", "rad", between(-7, 7), "where the camera looks"}}};
  return points;
}

void fields(FieldVisitor& v, FlightSettings& s) {
  for (const FlightSetting& each : flight_settings())
    v(each.name, s.*each.value, each.unit, each.range, each.doc);
}

void declare_flight_signals(const FlightSettings& first, PointTable& table) {
  for (const FlightSetting& s : flight_settings())
    table.parameter(std::string("flight_controller.") + s.name, s.unit, first.*s.value, s.doc,
                    s.range);
  for (const CommandPoint& c : command_points())
    table.signal(std::string("command.") + c.name, c.unit, View::controller, c.doc, {}, c.range);
  table.signal("command.clock", "s", View::controller, "clock of the controller");
  const auto out = [&](const char* name, const char* unit, const char* doc,
                       const char* shows = "") {
    table.signal(name, unit, View::controller, doc, shows);
  };
  out("estimate.x", "m", "where the drone believes to be", "drone.x");
  out("estimate.y", "m", "where the drone believes to be", "drone.y");
  out("estimate.height", "m", "where the drone believes to be", "drone.height");
  out("estimate.roll", "rad", "how the drone believes to lean", "drone.roll");
  out("estimate.pitch", "rad", "how the drone believes to lean", "drone.pitch");
  out("estimate.heading", "rad", "where the drone believes to look", "drone.heading");
  out("flight.mode", "1", "0 rest, 1 go, 2 stick, 3 return home, 4 land");
  out("flight.cause", "1",
      "why: 0 order, 1 fence, 2 battery low, 3 link, 4 battery empty, 5 place lost");
  out("flight.fix_rejected", "1", "1: fixes of the satellites are not believed");
  out("flight.compass_rejected", "1", "1: the magnetometer is not believed");
  out("flight.link_age", "s", "since the last order that counted");
}

}  // namespace twinaxis::drone
