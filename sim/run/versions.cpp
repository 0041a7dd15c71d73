#include "sim/run/versions.h"

#include <gnu/libc-version.h>

namespace twinaxis {
namespace {

/// Instruction sets by which the C library chooses its mathematical functions: results may differ
/// in the last bit between CPUs with and without them.
std::string cpu_flags() {
#if defined(__x86_64__)
  std::string flags = "x86_64";
  if (__builtin_cpu_supports("fma")) flags += " fma";
  if (__builtin_cpu_supports("avx2")) flags += " avx2";
  if (__builtin_cpu_supports("avx512f")) flags += " avx512f";
  return flags;
#else
  return "other";
#endif
}

}  // namespace

std::map<std::string, std::string> versions() {
  return {{"twinaxis", TWINAXIS_VERSION},   {"compiler", "g++ " __VERSION__},
          {"flags", TWINAXIS_BUILD_FLAGS},  {"simgrid", TWINAXIS_SIMGRID_VERSION},
          {"hdf5", TWINAXIS_HDF5_VERSION},  {"bullet", TWINAXIS_BULLET_VERSION},
          {"libc", gnu_get_libc_version()}, {"cpu", cpu_flags()}};
}

}  // namespace twinaxis
