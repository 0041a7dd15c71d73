#include "models/distillation/bt1_control.h"

#include "models/distillation/bt1_layout.h"
#include "sim/control/interlock.h"

namespace twinaxis::distillation {
namespace {

using cyber::Loop;

PidParams tuning(double gain, double integral_s, Action action) {
  PidParams p;
  p.gain = gain;
  p.action = action;
  p.integral_time = duration_from_s(integral_s);
  p.low = 0;
  p.high = 1;
  return p;
}

}  // namespace

Bt1ControlParams::Bt1ControlParams()
    : pressure(tuning(5e-5, 240, Action::direct)),
      drum(tuning(3, 1500, Action::direct)),
      sump(tuning(3, 1500, Action::direct)),
      temperature(tuning(0.01, 300, Action::reverse)),
      composition(tuning(2, 3600, Action::reverse)),
      feed(tuning(0.02, 10, Action::reverse)) {}

void fields(FieldVisitor& v, Bt1ControlParams& p) {
  v("pressure_setpoint", p.pressure_Pa, "Pa", above(0), "PIC-101, absolute; left out: as designed");
  v("tray_temperature_setpoint", p.tray_temperature_K, "K", above(0),
    "TIC-105; left out: as designed");
  v("purity_setpoint", p.distillate_benzene_fraction, "1", fraction(),
    "AIC-101; left out: as designed");
  v("feed_setpoint", p.feed_kg_per_s, "kg/s", at_least(0), "FIC-101; left out: as designed");
  v("drum_level_setpoint", p.drum_level, "1", fraction(), "LIC-201");
  v("sump_level_setpoint", p.sump_level, "1", fraction(), "LIC-301");
  v("pressure", p.pressure, "PIC-101, by cooling water");
  v("drum", p.drum, "LIC-201, by distillate");
  v("sump", p.sump, "LIC-301, by bottoms");
  v("temperature", p.temperature, "TIC-105, by steam");
  v("composition", p.composition, "AIC-101, by reflux");
  v("feed", p.feed, "FIC-101, by the feed valve");
  v("steam_interlock", p.steam_interlock_Pa, "Pa", above(0), "pressure at which plc1 cuts steam");
  v("scan", p.scan, above(0), "period of plc1");
  v("watchdog", p.watchdog, at_least(0), "silence of the fieldbus that plc1 bears; 0 s: any");
}

std::vector<cyber::Sensor> bt1_transmitters() {
  return {{"PT-101", "column.pressure", "top pressure"},
          {"TT-101", "column.top_temperature", "top tray"},
          {"TT-105", "column.temperature_05", "tray 5"},
          {"TT-301", "column.bottom_temperature", "sump"},
          {"AT-101", "column.xD", "analyser of the distillate"},
          {"AT-301", "column.xB", "analyser of the bottoms"},
          {"LT-201", "drum.level", "reflux drum"},
          {"LT-301", "sump.level", "sump"},
          {"FT-101", "feed.flow", "feed"},
          {"FT-202", "reflux.flow", "reflux"},
          {"FT-203", "distillate.flow", "distillate"},
          {"FT-302", "bottoms.flow", "bottoms"},
          {"TT-202", "condenser.water_return", "cooling water return"}};
}

std::vector<cyber::Actuator> bt1_actuators(double nominal_fraction) {
  const auto valve = [&](const char* tag, double fail_safe, const char* doc) {
    return cyber::Actuator{tag, "1", fraction(), nominal_fraction, fail_safe, doc};
  };
  const auto pump = [](const char* tag, const char* doc) {
    return cyber::Actuator{tag, "1", fraction(), 1, 1, doc};
  };
  return {valve("FCV-101", 0, "feed valve"),
          valve("CWV-201", 1, "cooling water valve"),
          valve("FCV-202", 1, "reflux valve"),
          valve("LCV-203", 0, "distillate valve"),
          valve("FCV-301", 0, "steam valve"),
          valve("LCV-302", 0, "bottoms valve"),
          {"PCV-204", "1", fraction(), 0, 0, "vent valve of the drum"},
          pump("P-200", "cooling water pump"),
          pump("P-201", "reflux pump"),
          pump("P-301", "bottoms pump")};
}

std::vector<double> bt1_first_outputs(const Bt1& plant) {
  const auto state = plant.initial_state();
  const auto input = plant.nominal_input();
  const auto mode = plant.initial_mode();
  std::vector<double> truth(plant.output_names().size());
  plant.outputs({.time_s = 0, .state = state, .input = input, .mode = mode}, truth);
  return truth;
}

std::vector<Loop> bt1_loops(const Bt1ControlParams& p, const Bt1& plant) {
  const auto first = bt1_first_outputs(plant);
  return {{"FIC-101", "FT-101.reading", "FCV-101.output",
           p.feed_kg_per_s.value_or(first[bt1::out_feed_flow]), p.feed},
          {"PIC-101", "PT-101.reading", "CWV-201.output",
           p.pressure_Pa.value_or(first[bt1::out_pressure]), p.pressure},
          {"LIC-201", "LT-201.reading", "LCV-203.output", p.drum_level, p.drum},
          {"LIC-301", "LT-301.reading", "LCV-302.output", p.sump_level, p.sump},
          {"TIC-105", "TT-105.reading", "FCV-301.output",
           p.tray_temperature_K.value_or(first[bt1::out_temperature_05]), p.temperature},
          {"AIC-101", "AT-101.reading", "FCV-202.output",
           p.distillate_benzene_fraction.value_or(first[bt1::out_xD]), p.composition}};
}

cyber::LogicMaker bt1_logic(const Bt1ControlParams& p, std::vector<Loop> loops) {
  const cyber::LogicMaker regulate = cyber::loops_logic(std::move(loops), p.scan);
  return [regulate](const PointTable& table) -> cyber::Logic {
    return [loop = regulate(table), pressure = table.id("PT-101.reading"),
            limit = table.id("plc1.steam_interlock.limit"),
            reset = table.id("plc1.interlock_reset"), steam = table.id("FCV-301.output"),
            memory = InterlockMemory{}](cyber::TaskContext& context) mutable {
      loop(context);
      Bus& bus = context.bus();
      const bool before = memory.tripped;
      const bool demand = bus.read(pressure) > bus.read(limit);
      if (interlock({}, memory, context.now(), demand, bus.read(reset) >= 0.5)) {
        bus.write(steam, 0, context.now());
        if (!before)
          context.log().push_back(
              {context.now(), "plc1.steam_interlock", "high pressure", bus.read(pressure), "Pa"});
      }
    };
  };
}

}  // namespace twinaxis::distillation
