#include "analysis/report/curves.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace twinaxis::analysis {
namespace {

constexpr std::size_t kBuckets = 240;  ///< of a thinned curve; two points each

/// Indices of the samples to draw: first and last of the run, and of every bucket the samples where
/// any of the lines is lowest or highest, so that no spike is lost.
std::vector<std::size_t> thinned(const std::vector<const std::vector<double>*>& lines,
                                 std::size_t count) {
  std::vector<std::size_t> keep;
  if (count <= 2 * kBuckets) {
    for (std::size_t i = 0; i < count; ++i) keep.push_back(i);
    return keep;
  }
  keep.push_back(0);
  for (std::size_t b = 0; b < kBuckets; ++b) {
    const std::size_t from = b * count / kBuckets;
    const std::size_t to = std::max(from + 1, (b + 1) * count / kBuckets);
    for (const auto* line : lines) {
      std::size_t low = from, high = from;
      for (std::size_t i = from; i < to; ++i) {
        if (!((*line)[i] >= (*line)[low])) low = i;  // also past or onto a gap
        if (!((*line)[i] <= (*line)[high])) high = i;
      }
      keep.push_back(low);
      keep.push_back(high);
    }
  }
  keep.push_back(count - 1);
  std::sort(keep.begin(), keep.end());
  keep.erase(std::unique(keep.begin(), keep.end()), keep.end());
  return keep;
}

/// Units of a size that suits the largest value drawn: a boiler in kilowatt, grains in micrometres.
struct Tier {
  const char* si_unit;
  double below;  ///< this largest value
  Display display;
};
const std::vector<Tier>& tiers() {
  static const std::vector<Tier> all{
      {"m", 1e-3, {"µm", 1e6, 0}},     {"m", 0.1, {"mm", 1e3, 0}},
      {"W", 1e6, {"kW", 1e-3, 0}},     {"kg/s", 1, {"kg/min", 60, 0}},
      {"kg", 1e4, {"kg", 1, 0}},       {"kg", HUGE_VAL, {"t", 1e-3, 0}},
      {"bytes", 1e3, {"B", 1, 0}},     {"bytes", 1e6, {"kB", 1e-3, 0}},
      {"bytes", 1e9, {"MB", 1e-6, 0}}, {"bytes", HUGE_VAL, {"GB", 1e-9, 0}}};
  return all;
}
Display display_for(const std::string& unit, double largest, const std::string& wanted) {
  if (!wanted.empty()) {
    const double zero = convert(0, unit, wanted).value();
    return {wanted, convert(1, unit, wanted).value() - zero, zero};
  }
  for (const Tier& tier : tiers()) {
    if (unit == tier.si_unit && largest > 0 && largest < tier.below) return tier.display;
  }
  return display_of(unit);
}

/// The name without its last number: alike for instruments of one kind.
std::string kind_of(const std::string& name) {
  const auto end = name.find_last_of("0123456789");
  if (end == std::string::npos) return name;
  const auto before = name.find_last_not_of("0123456789", end);
  return name.substr(0, before + 1) + "#" + name.substr(end + 1);
}

/// From how many instruments of one kind on a band tells more than lines.
constexpr std::ptrdiff_t kBandFrom = 3;

Curve& curve_for(const Column& column, const std::vector<const Column*>& all,
                 std::vector<Curve>& curves) {
  const auto alike = [&](View view, const std::string& name) {
    return view == column.view && kind_of(name) == kind_of(column.name);
  };
  const auto kin = std::ranges::count_if(
      all, [&](const Column* other) { return alike(other->view, other->name); });
  const auto found =
      kin < kBandFrom ? curves.end() : std::ranges::find_if(curves, [&](const Curve& c) {
        return alike(c.view, c.names.front());
      });
  return found != curves.end() ? *found : curves.emplace_back(Curve{column.view, {}, {}, {}});
}

/// One more instrument: a line becomes a band, a band grows. A gap in one leaves the others.
void add(Curve& curve, const std::string& name, const std::vector<double>& values) {
  curve.names.push_back(name);
  if (curve.names.size() == 1) {
    curve.low = values;
    return;
  }
  if (curve.high.empty()) curve.high = curve.low;
  for (std::size_t i = 0; i < values.size(); ++i) {
    curve.low[i] = std::fmin(curve.low[i], values[i]);
    curve.high[i] = std::fmax(curve.high[i], values[i]);
  }
}

/// In the unit of the plot; a gap where all that the curve needs is zero.
std::vector<double> drawn(const Column& column, const std::vector<const Column*>& needs,
                          const Display& display) {
  std::vector<double> values(column.values.size());
  for (std::size_t i = 0; i < values.size(); ++i) {
    const bool meant =
        needs.empty() ||
        std::any_of(needs.begin(), needs.end(), [&](const Column* c) { return c->values[i] != 0; });
    values[i] = meant ? column.values[i] * display.factor + display.offset
                      : std::numeric_limits<double>::quiet_NaN();
  }
  return values;
}

std::vector<double> picked(const std::vector<double>& values,
                           const std::vector<std::size_t>& keep) {
  std::vector<double> some;
  if (values.empty()) return some;
  for (const std::size_t i : keep) some.push_back(values[i]);
  return some;
}

/// The point, then the signals that show it; none without the point.
std::vector<const Column*> columns_of(const Recording& recording, const std::string& point) {
  std::vector<const Column*> columns{recording.find(point)};
  if (columns.front() == nullptr) return {};
  for (const Column& column : recording.columns) {
    if (column.shows == point) columns.push_back(&column);
  }
  return columns;
}

}  // namespace

double largest_of(const Recording& recording, const std::string& point) {
  double largest = 0;
  for (const Column* column : columns_of(recording, point)) {
    largest = std::max({largest, std::abs(column->maximum), std::abs(column->minimum)});
  }
  return largest;
}

Plot plot_of(const Recording& recording, const PlotWords& words, double largest) {
  const auto columns = columns_of(recording, words.point);
  const double own = largest_of(recording, words.point);
  const Display display = display_for(columns.front()->unit, std::max(own, largest), words.unit);
  std::vector<const Column*> needs;
  for (const std::string& point : words.needs) {
    if (const Column* column = recording.find(point)) needs.push_back(column);
  }
  Plot plot{display.unit, {}, {}, {}};
  for (const Column* column : columns) {
    add(curve_for(*column, columns, plot.curves), column->name, drawn(*column, needs, display));
  }
  for (const LimitWords& limit : words.limits) {
    const Column* of = limit.point.empty() ? nullptr : recording.find(limit.point);
    if (!limit.point.empty() && (of == nullptr || of->values.empty())) continue;
    const double value = of == nullptr ? limit.value : of->values.back();
    plot.limits.push_back({value * display.factor + display.offset, limit.text});
  }
  std::vector<const std::vector<double>*> lines;
  for (const Curve& curve : plot.curves) {
    lines.push_back(&curve.low);
    if (!curve.high.empty()) lines.push_back(&curve.high);
  }
  const auto keep = thinned(lines, recording.times.size());
  for (const std::size_t i : keep) plot.at_s.push_back(to_s(recording.times[i]));
  for (Curve& curve : plot.curves) {
    curve.low = picked(curve.low, keep);
    curve.high = picked(curve.high, keep);
  }
  return plot;
}

}  // namespace twinaxis::analysis
