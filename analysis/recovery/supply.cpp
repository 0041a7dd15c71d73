#include "analysis/recovery/supply.h"

#include <algorithm>

namespace twinaxis::analysis {
namespace {

/// Since when a service that is below normal at `end_s` has been; nothing if it is not.
std::optional<double> below_since_s(const TimeLine& own, double end_s) {
  std::optional<double> since_s;
  for (const Knot& k : own) {
    if (k.at_s > end_s) break;
    if (k.level >= 1) since_s.reset();
    if (k.level < 1 && !since_s) since_s = k.at_s;
  }
  return since_s;
}

/// What arrives of what the source gives after the run. It changes in steps.
TimeLine arriving(TimeLine source, double end_s, double arrives_s) {
  for (Knot& k : source) {
    if (k.at_s > end_s) k.at_s += arrives_s;
  }
  return source;
}

/// When the store is used up; nothing if it lasts until enough arrives.
std::optional<double> used_up_s(const TimeLine& source, double end_s, const Store& store) {
  double left_s = store.lasts_s;
  for (std::size_t i = 0; i + 1 < source.size(); ++i) {
    const double level = source[i].level, from_s = std::max(source[i].at_s, end_s);
    const double missing_s = (source[i + 1].at_s - from_s) * (1 - level);
    if (missing_s <= 0 || level >= store.enough_fraction) continue;
    if (missing_s > left_s) return from_s + left_s / (1 - level);
    left_s -= missing_s;
  }
  return std::nullopt;
}

/// From when on enough arrives, not before `from_s`.
double back_s(const TimeLine& source, double enough_fraction, double from_s) {
  for (const Knot& k : source) {
    if (k.level < enough_fraction) from_s = std::max(from_s, k.at_s);
  }
  return from_s;
}

}  // namespace

TimeLine supplied(const TimeLine& own, const TimeLine& source, double end_s, const Store& store) {
  TimeLine line;
  for (const Knot& k : own) {
    if (k.at_s <= end_s) line.push_back(k);
  }
  const TimeLine arrivals = arriving(source, end_s, store.arrives_s);
  const auto since_s = below_since_s(own, end_s);
  const auto from_s = since_s ? end_s : used_up_s(arrivals, end_s, store);
  if (!from_s) return line;
  double until_s = back_s(arrivals, store.enough_fraction, *from_s);
  if (store.replaced_s) {
    const double replaced_s = since_s.value_or(*from_s) + *store.replaced_s;
    until_s = std::max(*from_s, std::min(until_s, replaced_s));
  }
  const double level = since_s ? line.back().level : 0;
  if (!since_s) line.push_back({*from_s, 1});
  line.push_back({*from_s, level});
  line.push_back({until_s, level});
  line.push_back({until_s, 1});
  return line;
}

}  // namespace twinaxis::analysis
