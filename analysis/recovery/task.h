#pragma once
// What has to be done after an incident, as data.

#include <map>
#include <string>
#include <vector>

#include "analysis/recovery/takes.h"
#include "sim/core/fields.h"

namespace twinaxis::analysis {

/// People or machines of one trade; work waits when all are busy.
struct Crew {
  Text name;
  int count = 1;
};
void fields(FieldVisitor& v, Crew& c);

/// One piece of work that findings make necessary.
struct Task {
  std::string id;
  Text what;
  std::vector<std::string> follows;  ///< ids of rules; needed if any of them found something
  std::string if_quantity;           ///< ... whose quantity of this name ...
  double if_at_least = 0;            ///< ... reaches this
  Takes takes;
  /// Spares or permits that must be there before the work starts, counted from the end of the run.
  Takes lead;
  std::vector<std::string> after;  ///< ids of tasks; those that are not needed are skipped
  std::string crew;                ///< key of Site::crews, or "" for none
  int crew_count = 1;
  /// Service -> level (0 to 1) that it cannot exceed until this task is finished.
  std::map<std::string, double> holds_down;
  std::string restores;  ///< stakeholder whose recovery it belongs to
  Text irreversible;     ///< what it replaces and nobody can bring back; "" for nothing
  std::string source;
};
void fields(FieldVisitor& v, Task& t);

}  // namespace twinaxis::analysis
