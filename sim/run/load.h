#pragma once
// From a scenario file to something that can be built: every arrow before the twin.

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sim/core/point.h"
#include "sim/cyber/attack_path.h"
#include "sim/cyber/plan.h"
#include "sim/run/use_case.h"
#include "sim/scenario/catalogue.h"
#include "sim/scenario/diagnostics.h"
#include "sim/scenario/document.h"
#include "sim/scenario/scenario.h"

namespace twinaxis {

/// A scenario file with all that it extends; distributions are still distributions.
struct ScenarioText {
  std::filesystem::path file;
  scenario::Node document;
  std::map<std::string, std::string> inputs;  ///< files read -> hash of their bytes
};
/// Nothing if the file cannot be read as a document. `shipped` is the folder of scenarios that can
/// be extended by their id.
std::optional<ScenarioText> read_scenario(const std::filesystem::path& file,
                                          scenario::Problems& problems,
                                          const std::filesystem::path& shipped = {});

/// Which sample of an uncertain scenario. Number 0 is the plain run: every uncertain field and the
/// analysis at their medians. A run answers what follows when the attack arrives; how likely that
/// is says PathResult::likelihood.
struct SampleChoice {
  std::optional<std::uint64_t> seed;  ///< overrides the scenario's
  std::uint64_t number = 0;
  bool draw_path = false;  ///< also draw whether the attack path succeeds; else it does if it can
  bool plain() const { return number == 0; }
};

/// One sample, checked: whatever is built from it runs.
struct Prepared {
  scenario::Scenario scenario;
  std::unique_ptr<Model> model;
  PointTable table;
  cyber::NetworkPlan plan;
  cyber::PathResult path;
  scenario::Node document;  ///< resolved: running it again gives the same hash
  std::uint64_t seed = 1;
  std::uint64_t sample = 0;
  std::map<std::string, std::string> inputs;
};

/// Checks of a caller's own, asked also where the scenario has problems already: all are found at
/// once. Points, network and document are there then; the path is not yet evaluated. Not asked
/// where parameters of the twin contradict each other: its points would not be those that were
/// meant.
using FurtherChecks = std::function<void(const Prepared&, scenario::Problems&)>;

/// Resolves, reads and checks. Nothing, with problems, if anything is wrong.
std::optional<Prepared> prepare(const ScenarioText& text, const SampleChoice& choice,
                                const scenario::Catalogue& catalogue,
                                const std::vector<UseCase>& use_cases, scenario::Problems& problems,
                                const FurtherChecks& further = {});

/// Points and default network of a use case with default parameters: for listings and the schema.
struct Declared {
  std::unique_ptr<Model> model;
  PointTable table;
  cyber::NetworkPlan plan;
};
Declared declare(const UseCase& use_case);

}  // namespace twinaxis
