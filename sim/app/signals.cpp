#include "sim/app/signals.h"

#include <csignal>

namespace twinaxis::app {
namespace {

volatile int stopped = 0;

void on_signal(int signal) {
  stopped = 1;
  std::signal(signal, SIG_DFL);
}

}  // namespace

const volatile int* stop_flag() { return &stopped; }

void catch_signals() {
  std::signal(SIGINT, on_signal);
  std::signal(SIGTERM, on_signal);
  std::signal(SIGXFSZ, SIG_IGN);  // a full disk is an error code, not a death
}

}  // namespace twinaxis::app
