#include "sim/app/promises.h"

#include <algorithm>

#include "sim/core/near.h"

namespace twinaxis::app {
namespace {

bool contains(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_prefix(const std::string& key) { return key.ends_with('.'); }

bool begins(const std::string& prefix, const std::string& name) {
  return name.size() > prefix.size() && name.starts_with(prefix);
}

/// Calls `look(node of that key)` wherever the text has the key.
template <class Look>
void each_promise(const Prepared& prepared, const char* key, Look look) {
  const scenario::Node* list = prepared.document.find("expect");
  if (list == nullptr) return;
  for (const scenario::Node& item : list->items) {
    if (const scenario::Node* node = item.find(key)) look(*node);
  }
}

}  // namespace

bool EventNames::has(const std::string& name) const {
  if (contains(plant, name) || contains(devices, name) || contains(scenario, name)) return true;
  return std::any_of(plant.begin(), plant.end(), [&](const std::string& prefix) {
    const auto under = [&](const std::string& other) { return begins(prefix, other); };
    return is_prefix(prefix) && begins(prefix, name) &&
           std::none_of(devices.begin(), devices.end(), under);
  });
}

std::vector<std::string> EventNames::all() const {
  std::vector<std::string> names;
  for (const auto* part : {&plant, &devices, &scenario}) {
    for (const std::string& name : *part) {
      if (!is_prefix(name) && !contains(names, name)) names.push_back(name);
    }
  }
  return names;
}

EventNames event_names(const Prepared& prepared, const analysis::Words& words) {
  EventNames names;
  for (const auto& [name, spoken] : words.events) names.plant.push_back(name);
  names.devices = prepared.plan.events;
  for (const Intervention& i : prepared.scenario.interventions) {
    const std::string side(kSideNames[static_cast<std::size_t>(i.side)]);
    for (const char* edge : {".start", ".stop"}) names.scenario.push_back(side + "." + i.id + edge);
  }
  for (const PathStep& step : prepared.scenario.attack.path) {
    for (const auto outcome : cyber::kStepOutcomeNames) {
      names.scenario.push_back("path." + step.id + "." + std::string(outcome));
    }
  }
  return names;
}

void check_promised_events(const Prepared& prepared, const analysis::Words& words,
                           scenario::Problems& problems) {
  const EventNames names = event_names(prepared, words);
  each_promise(prepared, "event", [&](const scenario::Node& node) {
    if (names.has(node.text)) return;
    problems.add(node.place, "no event " + scenario::in_marks(node.text) +
                                 did_you_mean(node.text, names.all()) +
                                 " ('twinaxis points --events' lists them)");
  });
}

void check_promised_stakeholders(const Prepared& prepared, const analysis::Site& site,
                                 scenario::Problems& problems) {
  std::vector<std::string> known;
  for (const auto& [name, stakeholder] : site.stakeholders) known.push_back(name);
  each_promise(prepared, "stakeholder", [&](const scenario::Node& node) {
    if (contains(known, node.text)) return;
    problems.add(node.place, "no stakeholder " + scenario::in_marks(node.text) + " at this site" +
                                 did_you_mean(node.text, known));
  });
}

}  // namespace twinaxis::app
