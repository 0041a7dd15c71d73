#include "sim/run/recorder.h"

#include <algorithm>
#include <array>
#include <bit>
#include <optional>

#include "sim/core/hash.h"
#include "sim/core/require.h"
#include "sim/run/camera.h"
#include "sim/run/extremes.h"
#include "sim/run/recording_file.h"

namespace twinaxis {
namespace {

Column column_of(const Point& point) {
  Column column;
  column.name = point.name;
  column.unit = point.unit;
  column.kind = point.kind;
  column.view = point.view;
  column.doc = point.doc;
  column.shows = point.shows;
  return column;
}

constexpr std::size_t kReservedValues = std::size_t{1} << 23;  ///< 64 MiB, for a start

}  // namespace

struct Recorder::Impl {
  Impl(const PointTable& table, Manifest manifest)
      : extremes(table.size()), camera(manifest.bodies.size(), manifest.film_every) {
    require(table.size() > 0, "there is a point to record");
    require(manifest.record_every.ns >= 0, "samples are recorded forward in time");
    recording.manifest = std::move(manifest);
    for (const auto& point : table.all()) recording.columns.push_back(column_of(point));
  }

  bool keeps(Time now) const {
    const std::int64_t every_ns = recording.manifest.record_every.ns;
    return every_ns == 0 || now.ns % every_ns == 0;
  }
  /// How many samples a run in memory will keep; 0 if the manifest does not say.
  std::size_t expected_samples() const {
    const Manifest& m = recording.manifest;
    const std::int64_t every_ns = std::max(m.record_every.ns, m.step.ns);
    return every_ns > 0 ? static_cast<std::size_t>(m.planned.ns / every_ns) + 1 : 0;
  }
  void keep(Time now, std::span<const double> values);
  void take(Event event);
  void write_chunk();
  void write_film();
  /// Runs `write`; a disk that refuses becomes DiskFull, now and for the rest of the run.
  template <class Write>
  void on_disk(Write write);
  void close_file();
  void fill_columns();

  Recording recording;  ///< its columns stay without values while the run goes on
  Extremes extremes;
  RunningHash hash;
  Camera camera;
  std::vector<double> rows;  ///< [time][column] of the samples that are in memory
  std::size_t written_events = 0;
  Chunk chunk;
  std::optional<RecordingWriter> writer;
  std::string disk_full;  ///< why nothing more is written, or ""
};

void Recorder::Impl::keep(Time now, std::span<const double> values) {
  if (!disk_full.empty()) return;
  if (recording.times.empty() && !writer) {
    rows.reserve(std::min(expected_samples() * values.size(), kReservedValues));
  }
  recording.times.push_back(now);
  rows.insert(rows.end(), values.begin(), values.end());
  if (writer && recording.times.size() == kChunkLength) write_chunk();
}

void Recorder::Impl::take(Event event) {
  for (auto* text : {&event.name, &event.detail, &event.unit}) {
    std::replace(text->begin(), text->end(), '\0', ' ');  // it separates texts in the file
  }
  const std::array<std::uint64_t, 5> parts{
      static_cast<std::uint64_t>(event.at.ns), std::bit_cast<std::uint64_t>(event.value),
      hash_bytes(event.name), hash_bytes(event.detail), hash_bytes(event.unit)};
  // The hash takes doubles by their bits, so any 64 bits may travel in one.
  hash.add(std::bit_cast<std::array<double, 5>>(parts));
  recording.events.push_back(std::move(event));
}

void Recorder::Impl::write_chunk() {
  chunk.clear();
  for (const Time at : recording.times) chunk.times_ns.push_back(at.ns);
  chunk.values.resize(rows.size());
  const std::size_t length = recording.times.size();
  const std::size_t width = recording.columns.size();
  for (std::size_t i = 0; i < length; ++i) {
    for (std::size_t c = 0; c < width; ++c) chunk.values[c * length + i] = rows[i * width + c];
  }
  put_events(std::span(recording.events).subspan(written_events), chunk);
  rows.clear();
  recording.times.clear();
  written_events = recording.events.size();
  on_disk([&] { writer->append(chunk, recording.end, hash.digest()); });
}

void Recorder::Impl::write_film() {
  const Film frames = camera.take();
  on_disk([&] { writer->append(frames); });
}

template <class Write>
void Recorder::Impl::on_disk(Write write) {
  try {
    write();
  } catch (const hdf5::Error& error) {
    disk_full = error.what();
    throw DiskFull(disk_full);
  }
}

/// A disk that is full now leaves the ".part"; the value says so and is otherwise whole.
void Recorder::Impl::close_file() {
  try {
    if (disk_full.empty() && !recording.manifest.bodies.empty()) write_film();
    if (disk_full.empty()) write_chunk();
    if (disk_full.empty()) writer->close(recording);
  } catch (const std::runtime_error& error) {
    disk_full = error.what();
  }
  if (!disk_full.empty() && recording.ending == Ending::completed) {
    recording.ending = Ending::interrupted;
    recording.reason = disk_full;
  }
}

void Recorder::Impl::fill_columns() {
  const std::size_t width = recording.columns.size();
  for (auto& column : recording.columns) column.values.resize(recording.times.size());
  for (std::size_t i = 0; i < recording.times.size(); ++i) {
    for (std::size_t c = 0; c < width; ++c) recording.columns[c].values[i] = rows[i * width + c];
  }
}

Recorder::Recorder(const PointTable& table, Manifest manifest)
    : impl_(std::make_unique<Impl>(table, std::move(manifest))) {}

Recorder::Recorder(const PointTable& table, Manifest manifest, std::filesystem::path file)
    : Recorder(table, std::move(manifest)) {
  impl_->writer.emplace(impl_->recording, std::move(file));
}

Recorder::~Recorder() = default;
Recorder::Recorder(Recorder&&) noexcept = default;
Recorder& Recorder::operator=(Recorder&&) noexcept = default;

void Recorder::sample(Time now, const Bus& bus) {
  const auto values = bus.values();
  impl_->hash.add(values);
  impl_->extremes.add(now, values);
  impl_->recording.end = now;
  if (impl_->keeps(now)) impl_->keep(now, values);
}

void Recorder::film(Time now, const Scene& scene) {
  impl_->camera.see(now, scene, impl_->hash);
  if (!impl_->disk_full.empty()) impl_->camera.take();
  else if (impl_->writer && impl_->camera.frames() >= kFilmChunkLength) impl_->write_film();
}

void Recorder::take(EventLog& log) {
  for (auto& event : log) impl_->take(std::move(event));
  log.clear();
}

Recording Recorder::finish(Ending ending, std::string reason, Time end) {
  require(impl_ != nullptr, "a recording is finished once");
  const auto impl = std::move(impl_);
  auto& recording = impl->recording;
  recording.ending = ending;
  recording.reason = std::move(reason);
  recording.end = end;
  recording.hash = impl->hash.digest();
  impl->extremes.write_to(recording.columns);
  if (impl->writer) {
    impl->close_file();
  } else {
    impl->fill_columns();
    recording.film = impl->camera.take();
  }
  sort_by_time(recording.events);
  return std::move(recording);
}

}  // namespace twinaxis
