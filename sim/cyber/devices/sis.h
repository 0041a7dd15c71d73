#pragma once
// A safety instrumented system: a logic solver of its own, with wired sensors and valves.

#include "sim/control/interlock.h"
#include "sim/control/voting.h"
#include "sim/core/fields.h"
#include "sim/cyber/devices/io.h"

namespace twinaxis::cyber {

/// "When M of these sensors are beyond the limit for `delay`, de-energise these valves."
struct TripFunction {
  std::string id;                    ///< "high_pressure"
  std::vector<std::string> sensors;  ///< names of the system's sensors, all of one unit
  Limit limit;                       ///< first value of the parameter; band and side
  VotingParams voting;
  InterlockParams interlock;       ///< delay and latch
  std::vector<std::string> trips;  ///< names of the system's actuators
  double discrepancy = 0;          ///< spread of redundant readings that is reported; 0: none
  Duration discrepancy_after{10'000'000'000};
  std::string doc;
};
void fields(FieldVisitor& v, TripFunction& f);

enum class KeySwitch { run, program, remote };

struct SisParams {
  Duration scan{100'000'000};
  Duration bypass_timer{};  ///< a bypass that lasts longer is ignored; 0: bypasses last
  KeySwitch key = KeySwitch::run;
};
void fields(FieldVisitor& v, SisParams& p);

/// Sensors are read at the scan itself, valves driven at the scan itself. De-energise to trip: an
/// actuator's `initial` is its energised state, `fail_safe` the tripped one, which it also takes
/// without power. A trip latches until its cause is gone and "<host>.reset" is 1.
///
/// Points: parameters <host>.<function>.limit, <sensor>.bypass (1: its vote does not count; a
/// function whose sensors are all bypassed does not trip), <host>.key_switch (0 run, 1 program,
/// 2 remote: what an attack path or a procedure may need); signals <host>.reset,
/// <host>.<function>.tripped, <host>.<function>.discrepancy. Events "sis.trip.<function>" and
/// "sis.discrepancy.<function>", with the host as detail ("sis.trip.logic" from always_trips). A
/// reading that is not a number counts as a diagnosed fault. Logics: "genuine", "never_trips",
/// "always_trips".
struct Sis {
  std::string host, zone, doc;
  std::vector<Sensor> sensors;
  std::vector<Actuator> actuators;
  std::vector<TripFunction> functions;
  SisParams params;
};
void add(NetworkPlan& plan, PointTable& table, const Sis& sis);

}  // namespace twinaxis::cyber
