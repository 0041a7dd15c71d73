#pragma once
// A programmable controller: reads its inputs, runs the control function of a model, drives its
// outputs.

#include "sim/core/fields.h"
#include "sim/cyber/devices/io.h"

namespace twinaxis::cyber {

struct PlcParams {
  Duration scan{100'000'000};
  Duration phase{};                  ///< of the scan
  Duration watchdog{2'000'000'000};  ///< silence of the inputs that it bears; 0: any
};
void fields(FieldVisitor& v, PlcParams& p);

/// Logics: "genuine"; "outputs_frozen" (scans no more, the last outputs stay); "outputs_zero"; and
/// what the model adds. When the readings are silent for longer than the watchdog bears, outputs
/// take their fail-safe values in place of the control function; event "<host>.watchdog".
/// Without power wired actuators take their fail-safe positions at once.
struct Plc {
  std::string host, zone, doc;
  std::vector<Sensor> wired_sensors;      ///< read at the scan itself
  std::vector<Actuator> wired_actuators;  ///< driven at the scan itself
  std::vector<Actuator> bus_actuators;    ///< on field stations, which declare them
  std::string watched_channel;            ///< its readings; "" without a watchdog
  LogicMaker control;
  std::vector<NamedLogic> other_logics;
  PlcParams params;
};
/// Adds host, wired points and the task "scan".
void add(NetworkPlan& plan, PointTable& table, const Plc& plc);

}  // namespace twinaxis::cyber
