#include "sim/physics/rigid/problems.h"

#include <algorithm>
#include <set>

#include "sim/core/near.h"
#include "sim/core/text.h"

namespace twinaxis::rigid {
namespace {

class Finder {
 public:
  void arm(const ArmSpec& arm, const std::string& path) {
    const std::size_t joints = arm.joints.size();
    if (joints == 0 || joints > kMostJoints) {
      say(path + ".joints", "must be 1 to " + std::to_string(kMostJoints) + " joints, found " +
                                std::to_string(joints));
    }
    if (!arm.start_rad.empty() && arm.start_rad.size() != joints) {
      say(path + ".start", "must be an angle for each of the " + std::to_string(joints) +
                               " joints, found " + std::to_string(arm.start_rad.size()));
    }
    std::set<std::string> names;
    for (std::size_t i = 0; i < joints; ++i) {
      joint(arm.joints[i], path + ".joints[" + std::to_string(i) + "]", names);
    }
  }

  void body(const BodySpec& body, const std::string& path) {
    if (!body.inertia) return;
    moments(*body.inertia, path + ".inertia");
    const Inertia& i = *body.inertia;
    if (i.xy_kg_m2 != 0 || i.xz_kg_m2 != 0 || i.yz_kg_m2 != 0) {
      say(path + ".inertia", "a body has its principal axes as axes: xy, xz and yz must be 0");
    }
  }

  void person(const PersonSpec& person, const std::string& path) {
    std::vector<std::string> regions;
    for (const auto& [name, region] : person.regions) regions.push_back(name);
    for (const auto& [posture, each] : person.postures) {
      if (posture.empty()) say(path + ".postures", "a posture needs a name; upright has none");
      for (const auto& [name, place] : each.places) {
        if (person.regions.contains(name)) continue;
        say(path + ".postures." + posture + ".places." + name,
            "there is no such region" + did_you_mean(name, regions));
      }
    }
  }

  void drive(const DriveSpec& drive, std::size_t joints, const std::string& path) {
    const std::size_t laws = drive.stops.size();
    if (laws > 1 && laws != joints) {
      say(path + ".stops", "must be one, or one for each of the " + std::to_string(joints) +
                               " joints, found " + std::to_string(laws));
    }
    for (std::size_t i = 0; i < laws; ++i) {
      const StopLaw& s = drive.stops[i];
      const double most_rad = s.from_rad_per_s * s.time_s / 2;
      if (s.angle_rad <= most_rad) continue;
      say(path + ".stops[" + std::to_string(i) + "].angle",
          "must be at most half of rate x time, " + number_to_text(most_rad) + " rad");
    }
  }

  std::vector<FieldProblem> found;

 private:
  void joint(const JointSpec& joint, const std::string& path, std::set<std::string>& names) {
    if (!names.insert(joint.name).second) say(path + ".name", "another link has this name");
    if (joint.low_rad > joint.high_rad) say(path + ".low", "must be at most 'high'");
    moments(joint.inertia, path + ".inertia");
  }

  /// No body has a moment larger than the two others together.
  void moments(const Inertia& i, const std::string& path) {
    const double sum = i.xx_kg_m2 + i.yy_kg_m2 + i.zz_kg_m2;
    const double largest = std::max({i.xx_kg_m2, i.yy_kg_m2, i.zz_kg_m2});
    if (2 * largest > sum * (1 + 1e-9)) {
      say(path, "no body has it: one moment is larger than the two others together");
    }
  }

  void say(const std::string& path, const std::string& message) {
    found.push_back({path, message});
  }
};

}  // namespace

std::vector<FieldProblem> problems(const WorldSpec& world, const std::string& below) {
  Finder finder;
  for (const auto& [name, body] : world.bodies) finder.body(body, below + ".bodies." + name);
  for (const auto& [name, arm] : world.arms) finder.arm(arm, below + ".arms." + name);
  for (const auto& [name, each] : world.people) finder.person(each, below + ".people." + name);
  return std::move(finder.found);
}

std::vector<FieldProblem> problems(const RobotSpec& robot, const std::string& below) {
  Finder finder;
  finder.arm(robot.arm, below + ".arm");
  finder.drive(robot.drive, robot.arm.joints.size(), below + ".drive");
  return std::move(finder.found);
}

std::vector<FieldProblem> problems(const PersonSpec& person, const std::string& below) {
  Finder finder;
  finder.person(person, below);
  return std::move(finder.found);
}

}  // namespace twinaxis::rigid
