#pragma once
// "extends: other.yaml": a scenario, or a part of one, says only what differs from another file.

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
/// no such file, the id of a file in the folder `shipped` ("distillation/normal"). How one lies
/// over another: merge.h; `expect` is never inherited. A map inside of a document may extend a file
/// of its own ("vehicle: {extends: iris.yaml, mass: 1.6 kg}"): it begins anew from that file, and
/// nothing stays of what stood there in an inherited document. Places stay those of the file where
/// each value was written.
/// A text may stand in a file of its own ("map: !text_of floor.map"), beside the file that says so
/// or in `shipped`.
/// Inherited `site` and `mitigates` become relative to the given file. Nothing if a file cannot be
/// read, or a chain is circular or longer than kLongestExtends.
std::optional<Merged> load_merged(const std::filesystem::path& file, Problems& problems,
                                  const std::filesystem::path& shipped = {});

/// Rewrites the files that a scenario refers to so that they hold seen from another folder.
void move_references(Node& document, const std::filesystem::path& from_folder,
                     const std::filesystem::path& to_folder);

}  // namespace twinaxis::scenario
