#pragma once
// One page for a customer: every incident, what it did, and where it lies on both axes. A single
// HTML file with everything inside, which opens from disk without a network, in Japanese and
// English.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "analysis/assess.h"
#include "analysis/axes/campaign_summary.h"
#include "analysis/site.h"
#include "sim/core/fields.h"
#include "sim/run/recording.h"

namespace twinaxis::analysis {

/// How an event reads on the page.
struct EventWords {
  Text text;
  bool physical = false;  ///< belongs into "what happened physically"
};
void fields(FieldVisitor& v, EventWords& w);

/// A plot: one truth point with every signal that shows it.
struct PlotWords {
  std::string point;
  Text title;
};
void fields(FieldVisitor& v, PlotWords& w);

/// The words of a use case, data beside its model (models/<use case>/words.yaml). An event is found
/// by its name, else by the longest key that ends with a dot and begins it ("sis.trip.").
struct Words {
  std::map<std::string, EventWords> events;
  std::vector<PlotWords> plots;
};
void fields(FieldVisitor& v, Words& w);

/// Points that `plots` names and the recording does not have, as dotted paths.
std::vector<FieldProblem> problems(const Words& words, const std::vector<std::string>& point_names);

struct ReportRun {
  Recording recording;  ///< with its columns
  Outcome outcome;
  std::string mitigates;  ///< id of the incident whose mitigated variant this is, or ""
  std::string source;     ///< of the scenario
  std::optional<CampaignSummary> campaign;
  int failed_samples = 0;
};

/// The page. Runs whose `mitigates` names no other run stand for themselves. Deterministic.
std::string html_report(const std::vector<ReportRun>& runs, const Site& site, const Words& words);

/// What happened, for one line of a table: the physical events in order, at most `most`.
std::vector<Text> physical_story(const Recording& recording, const Words& words, std::size_t most);

}  // namespace twinaxis::analysis
