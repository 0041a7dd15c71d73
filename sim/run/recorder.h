#pragma once
// Writes a recording while the run goes on, so that a killed run stays readable. Home of HDF5.

#include <filesystem>
#include <memory>
#include <stdexcept>

#include "sim/core/bus.h"
#include "sim/core/point.h"
#include "sim/run/recording.h"

namespace twinaxis {

/// Receives every step; keeps those that fall on `manifest.record_every`, extremes and the hash of
/// all.
class Recorder {
 public:
  /// Keeps the recording in memory only.
  Recorder(const PointTable& table, Manifest manifest);
  /// Writes to `file` + ".part" as it goes, chunk by chunk, and renames it when closed.
  /// Throws std::runtime_error with the system's reason if the file cannot be created.
  Recorder(const PointTable& table, Manifest manifest, std::filesystem::path file);
  ~Recorder();
  Recorder(Recorder&&) noexcept;
  Recorder& operator=(Recorder&&) noexcept;

  /// Phase 4 of the step: the values as they are at `now`. Throws DiskFull when the chunk could not
  /// be written; what was written before stays readable.
  void sample(Time now, const Bus& bus);
  /// Appends events (moved out of `log`); they enter the hash.
  void take(EventLog& log);
  /// Ends the recording, writes what is left, renames the file, and hands the value out.
  Recording finish(Ending ending, std::string reason, Time end);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

struct DiskFull : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Reads a finished recording, or a ".part" that a dead run left (then `ending` is `cut`).
/// Throws std::runtime_error naming file and reason if it is no recording of ours.
Recording read_recording(const std::filesystem::path& file);

}  // namespace twinaxis
