// For every use case of the list: whatever can be touched may be touched. The run ends, at its end
// or with a RunError, and shows what was done.

#include <gtest/gtest.h>

#include <cctype>
#include <map>
#include <set>

#include "sim/core/text.h"
#include "sim/intervene/effect.h"
#include "tests/use_cases/parameters.h"

namespace twinaxis::test {
namespace {

class Touch : public testing::TestWithParam<UseCase> {
 protected:
  Recording run_with(const std::string& point, const std::string& effect) const {
    return run_apart(
        variations.with(variations.every_step(2, 10'000) +
                        "interventions:\n  - {id: touched, side: fault, from: 30 s, on: '" + point +
                        "', effect: " + effect + "}\n"));
  }
  Variations variations{GetParam()};
};

/// Completed or failed as numbers fail; nothing else, whatever was done.
void expect_an_end(const Recording& recording, const std::string& point) {
  EXPECT_TRUE(recording.ending == Ending::completed || recording.ending == Ending::failed)
      << point << ": " << recording.reason;
  EXPECT_NE(recording.first("fault.touched.start"), nullptr) << point;
}

/// Of points whose names differ in numbers only, where there are many: the first and the last. A
/// fleet has thousands that are alike; robots or sensors of a plant are few and each has its place.
constexpr std::size_t kMany = 8;
std::vector<const Point*> without_repetition(const std::vector<const Point*>& all) {
  const auto family = [](const Point& p) {
    std::string name;
    for (const char c : p.name) {
      const bool digit = std::isdigit(static_cast<unsigned char>(c)) != 0;
      if (!digit) name += c;
      else if (!name.ends_with('#')) name += '#';
    }
    return name;
  };
  std::map<std::string, std::vector<const Point*>> families;
  for (const Point* p : all) families[family(*p)].push_back(p);
  std::set<const Point*> chosen;
  for (const auto& [name, members] : families) {
    if (members.size() < kMany) chosen.insert(members.begin(), members.end());
    else chosen.insert({members.front(), members.back()});
  }
  std::vector<const Point*> found;
  for (const Point* p : all) {
    if (chosen.contains(p)) found.push_back(p);
  }
  return found;
}
#if defined(__SANITIZE_ADDRESS__)
constexpr std::size_t kStride = 8;  // ten times as slow; the release touches every one
#else
constexpr std::size_t kStride = 1;
#endif
std::vector<const Point*> strided(const std::vector<const Point*>& all) {
  std::vector<const Point*> some;
  for (std::size_t i = 0; i < all.size(); i += kStride) some.push_back(all[i]);
  return some;
}
std::vector<const Point*> of_kind(const PointTable& table, PointKind kind) {
  std::vector<const Point*> all;
  for (const Point& p : table.all()) {
    if (p.kind == kind) all.push_back(&p);
  }
  return strided(without_repetition(all));
}

TEST_P(Touch, EveryValueCanBeOverriddenAndIsRecordedSo) {
  for (const Point* p : strided(without_repetition(touchable_values(variations.table())))) {
    const double value = another_value(*p);
    const Recording run = run_with(p->name, "!override {value: " + in_unit(value, *p) + "}");
    expect_an_end(run, p->name);
    const Column& column = *run.find(p->name);
    for (std::size_t k = 0; k < run.times.size(); ++k) {
      if (run.times[k] < time_from_s(30)) continue;
      // The text has all digits, and its unit is the SI unit: only one rounding lies between.
      ASSERT_DOUBLE_EQ(column.values[k], value) << p->name << " at step " << k;
    }
  }
}

TEST_P(Touch, EveryHostCanLoseItsPower) {
  for (const Point* p : of_kind(variations.table(), PointKind::host)) {
    const Recording run = run_with(p->name, "!turn_off {}");
    expect_an_end(run, p->name);
    EXPECT_EQ(run.find(p->name + ".running")->minimum, 0) << p->name;
  }
}

TEST_P(Touch, EveryChannelCanFallSilentAndEveryRuleBeClosed) {
  for (const Point* p : of_kind(variations.table(), PointKind::channel)) {
    expect_an_end(run_with(p->name, "!block {}"), p->name);
    if (!p->name.starts_with("rule.")) expect_an_end(run_with(p->name, "!drop {}"), p->name);
  }
}

INSTANTIATE_TEST_SUITE_P(UseCases, Touch, testing::ValuesIn(use_cases()), name_of_use_case);

}  // namespace
}  // namespace twinaxis::test
