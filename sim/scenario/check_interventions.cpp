// Who does what to which point, when.

#include <algorithm>

#include "sim/core/near.h"
#include "sim/core/overload.h"
#include "sim/core/text.h"
#include "sim/scenario/amount.h"
#include "sim/scenario/checker.h"

namespace twinaxis::scenario {
namespace {

// A firewall rule carries no messages of its own that could be lost or late: it is open or closed.
const std::string kRule = "rule", kOnRule = "!" + std::string(Block::tag);

std::string kind_of(const Point& point) {
  if (point.name.starts_with(kRule + ".")) return kRule;
  return std::string(kPointKindNames[static_cast<std::size_t>(point.kind)]);
}

/// One intervention and where it stands.
class OneIntervention {
 public:
  OneIntervention(const Checker& checker, std::size_t index)
      : c_(checker),
        i_(checker.scenario.interventions[index]),
        path_(Checker::item_path("interventions", index)) {}

  void check() const {
    check_labels();
    check_times();
    c_.trigger(path_ + ".when", i_.when);
    c_.trigger(path_ + ".reset", i_.reset);
    check_after();
    const Point* point = c_.point(path_ + ".on", i_.on);
    if (point != nullptr && may_be_touched(*point) && c_.places.has(path_ + ".effect")) {
      check_effect(*point);
    }
  }

 private:
  bool has(const std::string& key) const { return c_.places.has(path_ + "." + key); }
  void fail(const std::string& key, const std::string& message) const {
    c_.fail(path_ + "." + key, message);
  }
  void fail_here(const std::string& message) const {
    c_.problems.add(c_.places.of(path_), message);
  }

  void check_labels() const {
    if (!has("side")) return;
    c_.technique(path_ + ".technique", i_.technique);
    if (i_.side == Side::attack && !has("technique")) {
      fail_here("an attack names its 'technique' of ATT&CK for ICS, such as T0856");
    }
    if (i_.side == Side::countermeasure && !has("measure")) {
      fail_here("a countermeasure names the 'measure' of Annex A that it is, such as MR-19");
    }
    const auto& measures = c_.catalogue.requirements;
    if (!has("measure") || measures.count(i_.measure) != 0) return;
    std::vector<std::string> ids;
    for (const auto& [id, requirement] : measures) ids.push_back(id);
    fail("measure",
         "no requirement " + in_marks(i_.measure) + " in Annex A" + did_you_mean(i_.measure, ids));
  }

  void check_times() const {
    if (i_.from) c_.on_grid(path_ + ".from", *i_.from);
    if (i_.until) c_.on_grid(path_ + ".until", *i_.until);
    if (has("from") && has("until") && *i_.until <= *i_.from) {
      fail("until",
           "must come after 'from' (" + readable(*i_.from) + "), found " + readable(*i_.until));
    }
    if (!has("from") && i_.from && has("until") && *i_.until <= *i_.from) {
      fail("until", "it can never act: what comes 'after' a step begins at 'attack.start.time' (" +
                        readable(*i_.from) + "), found " + readable(*i_.until));
    }
    const Duration length = c_.scenario.run.length;
    if (has("from") && length.ns > 0 && *i_.from >= length) {
      fail("from", readable(*i_.from) + " is not inside the run (" + readable(length) + ")");
    }
    // A measure stands from the start; whatever else happens begins somewhere, and says where.
    const bool starts = i_.from || !i_.when.empty() || !i_.after.empty();
    if (has("side") && i_.side != Side::countermeasure && !starts) {
      fail_here("nothing says when it begins; add 'from', 'when' or 'after'");
    }
    if (has("reset") && i_.when.empty()) {
      fail("reset", "there is no 'when' that it could reset");
    }
  }

  void check_after() const {
    if (!has("after")) return;
    std::vector<std::string> steps;
    for (const PathStep& step : c_.scenario.attack.path) steps.push_back(step.id);
    if (std::find(steps.begin(), steps.end(), i_.after) != steps.end()) return;
    fail("after",
         "no step " + in_marks(i_.after) + " in 'attack.path'" + did_you_mean(i_.after, steps));
  }

