#pragma once
// What a physical model is to a solver: const functions of time, state, input and mode.
// The solver owns the state; the model has no clock, no memory, and knows of no attack.

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "sim/core/event.h"
#include "sim/core/point.h"

namespace twinaxis {

/// Everything that a model may look at.
struct Instant {
  double time_s = 0;
  std::span<const double> state;  ///< integrated by the solver; layout private to the model
  std::span<const double> input;  ///< held from one grid time to the next, in the order of inputs()
  std::span<const double> mode;   ///< discrete: valve open, vessel ruptured; changes at roots only
};

/// A state that a root changes.
struct Crossing {
  std::size_t root = 0;
  bool rising = false;
  Time at;
};

/// A hybrid system  dx/dt = f(t, x, u, m)  with outputs and roots. Errors: derivative() may return
/// non-finite numbers; the solver turns them into RunError with the names of state_names().
class System {
 public:
  virtual ~System() = default;

  /// Bus points that the model reads (commands, disturbances), in the order of Instant::input.
  virtual std::vector<std::string> inputs() const = 0;
  /// Truth points that the model publishes, in the order written by outputs().
  virtual std::vector<std::string> output_names() const = 0;
  /// One name per state, for error texts: "tray 7 holdup".
  virtual std::vector<std::string> state_names() const = 0;

  virtual std::vector<double> initial_state() const = 0;
  virtual std::vector<double> initial_mode() const { return {}; }

  virtual void derivative(const Instant& now, std::span<double> rate) const = 0;
  virtual void outputs(const Instant& now, std::span<double> truth) const = 0;

  /// Functions whose sign changes are physical events; located inside a step by the solver.
  virtual std::size_t root_count() const { return 0; }
  virtual void roots(const Instant& now, std::span<double> values) const {
    (void)now, (void)values;
  }
  /// Answers a located root: may change state and mode, and reports what happened.
  virtual void cross(const Crossing& crossing, const Instant& now, std::span<double> state,
                     std::span<double> mode, EventLog& log) const {
    (void)crossing, (void)now, (void)state, (void)mode, (void)log;
  }

  /// Bandwidths of the Jacobian for implicit solvers; the state size means dense.
  virtual std::size_t lower_bandwidth() const { return initial_state().size(); }
  virtual std::size_t upper_bandwidth() const { return initial_state().size(); }

  /// Named conserved quantities: what is inside, and the rate at which it crosses the boundary
  /// (inflow positive). The run checks that d(inside)/dt = inflow for each.
  struct Balance {
    std::string name;  ///< "light component", "energy"
    std::string unit;  ///< "kmol", "J"
    double inside = 0;
    double inflow_per_s = 0;
    double scale = 1;  ///< what a residual is compared with
  };
  virtual std::vector<Balance> balances(const Instant& now) const {
    (void)now;
    return {};
  }
};

}  // namespace twinaxis
