#pragma once
// The architecture as data: who may include whom, where each package lives, what may stand where.
// A path that ends in "/" is a folder with everything below it; the longest entry that fits counts.

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

namespace twinaxis::architecture {

using Paths = std::vector<std::string_view>;

inline bool lies_in(std::string_view path, const Paths& places) {
  return std::any_of(places.begin(), places.end(),
                     [&](std::string_view place) { return path.starts_with(place); });
}

/// The include DAG of sim/DESIGN.md. A folder may include itself and what stands beside it.
struct Folder {
  std::string_view path;
  Paths may_include;
};
inline const std::vector<Folder> kFolders{
    {"sim/core/", {}},
    {"sim/intervene/", {"sim/core/"}},
    {"sim/scenario/", {"sim/core/", "sim/intervene/"}},
    {"sim/cyber/", {"sim/core/", "sim/intervene/"}},
    {"sim/cyber/devices/", {"sim/core/", "sim/intervene/", "sim/control/", "sim/cyber/"}},
    {"sim/physics/", {"sim/core/"}},
    {"sim/control/", {"sim/core/"}},
    {"sim/run/",
     {"sim/core/", "sim/intervene/", "sim/scenario/", "sim/cyber/", "sim/physics/",
      "sim/control/"}},
    {"models/",
     {"sim/core/", "sim/physics/", "sim/control/", "sim/cyber/plan.h", "sim/cyber/devices/",
      "sim/run/use_case.h"}},
    {"analysis/", {"sim/core/", "sim/run/recording.h"}},
    {"viz/", {"sim/core/", "sim/run/recording.h"}},
    {"sim/app/", {"sim/", "models/", "analysis/", "viz/"}},
    {"tests/", {""}},
};

/// A package's headers are included in its homes only. Tests may compare with any package.
struct Package {
  std::string_view name;
  Paths headers;
  Paths homes;
};
inline const std::vector<Package> kPackages{
    {"yaml-cpp", {"yaml-cpp/"}, {"sim/scenario/"}},
    {"SimGrid", {"simgrid/", "xbt/"}, {"sim/cyber/"}},
    {"SUNDIALS",
     {"sundials/", "arkode/", "cvode/", "ida/", "nvector/", "sunmatrix/", "sunlinsol/",
      "sunnonlinsol/"},
     {"sim/physics/"}},
    {"Eigen", {"Eigen/", "unsupported/Eigen/"}, {"sim/physics/", "analysis/loss/"}},
    {"Bullet",
     {"btBulletDynamicsCommon.h", "btBulletCollisionCommon.h", "BulletDynamics/",
      "BulletCollision/", "LinearMath/"},
     {"sim/physics/rigid/"}},
    {"urdfdom", {"urdf_parser/", "urdf_model/", "console_bridge/"}, {"sim/physics/rigid/"}},
    {"HDF5", {"hdf5.h", "hdf5_hl.h"}, {"sim/run/"}},
    {"UDUNITS-2", {"udunits2.h"}, {"sim/core/"}},
    {"Random123", {"Random123/"}, {"sim/core/"}},
    {"xxHash", {"xxhash.h"}, {"sim/core/"}},
    {"CLI11", {"CLI/"}, {"sim/app/"}},
    {"fmt", {"fmt/"}, {"sim/app/"}},
    {"Boost.Math",
     {"boost/math/"},
     {"sim/core/", "sim/scenario/", "sim/physics/", "sim/control/", "analysis/"}},
    {"Boost.Graph", {"boost/graph/"}, {"models/warehouse/"}},
    {"nlohmann/json", {"nlohmann/"}, {"sim/run/", "sim/scenario/", "sim/app/", "analysis/"}},
    {"POSIX",
     {"unistd.h", "malloc.h", "poll.h", "signal.h", "fcntl.h", "sys/"},
     {"sim/app/", "sim/run/", "analysis/campaign/"}},
    {"the C library's version", {"gnu/libc-version.h"}, {"sim/run/"}},
    {"GoogleTest", {"gtest/", "gmock/"}, {}},
    {"Google Benchmark", {"benchmark/"}, {}},
};

struct Exception {
  std::string_view path;
  std::string_view reason;
};

/// Headers that show a package's types, though only to sources of their own folder.
inline const std::vector<Exception> kPrivateHeaders{
    {"sim/physics/sundials_solver.h", "owners of SUNDIALS objects shared by ode.cpp and dae.cpp"},
    {"sim/physics/rigid/bullet_world.h", "how every Bullet world is made, and the conversions"},
    {"sim/physics/rigid/arm_body.h", "a chain as a multibody of Bullet"},
    {"sim/physics/rigid/world_impl.h", "what a world is made of"},
    {"analysis/report/text_json.h", "texts in the JSON of the report"},
};

/// Lines; beyond `fair` is worth a word, beyond `most` fails.
struct Limits {
  std::size_t fair, most;
};
inline constexpr Limits kHeaderLines{150, 200};
inline constexpr Limits kSourceLines{300, 400};
inline const std::vector<Exception> kMayBeLonger{};

/// What makes two runs differ, as words of the code.
struct Forbidden {
  Paths words;
  std::string_view why;
  Paths allowed_in;
};
inline const std::vector<Forbidden> kForbidden{
    {{"std::rand", "srand", "std::random_device", "std::mt19937", "std::mt19937_64",
      "std::minstd_rand", "std::default_random_engine", "std::ranlux48", "std::knuth_b"},
     "random numbers come from sim/core/random.h",
     {}},
    {{"std::normal_distribution", "std::lognormal_distribution", "std::uniform_real_distribution",
      "std::uniform_int_distribution", "std::exponential_distribution", "std::gamma_distribution",
      "std::poisson_distribution", "std::bernoulli_distribution", "std::binomial_distribution",
      "std::weibull_distribution", "std::discrete_distribution"},
     "the standard does not say bit for bit what it draws",
     {}},
    {{"system_clock", "steady_clock", "high_resolution_clock", "clock_gettime", "gettimeofday",
      "std::time", "std::clock", "time(nullptr)", "time(NULL)", "time(0)"},
     "no wall clock on a path to a result",
     {"sim/app/", "sim/core/profile.h", "tests/bench/"}},
    {{"unordered_map", "unordered_set", "unordered_multimap", "unordered_multiset"},
     "its order is not stated",
     {}},
    {{"using namespace std"}, "hides what comes from where", {}},
};

/// Paths of one machine have no place in the project.
inline const Paths kMachinePaths{"/work/", "/tmp/", "/home/", "/root/"};
inline const Paths kMachinePathsAllowedIn{"tests/"};

/// What lies directly below the root; names that begin with a dot may, too.
inline const Paths kTopLevel{"CMakeLists.txt",
                             "CMakePresets.json",
                             "LICENSE",
                             "README.md",
                             "analysis",
                             "build",
                             "check",
                             "demo",
                             "docs",
                             "models",
                             "out",
                             "scenarios",
                             "sim",
                             "tests",
                             "viz"};

}  // namespace twinaxis::architecture
