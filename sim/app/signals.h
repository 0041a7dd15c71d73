#pragma once
// Ctrl-C and SIGTERM end a run in good order instead of killing it.

namespace twinaxis::app {

/// Non-zero once a signal came; a second one kills.
const volatile int* stop_flag();
/// Call again after the network simulator was started: it takes SIGINT for itself.
void catch_signals();

}  // namespace twinaxis::app
