#pragma once
// "extends: other.yaml": a scenario says only what differs from another.

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "sim/scenario/document.h"

namespace twinaxis::scenario {

/// A document with everything that it inherits, and without `extends`.
struct Merged {
  Node document;
  std::vector<std::string> files;  ///< all that were read, the given one first
};

inline constexpr std::size_t kLongestExtends = 16;

/// Loads a file and what it extends: a path relative to the file that names it or, where there is
/// no such file, the id of a scenario in the folder `shipped` ("distillation/normal"). Maps merge
/// by key and the file itself wins; the lists `interventions` and `attack.path` are appended to,
/// and an entry with the `id` of an inherited one amends it or, with `remove: true`, takes it out;
/// an entry that can only amend needs an inherited id; `expect` is never inherited; other lists and
/// single values are replaced. Places stay those of the file where each value was written.
/// Inherited `site` and `mitigates` become relative to the given file. Nothing if a file cannot be
/// read, or a chain is circular or longer than kLongestExtends.
std::optional<Merged> load_merged(const std::filesystem::path& file, Problems& problems,
                                  const std::filesystem::path& shipped = {});

/// Rewrites the files that a scenario refers to so that they hold seen from another folder.
void move_references(Node& document, const std::filesystem::path& from_folder,
                     const std::filesystem::path& to_folder);

}  // namespace twinaxis::scenario
