#include "sim/app/expect.h"

#include <algorithm>

#include "analysis/words.h"
#include "sim/core/text.h"
#include "sim/core/unit.h"

namespace twinaxis::app {
namespace {

using scenario::Expectation;

static_assert(scenario::LevelBounds::kHighestLevel == analysis::kLevelCount);

std::string range_text(double low, double high, const std::string& unit) {
  Range range{low, high};
  return range.text(unit).empty() ? "anything" : range.text(unit);
}

void check_point(const Expectation& e, const Recording& recording, std::vector<std::string>& out) {
  const Column* column = recording.find(e.point());
  if (column == nullptr) return out.push_back("no point '" + e.point() + "' was recorded");
  const auto check = [&](const std::optional<scenario::Bounds>& bounds, const char* what,
                         double value) {
    if (!bounds || bounds->contains(value)) return;
    out.push_back(std::string(what) + " of " + e.point() + ": expected " +
                  range_text(bounds->at_least, bounds->at_most, column->unit) + ", found " +
                  rounded(value, 6) + (column->unit == "1" ? "" : " " + column->unit));
  };
  check(e.max, "max", column->maximum);
  check(e.min, "min", column->minimum);
  if (!column->values.empty()) check(e.final, "final", column->values.back());
}

void check_event(const Expectation& e, const Recording& recording, std::vector<std::string>& out) {
  const Event* event = recording.first(e.event);
  if (e.never) {
    if (event != nullptr) {
      out.push_back("event " + e.event + ": expected never, found at " +
                    rounded(to_s(event->at), 6) + " s");
    }
    return;
  }
  if (event == nullptr) return out.push_back("event " + e.event + ": expected, but never happened");
  const double at_s = to_s(event->at);
  if (e.between_s.size() == 2 && (at_s < e.between_s[0] || at_s > e.between_s[1])) {
    out.push_back("event " + e.event + ": expected between " + rounded(e.between_s[0], 6) +
                  " and " + rounded(e.between_s[1], 6) + " s, found at " + rounded(at_s, 6) + " s");
  }
}

void check_level(const std::optional<scenario::LevelBounds>& bounds, int level,
                 const std::string& what, std::vector<std::string>& out) {
  if (!bounds || (level >= bounds->at_least && level <= bounds->at_most)) return;
  out.push_back(what + ": expected level " + std::to_string(bounds->at_least) + " to " +
                std::to_string(bounds->at_most) + ", found " + std::to_string(level));
}

void check_stakeholder(const Expectation& e, const analysis::Outcome& outcome,
                       std::vector<std::string>& out) {
  const auto place = std::find_if(outcome.placements.begin(), outcome.placements.end(),
                                  [&](const auto& p) { return p.stakeholder == e.stakeholder; });
  if (place == outcome.placements.end()) {
    return out.push_back("no stakeholder '" + e.stakeholder + "' at this site");
  }
  check_level(e.axis1, place->axis1.level, e.stakeholder + " on axis 1", out);
  check_level(e.axis2, place->axis2.level, e.stakeholder + " on axis 2", out);
  if (e.outside_target && *e.outside_target == place->inside_target) {
    out.push_back(e.stakeholder + ": expected " + (*e.outside_target ? "outside" : "within") +
                  " the target, found " + (place->inside_target ? "within" : "outside"));
  }
  if (e.loss && (place->loss_yen < e.loss->at_least_yen || place->loss_yen > e.loss->at_most_yen)) {
    const bool too_low = place->loss_yen < e.loss->at_least_yen;
    const double bound_yen = too_low ? e.loss->at_least_yen : e.loss->at_most_yen;
    out.push_back("loss of " + e.stakeholder + ": expected at " + (too_low ? "least " : "most ") +
                  analysis::yen_words(bound_yen).en + ", found " +
                  analysis::yen_words(place->loss_yen).en);
  }
}

}  // namespace

std::vector<std::string> unmet(const std::vector<Expectation>& expect, const Recording& recording,
                               const analysis::Outcome& outcome) {
  std::vector<std::string> out;
  for (const Expectation& e : expect) {
    if (!e.point().empty()) check_point(e, recording, out);
    if (!e.event.empty()) check_event(e, recording, out);
    if (!e.stakeholder.empty()) check_stakeholder(e, outcome, out);
  }
  return out;
}

}  // namespace twinaxis::app
