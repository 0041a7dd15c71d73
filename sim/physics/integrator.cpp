#include "sim/physics/integrator.h"

#include <cmath>

#include "sim/core/require.h"
#include "sim/physics/solvers.h"

namespace twinaxis {

std::unique_ptr<Integrator> make_integrator(const System& system, const IntegratorSpec& spec) {
  require(spec.step.ns > 0, "an integrator's step is above zero");
  switch (spec.method) {
    case IntegratorSpec::Method::rk4:
      return make_rk4(system, spec);
    case IntegratorSpec::Method::arkode_erk:
    case IntegratorSpec::Method::arkode_dirk:
      return make_arkode(system, spec);
    case IntegratorSpec::Method::cvode:
      return make_cvode(system, spec);
    case IntegratorSpec::Method::ida:
      return make_ida(system, spec);
  }
  throw ContractError("unknown integration method");
}

std::vector<std::size_t> not_finite(const System& system, const Instant& now) {
  const auto bad = [](std::span<const double> values) {
    std::vector<std::size_t> indices;
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (!std::isfinite(values[i])) indices.push_back(i);
    }
    return indices;
  };
  const auto states = bad(now.state);
  if (!states.empty()) return states;
  std::vector<double> rate(now.state.size());
  system.derivative(now, rate);
  return bad(rate);
}

}  // namespace twinaxis
