#pragma once
// The rules of the architecture. Each returns what breaks it, as "path:line: what", in file order.

#include <string>
#include <vector>

#include "tests/architecture/source_tree.h"

namespace twinaxis::architecture {

using Files = std::vector<SourceFile>;
using Problems = std::vector<std::string>;

/// Every include of our own goes down the DAG, is written from the root, and exists.
Problems include_direction_problems(const Files& files);
/// A package is included in its home only; a package that nobody listed, nowhere.
Problems package_home_problems(const Files& files);
/// No header includes a package, but private ones, which are included in their own folder only.
Problems package_header_problems(const Files& files);
/// No file includes itself, however many others are between.
Problems include_cycle_problems(const Files& files);

/// Files longer than `most` lines; with `fair` instead, those worth splitting.
enum class Length { fair, most };
Problems length_problems(const Files& files, Length beyond);
/// Words that make two runs differ.
Problems forbidden_word_problems(const Files& files);
Problems machine_path_problems(const Files& files);
Problems top_level_problems(const std::vector<std::string>& names);

}  // namespace twinaxis::architecture
