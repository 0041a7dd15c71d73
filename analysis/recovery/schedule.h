#pragma once
// The recovery project: tasks in time under precedence, lead times and limited crews.

#include <map>
#include <string>
#include <vector>

#include "analysis/recovery/task.h"
#include "sim/core/fields.h"

namespace twinaxis::analysis {

/// A task with its drawn times; all in seconds after the end of the recorded run.
struct Work {
  std::string task;  ///< id in Consequences::tasks
  Text what;
  std::string stakeholder;
  double takes_s = 0;
  double lead_s = 0;
  std::vector<std::string> after;  ///< ids of works
  std::string crew;
  int crew_count = 1;
  std::map<std::string, double> holds_down;
  Text irreversible;  ///< as in Task
  // filled by schedule()
  double start_s = 0;
  double finish_s = 0;
  std::string waited_for;  ///< what set the start: a task id, "lead", or "" (started at once)
  bool critical = false;
};

struct Schedule {
  std::vector<Work> works;                 ///< in order of start
  double finish_s = 0;                     ///< of the last work
  std::vector<std::string> critical_path;  ///< task ids, first to last
};

/// Serial schedule generation: works are taken in the order of their latest start without crew
/// limits (ties: order given) and placed at the earliest time at which their predecessors are
/// finished, their lead time is over and enough of their crew is free. Source: Kelley 1963; a
/// feasible and usually good, not always the shortest, schedule.
/// ContractError if a crew is too small for a work, or for a cycle.
Schedule schedule(std::vector<Work> works, const std::map<std::string, Crew>& crews);

/// The level of a service at a time after the run: the least that any unfinished work allows.
double service_level(const Schedule& schedule, const std::string& service, double at_s);

}  // namespace twinaxis::analysis
