#include "sim/core/bus.h"

#include <algorithm>

namespace twinaxis {

Bus::Bus(const PointTable& table) : tapped_(table.size(), 0), taps_(table.size()) {
  for (const auto& point : table.all()) written_.push_back(point.initial);
  values_ = written_;
}

double Bus::through_taps(PointId id, double value, Time now) const {
  for (const auto& tap : taps_[id.index]) value = tap(value, now);
  return value;
}

void Bus::set_taps(PointId id, std::vector<Tap> taps, Time now) {
  taps_[id.index] = std::move(taps);
  tapped_[id.index] = taps_[id.index].empty() ? 0 : 1;
  const auto place = std::lower_bound(tapped_points_.begin(), tapped_points_.end(), id);
  const bool listed = place != tapped_points_.end() && *place == id;
  if (tapped_[id.index] && !listed) tapped_points_.insert(place, id);
  if (!tapped_[id.index] && listed) tapped_points_.erase(place);
  write(id, written_[id.index], now);
}

void Bus::refresh(Time now) {
  for (const PointId id : tapped_points_) write(id, written_[id.index], now);
}

}  // namespace twinaxis
