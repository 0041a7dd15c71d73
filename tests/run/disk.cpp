#include "tests/run/disk.h"

#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

namespace twinaxis::testing {
namespace {

Fate fate = Fate::works;
std::uint64_t fatal_write = 1;
std::uint64_t writes = 0;

ssize_t system_pwrite(int file, const void* bytes, std::size_t size, off_t at) {
  return syscall(SYS_pwrite64, file, bytes, size, at);
}

/// Bytes up to the last page boundary of the file inside the write.
std::size_t whole_pages(std::size_t size, off_t at) {
  constexpr std::size_t page_bytes = 4096;
  const auto begin = static_cast<std::size_t>(at);
  const std::size_t end = (begin + size - 1) / page_bytes * page_bytes;
  return end > begin ? end - begin : 0;
}

ssize_t fated_pwrite(int file, const void* bytes, std::size_t size, off_t at) {
  ++writes;
  if (fate == Fate::works || writes < fatal_write) return system_pwrite(file, bytes, size, at);
  const std::size_t taken = writes == fatal_write ? whole_pages(size, at) : 0;
  if (fate == Fate::kills_before) raise(SIGKILL);
  if (taken > 0) system_pwrite(file, bytes, taken, at);
  if (fate == Fate::kills_amid) raise(SIGKILL);
  if (taken > 0) return static_cast<ssize_t>(taken);
  errno = ENOSPC;
  return -1;
}

}  // namespace

void set_disk(Fate new_fate, std::uint64_t write) {
  fate = new_fate;
  fatal_write = write;
  writes = 0;
}

std::uint64_t disk_writes() { return writes; }

}  // namespace twinaxis::testing

extern "C" ssize_t pwrite(int file, const void* bytes, std::size_t size, off_t at) {
  return twinaxis::testing::fated_pwrite(file, bytes, size, at);
}
extern "C" ssize_t pwrite64(int file, const void* bytes, std::size_t size, off_t at) {
  return twinaxis::testing::fated_pwrite(file, bytes, size, at);
}

/// HDF5 1.10 never releases what it could not write to a full disk or read from a damaged file; the
/// leaks of that library are not ours to find.
extern "C" const char* __lsan_default_suppressions() { return "leak:libhdf5"; }
