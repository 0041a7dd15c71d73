#include "sim/app/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>

namespace twinaxis::app {
namespace {

constexpr int kWidth = 28;
constexpr double kLinesAfter_s = 5;  ///< short work needs no lines in a log

std::string time_left(double elapsed_s, double fraction) {
  if (fraction <= 0 || elapsed_s < 1) return "";
  const int left_s = static_cast<int>(elapsed_s * (1 - fraction) / fraction + 0.5);
  return fmt::format("{}:{:02} left", left_s / 60, left_s % 60);
}

}  // namespace

Progress::Progress(std::string what, bool quiet)
    : what_(std::move(what)), quiet_(quiet), terminal_(isatty(STDERR_FILENO) != 0) {}

Progress::~Progress() {
  if (drawn_) std::fputs("\r\033[K", stderr);
}

void Progress::show(double fraction, const std::string& note) {
  if (quiet_) return;
  const auto now = Clock::now();
  const double elapsed_s = std::chrono::duration<double>(now - start_).count();
  if (terminal_) {
    if (fraction < 1 && now - last_ < std::chrono::milliseconds(100)) return;
    last_ = now;
    drawn_ = true;
    const int full = static_cast<int>(fraction * kWidth);
    std::string bar;
    for (int i = 0; i < kWidth; ++i) bar += i < full ? "█" : "░";
    fmt::print(stderr, "\r\033[K{} {} {:3.0f} %  {}  {}", what_, bar, 100 * fraction, note,
               time_left(elapsed_s, fraction));
    std::fflush(stderr);
    return;
  }
  const int tenths = static_cast<int>(fraction * 10);
  if (tenths <= tenths_shown_ || elapsed_s < kLinesAfter_s) return;
  tenths_shown_ = tenths;
  fmt::print(stderr, "{}: {} %, {}, {}\n", what_, 10 * tenths, note,
             time_left(elapsed_s, fraction));
}

}  // namespace twinaxis::app
