// Conditions that look at what an attack acts on.

#include <gtest/gtest.h>

#include <algorithm>

#include "analysis/pattern.h"
#include "tests/analysis/plant.h"

namespace twinaxis::analysis::test {
namespace {

When on(std::vector<std::string> points, std::vector<std::string> by = {}) {
  When when;
  when.attack_on = std::move(points);
  when.by = std::move(by);
  return when;
}

std::optional<double> seconds(const When& when, const Recording& recording) {
  const auto at = first_time(when, recording);
  return at ? std::optional(to_s(*at)) : std::nullopt;
}

TEST(Pattern, StarStandsForAnyCharacters) {
  EXPECT_TRUE(fits("gw*->collector*:readings", "gw2->collector1:readings"));
  EXPECT_TRUE(fits("agv#", "agv12"));
  EXPECT_TRUE(fits("agv#.order.*", "agv3.order.to"));
  EXPECT_FALSE(fits("agv#", "agv_maker_server"));
  EXPECT_FALSE(fits("agv#", "agv"));
  EXPECT_FALSE(fits("agv#", "agv1.speed"));
  EXPECT_TRUE(fits("gw*", "gw"));
  EXPECT_TRUE(fits("*.logic", "plc1.logic"));
  EXPECT_TRUE(fits("a*b*c", "abbc"));
  EXPECT_FALSE(fits("a*b", "abc"));
  EXPECT_FALSE(fits("gw*.cold_junction", "gw2"));
  EXPECT_FALSE(fits("plc1", "plc10"));
}

TEST(When, AttackCountsByPointAndEffectFromItsBeginning) {
  Recording recording = normal_hour();
  attack(recording, "gw2.cold_junction", "bias", 100);
  attack(recording, "collector2", "slow", 200);
  EXPECT_EQ(seconds(on({"collector2"}), recording), 200);
  EXPECT_EQ(seconds(on({"collector*", "gw*"}), recording), 100);
  EXPECT_EQ(seconds(on({"*"}, {"slow"}), recording), 200);
  EXPECT_EQ(seconds(on({"collector2"}, {"turn_off"}), recording), std::nullopt);
  EXPECT_EQ(seconds(on({"collector1"}), recording), std::nullopt);
}

TEST(When, AnAttackThatNeverBeganCountsForNothing) {
  // The scenario holds it, and its trigger never fired: there is no event.
  Recording recording = normal_hour();
  recording.manifest.attacks = {{"attack.any.start", "slow", {"collector2"}}};
  EXPECT_EQ(seconds(on({"collector2"}), recording), std::nullopt);
}

TEST(When, FaultsAndMeasuresAreNoAttack) {
  Recording recording = normal_hour();
  happen(recording, "fault.any.start", 100);
  happen(recording, "countermeasure.any.start", 0);
  EXPECT_EQ(seconds(on({"*"}), recording), std::nullopt);
}

TEST(When, HostThatThePathReachesCountsUnlessAnEffectIsAsked) {
  Recording recording = normal_hour();
  recording.manifest.attacks = {{"path.first.reached", "", {"update_server"}},
                                {"path.second.reached", "", {"plc1"}}};
  happen(recording, "path.first.reached", 0);
  happen(recording, "path.second.failed", 0);
  EXPECT_EQ(seconds(on({"update_server"}), recording), 0);
  EXPECT_EQ(seconds(on({"update_server"}, {"encrypt"}), recording), std::nullopt);
  EXPECT_EQ(seconds(on({"plc1"}), recording), std::nullopt);
}

TEST(When, AllPartsOfAConditionMustHold) {
  Recording recording = normal_hour();
  attack(recording, "engineering_firm->plc1:update", "tamper", 100);
  When when = on({"engineering_firm->*"});
  when.point = "plc1.logic";
  when.value = 0.5;
  EXPECT_EQ(seconds(when, recording), std::nullopt);
  set(recording, "plc1.logic", 700, 2);
  EXPECT_EQ(seconds(when, recording), 700);
}

TEST(When, CausesAreTheEventAndThePointWithItsLimit) {
  Recording recording = normal_hour();
  attack(recording, "engineering_firm->plc1:update", "tamper", 100);
  When when = on({"engineering_firm->*"});
  when.point = "plc1.logic";
  when.value = 0.5;
  EXPECT_TRUE(causes_of(when, recording).empty());  // it never came true
  set(recording, "plc1.logic", 700, 2);
  const auto causes = causes_of(when, recording);
  ASSERT_EQ(causes.size(), 2u);
  EXPECT_TRUE(causes[0].event.starts_with("attack.")) << causes[0].event;
  EXPECT_EQ(to_s(causes[0].at), 100);
  EXPECT_EQ(causes[1].point, "plc1.logic");
  EXPECT_EQ(causes[1].value, 2);
  EXPECT_EQ(causes[1].limit, 0.5);
  EXPECT_EQ(to_s(causes[1].at), 700);
}

TEST(When, WrongNamesAreFound) {
  const TwinNames twin{{"column.pressure", "plc1", "plc1.logic"}, {"plc1", "plc1.logic"}, {"slow"}};
  const auto messages = [&](const When& when) {
    ProblemList list;
    check(when, "when", twin, list);
    std::vector<std::string> texts;
    for (const auto& p : list.take()) texts.push_back(p.path + ": " + p.message);
    return texts;
  };
  using Texts = std::vector<std::string>;
  EXPECT_EQ(messages(on({"plc1.lgic"})),
            Texts{"when.attack_on: no point to attack 'plc1.lgic'; did you mean 'plc1.logic'?"});
  EXPECT_EQ(messages(on({"column.pressure"})),
            Texts{"when.attack_on: no point to attack 'column.pressure'"});
  EXPECT_EQ(messages(on({"plc*", "sis*"})), Texts{"when.attack_on: no point to attack 'sis*'"});
  EXPECT_EQ(messages(on({"plc1"}, {"slo"})),
            Texts{"when.by: no effect 'slo'; did you mean 'slow'?"});
  EXPECT_EQ(messages(on({}, {"slow"})),
            Texts{"when.by: says how, but not on what: give 'attack_on'"});
  When named;
  named.event = "attack.tampered_update.";
  EXPECT_EQ(messages(named).size(), 1u);
  named.event = "attack.";  // any attack: no name of a scenario
  EXPECT_EQ(messages(named), Texts{});
}

}  // namespace
}  // namespace twinaxis::analysis::test
