#pragma once
// A person at the screens.

#include "sim/core/fields.h"
#include "sim/cyber/plan.h"

namespace twinaxis::cyber {

/// Sets a value: a set-point typed at an HMI (the entry of a relay), or a hard-wired button.
struct Act {
  std::string point;
  double value = 0;
};

/// What the person does on seeing something. Every draw is made before: this is one sample.
struct Procedure {
  std::string id;
  std::string when;   ///< "alarm.pressure_high == 1 for 10 s": copies, alarms, parameters
  Duration delay{};   ///< from seeing to acting
  bool acts = true;   ///< false: overlooks or ignores it
  bool errs = false;  ///< true: does `wrongly` in place of `does`
  std::vector<Act> does, wrongly;
};
void fields(FieldVisitor& v, Procedure& p);
/// One that neither overlooks nor errs.
Procedure procedure(std::string id, std::string when, double delay_s, std::vector<Act> does);

/// Looks at the screens at every period, while the HMI is on; sees what its view shows, never the
/// truth. When a condition newly holds, the person acts at the first look at or after the delay,
/// even if the condition has passed by then. Event "<name>.<procedure>" with "acts", "errs" or
/// "does nothing" as detail. A condition on anything but the operators' view is a ContractError.
struct Operator {
  std::string name;  ///< stands in the plan as a host without a network of its own
  std::string zone, hmi, doc;
  Duration looks_every{1'000'000'000};
  std::vector<Procedure> procedures;
};
void add(NetworkPlan& plan, const Operator& person);

/// What an operator may look at: signals of the operators' view, and parameters.
std::vector<std::string> hidden_points(const Procedure& procedure, const PointTable& table);

}  // namespace twinaxis::cyber
