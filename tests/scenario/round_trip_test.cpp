// From values to text and back, bit for bit.

#include <gtest/gtest.h>

#include "sim/core/random.h"
#include "sim/scenario/extends.h"
#include "sim/scenario/resolve.h"
#include "sim/scenario/value_writer.h"
#include "sim/scenario/writer.h"
#include "tests/scenario/tank.h"

namespace twinaxis::test {
namespace {

using scenario::Node;
using scenario::Problems;

TEST(RoundTrip, EveryStructReadsBackToTheSameBits) {
  for (std::uint64_t sample = 0; sample < 200; ++sample) {
    const Stream random = stream(1, sample, "tank");
    Tank tank;
    tank.area_m2 = 10 * uniform(random, 0);
    tank.pump_max_m3_per_s = uniform(random, 1) * 1e-3;
    tank.water_K = 273.15 + 99 * uniform(random, 2);
    tank.scan = Duration{static_cast<std::int64_t>(1 + bits(random, 3) % 1'000'000'000'000)};
    tank.covered = sample % 2 == 0;
    tank.outlet = Tank::Outlet::slit;
    tank.gauge_marks_m = {uniform(random, 4), uniform(random, 5)};
    const std::string text = scenario::to_yaml(scenario::to_node(tank));

    Problems problems;
    scenario::Places places;
    Tank again;
    scenario::read(parsed(text), again, {.problems = problems, .places = places});
    ASSERT_TRUE(problems.empty()) << problems.text();
    EXPECT_EQ(again.area_m2, tank.area_m2);
    EXPECT_EQ(again.pump_max_m3_per_s, tank.pump_max_m3_per_s);
    EXPECT_EQ(again.water_K, tank.water_K);
    EXPECT_EQ(again.scan, tank.scan);
    EXPECT_EQ(again.covered, tank.covered);
    EXPECT_EQ(again.outlet, tank.outlet);
    EXPECT_EQ(again.gauge_marks_m, tank.gauge_marks_m);
  }
}

const char* const kScenario = R"(use_case: tank
title: {ja: "水位: 偽装", en: 'Level, "spoofed"'}
run: {for: 30 min, step: 100 ms}
network: {hosts: {laptop: {zone: office}}}
attack:
  goal: overflow
  path:
  - {id: reach, technique: T0886, from: internet, to: plc1, needs: ["LIC-101.setpoint > 1 m"]}
interventions:
- {id: a, side: fault, from: 1 min, on: TT-101.reading, effect: !normal {mean: 1 K, sd: 1 K}}
- id: b
  side: attack
  technique: T0856
  after: reach
  on: plc1->hmi1:scan
  effect: !tamper {target: P-101.command, with: !clamp {low: 10 %, high: !uniform {low: 0.2, high: 0.9}}}
expect:
- {truth: tank.level, max: {at_least: 14 cm}}
- {stakeholder: residents, axis1: {at_least: 2}, outside_target: true, loss: {at_most: 5 Myen}}
)";

TEST(RoundTrip, WrittenDocumentIsTheSameTree) {
  const Node document = parsed(kScenario);
  const std::string text = scenario::to_yaml(document);
  EXPECT_TRUE(scenario::same(document, parsed(text))) << text;
  EXPECT_EQ(text, scenario::to_yaml(parsed(text)));  // and writing it again is the same text
}

TEST(RoundTrip, ScenarioReadsBackFromItsOwnDump) {
  Problems problems;
  std::string text = kScenario;
  text.replace(text.find("!normal {mean: 1 K, sd: 1 K}"), 28, "!bias {by: 5 degC}");
  const auto understood = understand(parsed(text), problems);
  ASSERT_TRUE(understood) << problems.text();
  const PointTable table = points_of(understood->network);
  Node dumped = scenario::to_node(understood->scenario, units_of(table));
  EXPECT_EQ(dumped.find("expect")->items[0].find("max")->find("at_most"), nullptr);  // unbounded

  scenario::Scenario again;
  scenario::Places places;
  scenario::read(parsed(scenario::to_yaml(dumped)), again,
                 {.problems = problems, .places = places, .unit_of = units_of(table)});
  EXPECT_TRUE(problems.empty()) << problems.text();
  EXPECT_TRUE(scenario::same(dumped, scenario::to_node(again, units_of(table))));
}

const char* const kAwkward[] = {"null",  "~",    "",
                                " x",    "x ",   "a: b",
                                "a #b",  "#b",   "- b",
                                "-",     "[a]",  "{a}",
                                "!t",    "&a",   "*a",
                                "|",     ">",    "%a",
                                "@a",    "`a",   "'a'",
                                "\"a\"", "a\nb", "a\tb",
                                "a\\b",  "---",  "...",
                                "a,b",   "a]",   "<<",
                                "=",     "?",    "? a",
                                ":",     "a:",   "-5 L/s",
                                "> 3",   "1e3",  "plc1->hmi1:scan",
                                "冷却",  "50 %", "\xC2\x85x",
                                "\x01"};

TEST(RoundTrip, TextThatNeedsQuotesGetsThem) {
  Node document;
  document.kind = Node::Kind::map;
  for (const std::string text : kAwkward) {
    Node value;
    value.kind = Node::Kind::scalar;
    value.text = text;
    Node list;
    list.kind = Node::Kind::sequence;
    list.items = {value, value};
    for (const auto& [prefix, node] : {std::pair{"k", value}, std::pair{"l", list}}) {
      scenario::Entry& entry = document.entries.emplace_back();
      entry.key = prefix + text;
      entry.value = node;
    }
  }
  const std::string text = scenario::to_yaml(document);
  EXPECT_TRUE(scenario::same(document, parsed(text))) << text;
}

}  // namespace
}  // namespace twinaxis::test
