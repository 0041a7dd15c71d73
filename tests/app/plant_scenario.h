#pragma once
// Scenarios of a few lines for tests of the program: the shipped normal run with something changed.

#include <string>

#include "tests/app/program.h"

namespace twinaxis::test {

/// Writes `name`.yaml into the folder: the shipped normal operation with further keys.
inline fs::path plant_scenario(const TemporaryFolder& folder, const std::string& name,
                               const std::string& yaml) {
  return folder.file(name + ".yaml", "extends: " TWINAXIS_SOURCE_DIR
                                     "/scenarios/distillation/normal.yaml\n" +
                                         yaml);
}

}  // namespace twinaxis::test
