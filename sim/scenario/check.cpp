#include "sim/scenario/check.h"

#include <cstdlib>

#include "sim/core/near.h"
#include "sim/core/text.h"
#include "sim/intervene/expression.h"
#include "sim/scenario/checker.h"

namespace twinaxis::scenario {

std::string readable(Duration time) {
  constexpr std::int64_t millisecond = 1'000'000, second = kNanosecondsPerSecond;
  constexpr std::int64_t minute = 60 * second, hour = 60 * minute;
  const auto in = [time](std::int64_t unit_ns, const std::string& unit) {
    return number_to_text(static_cast<double>(time.ns) / static_cast<double>(unit_ns)) + unit;
  };
  if (time.ns == 0) return "0 s";
  if (time.ns % hour == 0) return in(hour, " h");
  if (time.ns % minute == 0) return in(minute, " min");
  return std::abs(time.ns) < second ? in(millisecond, " ms") : in(second, " s");
}

void Checker::fail(const std::string& path, const std::string& message) const {
  const std::size_t dot = path.rfind('.');
  const std::string leaf = dot == std::string::npos ? path : path.substr(dot + 1);
  problems.add(places.of(path), "'" + leaf + "': " + message);
}

const Point* Checker::point(const std::string& path, const std::string& name) const {
  if (!places.has(path)) return nullptr;
  if (const auto id = points.find(name)) return &points[*id];
  const auto close = points.near(name, 1);
  problems.add(places.of(path),
               "no point " + in_marks(name) +
                   (close.empty() ? "" : "; did you mean '" + close.front() + "'?") +
                   " ('twinaxis points' lists them)");
  return nullptr;
}

const Point* Checker::host(const std::string& path, const std::string& name) const {
  if (!places.has(path)) return nullptr;
  const auto id = points.find(name);
  if (id && points[*id].kind == PointKind::host) return &points[*id];
  std::vector<std::string> hosts;
  for (const Point& p : points.all()) {
    if (p.kind == PointKind::host) hosts.push_back(p.name);
  }
  fail(path, "no host " + in_marks(name) + did_you_mean(name, hosts));
  return nullptr;
}

void Checker::on_grid(const std::string& path, Duration time) const {
  const Duration step = scenario.run.step;
  if (!places.has(path) || step.ns <= 0 || twinaxis::on_grid(time, step)) return;
  const Duration below = time - time % step;
  fail(path, readable(time) + " is not on the grid of 'run.step' (" + readable(step) +
                 "); nearest: " + readable(below) + " and " + readable(below + step));
}

void Checker::technique(const std::string& path, const std::string& id) const {
  if (!places.has(path) || catalogue.techniques.count(id) != 0) return;
  std::vector<std::string> ids;
  for (const auto& [known, technique] : catalogue.techniques) ids.push_back(known);
  const auto close = nearest(id, ids, 1);
  fail(path, "no technique " + in_marks(id) + " in ATT&CK for ICS " + catalogue.attack_version +
                 (close.empty() ? ""
                                : "; did you mean '" + close.front() + "' (" +
                                      catalogue.techniques.at(close.front()).name + ")?"));
}

void Checker::condition(const std::string& path, const std::string& text) const {
  if (!places.has(path)) return;
  const auto compiled = compile_condition(text, points);
  if (const auto* bad = std::get_if<ExpressionProblem>(&compiled)) {
    problems.add(places.inside(path, text, bad->offset), bad->message);
  }
}

void Checker::trigger(const std::string& path, const std::string& text) const {
  if (!places.has(path)) return;
  const auto compiled = compile_trigger(text, points);
  if (const auto* bad = std::get_if<ExpressionProblem>(&compiled)) {
    problems.add(places.inside(path, text, bad->offset), bad->message);
  }
}

void Checker::repeated_id(const std::string& path, const std::string& id,
                          const std::string& first) const {
  problems.add(places.of(path),
               "repeated id " + in_marks(id) + "; the first is at " + text_of(places.of(first)));
}

namespace {

void check_run(const Checker& checker) {
  const RunPlan& run = checker.scenario.run;
  checker.on_grid("run.for", run.length);
  checker.on_grid("run.record.every", run.record.every);
  if (run.record.poses) checker.on_grid("run.record.poses", *run.record.poses);
  if (checker.places.has("run.record.every") && run.record.every > run.length &&
      run.length.ns > 0) {
    checker.fail("run.record.every", readable(run.record.every) + " is longer than the run (" +
                                         readable(run.length) + ")");
  }
}

}  // namespace

void check(const Scenario& scenario, const PointTable& points, const Places& places,
           const Catalogue& catalogue, const ModelKnowledge& model, Problems& problems) {
  const Checker checker{scenario, points, places, catalogue, model, problems};
  check_run(checker);
  check_path(checker);
  check_interventions(checker);
  check_expectations(checker);
}

}  // namespace twinaxis::scenario
