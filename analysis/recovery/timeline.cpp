#include "analysis/recovery/timeline.h"

#include <algorithm>

namespace twinaxis::analysis {
namespace {

/// Integral of max(0, f) over a straight piece.
double positive_area(double width_s, double f0, double f1) {
  if (f0 <= 0 && f1 <= 0) return 0;
  if (f0 >= 0 && f1 >= 0) return 0.5 * width_s * (f0 + f1);
  const double above = std::max(f0, f1);
  return 0.5 * width_s * above * above / (above - std::min(f0, f1));
}

/// Where a straight piece from `a` to `b` meets a level that lies between their levels.
double crossing_s(const Knot& a, const Knot& b, double level) {
  return a.at_s + (b.at_s - a.at_s) * (level - a.level) / (b.level - a.level);
}

}  // namespace

double level_at(const TimeLine& line, double at_s) {
  if (line.empty()) return 1;
  const auto after = std::upper_bound(line.begin(), line.end(), at_s,
                                      [](double t, const Knot& k) { return t < k.at_s; });
  if (after == line.begin()) return line.front().level;
  const Knot& before = *(after - 1);
  if (after == line.end()) return before.level;
  const double part = (at_s - before.at_s) / (after->at_s - before.at_s);
  return before.level + part * (after->level - before.level);
}

double shortfall_s(const TimeLine& line, double from_s) {
  double sum = 0;
  for (std::size_t i = 1; i < line.size(); ++i) {
    const double start_s = std::max(line[i - 1].at_s, from_s);
    const double width_s = line[i].at_s - start_s;
    if (width_s <= 0) continue;
    const double slope = (line[i].level - line[i - 1].level) / (line[i].at_s - line[i - 1].at_s);
    const double level = line[i - 1].level + slope * (start_s - line[i - 1].at_s);
    sum += positive_area(width_s, 1 - level, 1 - line[i].level);
  }
  return sum;
}

double time_below_s(const TimeLine& line, double enough) {
  std::size_t first = 0;
  while (first < line.size() && line[first].level >= enough) ++first;
  if (first == line.size()) return 0;
  const double start_s = first == 0 ? line[0].at_s
                         : line[first - 1].at_s == line[first].at_s
                             ? line[first].at_s
                             : crossing_s(line[first - 1], line[first], enough);
  std::size_t last = line.size() - 1;
  while (line[last].level >= enough) --last;
  if (last + 1 == line.size()) return line[last].at_s - start_s;
  const Knot& up = line[last + 1];
  const double end_s = up.at_s == line[last].at_s ? up.at_s : crossing_s(line[last], up, enough);
  return end_s - start_s;
}

}  // namespace twinaxis::analysis
