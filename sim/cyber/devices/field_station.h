#pragma once
// Remote I/O: sensors and actuators on a fieldbus.

#include "sim/core/fields.h"
#include "sim/cyber/devices/io.h"

namespace twinaxis::cyber {

struct FieldStationParams {
  Duration scan{100'000'000};               ///< readings up, commands down
  Duration fail_safe_after{5'000'000'000};  ///< without a command; 0: commands stay for ever
};
void fields(FieldVisitor& v, FieldStationParams& p);

/// At every scan the readings go to the controller in one block, and its outputs come back in
/// another. Without a command for `fail_safe_after`, or without power, the actuators take their
/// fail-safe positions; event "<host>.fail_safe".
struct FieldStation {
  std::string host, zone, doc;
  std::string controller;  ///< host
  std::string service = "fieldbus";
  std::vector<Sensor> sensors;
  std::vector<Actuator> actuators;
  FieldStationParams params;

  std::string readings_channel() const { return host + "->" + controller + ":readings"; }
  std::string commands_channel() const { return controller + "->" + host + ":commands"; }
};
/// Adds host, points, two channels and a task. The controller is added by its own builder.
void add(NetworkPlan& plan, PointTable& table, const FieldStation& station);

}  // namespace twinaxis::cyber
