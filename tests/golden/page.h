#pragma once
// docs/validation.md: what every golden target asks for and what came out.

#include <string>
#include <vector>

#include "tests/golden/golden.h"

namespace twinaxis::golden {

/// The page in Markdown, grouped by model; the same bytes on every run of one binary.
std::string validation_page(const std::vector<Target>& targets);

/// The beginning of a target's row up to its expected value: what a page must contain to be about
/// this target.
std::string row_head(const Target& target);

/// The rows of a page, heads of tables left out.
std::vector<std::string> page_rows(const std::string& page);

}  // namespace twinaxis::golden
