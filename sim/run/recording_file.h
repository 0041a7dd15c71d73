#pragma once
// The layout of a recording on disk, and its writer. For recorder.cpp and the reader only.
//
//   head                 JSON: manifest and columns
//   times_ns             int64  [time]
//   values               double [column][time], a chunk holds kChunkLength times of every column
//   events_at_ns         int64  [event]
//   events_value         double [event]
//   events_text          name NUL unit NUL detail NUL of each event
//   journal              uint64 [field of JournalEntry][chunk]
//   extremes_value       double [minimum, maximum][column], written at the end
//   extremes_at_ns       int64  [minimum, maximum][column], likewise
//   tail                 JSON: how it ended; there only if the recording was closed
//   film_*               where bodies are declared: see film_file.h
//
// Nothing counts that the journal does not vouch for: a reader trusts neither the order in which a
// dying process wrote nor the disk.

#include <array>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "sim/run/film_file.h"
#include "sim/run/hdf5_file.h"
#include "sim/run/recording.h"

namespace twinaxis {

/// Times between two writes to disk; as many are lost at most when a run is killed. Measured with
/// 100 points, 70 of them noisy, per recorded time: 64 -> 19 us and 453 bytes, 256 -> 16 us and 436
/// bytes, 1024 -> 18 us and 411 bytes (of 800); without packing 5 to 8 us and 805 bytes.
constexpr std::uint64_t kChunkLength = 256;

/// One chunk as it stands in the file.
struct Chunk {
  std::vector<std::int64_t> times_ns;
  std::vector<double> values;  ///< [column][time]
  std::vector<std::int64_t> event_at_ns;
  std::vector<double> event_value;
  std::string event_text;
  void clear();  ///< keeps the memory
};

/// What the journal says of a chunk; a column of the journal, field by field.
struct JournalEntry {
  std::uint64_t times = 0;       ///< recorded times in the chunk
  std::uint64_t events = 0;      ///< events in it
  std::uint64_t text_bytes = 0;  ///< bytes of events_text
  std::int64_t reached_ns = 0;   ///< time of the last step that the run hash contains
  std::uint64_t run_hash = 0;    ///< Recording::hash so far, over every step and event
  std::uint64_t content_hash = 0;
};
using JournalRow = std::array<std::uint64_t, 6>;
static_assert(sizeof(JournalRow) == sizeof(JournalEntry));

/// The entry for a chunk, with the hash of all bytes of the chunk and of the fields before.
JournalEntry entry_of(const Chunk& chunk, Time reached, std::uint64_t run_hash);

/// Events as they stand in a chunk, and back. Their texts must hold no NUL.
void put_events(std::span<const Event> events, Chunk& chunk);
std::vector<Event> events_of(const Chunk& chunk);
/// Stable: events of one time stay in the order reported.
void sort_by_time(std::vector<Event>& events);

/// A writer that goes away before close() leaves a readable ".part".
class RecordingWriter {
 public:
  /// Creates `file` + ".part" with the head of `recording`. Throws hdf5::Error.
  RecordingWriter(const Recording& recording, std::filesystem::path file);
  /// Throws hdf5::Error; then the file is good up to the chunk before, and nothing more can be
  /// written.
  void append(const Chunk& chunk, Time reached, std::uint64_t run_hash);
  /// Likewise, for frames; only if the recording names bodies.
  void append(const Film& film);
  /// Writes extremes and tail, and gives the file its name. Throws hdf5::Error likewise.
  void close(const Recording& recording);

 private:
  template <class Write>
  void guarded(Write write);
  void add_tables(std::uint64_t width);
  std::vector<hdf5::Series*> all_series();
  std::filesystem::path file_;
  std::filesystem::path part_;
  hdf5::File out_;
  hdf5::Series times_, values_, event_at_, event_value_, event_text_, journal_;
  hdf5::Series extreme_value_, extreme_at_, tail_;
  FilmTables film_;
};

}  // namespace twinaxis
