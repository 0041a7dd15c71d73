// The way in of the attacker.

#include <algorithm>

#include "sim/core/near.h"
#include "sim/scenario/checker.h"

namespace twinaxis::scenario {
namespace {

/// Only steps before it in the file: then no two can wait for each other.
void check_after(const Checker& checker, const std::string& path, std::size_t i) {
  const auto& steps = checker.scenario.attack.path;
  const std::string& after = steps[i].after;
  if (!checker.places.has(path + ".after")) return;
  std::vector<std::string> earlier;
  for (std::size_t k = 0; k < i; ++k) earlier.push_back(steps[k].id);
  if (std::find(earlier.begin(), earlier.end(), after) != earlier.end()) return;
  checker.fail(path + ".after", "no earlier step " + in_marks(after) + " in 'attack.path'" +
                                    did_you_mean(after, earlier));
}

void check_step(const Checker& checker, const std::string& path, const PathStep& step) {
  checker.technique(path + ".technique", step.technique);
  checker.host(path + ".from", step.from);
  checker.host(path + ".to", step.to);
  for (std::size_t i = 0; i < step.needs.size(); ++i) {
    checker.condition(Checker::item_path(path + ".needs", i), step.needs[i]);
  }
}

void check_start(const Checker& checker, const PathStart& start) {
  std::vector<std::string> steps;
  for (const PathStep& step : checker.scenario.attack.path) steps.push_back(step.id);
  if (checker.places.has("attack.start.at") &&
      std::find(steps.begin(), steps.end(), start.at) == steps.end()) {
    checker.fail("attack.start.at", "no step " + in_marks(start.at) + " in 'attack.path'" +
                                        did_you_mean(start.at, steps));
  }
  checker.on_grid("attack.start.time", start.time);
  const Duration length = checker.scenario.run.length;
  if (checker.places.has("attack.start.time") && length.ns > 0 && start.time >= length) {
    checker.fail("attack.start.time",
                 readable(start.time) + " is not inside the run (" + readable(length) + ")");
  }
}

}  // namespace

void check_path(const Checker& checker) {
  const AttackPath& attack = checker.scenario.attack;
  checker.unique_ids("attack.path", attack.path);
  for (std::size_t i = 0; i < attack.path.size(); ++i) {
    check_step(checker, Checker::item_path("attack.path", i), attack.path[i]);
    check_after(checker, Checker::item_path("attack.path", i), i);
  }
  if (attack.start) check_start(checker, *attack.start);
}

}  // namespace twinaxis::scenario
