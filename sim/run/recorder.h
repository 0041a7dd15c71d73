#pragma once
// Writes a recording while the run goes on, so that a killed run stays readable. Home of HDF5.

#include <filesystem>
#include <memory>
#include <stdexcept>

#include "sim/core/bus.h"
#include "sim/core/point.h"
#include "sim/run/recording.h"

namespace twinaxis {

/// The disk refused to take more. What was written before stays readable in the ".part".
struct DiskFull : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Receives every step; keeps those that fall on `manifest.record_every` (0: all), and the extremes
/// and the hash of all. With a file, memory stays flat: samples go to disk in chunks of 256, and as
/// many are lost at most when the process is killed at any moment. (Data that the operating system
/// still holds is lost with the power; this is not guarded against.)
/// HDF5 has one state per process: recorders with a file and readers belong to one thread.
class Recorder {
 public:
  /// Keeps the recording in memory only. The table must hold a point.
  Recorder(const PointTable& table, Manifest manifest);
  /// Writes to `file` + ".part" (replacing it) as it goes, and renames it (replacing `file`) when
  /// finished. Throws std::runtime_error with the system's reason if the file cannot be created.
  /// The same run gives the same hash and values; HDF5 puts its own creation time into the file.
  Recorder(const PointTable& table, Manifest manifest, std::filesystem::path file);
  /// Without finish() the file stays behind as a ".part", as if the process had died.
  ~Recorder();
  Recorder(Recorder&&) noexcept;
  Recorder& operator=(Recorder&&) noexcept;

  /// Phase 4 of the step: the values as they are at `now`, which must grow. Throws DiskFull if a
  /// chunk could not be written, for whatever reason the system gives; further samples then enter
  /// hash and extremes only.
  void sample(Time now, const Bus& bus);
  /// The scene at the time of the last sample; enters the hash each time, the film on the grid of
  /// `manifest.film_every` (0: always). Contract: a pose for each of `manifest.bodies`. Throws
  /// DiskFull likewise.
  void film(Time now, const Scene& scene);
  /// Moves events out of `log`; they enter the hash in this order. A NUL in a text becomes a blank.
  void take(EventLog& log);
  /// Ends the recording and hands the value out: all of it without a file; with a file all but
  /// `times`, `Column::values` and `film`, which read_recording() loads. Never throws DiskFull: if
  /// the disk is full, `completed` becomes `interrupted` with the system's reason and the ".part"
  /// stays.
  Recording finish(Ending ending, std::string reason, Time end);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Reads a finished recording, or the intact beginning of a ".part" that a dead run left or a
/// living one still writes: then `ending` is `cut`, `reason` says how much is intact, hash and end
/// are those of the last intact chunk, and extremes are those of the recorded samples only.
/// Throws std::runtime_error naming file and reason if it is no recording of ours or is damaged.
Recording read_recording(const std::filesystem::path& file);

}  // namespace twinaxis
