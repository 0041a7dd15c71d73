#include "sim/scenario/reader.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>

#include "sim/scenario/value_writer.h"
#include "tests/scenario/tank.h"

namespace twinaxis::test {
namespace {

using scenario::Node;
using scenario::Places;
using scenario::Problems;

template <HasFields T>
T read_good(const std::string& text, T value = {}) {
  Problems problems;
  Places places;
  scenario::read(parsed(text), value, {.problems = problems, .places = places});
  EXPECT_TRUE(problems.empty()) << problems.text();
  return value;
}

struct Pump {
  double power_W = 1;
};
void fields(FieldVisitor& v, Pump& p) { v("power", p.power_W, "W", above(0), "electric"); }
struct Well {
  std::optional<Pump> pump;
};
void fields(FieldVisitor& v, Well& w) { v("pump", w.pump, "lifts the water"); }

TEST(Reader, NamesAnOptionalFieldOnceWhetherItIsThereOrNot) {
  for (const char* text : {"{deep: 1}", "{pump: {power: 2 W}, deep: 1}"}) {
    Problems problems;
    Places places;
    Well well;
    scenario::read(parsed(text), well, {.problems = problems, .places = places});
    EXPECT_NE(problems.text().find("unknown key 'deep'; possible here: pump\n"), std::string::npos)
        << problems.text();
  }
}

TEST(Reader, TextBecomesSi) {
  const Tank tank = read_good<Tank>(
      "{area: 150 dm^2, pump_max: 5 L/s, leak: 5 %, water: 25 degC, scan: 20 ms, floats: 3, "
      "covered: true, outlet: slit, gauge_marks: [10 cm, 1 m]}");
  EXPECT_DOUBLE_EQ(tank.area_m2, 1.5);
  EXPECT_DOUBLE_EQ(tank.pump_max_m3_per_s, 0.005);
  EXPECT_DOUBLE_EQ(tank.leak_fraction, 0.05);
  EXPECT_DOUBLE_EQ(tank.water_K, 298.15);
  EXPECT_EQ(tank.scan, Duration{20'000'000});
  EXPECT_EQ(tank.floats, 3);
  EXPECT_TRUE(tank.covered);
  EXPECT_EQ(tank.outlet, Tank::Outlet::slit);
  EXPECT_EQ(tank.gauge_marks_m, (std::vector<double>{0.1, 1}));
  EXPECT_EQ(tank.height_m, 3);  // not written: the default
}

TEST(Reader, DictionaryAmendsWhatIsThereAndNewKeysAreComplete) {
  const Network network =
      read_good<Network>("{hosts: {plc1: {doc: renamed}, laptop: {zone: office}}}");
  EXPECT_EQ(network.hosts.at("plc1").zone, "control");  // required, but there already
  EXPECT_EQ(network.hosts.at("plc1").doc, "renamed");
  EXPECT_EQ(network.hosts.at("laptop").zone, "office");
  EXPECT_EQ(network.hosts.size(), 4u);
}

TEST(Reader, OneTextServesBothLanguages) {
  const Site one = read_good<Site>("{name: Plant, distance: 1 km, levels: []}");
  EXPECT_EQ(one.name.ja, "Plant");
  const Site both = read_good<Site>("{name: {ja: 工場, en: Plant}, distance: 1 km, levels: []}");
  EXPECT_EQ(both.name.ja, "工場");
  EXPECT_EQ(both.name.en, "Plant");
}

TEST(Reader, EveryReadValueHasItsPlace) {
  Problems problems;
  Places places;
  Site site;
  scenario::read(parsed("name: x\ndistance: 1 km\nlevels:\n- {name: a, loss: 1 yen}\n"), site,
                 {.problems = problems, .places = places, .path = "site"});
  EXPECT_EQ(scenario::text_of(places.of("site.levels[0].loss")), "text.yaml:4:19");
  // What was left out is shown at what encloses it.
  EXPECT_EQ(scenario::text_of(places.of("site.levels[0].colour.shade")), "text.yaml:4:3");
  EXPECT_FALSE(places.has("site.people"));
}

TEST(Reader, WhatIsWrongKeepsItsDefaultAndTheRestIsRead) {
  Problems problems;
  Places places;
  Tank tank;
  scenario::read(parsed("{area: -1 m^2, height: 5 m, outlet: oval}"), tank,
                 {.problems = problems, .places = places});
  EXPECT_EQ(problems.size(), 2u);
  EXPECT_EQ(tank.area_m2, 2);
  EXPECT_EQ(tank.height_m, 5);
  EXPECT_FALSE(places.has("area"));
}

/// Reverses the keys of every map.
void reverse_keys(Node& node) {
  std::reverse(node.entries.begin(), node.entries.end());
  for (auto& entry : node.entries) reverse_keys(entry.value);
  for (auto& item : node.items) reverse_keys(item);
}

TEST(Reader, OrderOfKeysChangesNothing) {
  Node document = parsed(R"(
use_case: tank
title: {ja: 水, en: water}
run: {for: 30 min, step: 50 ms, record: {every: 1 s}}
interventions:
- {id: a, side: fault, from: 1 min, on: TT-101.reading, effect: !ramp {rate: 1 K/s, limit: 5 degC}}
expect:
- {truth: tank.level, max: {at_least: 14 cm, at_most: 2 m}, final: {at_most: 1 m}}
)");
  const auto dump = [](const Node& node) {
    Problems problems;
    const auto understood = understand(node, problems);
    EXPECT_TRUE(understood) << problems.text();
    const PointTable table = points_of(Network{});
    return understood ? scenario::to_node(understood->scenario, units_of(table)) : Node{};
  };
  const Node before = dump(document);
  reverse_keys(document);
  EXPECT_TRUE(scenario::same(before, dump(document)));
}

}  // namespace
}  // namespace twinaxis::test
