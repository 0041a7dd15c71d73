#include <algorithm>
#include <set>

#include "analysis/each.h"
#include "analysis/report/report_data.h"
#include "sim/core/near.h"
#include "sim/core/unit.h"

namespace twinaxis::analysis {

void fields(FieldVisitor& v, EventWords& w) {
  v("text", w.text, "how the event reads", required);
  v("physical", w.physical, "part of what happened physically");
  v("side", w.side, kEventSideNames, "whose doing it is: the mark on the time line");
}

void fields(FieldVisitor& v, ValueWords& w) { v("text", w.text, "how it reads", required); }

void fields(FieldVisitor& v, NameWords& w) {
  v("name", w.name, "what people call it", required);
  v("values", w.values, "how single values of a point read, such as 0: open");
}

void fields(FieldVisitor& v, LimitWords& w) {
  v("value", w.value, Amount::value, "where the line lies, in the unit of the point");
  v("point", w.point, "truth in the place of the value, such as a bound that the model computes");
  v("text", w.text, "what it means to be beyond", required);
}

void fields(FieldVisitor& v, PlotWords& w) {
  v("point", w.point,
    "truth point that is plotted with every signal that shows it; with <each>, a plot for each",
    required);
  v("title", w.title, "heading of the plot", required);
  v("unit", w.unit, "unit of the axis, such as ppm; without it one that suits the values");
  v("needs", w.needs, "truth points: while all are zero, as flames that are out, nothing is drawn");
  if (!w.point.empty()) v.amounts_of(w.point);
  v("limits", w.limits, "values that mean something, drawn as lines across");
}

void fields(FieldVisitor& v, Words& w) {
  v("events", w.events, "how events read on the page");
  v("names", w.names, "what people call hosts, and whatever else a page names beside the site");
  v("plots", w.plots, "curves that the report shows, in this order");
  v("phrases", w.phrases, "Japanese for what other data say in English: sources, reasons, details");
}

void fields(FieldVisitor& v, Phrase& p) {
  v("en", p.en, "as it stands in the other file", required);
  v("ja", p.ja, "as the Japanese page says it", required);
}

void fields(FieldVisitor& v, Phrases& p) {
  v("phrases", p.phrases, "Japanese for what all use cases share: prices, laws, sites", required);
}

std::vector<FieldProblem> problems(const Words& words, const std::vector<Point>& points) {
  std::vector<std::string> names;
  for (const Point& point : points) names.push_back(point.name);
  std::vector<FieldProblem> found;
  for (std::size_t i = 0; i < words.plots.size(); ++i) {
    const PlotWords& plot = words.plots[i];
    const std::string path = "plots[" + std::to_string(i) + "].";
    const auto family = points_like(plot.point, names);
    const std::string& first = family.empty() ? plot.point : family.front().point;
    const auto at = std::find(names.begin(), names.end(), first);
    const auto must_exist = [&](const std::string& key, const std::string& point) {
      if (std::find(names.begin(), names.end(), point) != names.end()) return;
      found.push_back({path + key, "no point '" + point + "'" + did_you_mean(point, names)});
    };
    must_exist("point", first);
    for (std::size_t k = 0; k < plot.needs.size(); ++k) {
      must_exist("needs[" + std::to_string(k) + "]", plot.needs[k]);
    }
    for (std::size_t k = 0; k < plot.limits.size(); ++k) {
      const std::string& point = plot.limits[k].point;
      if (!point.empty()) must_exist("limits[" + std::to_string(k) + "].point", point);
    }
    if (at == names.end() || plot.unit.empty()) continue;
    const std::string& unit = points[static_cast<std::size_t>(at - names.begin())].unit;
    if (convert(0, unit, plot.unit)) continue;
    found.push_back({path + "unit", "'" + plot.unit + "' is no unit for '" + unit + "'"});
  }
  return found;
}

std::vector<PlotWords> plots_of(const Words& words, const Recording& recording) {
  std::vector<std::string> points;
  for (const Column& column : recording.columns) points.push_back(column.name);
  std::vector<PlotWords> plots;
  for (const PlotWords& plot : words.plots) {
    const auto family = points_like(plot.point, points);
    if (family.empty() && recording.find(plot.point) != nullptr) plots.push_back(plot);
    for (const auto& [point, name] : family) {
      const auto known = words.names.find(name);
      const Text spoken = known != words.names.end() ? known->second.name : Text{name, name};
      plots.push_back(plot);
      plots.back().point = point;
      plots.back().title = {filled(plot.title.ja, spoken.ja), filled(plot.title.en, spoken.en)};
    }
  }
  return plots;
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
