#pragma once
// A file of the user as text.

#include <filesystem>
#include <optional>
#include <string>

#include "sim/scenario/diagnostics.h"

namespace twinaxis::scenario {

inline constexpr std::size_t kLargestFile_bytes = 1'000'000;

/// The bytes of a text file without a byte order mark; kept in `problems` as a source. Nothing if
/// the file is missing (the nearest name of its folder is offered), unreadable, a folder, larger
/// than 1 MB, or not UTF-8 text; the problem then stands at `asked_from`, or at the file itself.
std::optional<std::string> read_source(const std::filesystem::path& file, Problems& problems,
                                       const Place& asked_from = {});

}  // namespace twinaxis::scenario