  bool may_be_touched(const Point& point) const {
    if (point.kind != PointKind::truth) return true;
    std::vector<std::string> shown_by;
    for (const Point& other : c_.points.all()) {
      if (other.shows == point.name) shown_by.push_back(other.name);
    }
    fail("on", "'" + point.name + "' is a truth, which nobody can touch" +
                   (shown_by.empty() ? "" : "; it is shown by " + listed(shown_by)));
    return false;
  }

  void check_effect(const Point& point) const {
    const std::string kind = kind_of(point);
    const auto tags = kind == kRule ? std::vector<std::string>{kOnRule} : tags_for(point.kind);
    const std::string tag = "!" + std::string(tag_of(i_.effect));
    if (std::ranges::find(tags, tag) == tags.end()) {
      return c_.problems.add(c_.places.of(path_ + ".effect"),
                             "'" + tag + "' does not fit " + kind + " '" + point.name +
                                 "'; effects for a " + kind + ": " + listed(tags));
    }
    if (const auto on_signal = as_signal_effect(i_.effect)) {
      return check_signal_effect(*on_signal, path_ + ".effect", point);
    }
    std::visit(overload{[&](const Tamper& e) { check_tamper(e); },
                        [&](const ReplaceLogic& e) { check_logic(e); },
                        [&](const CopyOut& e) { c_.host(path_ + ".effect.to", e.to); },
                        [&](const Restart& e) { c_.on_grid(path_ + ".effect.off_for", e.off_for); },
                        [](const auto&) {}},
               i_.effect);
  }

  void in_range(const std::string& path, double value, const Point& point) const {
    if (!c_.places.has(path) || point.range.contains(value)) return;
    c_.fail(path, "'" + point.name + "' must be " + point.range.text(point.unit) + ", found " +
                      shown(value, point.unit));
  }

  void check_signal_effect(const SignalEffect& effect, const std::string& path,
                           const Point& point) const {
    std::visit(
        overload{[&](const Override& e) { in_range(path + ".value", e.value, point); },
                 [&](const Clamp& e) {
                   if (!c_.places.has(path + ".high") || e.low <= e.high) return;
                   c_.fail(path + ".high", "must not be below 'low'");
                 },
                 [&](const Noise& e) { positive(path + ".deviation", e.deviation); },
                 [&](const Quantise& e) { positive(path + ".step", e.step); },
                 [&](const RateLimit& e) { positive(path + ".rate", e.rate); },
                 [&](const Ramp& e) { positive(path + ".limit", e.limit); }, [](const auto&) {}},
        effect);
  }
  void positive(const std::string& path, double value) const {
    if (c_.places.has(path) && !(value > 0)) {
      c_.fail(path, "must be > 0, found " + shown(value, "1"));
    }
  }

  void check_tamper(const Tamper& effect) const {
    const std::string target = path_ + ".effect.target";
    if (!c_.places.has(target)) return;
    const auto targets = c_.model.targets_of(i_.on);
    if (std::find(targets.begin(), targets.end(), effect.target) == targets.end()) {
      return c_.fail(target, "channel '" + i_.on + "' carries nothing for " +
                                 in_marks(effect.target) + did_you_mean(effect.target, targets) +
                                 (targets.empty() ? "" : " (it carries " + listed(targets) + ")"));
    }
    if (!c_.places.has(path_ + ".effect.with")) return;
    check_signal_effect(effect.with, path_ + ".effect.with",
                        c_.points[c_.points.id(effect.target)]);
  }

  void check_logic(const ReplaceLogic& effect) const {
    if (!c_.places.has(path_ + ".effect.logic")) return;
    const auto logics = c_.model.logics_of(i_.on);
    if (std::find(logics.begin(), logics.end(), effect.logic) != logics.end()) return;
    c_.fail(path_ + ".effect.logic",
            "host '" + i_.on + "' knows no logic " + in_marks(effect.logic) +
                did_you_mean(effect.logic, logics) +
                (logics.empty() ? "" : " (it knows " + listed(logics) + ")"));
  }

  const Checker& c_;
  const Intervention& i_;
  std::string path_;
};

}  // namespace

void check_interventions(const Checker& checker) {
  checker.unique_ids("interventions", checker.scenario.interventions);
  for (std::size_t i = 0; i < checker.scenario.interventions.size(); ++i)
    OneIntervention(checker, i).check();
}

}  // namespace twinaxis::scenario
