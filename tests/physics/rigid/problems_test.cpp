// What no field alone can know is wrong.
#include <gtest/gtest.h>

#include "sim/physics/rigid/problems.h"
#include "tests/physics/rigid/files.h"

namespace twinaxis::rigid {
namespace {

TEST(Problems, NoneInTheCatalogue) {
  EXPECT_TRUE(problems(ur10(), "twin.robot").empty());
  EXPECT_TRUE(problems(m10ia(), "twin.robot").empty());
}

TEST(Problems, OfARobotAreFoundAllAtOnceWithTheirPaths) {
  RobotSpec robot = ur10();
  robot.arm.start_rad = {1, 2};
  robot.arm.joints[2].name = "upper_arm";
  robot.arm.joints[3].low_rad = 7;
  robot.arm.joints[4].inertia = {1, 1, 3};
  robot.drive.stops.resize(2);
  robot.drive.stops[1] = {.from_rad_per_s = 2, .time_s = 0.5, .angle_rad = 0.6};
  const auto found = problems(robot, "robot");
  std::vector<std::string> paths;
  for (const auto& p : found) paths.push_back(p.path);
  EXPECT_EQ(paths,
            (std::vector<std::string>{"robot.arm.start", "robot.arm.joints[2].name",
                                      "robot.arm.joints[3].low", "robot.arm.joints[4].inertia",
                                      "robot.drive.stops", "robot.drive.stops[1].angle"}));
  EXPECT_EQ(found[5].message, "must be at most half of rate x time, 0.5 rad");
}

TEST(Problems, OfAWorldNameTheBody) {
  WorldSpec world;
  world.bodies["box"].inertia = Inertia{1, 1, 1, 0.1, 0, 0};
  world.arms["none"] = {};
  world.people["worker"] = worker();
  world.people["worker"].postures["bent"].places["fase"] = {};
  const auto found = problems(world, "world");
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(found[0].path, "world.bodies.box.inertia");
  EXPECT_EQ(found[1].path, "world.arms.none.joints");
  EXPECT_EQ(found[2].path, "world.people.worker.postures.bent.places.fase");
}

}  // namespace
}  // namespace twinaxis::rigid
