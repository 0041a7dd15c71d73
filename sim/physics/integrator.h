#pragma once
// Moving a System through time. The choice of method is data; a model does not know it.

#include <array>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

#include "sim/core/fields.h"
#include "sim/core/time.h"
#include "sim/physics/system.h"

namespace twinaxis {

/// Which method, how fine. Under sampled control a plant that is not stiff at its step wants `rk4`;
/// a stiff one `arkode_dirk`; `cvode` and `ida` pay where inputs rest for long.
struct IntegratorSpec {
  enum class Method { rk4, arkode_erk, arkode_dirk, cvode, ida };
  enum class Multistep { bdf, adams };
  static constexpr std::array<std::string_view, 5> kMethodNames = {"rk4", "arkode_erk",
                                                                   "arkode_dirk", "cvode", "ida"};
  static constexpr std::array<std::string_view, 2> kMultistepNames = {"bdf", "adams"};

  Method method = Method::rk4;
  Duration step{kNanosecondsPerSecond};
  double relative_tolerance = 1e-8;
  double absolute_tolerance = 1e-10;
  std::optional<Duration> longest_step = std::nullopt;
  Multistep multistep = Multistep::bdf;
};

inline void fields(FieldVisitor& v, IntegratorSpec& s) {
  v("method", s.method, IntegratorSpec::kMethodNames, "integration method");
  v("step", s.step, above(0), "fixed step of rk4; a shorter interval is one step");
  v("relative_tolerance", s.relative_tolerance, "1", between(1e-14, 1e-1),
    "local error per step of the other methods, as a fraction of each state");
  v("absolute_tolerance", s.absolute_tolerance, "1", above(0),
    "the same where a state is near zero, in the SI unit of the state");
  v("longest_step", s.longest_step, above(0),
    "bound of the steps that the other methods choose, so that no short event is stepped over");
  v("multistep", s.multistep, IntegratorSpec::kMultistepNames,
    "formulas of cvode: bdf for stiff plants, adams for others");
}

/// Where an advance ended: at the end asked for, or just past a root.
struct Stop {
  double at_s = 0;
  bool at_root = false;
};

/// The method could not go on. `worst` are indices of states, worst first. The plant turns it into
/// a RunError with names.
struct IntegrationFailure : std::runtime_error {
  IntegrationFailure(double failed_at_s, const std::string& reason, std::vector<std::size_t> states)
      : std::runtime_error(reason), at_s(failed_at_s), worst(std::move(states)) {}
  double at_s;
  std::vector<std::size_t> worst;
};

/// Continuous motion between two discontinuities.
class Integrator {
 public:
  virtual ~Integrator() = default;

  /// Moves `state` from `from_s` to exactly `to_s`, or to the first root, with input and mode held.
  /// `crossed` has one entry per root of the system: at a stop at a root +1 (rising), -1 (falling)
  /// or 0; the state then stands on the far side of the root or exactly on it. An implicit or
  /// multistep method goes on with its history unless time, state, input or mode differ from where
  /// it stopped. A root is located to 1e-9 of a step (rk4) or to the accuracy of the solver's
  /// interpolant. Throws IntegrationFailure.
  virtual Stop advance(double from_s, double to_s, std::span<double> state,
                       std::span<const double> input, std::span<const double> mode,
                       std::span<int> crossed) = 0;
};

/// The system must outlive the integrator.
std::unique_ptr<Integrator> make_integrator(const System& system, const IntegratorSpec& spec);

/// Indices of the states that are not finite, or else of the rates that are not.
std::vector<std::size_t> not_finite(const System& system, const Instant& now);

}  // namespace twinaxis
