#include "sim/run/camera.h"

#include <algorithm>
#include <utility>

#include "sim/core/require.h"

namespace twinaxis {
namespace {

std::pair<std::uint32_t, std::uint32_t> pair_of(const Touch& touch) { return {touch.a, touch.b}; }

}  // namespace

void Camera::see(Time now, const Scene& scene, RunningHash& hash) {
  require(scene.poses.size() == bodies_, "a pose for each body");
  add_to_hash(scene, hash);
  note(scene.touches, now);
  if (every_.ns != 0 && now.ns % every_.ns != 0) return;
  film_.times.push_back(now);
  film_.poses.insert(film_.poses.end(), scene.poses.begin(), scene.poses.end());
  film_.contacts.insert(film_.contacts.end(), strongest_.begin(), strongest_.end());
  strongest_.clear();
}

void Camera::add_to_hash(const Scene& scene, RunningHash& hash) {
  bits_.clear();
  for (const Pose& pose : scene.poses) {
    bits_.insert(bits_.end(), pose.position_m.begin(), pose.position_m.end());
    bits_.insert(bits_.end(), pose.attitude.begin(), pose.attitude.end());
  }
  for (const Touch& touch : scene.touches) {
    bits_.push_back(touch.a), bits_.push_back(touch.b);
    bits_.insert(bits_.end(), touch.point_m.begin(), touch.point_m.end());
    bits_.insert(bits_.end(), touch.force_N.begin(), touch.force_N.end());
  }
  hash.add(bits_);
}

void Camera::note(const std::vector<Touch>& touches, Time now) {
  for (const Touch& touch : touches) {
    const auto place = std::lower_bound(
        strongest_.begin(), strongest_.end(), touch,
        [](const Film::Contact& c, const Touch& t) { return pair_of(c.touch) < pair_of(t); });
    if (place == strongest_.end() || pair_of(place->touch) != pair_of(touch)) {
      strongest_.insert(place, {now, touch});
    } else if (norm(touch.force_N) > norm(place->touch.force_N)) {
      *place = {now, touch};
    }
  }
}

Film Camera::take() { return std::exchange(film_, {}); }

}  // namespace twinaxis
