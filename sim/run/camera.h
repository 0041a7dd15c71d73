#pragma once
// Makes a film of the scenes of a run.

#include <cstddef>
#include <vector>

#include "sim/core/hash.h"
#include "sim/run/recording.h"

namespace twinaxis {

/// Frames lie on the grid of `every` (0: each scene is one). A contact between two frames is not
/// lost: of each pair the strongest since the frame before stands in the next one.
class Camera {
 public:
  Camera(std::size_t bodies, Duration every) : bodies_(bodies), every_(every) {}

  /// Contract: a pose for each body. Every scene enters the hash, also those between frames.
  void see(Time now, const Scene& scene, RunningHash& hash);
  std::size_t frames() const { return film_.times.size(); }
  /// The frames since the last call.
  Film take();

 private:
  void note(const std::vector<Touch>& touches, Time now);
  void add_to_hash(const Scene& scene, RunningHash& hash);

  std::size_t bodies_;
  Duration every_;
  Film film_;
  std::vector<Film::Contact> strongest_;  ///< since the last frame, ordered by pair
  std::vector<double> bits_;
};

}  // namespace twinaxis
