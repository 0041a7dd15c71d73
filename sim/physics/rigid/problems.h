#pragma once
// What is wrong between fields that are each admissible: for Model::problems(), so that the user
// reads it with its place before anything runs.

#include <string>
#include <vector>

#include "sim/core/field.h"
#include "sim/physics/rigid/drive.h"

namespace twinaxis::rigid {

/// Paths begin with `below`: "twin.world" -> "twin.world.bodies.box.inertia".
std::vector<FieldProblem> problems(const WorldSpec& world, const std::string& below);
std::vector<FieldProblem> problems(const RobotSpec& robot, const std::string& below);
std::vector<FieldProblem> problems(const PersonSpec& person, const std::string& below);

}  // namespace twinaxis::rigid
