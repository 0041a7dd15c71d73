// read_recording(): the whole of a closed file, the intact beginning of any other.

#include <algorithm>
#include <bit>
#include <filesystem>

#include "sim/run/extremes.h"
#include "sim/run/manifest_json.h"
#include "sim/run/recorder.h"
#include "sim/run/recording_file.h"

namespace twinaxis {
namespace {

namespace fs = std::filesystem;

std::string read_text(const hdf5::File& file, const std::string& name) {
  const auto series = file.series<char>(name);
  std::string text(series.length(), '\0');
  series.read<char>(0, text.size(), text);
  return text;
}

/// Reads chunk after chunk until the journal ends or stops telling the truth.
class ChunkReader {
 public:
  ChunkReader(const hdf5::File& file, std::uint64_t width)
      : width_(width),
        times_(file.series<std::int64_t>("times_ns")),
        values_(file.series<double>("values", width)),
        event_at_(file.series<std::int64_t>("events_at_ns")),
        event_value_(file.series<double>("events_value")),
        event_text_(file.series<char>("events_text")),
        journal_(file.series<std::uint64_t>("journal", JournalRow{}.size())) {}

  bool at_end() const { return index_ == journal_.length(); }
  std::uint64_t index() const { return index_; }

  /// False if the next chunk is not what was written; `chunk` is then without meaning.
  bool next(JournalEntry& entry, Chunk& chunk) {
    try {
      JournalRow row;
      journal_.read<std::uint64_t>(index_, 1, row);
      entry = std::bit_cast<JournalEntry>(row);
      read_times(entry.times, chunk);
      read_events(entry.events, entry.text_bytes, chunk);
    } catch (const hdf5::Error&) {
      return false;
    }
    const auto expected = entry_of(chunk, {entry.reached_ns}, entry.run_hash);
    if (expected.content_hash != entry.content_hash) return false;
    first_time_ += entry.times;
    first_event_ += entry.events;
    first_byte_ += entry.text_bytes;
    ++index_;
    return true;
  }

 private:
  /// Before memory is taken for `count` entries, they must be there.
  static void expect(const hdf5::Series& series, std::uint64_t first, std::uint64_t count) {
    if (count > series.length() || first > series.length() - count) {
      throw hdf5::Error("entries are missing");
    }
  }
  void read_times(std::uint64_t count, Chunk& chunk) const {
    expect(times_, first_time_, count);
    expect(values_, first_time_, count);
    chunk.times_ns.resize(count);
    chunk.values.resize(count * width_);
    times_.read<std::int64_t>(first_time_, count, chunk.times_ns);
    values_.read<double>(first_time_, count, chunk.values);
  }
  void read_events(std::uint64_t count, std::uint64_t bytes, Chunk& chunk) const {
    expect(event_at_, first_event_, count);
    expect(event_value_, first_event_, count);
    expect(event_text_, first_byte_, bytes);
    chunk.event_at_ns.resize(count);
    chunk.event_value.resize(count);
    chunk.event_text.resize(bytes);
    event_at_.read<std::int64_t>(first_event_, count, chunk.event_at_ns);
    event_value_.read<double>(first_event_, count, chunk.event_value);
    event_text_.read<char>(first_byte_, bytes, chunk.event_text);
  }

