#pragma once
// A disk that fails on command: this test program's pwrite() stands before that of the system, so
// a run can be killed, or the disk be full, at exactly the n-th write of HDF5. Linux takes a write
// page by page, and looks for signals and space between pages only; so does this disk.

#include <cstdint>

namespace twinaxis::testing {

enum class Fate : std::uint8_t {
  works,
  kills_before,  ///< SIGKILL instead of the write
  kills_amid,    ///< SIGKILL before the last page of the bytes
  full,          ///< the last page is refused, and from then on every write, with ENOSPC
};

/// What happens at the `write`-th write from now, counted from 1.
void set_disk(Fate fate, std::uint64_t write = 1);
/// Writes since set_disk().
std::uint64_t disk_writes();

}  // namespace twinaxis::testing
