// Each include rule fails on a sample that breaks it, and names the place.
#include <gtest/gtest.h>

#include "tests/architecture/rules.h"

namespace twinaxis::architecture {
namespace {

/// The file alone, with empty files where its includes point.
Files with_targets(const std::string& path, const std::string& text) {
  Files files{source_file(path, text)};
  for (const auto& include : std::vector<Include>(files[0].includes)) {
    if (include.quoted) files.push_back(source_file(include.target, ""));
  }
  return files;
}

Problems direction(const std::string& path, const std::string& target) {
  return include_direction_problems(with_targets(path, "#include \"" + target + "\"\n"));
}

TEST(IncludeDirection, UpwardsFailsWithFileAndLine) {
  EXPECT_EQ(direction("sim/core/a.cpp", "sim/intervene/effect.h"),
            Problems{"sim/core/a.cpp:1: sim/core/ may not include sim/intervene/effect.h"});
}

TEST(IncludeDirection, EveryForbiddenArrowFails) {
  const std::pair<const char*, const char*> arrows[] = {
      {"sim/intervene/a.h", "sim/scenario/scenario.h"},
      {"sim/intervene/a.h", "sim/cyber/plan.h"},
      {"sim/scenario/a.h", "sim/run/use_case.h"},
      {"sim/scenario/a.h", "sim/cyber/plan.h"},
      {"sim/cyber/a.h", "sim/physics/plant.h"},
      {"sim/physics/a.h", "sim/cyber/plan.h"},
      {"sim/physics/a.h", "sim/intervene/effect.h"},
      {"sim/control/a.h", "sim/physics/plant.h"},
      {"sim/run/a.h", "sim/app/main.h"},
      {"sim/run/a.h", "models/use_cases.h"},
      {"models/x/a.h", "sim/cyber/network.h"},
      {"models/x/a.h", "sim/run/twin.h"},
      {"models/x/a.h", "sim/intervene/effect.h"},
      {"models/x/a.h", "analysis/site.h"},
      {"analysis/a.h", "models/x/x.h"},
      {"analysis/a.h", "sim/run/twin.h"},
      {"viz/a.h", "models/x/x.h"},
      {"sim/app/a.h", "tests/bench/b.h"}};
  for (const auto& [from, to] : arrows) {
    EXPECT_EQ(direction(from, to).size(), 1u) << from << " -> " << to;
  }
}

TEST(IncludeDirection, EveryAllowedArrowPasses) {
  const std::pair<const char*, const char*> arrows[] = {
      {"sim/core/a.h", "sim/core/b.h"},         {"sim/intervene/a.h", "sim/core/b.h"},
      {"sim/cyber/a.h", "sim/intervene/b.h"},   {"sim/run/a.h", "sim/physics/plant.h"},
      {"models/x/a.h", "sim/cyber/plan.h"},     {"models/x/a.h", "sim/cyber/devices/plc.h"},
      {"models/x/a.h", "sim/run/use_case.h"},   {"models/x/a.h", "models/x/b.h"},
      {"analysis/a.h", "sim/run/recording.h"},  {"analysis/loss/a.h", "analysis/harm/b.h"},
      {"sim/app/a.h", "analysis/campaign/b.h"}, {"sim/app/a.h", "models/x/x.h"},
      {"tests/models/a.cpp", "models/x/x.h"},   {"tests/a.cpp", "sim/app/b.h"}};
  for (const auto& [from, to] : arrows) {
    EXPECT_EQ(direction(from, to), Problems{}) << from << " -> " << to;
  }
}

TEST(IncludeDirection, APathThatDoesNotStartAtTheRootFails) {
  EXPECT_EQ(include_direction_problems({source_file("sim/core/a.h", "\n#include \"time.h\"\n")}),
            Problems{"sim/core/a.h:2: no file 'time.h' (paths start at the root)"});
}

TEST(IncludeDirection, AFolderThatNobodyListedFails) {
  EXPECT_EQ(direction("sim/magic/a.h", "sim/core/time.h").size(), 1u);
}

Problems home(const std::string& path, const std::string& header) {
  return package_home_problems({source_file(path, "#include <" + header + ">\n")});
}

TEST(PackageHome, OutsideItFails) {
  EXPECT_EQ(home("sim/run/a.cpp", "yaml-cpp/yaml.h"),
            Problems{"sim/run/a.cpp:1: not a home of yaml-cpp"});
  const std::pair<const char*, const char*> strays[] = {
      {"sim/run/a.cpp", "simgrid/s4u.hpp"},    {"models/x/a.cpp", "cvode/cvode.h"},
      {"models/x/a.cpp", "sunmatrix/x.h"},     {"analysis/a.cpp", "hdf5.h"},
      {"analysis/a.cpp", "udunits2.h"},        {"sim/cyber/a.cpp", "Random123/philox.h"},
      {"sim/run/a.cpp", "xxhash.h"},           {"sim/run/a.cpp", "CLI/CLI.hpp"},
      {"models/x/a.cpp", "Eigen/Dense"},       {"sim/core/a.cpp", "nlohmann/json.hpp"},
      {"sim/cyber/a.cpp", "boost/math/x.hpp"}, {"sim/core/a.cpp", "gtest/gtest.h"},
      {"sim/core/a.cpp", "benchmark/b.h"},     {"models/x/a.cpp", "unistd.h"}};
  for (const auto& [path, header] : strays) EXPECT_EQ(home(path, header).size(), 1u) << header;
}

TEST(PackageHome, InsideItPasses) {
  const std::pair<const char*, const char*> homes[] = {
      {"sim/scenario/a.cpp", "yaml-cpp/yaml.h"},
      {"sim/physics/rigid/a.cpp", "Eigen/Dense"},
      {"analysis/quantile.cpp", "boost/math/distributions/beta.hpp"},
      {"tests/physics/a.cpp", "Eigen/Dense"},
      {"tests/core/a.cpp", "gtest/gtest.h"},
      {"models/x/a.cpp", "vector"}};
  for (const auto& [path, header] : homes) EXPECT_EQ(home(path, header), Problems{}) << header;
}

TEST(PackageHome, APackageThatNobodyListedFails) {
  EXPECT_EQ(home("sim/core/a.cpp", "left_pad.h"),
            Problems{"sim/core/a.cpp:1: nobody gave <left_pad.h> a home"});
}

TEST(PackageHeader, EvenAtHomeAHeaderMayNotShowIt) {
  EXPECT_EQ(package_header_problems({source_file("sim/run/a.h", "#include <hdf5.h>\n")}),
            Problems{"sim/run/a.h:1: a header shows the package of <hdf5.h>"});
  EXPECT_EQ(package_header_problems({source_file("sim/run/a.cpp", "#include <hdf5.h>\n"),
                                     source_file("tests/a.h", "#include <gtest/gtest.h>\n"),
                                     source_file("sim/run/b.h", "#include <vector>\n")}),
            Problems{});
}

TEST(PackageHeader, APrivateHeaderStaysInItsFolder) {
  const std::string text = "#include \"sim/physics/sundials_solver.h\"\n";
  EXPECT_EQ(package_header_problems({source_file("sim/physics/ode.cpp", text)}), Problems{});
  EXPECT_EQ(package_header_problems({source_file("sim/run/twin.cpp", text)}),
            Problems{"sim/run/twin.cpp:1: sim/physics/sundials_solver.h is private to its folder"});
}

TEST(IncludeCycle, ThroughThreeFilesIsFound) {
  EXPECT_EQ(include_cycle_problems({source_file("a.h", "#include \"b.h\"\n"),
                                    source_file("b.h", "\n#include \"c.h\"\n"),
                                    source_file("c.h", "\n\n#include \"a.h\"\n")}),
            Problems{"c.h:3: closes a circle of includes"});
}

TEST(IncludeCycle, TwoWaysToOneFileAreNone) {
  EXPECT_EQ(
      include_cycle_problems({source_file("a.h", "#include \"b.h\"\n#include \"c.h\"\n"),
                              source_file("b.h", "#include \"c.h\"\n"), source_file("c.h", "")}),
      Problems{});
}

}  // namespace
}  // namespace twinaxis::architecture
