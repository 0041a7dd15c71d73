#pragma once
// The basic control of BT-1: six PID loops and one interlock in plc1. README.md gives the tuning's
// reasons; the scheme is the usual one (energy balance at the top by cooling, at the bottom by
// steam).

#include <optional>
#include <vector>

#include "models/distillation/bt1.h"
#include "sim/control/pid.h"
#include "sim/cyber/devices/io.h"
#include "sim/cyber/devices/loops.h"

namespace twinaxis::distillation {

struct Bt1ControlParams {
  std::optional<double> pressure_Pa;         ///< set-points; without one, that of the design
  std::optional<double> tray_temperature_K;  ///< tray 5
  std::optional<double> distillate_benzene_fraction;
  std::optional<double> feed_kg_per_s;
  double drum_level = 0.5;
  double sump_level = 0.5;
  PidParams pressure, drum, sump, temperature, composition, feed;
  double steam_interlock_Pa = 301'325;  ///< 2.0 bar gauge: the basic control cuts steam
  Duration scan{kNanosecondsPerSecond};
  Duration watchdog{10 * kNanosecondsPerSecond};
  Bt1ControlParams();
};
void fields(FieldVisitor& v, Bt1ControlParams& p);

/// Transmitters on the fieldbus, by tag.
std::vector<cyber::Sensor> bt1_transmitters();
/// Valves and pumps on the fieldbus. Cooling and reflux fail open, everything else closed; pumps
/// run on.
std::vector<cyber::Actuator> bt1_actuators(double nominal_fraction);
std::vector<cyber::Loop> bt1_loops(const Bt1ControlParams& p, const Bt1& plant);
/// Loops, then the interlock, which latches until "plc1.interlock_reset" is 1.
cyber::LogicMaker bt1_logic(const Bt1ControlParams& p, std::vector<cyber::Loop> loops);

/// The truth points as they are at the start, in the order of Bt1::output_names().
std::vector<double> bt1_first_outputs(const Bt1& plant);

}  // namespace twinaxis::distillation
