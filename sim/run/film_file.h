#pragma once
// A film on disk, beside the columns and only where bodies are declared. For recording_file.cpp and
// the reader.
//
//   film_times_ns        int64  [frame]
//   film_poses           double [body x (x y z w i j k)][frame]
//   film_contact_at_ns   int64  [contact]
//   film_contacts        double [a b, point x y z, force x y z][contact]
//   film_journal         uint64 [frames, contacts, hash of all bytes][chunk]

#include <array>
#include <cstdint>

#include "sim/run/hdf5_file.h"
#include "sim/run/recording.h"

namespace twinaxis {

/// Frames between two writes; as many are lost at most when a run is killed.
constexpr std::uint64_t kFilmChunkLength = 256;

class FilmTables {
 public:
  FilmTables() = default;
  /// Adds the tables to a file that is not yet followed.
  FilmTables(hdf5::File& file, std::uint64_t bodies);
  /// Throws hdf5::Error. A film without frames and contacts adds nothing.
  void append(const Film& film);
  std::array<hdf5::Series*, 5> all_series();

 private:
  hdf5::Series times_, poses_, contact_at_, contacts_, journal_;
};

/// Appends what is intact to `film`; true if that is all that the journal knows of.
bool read_film(const hdf5::File& file, std::uint64_t bodies, Film& film);

}  // namespace twinaxis
