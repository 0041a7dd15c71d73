#include "sim/cyber/flood.h"

#include <algorithm>
#include <cmath>

namespace twinaxis::cyber {

double flood_loss_probability(double load_ratio) {
  if (load_ratio <= 0) return 0;
  if (load_ratio == 1) return 1.0 / (kBuffer_frames + 1);
  if (load_ratio < 1) {
    return (1 - load_ratio) * std::pow(load_ratio, kBuffer_frames) /
           (1 - std::pow(load_ratio, kBuffer_frames + 1));
  }
  // Above 1 the powers overflow: divide both sides by rho^(K+1).
  const double inverse = 1 / load_ratio;
  return (1 - inverse) / (1 - std::pow(inverse, kBuffer_frames + 1));
}

int flood_queue_frames(double load_ratio, double uniform) {
  if (load_ratio <= 0) return 0;
  if (load_ratio > 1) {
    // Free places follow the law with 1/rho.
    return kBuffer_frames - 1 - flood_queue_frames(1 / load_ratio, 1 - uniform);
  }
  // Inverse of the distribution on 0 .. K-1, which is what a message meets that is not lost.
  const double frames = load_ratio == 1
                            ? uniform * kBuffer_frames
                            : std::log1p(-uniform * (1 - std::pow(load_ratio, kBuffer_frames))) /
                                  std::log(load_ratio);
  return std::clamp(static_cast<int>(frames), 0, kBuffer_frames - 1);
}

Duration flood_wait(int frames, double bandwidth_bytes_per_s) {
  return duration_from_s(frames * kFrame_bytes / bandwidth_bytes_per_s);
}

Congestion::Congestion(std::vector<Segment> segments)
    : segments_(std::move(segments)), load_bytes_per_s_(segments_.size(), 0) {}

void Congestion::clear() {
  std::fill(load_bytes_per_s_.begin(), load_bytes_per_s_.end(), 0);
  idle_ = true;
}

void Congestion::add(std::span<const std::size_t> path, double rate_bytes_per_s) {
  for (const std::size_t i : path) {
    load_bytes_per_s_[i] += rate_bytes_per_s;
    rate_bytes_per_s = std::min(rate_bytes_per_s, segments_[i].bandwidth_bytes_per_s);
    idle_ = false;
  }
}

Passage Congestion::pass(std::span<const std::size_t> path, const Stream& stream,
                         std::uint64_t number) const {
  Passage passage;
  if (idle_) return passage;
  // Two draws a segment; the factor keeps the counters of messages apart.
  std::uint64_t counter = number * 2 * segments_.size();
  for (const std::size_t i : path) {
    const double bandwidth_bytes_per_s = segments_[i].bandwidth_bytes_per_s;
    const double load_ratio = load_bytes_per_s_[i] / bandwidth_bytes_per_s;
    const double for_loss = uniform(stream, counter++);
    const double for_wait = uniform(stream, counter++);
    if (for_loss < flood_loss_probability(load_ratio)) passage.lost = true;
    passage.hold =
        passage.hold + flood_wait(flood_queue_frames(load_ratio, for_wait), bandwidth_bytes_per_s);
  }
  return passage;
}

}  // namespace twinaxis::cyber
