#pragma once
// One document laid over another.

#include "sim/scenario/document.h"

namespace twinaxis::scenario {

/// Maps merge by key and `own` wins; the lists `interventions` and `attack.path` are appended to,
/// and an entry with the `id` of an inherited one amends it or, with `remove: true`, takes it out;
/// an entry that can only amend needs an inherited id. Everything else is replaced, also a value
/// with another tag, and one that `begins_anew`.
Node merged(Node base, const Node& own, Problems& problems);

}  // namespace twinaxis::scenario
