// Wood-Berry column: models/distillation/wood_berry.h.

#include "models/distillation/wood_berry.h"

#include <cmath>

#include "sim/physics/linear.h"
#include "tests/golden/golden.h"

namespace twinaxis::golden {
namespace {

using distillation::WoodBerry;
using distillation::WoodBerrySimulation;

double closed_form(WoodBerry::Output output, double time_min) {
  return WoodBerry::published().step_response(output, WoodBerry::reflux, 0.1, 60 * time_min);
}

/// The same through the time-stepping form, 6 s a step.
double simulated(WoodBerry::Output output, int time_min) {
  WoodBerrySimulation run(WoodBerry::published(), duration_from_s(6));
  std::array<double, 2> deviation{};
  for (int k = 0; k < 10 * time_min; ++k) deviation = run.step({0.1, 0, 0});
  return deviation[output];
}

}  // namespace

std::vector<Target> wood_berry_targets() {
  std::vector<Target> all;
  const auto add = [&](const std::string& input, const std::string& quantity,
                       const std::string& unit, double expected, double tolerance,
                       std::function<double()> obtained) {
    all.push_back(
        {"A18", "Wood-Berry", input, quantity, unit, expected, tolerance, "exact",
         "closed form of the published transfer functions, Chem. Eng. Sci. 28 (1973) 1707",
         std::move(obtained)});
  };
  const std::string step = "reflux +0.1 lb/min";
  add(step + ", closed form", "xD at 20 min", "wt%", 0.869699, relative(0.869699, 1e-3),
      [] { return closed_form(WoodBerry::top, 20); });
  add(step + ", closed form", "xB at 20 min", "wt%", 0.459747, relative(0.459747, 1e-3),
      [] { return closed_form(WoodBerry::bottom, 20); });
  add(step + ", closed form", "xD at 1 min", "wt%", 0, 1e-15,
      [] { return closed_form(WoodBerry::top, 1); });
  add(step + ", simulated", "xD at 20 min", "wt%", 0.869699, relative(0.869699, 1e-3),
      [] { return simulated(WoodBerry::top, 20); });
  add(step + ", simulated", "xB at 20 min", "wt%", 0.459747, relative(0.459747, 1e-3),
      [] { return simulated(WoodBerry::bottom, 20); });
  add(step + ", simulated", "xD at 1 min", "wt%", 0, 1e-15,
      [] { return simulated(WoodBerry::top, 1); });
  add("steady gains", "RGA11", "1", 2.00939, relative(2.00939, 1e-3),
      [] { return relative_gain_array(WoodBerry::published().gain())(0, 0); });
  // 12.8 (-19.4) - (-18.9) 6.6
  add("steady gains", "determinant", "(wt%/(lb/min))^2", -123.58, 1e-9,
      [] { return determinant(WoodBerry::published().gain()); });
  return all;
}

}  // namespace twinaxis::golden
