#include <algorithm>
#include <set>

#include "analysis/report/report_data.h"
#include "sim/core/near.h"

namespace twinaxis::analysis {

void fields(FieldVisitor& v, EventWords& w) {
  v("text", w.text, "how the event reads", required);
  v("physical", w.physical, "part of what happened physically");
  v("side", w.side, kEventSideNames, "whose doing it is: the mark on the time line");
}

void fields(FieldVisitor& v, NameWords& w) { v("name", w.name, "what people call it", required); }

void fields(FieldVisitor& v, PlotWords& w) {
  v("point", w.point, "truth point that is plotted with every signal that shows it", required);
  v("title", w.title, "heading of the plot", required);
}

void fields(FieldVisitor& v, Words& w) {
  v("events", w.events, "how events read on the page");
  v("names", w.names, "what people call hosts, and whatever else a page names beside the site");
  v("plots", w.plots, "curves that the report shows, in this order");
}

std::vector<FieldProblem> problems(const Words& words,
                                   const std::vector<std::string>& point_names) {
  std::vector<FieldProblem> found;
  for (std::size_t i = 0; i < words.plots.size(); ++i) {
    const std::string& point = words.plots[i].point;
    if (std::find(point_names.begin(), point_names.end(), point) != point_names.end()) continue;
    found.push_back({"plots[" + std::to_string(i) + "].point",
                     "no point '" + point + "'" + did_you_mean(point, point_names)});
  }
  return found;
}

const EventWords* words_of(const Words& words, const std::string& event) {
  const auto exact = words.events.find(event);
  if (exact != words.events.end()) return &exact->second;
  const EventWords* best = nullptr;
  std::size_t best_length = 0;
  for (const auto& [key, value] : words.events) {
    if (!key.ends_with('.') || !event.starts_with(key) || key.size() <= best_length) continue;
    best = &value;
    best_length = key.size();
  }
  return best;
}

std::vector<Text> physical_story(const Recording& recording, const Words& words, std::size_t most) {
  std::vector<Text> story;
  std::set<std::string> told;
  for (const auto& event : recording.events) {
    const EventWords* text = words_of(words, event.name);
    if (text == nullptr || !text->physical || story.size() >= most) continue;
    if (told.insert(event.name).second) story.push_back(text->text);
  }
  return story;
}

}  // namespace twinaxis::analysis
