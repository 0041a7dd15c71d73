#include "sim/run/film_file.h"

#include <string_view>

#include "sim/core/hash.h"

namespace twinaxis {
namespace {

constexpr std::uint64_t kPoseWidth = 7;
constexpr std::uint64_t kContactWidth = 8;
using Row = std::array<std::uint64_t, 3>;

/// Numbers as they stand in the tables: [width][count].
struct Block {
  std::vector<std::int64_t> times_ns, contact_at_ns;
  std::vector<double> poses, contacts;
};

std::array<double, kPoseWidth> numbers_of(const Pose& p) {
  const auto& [x, q] = p;
  return {x[0], x[1], x[2], q[0], q[1], q[2], q[3]};
}

std::array<double, kContactWidth> numbers_of(const Touch& t) {
  return {static_cast<double>(t.a),
          static_cast<double>(t.b),
          t.point_m[0],
          t.point_m[1],
          t.point_m[2],
          t.force_N[0],
          t.force_N[1],
          t.force_N[2]};
}

Block block_of(const Film& film) {
  Block block;
  const std::size_t frames = film.times.size(), contacts = film.contacts.size();
  const std::size_t bodies = frames == 0 ? 0 : film.poses.size() / frames;
  block.poses.resize(kPoseWidth * film.poses.size());
  block.contacts.resize(kContactWidth * contacts);
  for (std::size_t f = 0; f < frames; ++f) {
    block.times_ns.push_back(film.times[f].ns);
    for (std::size_t b = 0; b < bodies; ++b) {
      const auto numbers = numbers_of(film.poses[f * bodies + b]);
      for (std::size_t k = 0; k < kPoseWidth; ++k) {
        block.poses[(b * kPoseWidth + k) * frames + f] = numbers[k];
      }
    }
  }
  for (std::size_t c = 0; c < contacts; ++c) {
    block.contact_at_ns.push_back(film.contacts[c].at.ns);
    const auto numbers = numbers_of(film.contacts[c].touch);
    for (std::size_t k = 0; k < kContactWidth; ++k) block.contacts[k * contacts + c] = numbers[k];
  }
  return block;
}

void add_to(Film& film, const Block& block, std::size_t bodies) {
  const std::size_t frames = block.times_ns.size(), contacts = block.contact_at_ns.size();
  for (std::size_t f = 0; f < frames; ++f) {
    film.times.push_back({block.times_ns[f]});
    for (std::size_t b = 0; b < bodies; ++b) {
      const auto at = [&](std::size_t k) { return block.poses[(b * kPoseWidth + k) * frames + f]; };
      film.poses.push_back({{at(0), at(1), at(2)}, {at(3), at(4), at(5), at(6)}});
    }
  }
  for (std::size_t c = 0; c < contacts; ++c) {
    const auto at = [&](std::size_t k) { return block.contacts[k * contacts + c]; };
    film.contacts.push_back({{block.contact_at_ns[c]},
                             {static_cast<std::uint32_t>(at(0)),
                              static_cast<std::uint32_t>(at(1)),
                              {at(2), at(3), at(4)},
                              {at(5), at(6), at(7)}}});
  }
}

template <class T>
std::uint64_t hash_of(const std::vector<T>& values) {
  return hash_bytes({reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T)});
}

Row row_of(const Block& block) {
  const std::array<std::uint64_t, 6> parts{block.times_ns.size(),        block.contact_at_ns.size(),
                                           hash_of(block.times_ns),      hash_of(block.poses),
                                           hash_of(block.contact_at_ns), hash_of(block.contacts)};
  const std::string_view bytes(reinterpret_cast<const char*>(parts.data()), sizeof(parts));
  return {parts[0], parts[1], hash_bytes(bytes)};
}

/// Before memory is taken for `count` entries, they must be there.
void expect(const hdf5::Series& series, std::uint64_t first, std::uint64_t count) {
  if (count > series.length() || first > series.length() - count) {
    throw hdf5::Error("entries are missing");
  }
}

}  // namespace

FilmTables::FilmTables(hdf5::File& file, std::uint64_t bodies) {
  using hdf5::Packing;
  times_ = file.add<std::int64_t>("film_times_ns", {1, kFilmChunkLength}, Packing::packed);
  poses_ = file.add<double>("film_poses", {kPoseWidth * bodies, kFilmChunkLength}, Packing::packed);
  contact_at_ = file.add<std::int64_t>("film_contact_at_ns", {1, 64}, Packing::plain);
  contacts_ = file.add<double>("film_contacts", {kContactWidth, 64}, Packing::plain);
  journal_ = file.add<std::uint64_t>("film_journal", {Row{}.size(), 64}, Packing::plain);
}

void FilmTables::append(const Film& film) {
  if (film.times.empty() && film.contacts.empty()) return;
  const Block block = block_of(film);
  const Row row = row_of(block);
  times_.append<std::int64_t>(block.times_ns);
  poses_.append<double>(block.poses);
  contact_at_.append<std::int64_t>(block.contact_at_ns);
  contacts_.append<double>(block.contacts);
  journal_.append<std::uint64_t>(row);
}

std::array<hdf5::Series*, 5> FilmTables::all_series() {
  return {&times_, &poses_, &contact_at_, &contacts_, &journal_};
}

bool read_film(const hdf5::File& file, std::uint64_t bodies, Film& film) {
  const auto times = file.series<std::int64_t>("film_times_ns");
  const auto poses = file.series<double>("film_poses", kPoseWidth * bodies);
  const auto contact_at = file.series<std::int64_t>("film_contact_at_ns");
  const auto contacts = file.series<double>("film_contacts", kContactWidth);
  const auto journal = file.series<std::uint64_t>("film_journal", Row{}.size());
  std::uint64_t frame = 0, contact = 0;
  for (std::uint64_t i = 0; i < journal.length(); ++i) {
    Row row;
    Block block;
    try {
      journal.read<std::uint64_t>(i, 1, row);
      for (const auto* series : {&times, &poses}) expect(*series, frame, row[0]);
      for (const auto* series : {&contact_at, &contacts}) expect(*series, contact, row[1]);
      block.times_ns.resize(row[0]), block.poses.resize(row[0] * kPoseWidth * bodies);
      block.contact_at_ns.resize(row[1]), block.contacts.resize(row[1] * kContactWidth);
      times.read<std::int64_t>(frame, row[0], block.times_ns);
      poses.read<double>(frame, row[0], block.poses);
      contact_at.read<std::int64_t>(contact, row[1], block.contact_at_ns);
      contacts.read<double>(contact, row[1], block.contacts);
    } catch (const hdf5::Error&) {
      return false;
    }
    if (row_of(block) != row) return false;
    add_to(film, block, bodies);
    frame += row[0], contact += row[1];
  }
  return true;
}

}  // namespace twinaxis
