#pragma once
// Where the wall-clock time of a run went. Never an input to a result.

#include <chrono>

namespace twinaxis {

struct Profile {
  bool wanted = false;
  double network_s = 0;  ///< SimGrid and message handling, without the tasks
  double control_s = 0;  ///< tasks of devices and people, interventions
  double physics_s = 0;
  double recording_s = 0;
};

/// Adds the time from construction to destruction to `sum_s`, if profiling is wanted.
class Stopwatch {
 public:
  Stopwatch(const Profile& profile, double& sum_s)
      : sum_s_(profile.wanted ? &sum_s : nullptr),
        start_(profile.wanted ? Clock::now() : Clock::time_point{}) {}
  ~Stopwatch() {
    if (sum_s_ != nullptr) *sum_s_ += std::chrono::duration<double>(Clock::now() - start_).count();
  }
  Stopwatch(const Stopwatch&) = delete;
  Stopwatch& operator=(const Stopwatch&) = delete;

 private:
  using Clock = std::chrono::steady_clock;
  double* sum_s_;
  Clock::time_point start_;
};

}  // namespace twinaxis
