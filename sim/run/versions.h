#pragma once
// What made a result: program, compiler, libraries, CPU.

#include <map>
#include <string>

namespace twinaxis {

/// "twinaxis", "compiler", "flags", "simgrid", "sundials", "hdf5", "yaml-cpp", "libc", "cpu" (flags
/// that change arithmetic).
std::map<std::string, std::string> versions();

}  // namespace twinaxis