  std::uint64_t width_;
  hdf5::Series times_, values_, event_at_, event_value_, event_text_, journal_;
  std::uint64_t index_ = 0;
  std::uint64_t first_time_ = 0;
  std::uint64_t first_event_ = 0;
  std::uint64_t first_byte_ = 0;
};

void add_chunk(const Chunk& chunk, const JournalEntry& entry, Recording& recording) {
  const std::size_t count = chunk.times_ns.size();
  for (const auto ns : chunk.times_ns) recording.times.push_back({ns});
  for (std::size_t c = 0; c < recording.columns.size(); ++c) {
    const auto begin = chunk.values.begin() + static_cast<std::ptrdiff_t>(c * count);
    auto& values = recording.columns[c].values;
    values.insert(values.end(), begin, begin + static_cast<std::ptrdiff_t>(count));
  }
  auto events = events_of(chunk);
  std::move(events.begin(), events.end(), std::back_inserter(recording.events));
  recording.end = {entry.reached_ns};
  recording.hash = entry.run_hash;
}

/// "0:39:00", with milliseconds if there are any.
std::string clock(Time at) {
  const auto two = [](std::int64_t n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  const std::int64_t all_s = at.ns / kNanosecondsPerSecond;
  const std::int64_t ms = at.ns % kNanosecondsPerSecond / 1'000'000;
  const auto rest = ms == 0 ? "" : "." + std::to_string(1000 + ms).substr(1);
  return std::to_string(all_s / 3600) + ":" + two(all_s / 60 % 60) + ":" + two(all_s % 60) + rest;
}

/// "2,340".
std::string grouped(std::size_t count) {
  auto text = std::to_string(count);
  for (auto i = static_cast<std::ptrdiff_t>(text.size()) - 3; i > 0; i -= 3) {
    text.insert(static_cast<std::size_t>(i), ",");
  }
  return text;
}

void describe_cut(Recording& recording) {
  recording.ending = Ending::cut;
  recording.reason = "the run ended without closing the recording; " +
                     grouped(recording.times.size()) + " samples up to " + clock(recording.end) +
                     " are intact; extremes are those of the recorded samples";
  Extremes extremes(recording.columns.size());
  std::vector<double> values(recording.columns.size());
  for (std::size_t i = 0; i < recording.times.size(); ++i) {
    for (std::size_t c = 0; c < values.size(); ++c) values[c] = recording.columns[c].values[i];
    extremes.add(recording.times[i], values);
  }
  extremes.write_to(recording.columns);
}

void read_extremes(const hdf5::File& file, std::vector<Column>& columns) {
  const std::size_t width = columns.size();
  std::vector<double> values(2 * width);
  std::vector<std::int64_t> at_ns(2 * width);
  file.series<double>("extremes_value", 2).read<double>(0, width, values);
  file.series<std::int64_t>("extremes_at_ns", 2).read<std::int64_t>(0, width, at_ns);
  for (std::size_t c = 0; c < width; ++c) {
    columns[c].minimum = values[c];
    columns[c].maximum = values[width + c];
    columns[c].at_minimum = {at_ns[c]};
    columns[c].at_maximum = {at_ns[width + c]};
  }
}

Recording read_open(const hdf5::File& file) {
  Recording recording;
  head_from_json(read_text(file, "head"), recording);
  std::string tail;
  try {
    tail = read_text(file, "tail");
  } catch (const hdf5::Error&) {
    tail.clear();  // the process died while it wrote its last words
  }
  ChunkReader reader(file, recording.columns.size());
  JournalEntry entry;
  Chunk chunk;
  while (!reader.at_end() && reader.next(entry, chunk)) add_chunk(chunk, entry, recording);
  const auto& bodies = recording.manifest.bodies;
  const bool whole_film = bodies.empty() || read_film(file, bodies.size(), recording.film);
  if (tail.empty()) {
    describe_cut(recording);
  } else {
    if (!reader.at_end()) {
      throw std::runtime_error("damaged: chunk " + std::to_string(reader.index() + 1) +
                               " is not what was written");
    }
    if (!whole_film) throw std::runtime_error("damaged: the film is not what was written");
    read_extremes(file, recording.columns);
    tail_from_json(tail, recording);
  }
  sort_by_time(recording.events);
  return recording;
}

void check_readable(const fs::path& file) {
  std::error_code error;
  const auto status = fs::status(file, error);
  if (!fs::exists(status)) {
    const fs::path part = file.string() + ".part";
    throw std::runtime_error(fs::exists(part, error)
                                 ? "no such file; the run is unfinished: read " + part.string()
                                 : "no such file");
  }
  if (!fs::is_regular_file(status)) throw std::runtime_error("not a file");
  if (fs::file_size(file, error) == 0) throw std::runtime_error("the file is empty");
}

}  // namespace

Recording read_recording(const fs::path& file) {
  try {
    check_readable(file);
    return read_open(hdf5::File::open(file));
  } catch (const std::runtime_error& error) {
    throw std::runtime_error(file.string() + ": cannot be read as a recording: " + error.what());
  }
}

}  // namespace twinaxis
