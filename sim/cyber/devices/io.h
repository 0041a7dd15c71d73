#pragma once
// What is wired to a device or stands on its fieldbus, and copies of values from host to host.
//
// Names: sensor X gives X.reading; actuator X takes X.output from a controller's memory and acts on
// X.command, which the plant reads. A copy of point P in host h is "h.P".

#include <string>
#include <vector>

#include "sim/cyber/plan.h"

namespace twinaxis::cyber {

struct Sensor {
  std::string name;   ///< "PT-101"
  std::string truth;  ///< what it measures; gives the reading its unit and first value
  std::string doc;
};

struct Actuator {
  std::string name;  ///< "CV-101"
  std::string unit = "1";
  Range range = fraction();
  double initial = 0;    ///< at the start of the run
  double fail_safe = 0;  ///< where a spring or a relay takes it without power or signal
  std::string doc;
};

void declare(PointTable& table, const Sensor& sensor);
void declare(PointTable& table, const Actuator& actuator);
inline Wire wire(const Sensor& s) { return {s.truth, s.name + ".reading"}; }
inline Wire wire(const Actuator& a) { return {a.name + ".output", a.name + ".command"}; }

/// Wires that a device reads or drives during its scan itself, without a network.
class WiredIo {
 public:
  WiredIo() = default;
  WiredIo(const std::vector<Wire>& wires, const PointTable& table);
  void copy(TaskContext& context) const;

 private:
  struct Ends {
    PointId source, target;
  };
  std::vector<Ends> ends_;
};

/// Writes fixed values: "all outputs to their fail-safe position".
class Presets {
 public:
  Presets() = default;
  /// The fail-safe value of every actuator, written to its `suffix` (".command" or ".output").
  Presets(const std::vector<Actuator>& actuators, const std::string& suffix,
          const PointTable& table);
  void write(TaskContext& context) const;

 private:
  struct Value {
    PointId point;
    double value;
  };
  std::vector<Value> values_;
};

/// What a loss of power does to wired actuators.
LogicMaker fail_safe_when_off(std::vector<Actuator> actuators);

/// Writes the clock of its host, in s, to a point: what others measure the age of a message by.
LogicMaker clock_at(std::string point);

/// Copies of `points`, sent from one host to another at every period over one channel
/// "from->to:purpose". Where a copy stands is "to.P"; its first value is that of P.
struct Copies {
  std::string from, to, service, purpose;
  Duration period{}, phase{};
  std::vector<std::string> points;
  View view = View::controller;  ///< whose eyes see the copies
};
void add_copies(NetworkPlan& plan, PointTable& table, const Copies& copies);

}  // namespace twinaxis::cyber
