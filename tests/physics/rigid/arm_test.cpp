// The arms of the catalogue: forward kinematics and static torque.
#include <gtest/gtest.h>

#include <numbers>

#include "tests/physics/rigid/files.h"

namespace twinaxis::rigid {
namespace {

void expect_at(const Vector3& found, const Vector3& expected, double tolerance_m) {
  for (std::size_t i = 0; i < 3; ++i) EXPECT_NEAR(found[i], expected[i], tolerance_m) << i;
}

TEST(Ur10, ReachesWhereDenavitAndHartenbergSay) {
  // Positions of an independent computation, published to 9 digits.
  const Chain chain(ur10().arm);
  expect_at(chain.tool(std::vector<double>(6, 0)).position_m, {-1.1843, -0.256141, 0.0116}, 1e-8);
  const std::vector<double> q{0.1, -0.7, 1.1, -0.4, 0.5, -0.3};
  expect_at(chain.tool(q).position_m, {-1.009772319, -0.347398679, 0.182997107}, 1e-8);
}

TEST(Ur10, IsTheProductOfItsMatrices) {
  // The same as a product of Rz(q) Tz(d) Tx(a) Rx(alpha), written independently of the file.
  const double d[6] = {0.1273, 0, 0, 0.163941, 0.1157, 0.0922},
               a[6] = {0, -0.612, -0.5723, 0, 0, 0};
  const double half = std::numbers::pi / 2, alpha[6] = {half, 0, 0, half, -half, 0};
  const std::vector<double> q{-1.3, 0.4, -2.2, 1.9, 0.8, 2.5};
  Pose pose;
  for (std::size_t i = 0; i < 6; ++i) {
    pose = pose * Pose{{}, turn_about({0, 0, 1}, q[i])};
    pose = pose * Pose{{a[i], 0, d[i]}, turn_about({1, 0, 0}, alpha[i])};
  }
  const Pose tool = Chain(ur10().arm).tool(q);
  expect_at(tool.position_m, pose.position_m, 1e-12);
  expect_at(rotate(tool.attitude, {1, 2, 3}), rotate(pose.attitude, {1, 2, 3}), 1e-12);
}

TEST(M10ia, ReachesWhereItsChainSays) {
  const Chain chain(m10ia().arm);
  expect_at(chain.tool(std::vector<double>(6, 0)).position_m, {0.89, 0, 1.25}, 1e-12);
  const std::vector<double> q{0.5, 0.3, -0.2, 0.4, -0.6, 0.1};
  expect_at(chain.tool(q).position_m, {0.91651108, 0.475636849, 0.806676914}, 1e-8);
}

TEST(M10ia, ToolMovesAsItsPlaceChanges) {
  // Central differences over 2e-6 s: 1e-10 of rounding over 1e-6 s.
  ArmSpec spec = m10ia().arm;
  spec.tool = {.x_m = 0.3, .z_m = 0.1, .pitch_rad = 0.5};
  spec.load = {.mass_kg = 3, .x_m = 0.1};
  const Chain chain(spec);
  const std::vector<double> q{0.5, 0.3, -0.2, 0.4, -0.6, 0.1}, rate{1, -2, 0.5, 3, -1, 2};
  std::vector<double> before = q, after = q;
  for (std::size_t i = 0; i < 6; ++i) before[i] -= 1e-6 * rate[i], after[i] += 1e-6 * rate[i];
  const Vector3 way_m = chain.tool(after).position_m - chain.tool(before).position_m;
  expect_at(chain.tool_velocity_m_s(q, rate), 5e5 * way_m, 1e-8);
}

double shoulder_torque_N_m(double load_kg) {
  ArmSpec arm = ur10().arm;
  arm.load.mass_kg = load_kg;
  const std::vector<double> none(6, 0);
  std::vector<double> torque(6);
  Chain(arm).inverse_dynamics(none, none, none, {0, 0, -9.81}, torque);
  return std::abs(torque[1]);
}

TEST(Ur10, BearsItsOwnWeightAndTenKilograms) {
  // 9.81 (12.93 * 0.38757 + 3.87 * (0.612 + 0.1984) + (1.96 + 1.96 + 0.202) * 1.1843) = 127.8;
  // 10 kg at 1.1843 m: 116.2 N m more. Published to 0.1 N m.
  EXPECT_NEAR(shoulder_torque_N_m(0), 127.8, 0.05);
  EXPECT_NEAR(shoulder_torque_N_m(10), 244.0, 0.05);
}

TEST(Place, ComesBackFromAPoseAlsoAtRightAngles) {
  for (const double pitch : {0.3, std::numbers::pi / 2, -std::numbers::pi / 2}) {
    const Place place{1, 2, 3, 0.4, pitch, -0.7};
    const Pose once = place.pose(), again = place_of(once).pose();
    expect_at(rotate(again.attitude, {1, 2, 3}), rotate(once.attitude, {1, 2, 3}), 1e-14);
    expect_at(again.position_m, once.position_m, 1e-15);
  }
}

}  // namespace
}  // namespace twinaxis::rigid
