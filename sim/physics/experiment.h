#pragma once
// A System on its own: no network, no controllers, no attack. For tests, calibration and the
// comparison of a twin with its bare physics.

#include <memory>
#include <span>
#include <string_view>

#include "sim/core/bus.h"
#include "sim/physics/system_plant.h"

namespace twinaxis {

/// Inputs are set by name and held until they are set again.
class Experiment {
 public:
  /// `input` in the order of System::inputs().
  Experiment(std::unique_ptr<const System> system, const IntegratorSpec& spec,
             std::span<const double> input, BalanceCheck check = BalanceCheck::off);

  void set(std::string_view input, double value);
  void run_until(Time end);
  /// As it is now. Unknown names: ContractError.
  double output(std::string_view name);

  Time now() const { return now_; }
  const SystemPlant& plant() const { return plant_; }
  const EventLog& events() const { return events_; }

 private:
  PointTable table_;
  Bus bus_;
  SystemPlant plant_;
  Time now_;
  EventLog events_;
};

}  // namespace twinaxis
