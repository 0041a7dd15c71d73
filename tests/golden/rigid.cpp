// Arms of the catalogue: where they reach and what holds them up. Blows in a world of bodies.

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>

#include "analysis/harm/impact.h"
#include "sim/physics/rigid/chain.h"
#include "sim/physics/rigid/drive.h"
#include "sim/physics/rigid/world.h"
#include "sim/scenario/document.h"
#include "sim/scenario/reader.h"
#include "tests/golden/rows.h"

namespace twinaxis::golden {
namespace {

using rigid::Chain;

using Angles = std::array<double, 6>;

rigid::ArmSpec arm(const std::string& name) {
  scenario::Problems problems;
  scenario::Places places;
  rigid::RobotSpec robot;
  const auto file = std::string(TWINAXIS_SOURCE_DIR) + "/scenarios/catalogue/arm_" + name + ".yaml";
  const auto node = scenario::load_document(file, problems);
  if (node) scenario::read(*node, robot, {.problems = problems, .places = places});
  if (!problems.empty()) throw std::runtime_error(problems.text());
  return robot.arm;
}

/// One coordinate of the tool.
Obtained tool(const std::string& name, const Angles& q_rad, std::size_t axis) {
  return [=] { return Chain(arm(name)).tool(q_rad).position_m[axis]; };
}

/// What a free body of `striking_kg` does to one of `struck_kg` with a skin, in a world of its own.
struct Struck {
  double peak_N = 0, hic = 0;
};
Struck blow(double striking_kg, double speed_m_s, double struck_kg, double stiffness_N_per_m) {
  using namespace rigid;
  WorldSpec spec;
  spec.step = duration_from_s(2e-5);
  spec.gravity_m_per_s2 = 0;
  spec.bodies["a"] = {.shape = Sphere{0.1},
                      .velocity = {.x_m_per_s = speed_m_s},
                      .mass_kg = striking_kg,
                      .turns = false};
  spec.bodies["b"] = {.shape = Sphere{0.1},
                      .at = {.x_m = 0.21},
                      .mass_kg = struck_kg,
                      .turns = false,
                      .skin = Skin{stiffness_N_per_m, 0}};
  World world(spec);
  Struck struck;
  std::vector<double> time_s, acceleration_g;
  for (double t_s = 0; t_s < 0.02 / speed_m_s + 0.08; t_s += to_s(world.step())) {
    world.advance(world.step());
    const double force_N = world.contacts().empty() ? 0 : world.contacts()[0].force_N;
    struck.peak_N = std::max(struck.peak_N, force_N);
    if (force_N == 0 && !time_s.empty()) break;
    if (force_N == 0) continue;
    time_s.push_back(t_s);
    acceleration_g.push_back(force_N / struck_kg / harm::kStandardGravity_m_per_s2);
  }
  struck.hic = harm::head_injury_criterion(time_s, acceleration_g);
  return struck;
}

/// Torque of the shoulder of the level UR10, N m.
Obtained shoulder(double load_kg) {
  return [=] {
    auto spec = arm("ur10");
    spec.load.mass_kg = load_kg;
    const Angles none{};
    Angles torque;
    Chain(spec).inverse_dynamics(none, none, none, {0, 0, -9.81}, torque);
    return std::abs(torque[1]);
  };
}

void reach(Targets& t, const std::string& name, const Angles& q_rad, const Vector3& at_m) {
  t.absolute("tool x", "m", at_m[0], 1e-8, tool(name, q_rad, 0))
      .absolute("tool y", "m", at_m[1], 1e-8, tool(name, q_rad, 1))
      .absolute("tool z", "m", at_m[2], 1e-8, tool(name, q_rad, 2));
}

}  // namespace

std::vector<Target> rigid_targets() {
  Targets t;
  const std::string ur =
      "product of the matrices of Denavit and Hartenberg; parameters of "
      "ros-industrial/universal_robot";
  const std::string fanuc = "chain of ros-industrial/fanuc, fanuc_m10ia_support";
  t.row({"W6", "Arm UR10", "all joints at 0", "independent run", ur}, 1e-8);
  reach(t, "ur10", {}, {-1.1843, -0.256141, 0.0116});
  t.row({"W6", "Arm UR10", "q = 0.1, -0.7, 1.1, -0.4, 0.5, -0.3 rad", "independent run", ur}, 1e-8);
  reach(t, "ur10", {0.1, -0.7, 1.1, -0.4, 0.5, -0.3}, {-1.009772319, -0.347398679, 0.182997107});
  t.row({"W6", "Arm M-10iA", "all joints at 0", "independent run", fanuc}, 1e-8);
  reach(t, "m10ia", {}, {0.89, 0, 1.25});
  t.row({"W6", "Arm M-10iA", "q = 0.5, 0.3, -0.2, 0.4, -0.6, 0.1 rad", "independent run", fanuc},
        1e-8);
  reach(t, "m10ia", {0.5, 0.3, -0.2, 0.4, -0.6, 0.1}, {0.91651108, 0.475636849, 0.806676914});
  t.row({"W6", "Arm UR10", "level, g 9.81 m/s2", "independent run", "masses of the same package"},
        1e-3)
      .absolute("shoulder torque, empty", "N m", 127.8, 0.05, shoulder(0))
      .absolute("shoulder torque, 10 kg", "N m", 244.0, 0.05, shoulder(10));
  t.row({"W7", "Blow in a world of bodies", "UR10 (28.7 kg, load 5 kg) at 0.4904 m/s, chest",
         "published", "limit of ISO/TS 15066 for a free contact of the chest"},
        1e-3)
      .relative("peak force", "N", 280, [] { return blow(28.7 / 2 + 5, 0.4904, 40, 25e3).peak_N; });
  t.row({"F6", "Blow in a world of bodies", "1.2 kg at 17 m/s, head of 4.5 kg, 150 kN/m",
         "independent run", "two masses and a linear spring"},
        1e-2)
      .relative("HIC15", "1", 832, [] { return blow(1.2, 17, 4.5, 150e3).hic; });
  return t.all();
}

}  // namespace twinaxis::golden
