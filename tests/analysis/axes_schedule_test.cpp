#include <gtest/gtest.h>

#include <algorithm>

#include "analysis/recovery/schedule.h"
#include "sim/core/require.h"

namespace twinaxis::analysis {
namespace {

Work work(const std::string& id, double takes_s, std::vector<std::string> after = {},
          const std::string& crew = "", int count = 1, double lead_s = 0) {
  Work w;
  w.task = id;
  w.takes_s = takes_s;
  w.after = std::move(after);
  w.crew = crew;
  w.crew_count = count;
  w.lead_s = lead_s;
  return w;
}

const Work& find(const Schedule& schedule, const std::string& id) {
  return *std::ranges::find(schedule.works, id, &Work::task);
}

TEST(Schedule, CriticalPathIsTheLongestChain) {
  // a(3) -> b(5) -> d(2) = 10 beats a(3) -> c(4) -> d(2) = 9; e(6) stands alone.
  const auto s = schedule({work("a", 3), work("b", 5, {"a"}), work("c", 4, {"a"}),
                           work("d", 2, {"b", "c"}), work("e", 6)},
                          {});
  EXPECT_EQ(s.finish_s, 10);
  EXPECT_EQ(s.critical_path, (std::vector<std::string>{"a", "b", "d"}));
  EXPECT_EQ(find(s, "c").start_s, 3);
  EXPECT_EQ(find(s, "e").start_s, 0);
  EXPECT_FALSE(find(s, "e").critical);
}

TEST(Schedule, OneCrewWorksOneAfterTheOther) {
  // Two fitters; a needs both for 4 s, b and c one each for 3 s and 5 s, d both for 1 s after b.
  // Latest starts without limits (end 5): b 1, c 0, d 4, a 1. So c first (0-5), then a must wait
  // for both (5-9), while b takes the other fitter (0-3); d waits for a and b: both free at 9.
  const std::map<std::string, Crew> crews{{"fitters", {{}, 2}}};
  const auto s = schedule({work("a", 4, {}, "fitters", 2), work("b", 3, {}, "fitters"),
                           work("c", 5, {}, "fitters"), work("d", 1, {"b"}, "fitters", 2)},
                          crews);
  EXPECT_EQ(find(s, "c").start_s, 0);
  EXPECT_EQ(find(s, "a").start_s, 5);
  EXPECT_EQ(find(s, "a").waited_for, "c");
  EXPECT_EQ(find(s, "b").start_s, 0);
  EXPECT_EQ(find(s, "d").start_s, 9);
  EXPECT_EQ(s.finish_s, 10);
  EXPECT_EQ(s.critical_path, (std::vector<std::string>{"c", "a", "d"}));
}

TEST(Schedule, NeverUsesMoreOfACrewThanThereIs) {
  const std::map<std::string, Crew> crews{{"x", {{}, 3}}};
  std::vector<Work> works;
  for (int i = 0; i < 12; ++i) {
    works.push_back(work("w" + std::to_string(i), 1 + i % 4, {}, "x", 1 + i % 3));
    if (i >= 3) works.back().after = {"w" + std::to_string(i - 3)};
  }
  const auto s = schedule(works, crews);
  for (const Work& at : s.works) {
    int busy = 0;
    for (const Work& w : s.works) {
      if (w.start_s <= at.start_s && at.start_s < w.finish_s) busy += w.crew_count;
    }
    EXPECT_LE(busy, 3) << "at " << at.start_s;
    for (const auto& before : at.after) EXPECT_GE(at.start_s, find(s, before).finish_s);
  }
}

TEST(Schedule, SparesThatComeLateSetTheStart) {
  const auto s = schedule({work("clear", 2), work("erect", 3, {"clear"}, "", 1, 10)}, {});
  EXPECT_EQ(find(s, "erect").start_s, 10);
  EXPECT_EQ(find(s, "erect").waited_for, "lead");
  EXPECT_EQ(s.finish_s, 13);
  EXPECT_EQ(s.critical_path, (std::vector<std::string>{"erect"}));
}

TEST(Schedule, ServiceIsAtTheLeastThatUnfinishedWorkAllows) {
  auto a = work("a", 4);
  a.holds_down = {{"line", 0.2}};
  auto b = work("b", 6, {"a"});
  b.holds_down = {{"line", 0.7}};
  const auto s = schedule({a, b}, {});
  EXPECT_EQ(service_level(s, "line", 0), 0.2);
  EXPECT_EQ(service_level(s, "line", 4), 0.7);
  EXPECT_EQ(service_level(s, "line", 10), 1);
  EXPECT_EQ(service_level(s, "other", 0), 1);
}

TEST(Schedule, CyclesAndTooSmallCrewsAreRefused) {
  EXPECT_THROW(schedule({work("a", 1, {"b"}), work("b", 1, {"a"})}, {}), ContractError);
  EXPECT_THROW(schedule({work("a", 1, {}, "x", 2)}, {{"x", {{}, 1}}}), ContractError);
  EXPECT_TRUE(schedule({}, {}).critical_path.empty());
}

}  // namespace
}  // namespace twinaxis::analysis
