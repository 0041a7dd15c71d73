#pragma once
// One page for a customer: every incident, what it did, and where it lies on both axes. A single
// HTML file with everything inside, which opens from disk without a network, in Japanese and
// English.

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/assess.h"
#include "analysis/axes/campaign_summary.h"
#include "analysis/site.h"
#include "sim/core/fields.h"
#include "sim/core/point.h"
#include "sim/run/recording.h"

namespace twinaxis::analysis {

/// Whose doing an event is, for the marks of the time line.
enum class EventSide : std::uint8_t { process, people, protection };
inline constexpr std::array<std::string_view, 3> kEventSideNames = {"process", "people",
                                                                    "protection"};

/// How an event reads on the page.
struct EventWords {
  Text text;
  bool physical = false;  ///< belongs into "what happened physically"
  EventSide side = EventSide::process;
};
void fields(FieldVisitor& v, EventWords& w);

/// A value of a plot that means something: pain, an alarm, the edge of what can be sold.
struct LimitWords {
  double value = 0;  ///< in the unit of the point
  Text text;
  std::string point =
      {};  ///< whose last value it is, as a bound that a model computes; "": `value`
};
void fields(FieldVisitor& v, LimitWords& w);

/// A plot: one truth point with every signal that shows it; `furnace.<each>.temperature`: one for
/// each point of that form, with its name in the place of <each> in the title.
struct PlotWords {
  std::string point;
  Text title;
  std::string unit;                     ///< "ppm"; "": one of a size that suits the values
  std::vector<std::string> needs = {};  ///< truth points; while all are zero the curve has a gap
  std::vector<LimitWords> limits = {};  ///< drawn as lines across
};
void fields(FieldVisitor& v, PlotWords& w);

/// How one value of a point reads, where its number says nothing.
struct ValueWords {
  Text text;
};
void fields(FieldVisitor& v, ValueWords& w);

/// What people call a host, or another thing that a page names and the site does not.
struct NameWords {
  Text name;
  std::map<std::string, ValueWords> values = {};  ///< by the number as the scenario writes it: "0"
};
void fields(FieldVisitor& v, NameWords& w);

/// What the rest of the data says in one language only, as sources and reasons are.
struct Phrase {
  std::string en;  ///< as it stands there
  std::string ja;
};
void fields(FieldVisitor& v, Phrase& p);

/// A list of phrases in a file of its own.
struct Phrases {
  std::vector<Phrase> phrases;
};
void fields(FieldVisitor& v, Phrases& p);

/// The words of a use case, data beside its model (models/<use case>/words.yaml). An event is found
/// by its name, else by the longest key that ends with a dot and begins it ("sis.trip.").
struct Words {
  std::map<std::string, EventWords> events;
  std::map<std::string, NameWords> names;
  std::vector<PlotWords> plots;
  std::vector<Phrase> phrases;
};
void fields(FieldVisitor& v, Words& w);

/// What `plots` says and the twin does not have: points, units that do not convert; dotted paths.
std::vector<FieldProblem> problems(const Words& words, const std::vector<Point>& points);

/// One step of the way in, as it was evaluated before the run.
struct PathLine {
  std::string id;
  Text what;              ///< may be empty: then the technique tells it
  std::string technique;  ///< "T0865 Spearphishing Attachment"
  std::string after;      ///< id of an earlier step that it builds on, or ""
  std::string from, to;   ///< hosts
  std::string result;     ///< "reached", "impossible", "failed", "detected", "not_tried"
  std::string reason;     ///< the rule that lets it pass, or what forbids it
  double arrival_s = 0;   ///< since the attack began; meaningful when reached
  double likelihood = 0;  ///< that it is reached
};

/// What an intervention does and why, as its scenario writes it: the events of its edges say who
/// and where.
struct ActLine {
  std::string id;      ///< "attack.alter_order": its events without ".start" and ".stop"
  std::string effect;  ///< on the value: of a tampered message that inside, "override"
  std::string point;   ///< whose value that is
  std::map<std::string, std::string> amounts;  ///< {"value": "60 degC"}
  std::string measure;                         ///< "MR-19" of a countermeasure
  double cost_yen = 0;                         ///< of a countermeasure, once
  double cost_yen_per_year = 0;
  std::string source;
};

struct ReportRun {
  Recording recording;  ///< with its columns
  Outcome outcome;
  std::string mitigates;  ///< id of the incident whose mitigated variant this is, or ""
  std::string source;     ///< of the scenario
  std::optional<CampaignSummary> campaign;
  int failed_samples = 0;
  std::vector<PathLine> path;
  std::vector<ActLine> acts;
};

/// The runs of one use case, judged at one site.
struct Chapter {
  Text title;  ///< of the use case
  Site site;
  Words words;
  std::vector<ReportRun> runs;
};

/// The page, a part for each chapter; incidents are numbered through all of them. Runs whose
/// `mitigates` names no other run of the chapter stand for themselves. Deterministic.
std::string html_report(const std::vector<Chapter>& chapters);

/// What happened, for one line of a table: the physical events in order, each kind once, at most
/// `most`.
std::vector<Text> physical_story(const Recording& recording, const Words& words, std::size_t most);

}  // namespace twinaxis::analysis
