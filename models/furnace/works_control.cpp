// plc1: zone temperatures by wired thermocouples, burners, fan and pusher. It stands in the works
// and goes on when every server is gone.

#include "models/furnace/works_twin.h"
#include "sim/cyber/devices/plc.h"

namespace twinaxis::furnace {
namespace {

using namespace works;

std::vector<cyber::Loop> loops(const WorksTwinParams& p) {
  std::vector<cyber::Loop> all;
  for (std::size_t z = 0; z < p.plant.zones.size(); ++z) {
    all.push_back({zone_tag("TIC", z), zone_tag("TT", z) + ".reading",
                   zone_tag("BRN", z) + ".output", p.plant.zones[z].setpoint_K, p.control.zone});
  }
  return all;
}

/// What surrounds the loops: no burner without air, no slab out of a cold furnace.
class Sequence {
 public:
  Sequence(const WorksTwinParams& p, const PointTable& table)
      : p_(p.control),
        speed_(table.id("ST-101.reading")),
        fan_(table.id("FAN-101.output")),
        pusher_(table.id("PSH-101.output")) {
    for (std::size_t z = 0; z < p.plant.zones.size(); ++z) {
      burners_.push_back(table.id(zone_tag("BRN", z) + ".output"));
      if (p.plant.zones[z].preheats) continue;
      zones_.push_back(
          {table.id(zone_tag("TT", z) + ".reading"), table.id(zone_tag("TIC", z) + ".setpoint")});
    }
  }

  void scan(cyber::TaskContext& context) {
    Bus& bus = context.bus();
    bus.write(fan_, 1, context.now());
    const bool air = bus.read(speed_) >= p_.fan_least_fraction;
    bool warm = true;
    for (const auto& [reading, setpoint] : zones_) {
      warm = warm && bus.read(reading) > bus.read(setpoint) - p_.pusher_holds_below_K;
    }
    if (!air) {
      for (const PointId each : burners_) bus.write(each, 0, context.now());
    }
    const bool moves = air && warm;
    bus.write(pusher_, moves ? 1 : 0, context.now());
    report(context, air, air_, "plc1.burners_off", "plc1.burners_on", "no combustion air");
    report(context, moves, moves_, "plc1.line_stopped", "plc1.line_moves",
           air ? "furnace too cold" : "no combustion air");
  }

 private:
  static void report(cyber::TaskContext& context, bool is, bool& was, const char* lost,
                     const char* back, const char* why) {
    if (is != was) context.log().push_back({context.now(), is ? back : lost, is ? "" : why, 0, ""});
    was = is;
  }

  WorksControlParams p_;
  PointId speed_, fan_, pusher_;
  std::vector<PointId> burners_;
  std::vector<std::pair<PointId, PointId>> zones_;  ///< reading and set-point; not preheating ones
  bool air_ = true, moves_ = true;
};

cyber::LogicMaker program(const WorksTwinParams& p) {
  const auto regulate = cyber::loops_logic(loops(p), p.control.scan);
  return [regulate, p](const PointTable& table) -> cyber::Logic {
    return [loop = regulate(table),
            sequence = Sequence(p, table)](cyber::TaskContext& context) mutable {
      loop(context);
      sequence.scan(context);
    };
  };
}

}  // namespace

WorksControlParams::WorksControlParams() {
  zone.gain = 0.01;
  zone.integral_time = duration_from_s(600);
  zone.low = 0;
  zone.high = 1;
}

void fields(FieldVisitor& v, WorksControlParams& p) {
  v("zone", p.zone, "TIC-101, 201, ..., by fuel");
  v("pusher_holds_below", p.pusher_holds_below_K, "K", at_least(0),
    "a zone so far below its set-point stops the line");
  v("fan_least", p.fan_least_fraction, "1", fraction(), "slower than that, the burners go out");
  v("scan", p.scan, above(0), "period of plc1");
}

void add_works_control(const WorksTwinParams& p, const Works& plant, PointTable& table,
                       cyber::NetworkPlan& plan) {
  const auto input = plant.nominal_input();
  cyber::Plc plc;
  plc.host = "plc1";
  plc.zone = "plant";
  plc.doc = "zone temperatures, fan and pusher";
  plc.params = {.scan = p.control.scan, .phase = {}, .watchdog = {}};
  for (std::size_t z = 0; z < p.plant.zones.size(); ++z) {
    const std::string& zone = p.plant.zones[z].name;
    plc.wired_sensors.push_back({zone_tag("TT", z), "furnace." + zone + ".well_temperature",
                                 "control thermocouple, " + zone});
    plc.wired_actuators.push_back({zone_tag("BRN", z), "1", fraction(),
                                   input[plant.layout().burner + z], 0, "burners, " + zone});
  }
  plc.wired_sensors.push_back({"ST-101", "fan.speed", "speed of the combustion air fan"});
  plc.wired_actuators.push_back({"FAN-101", "1", fraction(), 1, 0, "combustion air fan"});
  plc.wired_actuators.push_back({"PSH-101", "1", fraction(), 1, 0, "walking beam"});
  plc.control = program(p);
  // add() declares the points that the loops name, so the loops come after it.
  cyber::add(plan, table, plc);
  for (const auto& loop : loops(p)) cyber::declare(table, loop);
  table.signal("LUB-101.command", "1", View::controller, "lubricator of the fan, pressed by hand",
               {}, fraction(), 0);
  table.signal("HV-501.command", "1", View::controller, "drain of the holding furnace, by hand", {},
               fraction(), 0);
}

}  // namespace twinaxis::furnace
