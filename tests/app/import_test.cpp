// `twinaxis import`: an arm of a URDF as YAML that reads back.

#include <gtest/gtest.h>

#include "sim/physics/rigid/drive.h"
#include "sim/physics/rigid/urdf.h"
#include "sim/scenario/reader.h"
#include "tests/app/program.h"

namespace twinaxis::test {
namespace {

const std::string kInertial = R"(<inertial><mass value="2"/><origin xyz="0.5 0 0"/>
  <inertia ixx="0.01" iyy="0.2" izz="0.2" ixy="0" ixz="0" iyz="0"/></inertial>)";

/// One joint about y with a beam of a metre.
std::string robot(const std::string& inertial) {
  return R"(<robot name="r"><link name="base"/><link name="beam">)" + inertial + R"(</link>
  <link name="flange"/>
  <joint name="j" type="revolute"><parent link="base"/><child link="beam"/>
    <origin xyz="0 0 0.3"/><axis xyz="0 1 0"/>
    <limit lower="-1" upper="2" effort="80" velocity="1.5"/></joint>
  <joint name="f" type="fixed"><parent link="beam"/><child link="flange"/>
    <origin xyz="1 0 0"/></joint></robot>)";
}

TEST(Import, WritesAnArmThatReadsBack) {
  const TemporaryFolder folder;
  folder.file("r.urdf", robot(kInertial));
  const Ended ended = shell("twinaxis import r.urdf --to flange", folder.path());
  ASSERT_EQ(ended.code, 0) << ended.err;
  scenario::Problems problems;
  const auto node = scenario::load_document(folder.file("arm.yaml", ended.out), problems);
  ASSERT_TRUE(node) << problems.text();
  rigid::RobotSpec read;
  scenario::Places places;
  scenario::read(*node, read, {problems, places});
  EXPECT_TRUE(problems.empty()) << problems.text();
  const rigid::ArmSpec expected = rigid::arm_from_urdf(robot(kInertial), "", "flange").arm;
  ASSERT_EQ(read.arm.joints.size(), 1u);
  EXPECT_EQ(read.arm.joints[0].mass_kg, expected.joints[0].mass_kg);
  EXPECT_EQ(read.arm.joints[0].torque_N_m, 80);
  EXPECT_EQ(read.arm.joints[0].at.z_m, 0.3);
  EXPECT_EQ(read.arm.tool.x_m, 1);
}

TEST(Import, SaysWhatIsMissingAndWritesNothing) {
  const TemporaryFolder folder;
  folder.file("r.urdf", robot(""));
  for (const char* line : {"twinaxis import r.urdf --to flange", "twinaxis import none.urdf"}) {
    const Ended ended = shell(line, folder.path());
    EXPECT_EQ(ended.code, 2) << line;
    EXPECT_EQ(ended.out, "") << line;
    EXPECT_NE(ended.err.find(".urdf"), std::string::npos) << ended.err;
  }
}

}  // namespace
}  // namespace twinaxis::test
