// The same plan and seed give the same history, in any process.

#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>

#include "sim/core/hash.h"
#include "tests/cyber/rig.h"

namespace twinaxis::cyber {
namespace {

/// Every kind of chance at once; the hash covers all values at every 10 ms.
std::uint64_t history(std::uint64_t seed) {
  NetworkPlan plan = two_zones();
  plan.channels = {channel("station", "plc", "fieldbus", {{"truth.p", "p"}}, ms(50)),
                   channel("plc", "hmi", "x", {{"p", "shown"}}, ms(50)),
                   channel("hmi", "plc", "y", {{"shown", "back"}}, ms(70))};
  Rig rig(plan, {}, seed);
  rig.begin(plan.channels[0].name, Drop{0.2}, {});
  rig.begin(plan.channels[0].name, Jitter{ms(80)}, {});
  rig.begin(plan.channels[1].name, Duplicate{0.3}, {});
  rig.begin(plan.channels[1].name, Tamper{"shown", Noise{3}}, {});
  rig.begin(plan.channels[2].name, Flood{20e6}, {});
  RunningHash hash;
  for (int k = 0; k < 3'000; ++k) {
    rig.set("truth.p", k, at(k * ms(10)));
    if (k % 500 == 250) rig.begin("plc", Restart{ms(123)}, at(k * ms(10)));
    rig.run_until(k * ms(10));
    hash.add(rig.bus->values());
  }
  return hash.digest();
}

constexpr const char* kPrintOnly = "TWINAXIS_PRINT_HISTORY";

/// The hash as another process of this program sees it, at other addresses.
std::string elsewhere() {
  const std::string program = std::filesystem::read_symlink("/proc/self/exe");
  const std::string command = std::string(kPrintOnly) + "=1 '" + program +
                              "' --gtest_filter=History.IsTheSameInEveryProcess";
  const std::unique_ptr<FILE, int (*)(FILE*)> output(popen(command.c_str(), "r"), pclose);
  std::array<char, 256> line{};
  while (fgets(line.data(), line.size(), output.get()) != nullptr) {
    if (std::string_view(line.data()).starts_with("history ")) {
      return std::string(line.data() + 8, 16);
    }
  }
  return "no hash";
}

TEST(History, IsTheSameInEveryProcess) {
  const std::string here = hex(history(7));
  if (std::getenv(kPrintOnly) != nullptr) {
    std::printf("history %s\n", here.c_str());
    return;
  }
  EXPECT_EQ(elsewhere(), here);
  EXPECT_EQ(elsewhere(), here);
}

TEST(History, DiffersWithTheSeed) { EXPECT_NE(hex(history(8)), elsewhere()); }

}  // namespace
}  // namespace twinaxis::cyber
