#pragma once

namespace twinaxis::bench {

/// Three messages a second for `scans` seconds: an actor that puts, and one that gets, on each of
/// three hosts. One call per process.
void bare_simgrid(int scans);

}  // namespace twinaxis::bench
