#pragma once
// Robots and people of the catalogue.

#include <stdexcept>
#include <string>

#include "sim/physics/rigid/drive.h"
#include "sim/scenario/document.h"
#include "sim/scenario/reader.h"

namespace twinaxis::rigid {

template <class T>
T read_file(const std::string& name) {
  scenario::Problems problems;
  scenario::Places places;
  T value;
  const auto node = scenario::load_document(
      std::string(TWINAXIS_SOURCE_DIR) + "/scenarios/catalogue/" + name + ".yaml", problems);
  if (node) scenario::read(*node, value, {.problems = problems, .places = places});
  if (!problems.empty()) throw std::runtime_error(problems.text());
  return value;
}

inline RobotSpec ur10() { return read_file<RobotSpec>("arm_ur10"); }
inline RobotSpec m10ia() { return read_file<RobotSpec>("arm_m10ia"); }
inline PersonSpec worker() { return read_file<PersonSpec>("person_worker"); }

}  // namespace twinaxis::rigid
