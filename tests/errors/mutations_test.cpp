// A damaged scenario never crashes the reader, and never comes out half read.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "sim/core/random.h"
#include "sim/scenario/extends.h"
#include "sim/scenario/writer.h"
#include "tests/scenario/tank.h"

namespace twinaxis::test {
namespace {

constexpr std::uint64_t kMutants = 2000;

const char* const kGood = R"(use_case: tank
title: {ja: 水位の偽装, en: "Level, spoofed"}
site: ../sites/tank.yaml
seed: 7
run: {for: 30 min, step: 100 ms, record: {every: 1 s}}
twin:
  area: !uniform {low: 1.5 m^2, high: 250 dm^2}
  pump_max: 5 L/s
  outlet: square
  gauge_marks: [10 cm, 20 cm]
network:
  hosts:
    plc1: {doc: 'the "first" one'}
    laptop: {zone: office}
attack:
  goal: overflow
  path:
    - {id: enter, technique: T0866, from: internet, to: laptop, takes: !lognormal {median: 3 d, sigma: 0.8}}
    - {id: reach, technique: T0886, from: laptop, to: plc1, needs: ["LIC-101.setpoint > 1 m"], succeeds: 50 %}
  start: {at: reach, time: 5 min}
interventions:
  - {id: blind, after: reach, side: attack, technique: T0856, on: LT-101.reading, effect: !hold {}}
  - id: drift
    side: fault
    from: 10 min
    until: 20 min
    on: TT-101.reading
    effect: !bias {by: 5 degC}
  - id: trip
    side: countermeasure
    measure: MR-19
    on: P-101.command
    when: LT-101.reading > 2.5 m for 2 s
    effect: !override {value: 0}
expect:
  - {truth: tank.level, max: {at_least: 2 m}}
  - {event: tank.overflowed, between: [15 min, 25 min]}
)";

/// One damage, chosen by the stream of that mutant.
std::string damaged(std::string text, std::uint64_t mutant) {
  const Stream random = stream(1, mutant, "mutation");
  const auto pick = [&](std::uint64_t draw, std::size_t n) {
    return static_cast<std::size_t>(bits(random, draw) % n);
  };
  switch (pick(0, 4)) {
    case 0:  // flip bits of up to three bytes
      for (std::uint64_t i = 0; i <= pick(1, 3); ++i) {
        text[pick(2 + 2 * i, text.size())] ^= static_cast<char>(1 + pick(3 + 2 * i, 255));
      }
      return text;
    case 1:
      return text.substr(0, pick(1, text.size()));
    case 2: {  // write one byte that YAML gives a meaning
      constexpr std::string_view signs = ":-{}[],&*!|>'\"%@`#\t\n ";
      text[pick(1, text.size())] = signs[pick(2, signs.size())];
      return text;
    }
    default: {  // swap two lines
      std::vector<std::string> lines;
      std::istringstream in(text);
      for (std::string line; std::getline(in, line);) lines.push_back(line);
      std::swap(lines[pick(1, lines.size())], lines[pick(2, lines.size())]);
      std::string result;
      for (const auto& line : lines) result += line + "\n";
      return result;
    }
  }
}

/// A working folder for the mutants, which are read as files are.
class Mutations : public testing::Test {
 protected:
  void SetUp() override {
    const std::string name = testing::UnitTest::GetInstance()->current_test_info()->name();
    folder_ = std::filesystem::temp_directory_path() / ("twinaxis_mutations_" + name);
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }
  std::filesystem::path file(const std::string& text) const {
    std::ofstream(folder_ / "mutant.yaml", std::ios::binary) << text;
    return folder_ / "mutant.yaml";
  }
  std::filesystem::path folder_;
};

TEST_F(Mutations, TheUndamagedScenarioIsGood) {
  scenario::Problems problems;
  EXPECT_TRUE(understand(file(kGood), problems).has_value()) << problems.text();
}

TEST_F(Mutations, DamageGivesEitherAScenarioOrProblems) {
  std::uint64_t understood = 0;
  for (std::uint64_t mutant = 0; mutant < kMutants; ++mutant) {
    scenario::Problems problems;
    const bool good = understand(file(damaged(kGood, mutant)), problems, mutant).has_value();
    EXPECT_NE(good, !problems.empty()) << "mutant " << mutant;
    EXPECT_EQ(good, problems.text().empty()) << "mutant " << mutant;
    understood += good ? 1 : 0;
  }
  // Damage in titles and in the order of independent lines does no harm; most damage does.
  EXPECT_GT(understood, kMutants / 50);
  EXPECT_LT(understood, kMutants / 2);
}

TEST_F(Mutations, WhatParsesIsWrittenAndReadBackAsTheSameTree) {
  std::uint64_t compared = 0;
  for (std::uint64_t mutant = 0; mutant < kMutants; ++mutant) {
    scenario::Problems problems;
    const auto document = scenario::load_document(file(damaged(kGood, mutant)), problems);
    if (!document) continue;
    const std::string written = scenario::to_yaml(*document);
    const auto again = scenario::parse_document(written, "written.yaml", problems);
    ASSERT_TRUE(again.has_value()) << problems.text() << written;
    EXPECT_TRUE(scenario::same(*document, *again)) << written;
    ++compared;
  }
  EXPECT_GT(compared, kMutants / 4);
}

}  // namespace
}  // namespace twinaxis::test
