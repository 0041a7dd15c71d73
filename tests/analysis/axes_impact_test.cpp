// Blows, forces and falls as consequence rules, on recordings made by hand.

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <tuple>

#include "analysis/harm/blunt_injury.h"
#include "analysis/harm/contact_limits.h"
#include "analysis/harm/exposure/evaluate.h"
#include "analysis/harm/ground_risk.h"
#include "analysis/harm/impact.h"
#include "tests/analysis/home.h"

namespace twinaxis::analysis::test {
namespace {

std::vector<Finding> findings_of(Law law, const Recording& recording, const Draw& draw = {}) {
  Consequences consequences;
  consequences.rules.push_back({.id = "blow",
                                .what = {},
                                .for_each = {},
                                .when = {},
                                .law = std::move(law),
                                .counts_as = {},
                                .source = "test"});
  return assess(recording, consequences, home(), draw).findings;
}

/// Something of 1.2 kg comes at 17 m/s and touches at 100 s; afterwards it is faster, but touches
/// nobody. From 200 s on a force of 500 N clamps.
Recording struck_home() {
  Recording recording = quiet_home();
  const auto add = [&](const char* name, const char* unit, double value) {
    Column column;
    column.name = name;
    column.unit = unit;
    column.values.assign(recording.times.size(), value);
    column.minimum = column.maximum = value;
    recording.columns.push_back(std::move(column));
  };
  add("speed", "m/s", 0);
  add("touches", "1", 0);
  add("mass", "kg", 1.2);
  add("width", "m", 0.5);
  add("helmet", "1", 0);
  add("force", "N", 0);
  add("clamped", "N", 0);
  set(recording, "speed", 100, 17);
  set(recording, "touches", 100, 1);
  set(recording, "touches", 101, 0);
  set(recording, "speed", 101, 40);
  set(recording, "force", 200, 500);
  set(recording, "clamped", 200, 500);
  return recording;
}

BluntImpact head_blow() {
  BluntImpact law;
  law.striker = {.speed = "speed", .struck = "touches", .mass = "mass"};
  law.struck_kg = 4.5;
  return law;
}

TEST(BluntImpactRule, FollowsTheChainFromSpeedToPersons) {
  const auto found = findings_of(head_blow(), struck_home());
  ASSERT_EQ(found.size(), 1u);
  const double hic = harm::contact_pulse({1.2, 4.5, 150e3}, 17).hic;
  EXPECT_NEAR(found[0]["hic"], hic, 1e-9);
  EXPECT_EQ(to_s(found[0].from), 100);
  const auto severity = law_named(harm::head_injury_laws(), "nhtsa_lognormal").severity(hic);
  EXPECT_NEAR(found[0]["ais_3"], severity[2], 1e-12);
  const double deaths = harm::death_probability(severity);
  EXPECT_NEAR(found[0]["expected_deaths"], 2 * deaths, 1e-9);
  EXPECT_NEAR(found[0]["expected_serious"], 2 * (severity[2] - deaths), 1e-9);
  EXPECT_NEAR(found[0]["lost_working_days"], 2 * harm::expected_lost_days(severity), 1e-9);
  EXPECT_NEAR(found[0]["expected_off_4_days"], 2 * severity[1], 1e-9);
}

TEST(BluntImpactRule, NamesTheCurveInTheResultAndSpeaksBothLanguages) {
  for (const char* family : {"nhtsa_lognormal", "prasad_mertz"}) {
    BluntImpact law = head_blow();
    law.law = family;
    const auto found = findings_of(law, struck_home());
    ASSERT_EQ(found.size(), 1u);
    EXPECT_NE(std::ranges::find(found[0].laws, family, &LawUse::name), found[0].laws.end());
    for (const LawUse& use : found[0].laws) {
      EXPECT_FALSE(use.role.ja.empty() || use.role.en.empty() || use.source.empty()) << use.name;
    }
    for (const Text& sentence : found[0].evidence) {
      EXPECT_FALSE(sentence.ja.empty() || sentence.en.empty());
    }
  }
}

TEST(BluntImpactRule, DrawsTheStiffnessFromItsRange) {
  BluntImpact law = head_blow();
  law.stiffness_low_N_per_m = 150e3;
  law.stiffness_high_N_per_m = 360e3;
  EXPECT_NEAR(findings_of(law, struck_home())[0]["stiffness"], 255e3, 1e-6);
  double least = 1e9, most = 0;
  for (std::uint64_t i = 1; i <= 200; ++i) {
    const double k = findings_of(law, struck_home(), Draw({7, i}))[0]["stiffness"];
    EXPECT_EQ(k, findings_of(law, struck_home(), Draw({7, i}))[0]["stiffness"]);
    least = std::min(least, k);
    most = std::max(most, k);
  }
  // The ends of 200 even draws lie within 5 % of the range but for a chance of 0.95^200 = 4e-5.
  EXPECT_TRUE(least >= 150e3 && least < 160.5e3) << least;
  EXPECT_TRUE(most <= 360e3 && most > 349.5e3) << most;
}

TEST(BluntImpactRule, AHelmetHelpsAndAMissHurtsNobody) {
  BluntImpact law = head_blow();
  law.protects = "helmet";
  Recording recording = struck_home();
  const double bare = findings_of(law, recording)[0]["hic"];
  set(recording, "helmet", 0, 1);
  // HIC goes with k^(5/4) k^(-1/2): half the stiffness is 2^-0.75.
  EXPECT_NEAR(findings_of(law, recording)[0]["hic"], std::pow(0.5, 0.75) * bare, 1e-9 * bare);
  set(recording, "touches", 0, 0);
  EXPECT_TRUE(findings_of(law, recording).empty());
}

TEST(BluntImpactRule, OtherRegionsGoByForceOrDeflection) {
  BluntImpact law = head_blow();
  law.striker.mass = "";
  law.striker.mass_kg = 20;
  law.struck_kg = 0;
  law.region = "chest";
  const auto chest = findings_of(law, struck_home());
  ASSERT_EQ(chest.size(), 1u);
  EXPECT_NE(std::ranges::find(chest[0].laws, "chest_deflection", &LawUse::name),
            chest[0].laws.end());
  EXPECT_GT(chest[0]["expected_serious"] + chest[0]["expected_deaths"], 1.9);
  law.region = "forearm_wrist";
  const auto arm = findings_of(law, struck_home());
  EXPECT_EQ(arm[0]["expected_serious"], 0);  // nothing is published that breaks it
  EXPECT_NEAR(arm[0]["expected_slight"], 2, 1e-12);
}

TEST(ContactForceRule, ComparesWithTheLimitClampedOrFree) {
  const ContactForce held{
      .force = "force", .clamped_force = "clamped", .region = "chest", .groups = {}};
  const auto found = findings_of(held, struck_home());
  ASSERT_EQ(found.size(), 1u);
  EXPECT_NEAR(found[0]["force_ratio"], 500.0 / 140, 1e-12);
  EXPECT_EQ(to_s(found[0].from), 200);
  EXPECT_NEAR(found[0]["expected_slight"], 2, 1e-6);
  ContactForce free = held;
  free.clamped_force = "";
  EXPECT_NEAR(findings_of(free, struck_home())[0]["force_ratio"], 500.0 / 280, 1e-12);
  Recording gentle = struck_home();
  set(gentle, "force", 0, 139);
  set(gentle, "clamped", 0, 139);
  EXPECT_TRUE(findings_of(held, gentle).empty());
  // A head bears no more freely than clamped: a hard blow before a soft squeeze counts.
  Recording squeezed = struck_home();
  set(squeezed, "force", 0, 120);
  set(squeezed, "clamped", 0, 60);
  ContactForce face = held;
  face.region = "face";
  EXPECT_NEAR(findings_of(face, squeezed)[0]["force_ratio"], 120.0 / 65, 1e-12);
}

/// Two live at home. A hand is met with 300 N, a second later the head with `head_N`.
Recording hand_then_head(double head_N) {
  Recording recording = quiet_home();
  for (const auto& [name, at_s, force_N] :
       {std::tuple{"worker.hand_finger.force", 100.0, 300.0},
        std::tuple{"worker.skull_forehead.force", 101.0, head_N}}) {
    Column column;
    column.name = name;
    column.unit = "N";
    column.values.assign(recording.times.size(), 0);
    recording.columns.push_back(std::move(column));
    set(recording, name, at_s, force_N);
  }
  return recording;
}

ContactForce every_region() {
  return {.force = "worker.<each>.force", .clamped_force = {}, .region = {}, .groups = {}};
}

TEST(ContactForceRule, KeepsTheWorstOfAllRegionsThatAreTouched) {
  // The hand is beyond its 280 N, which hurts; 4 kN break every other frontal bone.
  const auto found = findings_of(every_region(), hand_then_head(4000));
  ASSERT_EQ(found.size(), 1u);  // one body, one finding
  EXPECT_EQ(to_s(found[0].from), 101);
  EXPECT_NEAR(found[0]["force_ratio"], 4000.0 / 130, 1e-12);
  EXPECT_NEAR(found[0]["ais_2"], 0.5, 1e-9);
  EXPECT_NEAR(found[0]["persons"], 2, 1e-12);
  const double hurt =
      found[0]["expected_deaths"] + found[0]["expected_serious"] + found[0]["expected_slight"];
  EXPECT_NEAR(hurt, 2, 1e-12);
  // A hand that the head's touch outlasts: 120 N on the head are within its 130 N.
  const auto hand = findings_of(every_region(), hand_then_head(120));
  ASSERT_EQ(hand.size(), 1u);
  EXPECT_EQ(to_s(hand[0].from), 100);
  EXPECT_NEAR(hand[0]["force_ratio"], 300.0 / 280, 1e-12);
  EXPECT_EQ(hand[0]["ais_2"], 0);
}

/// A face is struck by 14 kg, harder than it is pressed.
Recording struck_face(double speed_m_per_s) {
  Recording recording = hand_then_head(120);
  for (const auto& [name, unit, value] : {std::tuple{"worker.face.struck_at", "m/s", speed_m_per_s},
                                          std::tuple{"worker.face.struck_by", "kg", 14.0}}) {
    Column column;
    column.name = name;
    column.unit = unit;
    column.values.assign(recording.times.size(), 0);
    recording.columns.push_back(std::move(column));
    set(recording, name, 102, value);
  }
  return recording;
}

TEST(ContactForceRule, JudgesAHeadByHicToo) {
  // Two masses, 4.4 kg and 14 kg, and 75 N/mm: at 10 m/s HIC15 is beyond any force's AIS here.
  ContactForce law = every_region();
  law.head = HeadBlow{"worker.<each>.struck_at", "worker.<each>.struck_by", "prasad_mertz"};
  const auto found = findings_of(law, struck_face(10));
  ASSERT_EQ(found.size(), 1u);  // one body, one finding
  const auto pulse = harm::contact_pulse({14, 4.4, 75e3}, 10);
  EXPECT_NEAR(found[0]["hic"], pulse.hic, 1e-9 * pulse.hic);
  const auto& curves = law_named(harm::head_injury_laws(), "prasad_mertz");
  const auto severity = curves.severity(pulse.hic);
  EXPECT_NEAR(found[0]["ais_3"], severity[2], 1e-12);
  EXPECT_GT(severity[2], 0.01);
  // Serious from AIS 3 on for a head; the force on the hand alone breaks nothing.
  const double grave = found[0]["expected_serious"] + found[0]["expected_deaths"];
  EXPECT_NEAR(grave, 2 * severity[2], 1e-9);
  // A robot's 2 m/s is far from it, as Haddadin found: what remains is the hand.
  const auto slow = findings_of(law, struck_face(2));
  ASSERT_EQ(slow.size(), 1u);
  EXPECT_LT(slow[0]["hic"], 50);
  EXPECT_NEAR(slow[0]["force_ratio"], 300.0 / 280, 1e-12);
  EXPECT_LT(slow[0]["ais_3"], 1e-3);
}

TEST(KineticEnergyRule, GivesTheRatesOfItsThresholds) {
  KineticEnergy law;
  law.striker = {.speed = "speed", .struck = "touches", .mass = "", .mass_kg = 2 * 33.90 / 289};
  const auto found = findings_of(law, struck_home());  // 33.90 J at 17 m/s
  ASSERT_EQ(found.size(), 1u);
  EXPECT_NEAR(found[0]["expected_serious"] + found[0]["expected_deaths"], 2 * 0.30, 1e-9);
  law.transferred_fraction = 14.91 / 33.90;
  EXPECT_NEAR(findings_of(law, struck_home())[0]["expected_serious"], 2 * 0.01, 1e-9);
}

TEST(GroundCasualtyRule, HitsAreAreaTimesDensityTimesThoseInTheOpen) {
  GroundCasualty law;
  law.striker = {.speed = "speed", .struck = "touches", .mass = "mass"};
  law.width_m = 0.354;
  law.persons_per_m2 = 0.01;
  law.sheltered_fraction = 0.25;
  law.group = "family";
  const auto found = findings_of(law, struck_home());
  ASSERT_EQ(found.size(), 1u);
  const double hits = 0.75 * 0.01 * harm::critical_area_m2(0.354, law.angle_rad);
  EXPECT_NEAR(found[0]["expected_hits"], hits, 1e-12);
  const double all =
      found[0]["expected_slight"] + found[0]["expected_serious"] + found[0]["expected_deaths"];
  EXPECT_NEAR(all, hits, 1e-12);
  const double energy_J = 0.5 * 1.2 * 17 * 17;
  EXPECT_NEAR(found[0]["expected_deaths"], hits * harm::Dalamagkidis{}.death_probability(energy_J),
              1e-12);
}

TEST(GroundCasualtyRule, TakesTheWidthOfWhatFellFromThatMoment) {
  GroundCasualty law;
  law.striker = {.speed = "speed", .struck = "touches", .mass = "mass"};
  law.width = "width";
  law.persons_per_m2 = 0.01;
  law.group = "family";
  const auto found = findings_of(law, struck_home());
  ASSERT_EQ(found.size(), 1u);
  EXPECT_NEAR(found[0]["critical_area"], harm::critical_area_m2(0.5, law.angle_rad), 1e-12);
}

TEST(ImpactRules, WrongNamesAreTold) {
  BluntImpact blow = head_blow();
  blow.region = "skul_forehead";
  blow.law = "prasad_merz";
  blow.striker.mass = "";
  ContactForce force{.force = "forse", .clamped_force = "", .region = "chst", .groups = {}};
  ContactForce every{
      .force = "worker.<each>.forse", .clamped_force = "", .region = "", .groups = {}};
  ContactForce chest{.force = "force", .clamped_force = "", .region = "chest", .groups = {}};
  chest.head = HeadBlow{"speed", "force", "prasad_merz"};
  GroundCasualty fall;
  fall.striker = {.speed = "speed", .struck = "touches", .mass = "", .mass_kg = 1};
  fall.group = "family";
  Consequences consequences;
  const auto rule = [](const char* id, Law law) {
    return Rule{.id = id,
                .what = {},
                .for_each = {},
                .when = {},
                .law = std::move(law),
                .counts_as = {},
                .source = "test"};
  };
  consequences.rules = {rule("blow", blow), rule("force", force), rule("every", every),
                        rule("chest", chest), rule("fall", fall)};
  std::vector<std::string> paths;
  std::string messages;
  for (const auto& p : problems(consequences, home(), {}, {{"speed", "touches", "force"}})) {
    paths.push_back(p.path);
    messages += p.message + "\n";
  }
  const std::vector<std::string> expected = {
      "rules[0].law.mass",     "rules[0].law.region",     "rules[0].law.law",
      "rules[1].law.force",    "rules[1].law.region",     "rules[2].law.force",
      "rules[3].law.head.law", "rules[3].law.head.speed", "rules[4].law.width"};
  EXPECT_EQ(paths, expected) << messages;
  for (const char* meant : {"skull_forehead", "prasad_mertz", "force", "chest"}) {
    EXPECT_NE(messages.find(std::string("did you mean '") + meant), std::string::npos) << messages;
  }
  Recording wrong = struck_home();
  std::ranges::find(wrong.columns, "speed", &Column::name)->unit = "Pa";
  EXPECT_THROW(findings_of(head_blow(), wrong), ContractError);
}

}  // namespace
}  // namespace twinaxis::analysis::test
