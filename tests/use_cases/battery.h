#pragma once
// What the battery needs of any use case: its quiet scenario, variations of it, runs in a process
// of their own.

#include <functional>
#include <string>

#include "sim/run/load.h"
#include "sim/run/recording.h"
#include "tests/app/program.h"

namespace twinaxis::test {

/// The shipped scenario of a use case in which nothing happens: `normal` of its folder, or the
/// first one without interventions. Throws std::runtime_error if the use case ships none.
fs::path quiet_scenario(const UseCase& use_case);

/// Text, and the sample that is run plainly. Throws std::runtime_error with the problems if the
/// text is no good scenario.
Prepared prepared(const ScenarioText& text);
ScenarioText read_text(const fs::path& file);

/// Scenarios that extend the quiet one of a use case.
class Variations {
 public:
  explicit Variations(const UseCase& use_case);
  /// The quiet scenario with further top-level keys of YAML in place of its own.
  ScenarioText with(const std::string& yaml) const;
  /// A run that records every step: so many minutes, or the first `most_steps` of them. A plant
  /// with steps of milliseconds has seen as much by then as another in its minutes.
  std::string every_step(int minutes, std::int64_t most_steps = 30'000) const;
  const fs::path& quiet() const { return quiet_; }
  const PointTable& table() const { return table_; }

 private:
  fs::path quiet_;
  PointTable table_;
  Duration step_;
  TemporaryFolder folder_;
};

/// What `work` returns, done in a child: one simulation per process. A child that dies, throws or
/// runs for ten minutes is a std::runtime_error that says so.
std::string in_child(const std::function<std::string()>& work);

/// Prepares and runs in a child; all that was recorded.
Recording run_apart(const ScenarioText& text);

/// The first difference between two recordings in times, values and events, to the bit; "" if there
/// is none. Events whose names begin with `but_events` (if not empty) do not count.
std::string difference(const Recording& a, const Recording& b, const std::string& but_events = {});

}  // namespace twinaxis::test
