#include "analysis/when.h"

#include <algorithm>

#include "analysis/pattern.h"
#include "sim/core/require.h"

namespace twinaxis::analysis {
namespace {

const Event* first_matching(const std::string& name, const Recording& recording) {
  const bool beginning = name.ends_with('.');
  const auto found = std::ranges::find_if(recording.events, [&](const Event& event) {
    return beginning ? event.name.starts_with(name) : event.name == name;
  });
  return found == recording.events.end() ? nullptr : &*found;
}

bool is_meant(const When& when, const AttackAct& act) {
  const auto among = [&](const std::string& point) {
    return std::ranges::any_of(when.attack_on,
                               [&](const std::string& each) { return fits(each, point); });
  };
  const bool by_this = when.by.empty() || std::ranges::find(when.by, act.effect) != when.by.end();
  return by_this && std::ranges::any_of(act.points, among);
}

const Event* first_attack(const When& when, const Recording& recording) {
  const auto& attacks = recording.manifest.attacks;
  const auto found = std::ranges::find_if(recording.events, [&](const Event& event) {
    const auto act = std::ranges::find(attacks, event.name, &AttackAct::event);
    return act != attacks.end() && is_meant(when, *act);
  });
  return found == recording.events.end() ? nullptr : &*found;
}

/// Extremes are those of every step, so a peak between two recorded times counts too.
std::optional<Time> first_passing(const When& when, const Recording& recording) {
  const Column* column = recording.find(when.point);
  require(column != nullptr, "no recorded point '" + when.point + "'");
  const auto passes = [&](double v) {
    return when.side == Side::above ? v > when.value : v < when.value;
  };
  const bool up = when.side == Side::above;
  if (!passes(up ? column->maximum : column->minimum)) return std::nullopt;
  const Time extreme = up ? column->at_maximum : column->at_minimum;
  for (std::size_t i = 0; i < column->values.size() && recording.times[i] < extreme; ++i) {
    if (passes(column->values[i])) return recording.times[i];
  }
  return extreme;
}

void check_event(const std::string& path, const std::string& event, ProblemList& list) {
  for (const std::string side : {"attack.", "fault.", "operation.", "countermeasure.", "path."}) {
    if (!event.starts_with(side) || event == side) continue;
    list.add(path, "'" + event +
                       "' hangs on a name that each scenario gives; look at what happens: "
                       "'attack_on', a 'point', an event of plant or device");
  }
}

}  // namespace

std::optional<Time> first_time(const When& when, const Recording& recording) {
  if (!when.unless.empty() && first_matching(when.unless, recording)) return std::nullopt;
  Time at{};
  if (!when.event.empty()) {
    const Event* event = first_matching(when.event, recording);
    if (!event) return std::nullopt;
    at = event->at;
  }
  if (!when.attack_on.empty()) {
    const Event* attack = first_attack(when, recording);
    if (!attack) return std::nullopt;
    at = std::max(at, attack->at);
  }
  if (!when.point.empty()) {
    const auto passed = first_passing(when, recording);
    if (!passed) return std::nullopt;
    at = std::max(at, *passed);
  }
  return at;
}

std::vector<Cause> causes_of(const When& when, const Recording& recording) {
  std::vector<Cause> causes;
  if (!first_time(when, recording)) return causes;
  const auto add = [&](const Event* event) {
    causes.push_back({event->name, "", event->at, event->value, event->unit, std::nullopt});
  };
  if (!when.event.empty()) add(first_matching(when.event, recording));
  if (!when.attack_on.empty()) add(first_attack(when, recording));
  if (when.point.empty()) return causes;
  const Column& column = *recording.find(when.point);
  const double extreme = when.side == Side::above ? column.maximum : column.minimum;
  causes.push_back(
      {"", when.point, *first_passing(when, recording), extreme, column.unit, when.value});
  return causes;
}

void fields(FieldVisitor& v, When& w) {
  v("event", w.event, "name of an event, or the beginning of one up to a dot");
  v("attack_on", w.attack_on,
    "points on any of which an attack acted; '*' stands for any characters, '#' for a number");
  v("by", w.by, "with one of these effects, such as slow; none: any, or a step of the attack path");
  v("point", w.point, "recorded column that passed a value");
  if (!w.point.empty()) v.amounts_of(w.point);
  v("side", w.side, kSideNames, "side of the value on which it was at some time");
  v("value", w.value, Amount::value, "in the unit of the point");
  v("unless", w.unless, "event that must not have happened");
}

void check(const When& when, const std::string& path, const TwinNames& twin, ProblemList& list) {
  check_event(path + ".event", when.event, list);
  check_event(path + ".unless", when.unless, list);
  for (const std::string& each : when.attack_on) {
    const bool known = std::ranges::any_of(
        twin.attackable, [&](const std::string& point) { return fits(each, point); });
    if (!known) list.must_exist(path + ".attack_on", "point to attack", each, twin.attackable);
  }
  for (const std::string& tag : when.by) {
    list.must_exist(path + ".by", "effect", tag, twin.effects);
  }
  if (!when.by.empty() && when.attack_on.empty()) {
    list.add(path + ".by", "says how, but not on what: give 'attack_on'");
  }
  list.must_exist(path + ".point", "recorded point", when.point, twin.points, false);
}

}  // namespace twinaxis::analysis
