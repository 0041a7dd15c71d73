#pragma once
// Long work shows how far it is: a bar with the time left on a terminal, plain lines elsewhere.

#include <chrono>
#include <string>

namespace twinaxis::app {

class Progress {
 public:
  /// `quiet` shows nothing at all.
  Progress(std::string what, bool quiet);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// `note` stands behind the bar: "412 of 1000", "0:41:00 of 1:00:00".
  void show(double fraction, const std::string& note);

 private:
  using Clock = std::chrono::steady_clock;
  std::string what_;
  bool quiet_;
  bool terminal_;
  bool drawn_ = false;
  int tenths_shown_ = 0;
  Clock::time_point start_ = Clock::now();
  Clock::time_point last_{};
};

}  // namespace twinaxis::app
