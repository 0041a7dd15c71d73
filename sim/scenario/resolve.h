#pragma once
// From an uncertain scenario to one sample of it. Pure: the same document, seed and sample give the
// same text.

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "sim/scenario/document.h"

namespace twinaxis::scenario {

/// A probability inside (0, 1) for the field at that dotted path. An item of a list is named by its
/// `id` where it has one: "interventions[freeze].effect.value".
using ProbabilityOf = std::function<double(const std::string& path)>;

/// One field that was uncertain.
struct Draw {
  std::string path;
  double probability = 0;
  std::string text;  ///< the value drawn
};

struct Resolved {
  Node document;
  std::vector<Draw> draws;  ///< in the order of the file
};

/// Replaces every distribution by its value at the probability of its path. All bad distributions
/// are reported; readers pass over what is left of them.
Resolved resolve(const Node& document, const ProbabilityOf& probability_of, Problems& problems);

/// With independent random numbers: each field has the stream "field:<path>" of (seed, sample), so
/// that adding a field moves no draw of another.
Resolved resolve(const Node& document, std::uint64_t seed, std::uint64_t sample,
                 Problems& problems);

/// Every field at its median; !chance is true if its probability exceeds one half.
Resolved resolve_to_medians(const Node& document, Problems& problems);

}  // namespace twinaxis::scenario
