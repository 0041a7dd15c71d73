#include "sim/physics/rk4.h"

#include <algorithm>
#include <cmath>

#include "sim/physics/solvers.h"

namespace twinaxis {
namespace {

int sign(double value) { return (value > 0) - (value < 0); }

/// Fixed steps; a root is found by repeating the step with a shorter length, so that its place is
/// as exact as the method itself (an interpolant would add an error of its own).
class Rk4 final : public Integrator {
 public:
  Rk4(const System& system, double step_s)
      : system_(system),
        step_s_(step_s),
        size_(system.initial_state().size()),
        scratch_(rk4_scratch_size(size_)),
        start_(size_),
        before_(size_),
        trial_(size_),
        root_values_(system.root_count()),
        signs_(system.root_count()) {}

  Stop advance(double from_s, double to_s, std::span<double> state, std::span<const double> input,
               std::span<const double> mode, std::span<int> crossed) override {
    // Equal steps whose last one ends at to_s; the allowance keeps 10 x 0.1 s from being 11 steps.
    const double count = std::max(1.0, std::ceil((to_s - from_s) / step_s_ - 1e-9));
    const double step_s = (to_s - from_s) / count;
    now_ = {.time_s = from_s, .state = state, .input = input, .mode = mode};
    std::copy(state.begin(), state.end(), start_.begin());
    if (!signs_.empty()) start_signs(from_s, step_s, state);
    Stop stop{.at_s = to_s};
    for (double k = 0; k < count && !stop.at_root; ++k) {
      const double start_s = from_s + k * step_s;
      if (signs_.empty()) {
        step(start_s, step_s, state);
      } else if (const double part_s = step_to_root(start_s, step_s, state, crossed); part_s > 0) {
        stop = {.at_s = std::min(start_s + part_s, to_s), .at_root = true};
      }
    }
    if (!std::ranges::all_of(state, [](double v) { return std::isfinite(v); })) {
      explain(from_s, step_s, count);
    }
    return stop;
  }

 private:
  void step(double start_s, double step_s, std::span<double> state) {
    rk4_step(
        [this](double time_s, std::span<const double> x, std::span<double> rate) {
          now_.time_s = time_s;
          now_.state = x;
          system_.derivative(now_, rate);
        },
        start_s, step_s, state, scratch_);
  }

  /// Repeats an advance that ended in numbers that are not finite, to find where they began: by its
  /// end they have spread to all neighbours.
  [[noreturn]] void explain(double from_s, double step_s, double count) {
    const auto checked = [this](double time_s, std::span<const double> x, std::span<double> rate) {
      now_.time_s = time_s;
      now_.state = x;
      system_.derivative(now_, rate);
      if (const auto bad = not_finite(system_, now_); !bad.empty()) {
        throw IntegrationFailure(time_s, "a rate of change is no longer a finite number", bad);
      }
    };
    for (double k = 0; k < count; ++k) {
      rk4_step(checked, from_s + k * step_s, step_s, start_, scratch_);
    }
    throw IntegrationFailure(from_s + count * step_s, "a state is no longer a finite number",
                             not_finite(system_, {now_.time_s, start_, now_.input, now_.mode}));
  }

  std::span<const double> roots_at(double time_s, std::span<const double> state) {
    now_.time_s = time_s;
    now_.state = state;
    system_.roots(now_, root_values_);
    return root_values_;
  }

  /// State and roots after a part of the step that began at `before_`.
  std::span<const double> roots_after(double start_s, double part_s) {
    std::copy(before_.begin(), before_.end(), trial_.begin());
    step(start_s, part_s, trial_);
    return roots_at(start_s + part_s, trial_);
  }

  /// A root that is exactly zero at the start takes the sign that it has a moment later: a body on
  /// the floor that is about to rise has not yet crossed it.
  void start_signs(double from_s, double step_s, std::span<const double> state) {
    std::ranges::transform(roots_at(from_s, state), signs_.begin(), sign);
    if (std::find(signs_.begin(), signs_.end(), 0) == signs_.end()) return;
    std::copy(state.begin(), state.end(), before_.begin());
    const auto later = roots_after(from_s, 1e-6 * step_s);
    for (std::size_t i = 0; i < signs_.size(); ++i) {
      if (signs_[i] == 0) signs_[i] = sign(later[i]);
    }
  }

  /// One step. Returns 0, or the shorter length after which the first root has changed its sign.
  double step_to_root(double start_s, double step_s, std::span<double> state,
                      std::span<int> crossed) {
    std::copy(state.begin(), state.end(), before_.begin());
    step(start_s, step_s, state);
    bool any = false;
    const auto compare = [&](std::span<const double> values) {
      for (std::size_t i = 0; i < signs_.size(); ++i) {
        crossed[i] = sign(values[i]) * signs_[i] < 0 ? sign(values[i]) : 0;
        any = any || crossed[i] != 0;
      }
    };
    compare(roots_at(start_s + step_s, state));
    if (!any) {
      for (std::size_t i = 0; i < signs_.size(); ++i) {
        if (root_values_[i] != 0) signs_[i] = sign(root_values_[i]);
      }
      return 0;
    }
    double first_s = step_s;
    for (std::size_t i = 0; i < signs_.size(); ++i) {
      if (crossed[i] != 0) first_s = std::min(first_s, locate(i, start_s, step_s));
    }
    compare(roots_after(start_s, first_s));
    std::copy(trial_.begin(), trial_.end(), state.begin());
    return first_s;
  }

  /// Length of the shortest step known to end beyond root i, by bisection to 1e-9 of the step: a
  /// root is rare, and its far side is certain.
  double locate(std::size_t i, double start_s, double step_s) {
    double low_s = 0, high_s = step_s;
    while (high_s - low_s > 1e-9 * step_s) {
      const double middle_s = 0.5 * (low_s + high_s);
      (beyond(i, start_s, middle_s) ? high_s : low_s) = middle_s;
    }
    return high_s;
  }

  bool beyond(std::size_t i, double start_s, double part_s) {
    return sign(roots_after(start_s, part_s)[i]) * signs_[i] < 0;
  }

  const System& system_;
  double step_s_;
  std::size_t size_;
  Instant now_;
  std::vector<double> scratch_, start_, before_, trial_, root_values_;
  std::vector<int> signs_;
};

}  // namespace

std::unique_ptr<Integrator> make_rk4(const System& system, const IntegratorSpec& spec) {
  return std::make_unique<Rk4>(system, to_s(spec.step));
}

}  // namespace twinaxis
