// Arms from URDF.
#include <gtest/gtest.h>

#include "sim/physics/rigid/chain.h"
#include "sim/physics/rigid/urdf.h"

namespace twinaxis::rigid {
namespace {

/// base -(j1, about z)- column -(fixed)- mount -(j2, about y)- beam -(fixed)- flange; a sensor of
/// 0.5 kg hangs on the beam.
std::string robot(const std::string& beam_inertial) {
  return R"(<robot name="r"><link name="base"/>
  <link name="column"><inertial><mass value="3"/><origin xyz="0 0 0.2"/>
    <inertia ixx="0.1" iyy="0.1" izz="0.05" ixy="0" ixz="0" iyz="0"/></inertial></link>
  <link name="mount"><inertial><mass value="1"/><origin xyz="0 0 0"/>
    <inertia ixx="0.01" iyy="0.01" izz="0.01" ixy="0" ixz="0" iyz="0"/></inertial></link>
  <link name="beam">)" +
         beam_inertial + R"(<collision><origin xyz="0.5 0 0" rpy="0 1.5707963267948966 0"/>
    <geometry><cylinder radius="0.05" length="1"/></geometry></collision></link>
  <link name="sensor"><inertial><mass value="0.5"/><origin xyz="0 0 0"/>
    <inertia ixx="0.001" iyy="0.001" izz="0.001" ixy="0" ixz="0" iyz="0"/></inertial></link>
  <link name="flange"/>
  <joint name="j1" type="continuous"><parent link="base"/><child link="column"/>
    <origin xyz="0 0 0.1"/><axis xyz="0 0 1"/></joint>
  <joint name="f1" type="fixed"><parent link="column"/><child link="mount"/>
    <origin xyz="0 0 0.4" rpy="0 1.5707963267948966 0"/></joint>
  <joint name="j2" type="revolute"><parent link="mount"/><child link="beam"/>
    <origin xyz="0 0 0.1" rpy="0 -1.5707963267948966 0"/><axis xyz="0 1 0"/>
    <limit lower="-1" upper="2" effort="80" velocity="1.5"/></joint>
  <joint name="f2" type="fixed"><parent link="beam"/><child link="flange"/>
    <origin xyz="1 0 0"/></joint>
  <joint name="f3" type="fixed"><parent link="beam"/><child link="sensor"/>
    <origin xyz="0.5 0 0.1"/></joint></robot>)";
}
const char* const kBeam =
    R"(<inertial><mass value="2"/><origin xyz="0.5 0 0"/>
  <inertia ixx="0.01" iyy="0.2" izz="0.2" ixy="0" ixz="0" iyz="0"/></inertial>)";

TEST(Urdf, BecomesAChain) {
  const auto [arm, problems] = arm_from_urdf(robot(kBeam), "base", "flange");
  ASSERT_EQ(problems, std::vector<std::string>{});
  ASSERT_EQ(arm.joints.size(), 2u);
  EXPECT_EQ(arm.joints[1].name, "beam");
  EXPECT_EQ(arm.joints[1].low_rad, -1);
  EXPECT_EQ(arm.joints[1].torque_N_m, 80);
  EXPECT_EQ(arm.joints[1].top_rad_per_s, 1.5);
  // 0.1 + 0.4 up, 0.1 along z of the mount, which is x; the beam is level, 1 m long: (1.1, 0, 0.5).
  const Chain chain(arm);
  const Pose tool = chain.tool(std::vector<double>{0, 0});
  EXPECT_NEAR(tool.position_m[0], 1.1, 1e-12);
  EXPECT_NEAR(tool.position_m[2], 0.5, 1e-12);
  // A quarter turn of the column takes x to y; the beam dips by a positive turn about y.
  const Pose turned = chain.tool(std::vector<double>{M_PI / 2, M_PI / 6});
  EXPECT_NEAR(turned.position_m[1], 0.1 + std::cos(M_PI / 6), 1e-12);
  EXPECT_NEAR(turned.position_m[2], 0.5 - 0.5, 1e-12);
}

TEST(Urdf, FixedLinksAddTheirMass) {
  const auto arm = arm_from_urdf(robot(kBeam), "base", "flange").arm;
  ASSERT_EQ(arm.joints.size(), 2u);
  EXPECT_NEAR(arm.joints[0].mass_kg, 4, 1e-12);
  EXPECT_NEAR(arm.joints[0].centre.z_m, (3 * 0.2 + 1 * 0.4) / 4, 1e-12);
  // Beam and sensor about y: 0.2 + 0.001 + reduced mass 2 * 0.5 / 2.5 times 0.1^2.
  EXPECT_NEAR(arm.joints[1].mass_kg, 2.5, 1e-12);
  EXPECT_NEAR(arm.joints[1].inertia.yy_kg_m2, 0.201 + 0.4 * 0.01, 1e-12);
  ASSERT_EQ(arm.joints[1].parts.size(), 1u);
  EXPECT_NEAR(arm.joints[1].parts[0].at.pitch_rad, M_PI / 2, 1e-12);
}

TEST(Urdf, SaysWhatIsWrong) {
  const auto one = [](const UrdfArm& found) {
    return found.problems.empty() ? "" : found.problems[0];
  };
  EXPECT_EQ(one(arm_from_urdf(robot(""), "base", "sensor")).find("'beam'"), std::string::npos);
  EXPECT_EQ(one(arm_from_urdf(robot(kBeam))), "URDF: branches at 'beam'; say to where");
  EXPECT_EQ(one(arm_from_urdf(robot(kBeam), "bass")), "URDF: no link 'bass'");
  EXPECT_EQ(one(arm_from_urdf(robot(kBeam), "base", "tip")),
            "URDF: no way from 'base' to a link 'tip'");
  EXPECT_NE(one(arm_from_urdf("<robot>")), "");
  EXPECT_NE(one(arm_from_urdf("no XML")), "");
}

TEST(Urdf, AMovingLinkNeedsAMass) {
  std::string text = robot(kBeam);
  const auto at = text.find("<link name=\"column\">");
  text.erase(at, text.find("</link>", at) - at);
  text.insert(at, "<link name=\"column\">");
  const auto mount = text.find("<link name=\"mount\">");
  text.erase(mount, text.find("</link>", mount) - mount);
  text.insert(mount, "<link name=\"mount\">");
  const auto found = arm_from_urdf(text, "base", "flange");
  ASSERT_EQ(found.problems.size(), 1u);
  EXPECT_EQ(found.problems[0], "URDF: 'column' moves and needs <inertial> with a mass");
}

}  // namespace
}  // namespace twinaxis::rigid
