#include "sim/run/recording_file.h"

#include <algorithm>
#include <bit>

#include "sim/core/hash.h"
#include "sim/run/manifest_json.h"

namespace twinaxis {
namespace {

using hdf5::Packing;

constexpr hdf5::Shape kText{.width = 1, .chunk_length = 1024};

template <class Range>
std::uint64_t hash_of(const Range& range) {
  return hash_bytes({reinterpret_cast<const char*>(range.data()),
                     range.size() * sizeof(typename Range::value_type)});
}

/// Takes the text up to the next NUL off the front of `rest`.
std::string next_text(std::string_view& rest) {
  const auto end = std::min(rest.find('\0'), rest.size());
  std::string text(rest.substr(0, end));
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return text;
}

}  // namespace

void Chunk::clear() {
  times_ns.clear();
  values.clear();
  event_at_ns.clear();
  event_value.clear();
  event_text.clear();
}

JournalEntry entry_of(const Chunk& chunk, Time reached, std::uint64_t run_hash) {
  JournalEntry entry{.times = chunk.times_ns.size(),
                     .events = chunk.event_at_ns.size(),
                     .text_bytes = chunk.event_text.size(),
                     .reached_ns = reached.ns,
                     .run_hash = run_hash};
  const std::array<std::uint64_t, 6> parts{
      hash_of(chunk.times_ns),    hash_of(chunk.values),
      hash_of(chunk.event_at_ns), hash_of(chunk.event_value),
      hash_of(chunk.event_text),  hash_of(std::bit_cast<JournalRow>(entry))};
  entry.content_hash = hash_of(parts);
  return entry;
}

void put_events(std::span<const Event> events, Chunk& chunk) {
  for (const auto& event : events) {
    chunk.event_at_ns.push_back(event.at.ns);
    chunk.event_value.push_back(event.value);
    for (const auto* text : {&event.name, &event.unit, &event.detail}) {
      chunk.event_text += *text + '\0';
    }
  }
}

std::vector<Event> events_of(const Chunk& chunk) {
  std::vector<Event> events(chunk.event_at_ns.size());
  std::string_view rest = chunk.event_text;
  for (std::size_t i = 0; i < events.size(); ++i) {
    events[i].at = {chunk.event_at_ns[i]};
    events[i].value = chunk.event_value[i];
    for (auto* text : {&events[i].name, &events[i].unit, &events[i].detail}) {
      *text = next_text(rest);
    }
  }
  return events;
}

void sort_by_time(std::vector<Event>& events) {
  std::stable_sort(events.begin(), events.end(),
                   [](const Event& a, const Event& b) { return a.at < b.at; });
}

std::vector<hdf5::Series*> RecordingWriter::all_series() {
  std::vector<hdf5::Series*> all{&times_,         &values_,     &event_at_,
                                 &event_value_,   &event_text_, &journal_,
                                 &extreme_value_, &extreme_at_, &tail_};
  for (auto* series : film_.all_series()) all.push_back(series);
  return all;
}

template <class Write>
void RecordingWriter::guarded(Write write) {
  try {
    write();
  } catch (const hdf5::Error& error) {
    // Closing would try to write again. What is on disk is as good as after a kill; keep it so.
    out_.abandon();
    for (auto* series : all_series()) *series = {};
    out_ = {};
    throw hdf5::Error(part_.string() + ": cannot be written: " + error.what());
  }
}

RecordingWriter::RecordingWriter(const Recording& recording, std::filesystem::path file)
    : file_(std::move(file)), part_(file_.string() + ".part") {
  guarded([&] {
    out_ = hdf5::File::create(part_);
    auto head = out_.add<char>("head", kText, Packing::checked);
    add_tables(recording.columns.size());
    const auto& bodies = recording.manifest.bodies;
    if (!bodies.empty()) film_ = FilmTables(out_, bodies.size());
    head.append<char>(head_to_json(recording));
    out_.start_following();
    out_.flush();
  });
}

void RecordingWriter::add_tables(std::uint64_t width) {
  constexpr hdf5::Shape short_list{.width = 1, .chunk_length = 64};
  const hdf5::Shape extremes{.width = 2, .chunk_length = width};
  times_ = out_.add<std::int64_t>("times_ns", {1, kChunkLength}, Packing::packed);
  values_ = out_.add<double>("values", {width, kChunkLength}, Packing::packed);
  event_at_ = out_.add<std::int64_t>("events_at_ns", short_list, Packing::plain);
  event_value_ = out_.add<double>("events_value", short_list, Packing::plain);
  event_text_ = out_.add<char>("events_text", kText, Packing::plain);
  journal_ = out_.add<std::uint64_t>("journal", {JournalRow{}.size(), 64}, Packing::plain);
  extreme_value_ = out_.add<double>("extremes_value", extremes, Packing::checked);
  extreme_at_ = out_.add<std::int64_t>("extremes_at_ns", extremes, Packing::checked);
  tail_ = out_.add<char>("tail", kText, Packing::checked);
}

void RecordingWriter::append(const Chunk& chunk, Time reached, std::uint64_t run_hash) {
  const auto row = std::bit_cast<JournalRow>(entry_of(chunk, reached, run_hash));
  guarded([&] {
    times_.append<std::int64_t>(chunk.times_ns);
    values_.append<double>(chunk.values);
    event_at_.append<std::int64_t>(chunk.event_at_ns);
    event_value_.append<double>(chunk.event_value);
    event_text_.append<char>(chunk.event_text);
    journal_.append<std::uint64_t>(row);
    out_.flush();
  });
}

void RecordingWriter::append(const Film& film) {
  guarded([&] {
    film_.append(film);
    out_.flush();
  });
}

void RecordingWriter::close(const Recording& recording) {
  std::vector<double> values;
  std::vector<std::int64_t> at_ns;
  for (const auto& column : recording.columns) {
    values.push_back(column.minimum);
    at_ns.push_back(column.at_minimum.ns);
  }
  for (const auto& column : recording.columns) {
    values.push_back(column.maximum);
    at_ns.push_back(column.at_maximum.ns);
  }
  guarded([&] {
    extreme_value_.append<double>(values);
    extreme_at_.append<std::int64_t>(at_ns);
    out_.flush();
    tail_.append<char>(tail_to_json(recording));
    out_.flush();
    for (auto* series : all_series()) *series = {};
    out_.close();
  });
  std::error_code error;
  std::filesystem::rename(part_, file_, error);
  if (error) throw hdf5::Error(file_.string() + ": " + error.message());
}

}  // namespace twinaxis
