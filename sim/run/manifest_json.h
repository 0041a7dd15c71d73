#pragma once
// The texts inside a recording file, as JSON: what is recorded, and how it ended.

#include <string>

#include "sim/run/recording.h"

namespace twinaxis {

/// Manifest and columns (without values) as the first text of a file.
std::string head_to_json(const Recording& recording);
/// Fills manifest and columns. Throws std::runtime_error with the reason.
void head_from_json(const std::string& text, Recording& recording);

/// Ending, reason, end and hash as the last text of a file.
std::string tail_to_json(const Recording& recording);
/// Throws std::runtime_error with the reason.
void tail_from_json(const std::string& text, Recording& recording);

}  // namespace twinaxis
