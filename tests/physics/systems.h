#pragma once
// Small systems with known solutions.

#include <atomic>
#include <cmath>
#include <limits>

#include "sim/physics/system.h"

namespace twinaxis::testing_systems {

/// A System with one state and no inputs or outputs; tests override what they need.
class Plain : public System {
 public:
  std::vector<std::string> inputs() const override { return {}; }
  std::vector<std::string> output_names() const override { return {}; }
  std::vector<std::string> state_names() const override { return {"x"}; }
  std::vector<double> initial_state() const override { return {1}; }
  void outputs(const Instant&, std::span<double>) const override {}
};

/// x' = -2 t x^2, x(0) = 1:  x = 1 / (1 + t^2).
class Bell : public Plain {
 public:
  void derivative(const Instant& now, std::span<double> rate) const override {
    rate[0] = -2 * now.time_s * now.state[0] * now.state[0];
  }
};

/// Prothero-Robinson: x' = -k (x - cos t) - sin t, x(0) = 1:  x = cos t. Stiff: k = 1e4 1/s.
class Stiff : public Plain {
 public:
  void derivative(const Instant& now, std::span<double> rate) const override {
    rate[0] = -1e4 * (now.state[0] - std::cos(now.time_s)) - std::sin(now.time_s);
  }
};

/// x' = u, and a count of how often that was asked.
class Integrating : public Plain {
 public:
  std::vector<std::string> inputs() const override { return {"u"}; }
  std::vector<std::string> output_names() const override { return {"x"}; }
  std::vector<double> initial_state() const override { return {0}; }
  void derivative(const Instant& now, std::span<double> rate) const override {
    ++evaluations;
    rate[0] = now.input[0];
  }
  void outputs(const Instant& now, std::span<double> truth) const override {
    truth[0] = now.state[0];
  }
  mutable std::atomic<long> evaluations = 0;
};

/// x' = u - x; counts too. Not linear in t, so that multistep methods have a history to lose.
class Relaxing : public Integrating {
 public:
  void derivative(const Instant& now, std::span<double> rate) const override {
    ++evaluations;
    rate[0] = now.input[0] - now.state[0];
  }
};

constexpr double kGravity_m_per_s2 = 9.80665;

/// Open tank of 1 m2 with a hole of 1 cm2, 1 m of water:  dh/dt = -a/A sqrt(2 g h). Reports the
/// passage of a level.
class Tank : public Plain {
 public:
  explicit Tank(double alarm_m = 0.25) : alarm_m_(alarm_m) {}
  static constexpr double kHoleRatio = 1e-4;
  /// Torricelli: t = (A/a) sqrt(2/g) (sqrt(h0) - sqrt(h)).
  static double time_to_s(double level_m) {
    return std::sqrt(2 / kGravity_m_per_s2) / kHoleRatio * (1 - std::sqrt(level_m));
  }
  void derivative(const Instant& now, std::span<double> rate) const override {
    rate[0] = -kHoleRatio * std::sqrt(2 * kGravity_m_per_s2 * std::max(0.0, now.state[0]));
  }
  std::size_t root_count() const override { return 1; }
  void roots(const Instant& now, std::span<double> values) const override {
    values[0] = now.state[0] - alarm_m_;
  }
  void cross(const Crossing& c, const Instant& now, std::span<double>, std::span<double>,
             EventLog& log) const override {
    log.push_back({c.at, c.rising ? "level.high" : "level.low", "", now.state[0], "m"});
  }

 private:
  double alarm_m_;
};

/// A ball let go at 1 m that keeps 80 % of its speed at each bounce. State: height, speed.
class Ball : public Plain {
 public:
  static constexpr double kRestitution = 0.8;
  /// First at sqrt(2 h / g); each flight lasts 0.8 of the one before.
  static double bounce_s(int n) {
    const double fall_s = std::sqrt(2 / kGravity_m_per_s2);
    double at_s = fall_s;
    for (int i = 1; i < n; ++i) at_s += 2 * fall_s * std::pow(kRestitution, i);
    return at_s;
  }
  std::vector<std::string> state_names() const override { return {"height", "speed"}; }
  std::vector<double> initial_state() const override { return {1, 0}; }
  void derivative(const Instant& now, std::span<double> rate) const override {
    rate[0] = now.state[1];
    rate[1] = -kGravity_m_per_s2;
  }
  std::size_t root_count() const override { return 1; }
  void roots(const Instant& now, std::span<double> values) const override {
    values[0] = now.state[0];
  }
  void cross(const Crossing& c, const Instant& now, std::span<double> state, std::span<double>,
             EventLog& log) const override {
    if (c.rising) return;
    state[0] = 0;
    state[1] = -kRestitution * now.state[1];
    log.push_back({c.at, "ball.bounced", "", state[1], "m/s"});
  }
};

}  // namespace twinaxis::testing_systems
