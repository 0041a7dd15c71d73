#include "analysis/report/curves.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "analysis/report/report_data.h"

namespace twinaxis::analysis {
namespace {

Column column(const std::string& name, const std::string& unit, std::vector<double> values,
              const std::string& shows = "") {
  Column c;
  c.name = name;
  c.unit = unit;
  c.view = shows.empty() ? View::truth : View::controller;
  c.shows = shows;
  c.minimum = *std::min_element(values.begin(), values.end());
  c.maximum = *std::max_element(values.begin(), values.end());
  c.values = std::move(values);
  return c;
}

Recording recording(std::vector<Column> columns) {
  Recording r;
  for (std::size_t i = 0; i < columns.front().values.size(); ++i) {
    r.times.push_back(time_from_s(static_cast<double>(i)));
  }
  r.columns = std::move(columns);
  return r;
}

PlotWords plot(const std::string& point, const std::string& unit = "",
               const std::vector<std::string>& needs = {}) {
  return {point, {"", ""}, unit, needs, {}};
}

// A bound that a model computes: a recording knows it, words do not; without it nothing is drawn.
TEST(Curves, ALimitMayBeAPointOfTheRun) {
  PlotWords words = plot("lines.rate", "1/h");
  words.limits = {{.text = {"", "bound"}, .point = "lines.bound"}};
  const auto rate = column("lines.rate", "1/s", {0.1, 0.2});
  const Plot with = plot_of(recording({rate, column("lines.bound", "1/s", {0.5, 0.5})}), words);
  ASSERT_EQ(with.limits.size(), 1u);
  EXPECT_NEAR(with.limits[0].value, 1800, 1e-9);
  EXPECT_TRUE(plot_of(recording({rate}), words).limits.empty());
  Words all;
  all.plots = {words};
  Point known;
  known.name = "lines.rate", known.unit = "1/s";
  const auto found = problems(all, {known});
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].path, "plots[0].limits[0].point");
}

// A gateway has ten thermocouples of a zone, and the server has them again: two things to be seen,
// not twenty lines.
TEST(Curves, InstrumentsThatDifferInTheirNumberShareABand) {
  const Plot p = plot_of(
      recording({column("zone", "K", {300, 310}), column("TC-220.reading", "K", {301, 309}, "zone"),
                 column("TC-221.reading", "K", {299, 314}, "zone"),
                 column("TT-201.reading", "K", {300, 310}, "zone"),
                 column("TT-203.reading", "K", {300, 310}, "zone"),
                 column("server1.TC-220.reading", "K", {250, 260}, "zone"),
                 column("TC-222.reading", "K", {300, 312}, "zone")}),
      plot("zone"));
  ASSERT_EQ(p.curves.size(), 5u);
  const Curve& band = p.curves[1];
  EXPECT_EQ(band.names,
            (std::vector<std::string>{"TC-220.reading", "TC-221.reading", "TC-222.reading"}));
  // Lowest and highest of the three at each instant, in degC.
  EXPECT_NEAR(band.low[0], 299 - 273.15, 1e-9);
  EXPECT_NEAR(band.high[0], 301 - 273.15, 1e-9);
  EXPECT_NEAR(band.low[1], 309 - 273.15, 1e-9);
  EXPECT_NEAR(band.high[1], 314 - 273.15, 1e-9);
  // Two of a kind may have different duties, as control and safety have: they stay lines.
  EXPECT_EQ(p.curves[2].names, std::vector<std::string>{"TT-201.reading"});
  EXPECT_EQ(p.curves[3].names, std::vector<std::string>{"TT-203.reading"});
  EXPECT_TRUE(p.curves[2].high.empty());
}

// 0.0016 of the air is 1600 ppm.
TEST(Curves, AskedUnitIsThatOfTheAxis) {
  const Plot p = plot_of(recording({column("room.co", "1", {0, 0.0016})}), plot("room.co", "ppm"));
  EXPECT_EQ(p.unit, "ppm");
  EXPECT_NEAR(p.curves[0].low[1], 1600, 1e-9);
}

TEST(Curves, UnitSuitsTheLargestValue) {
  const auto unit_of = [](const std::string& unit, double largest) {
    return plot_of(recording({column("x", unit, {0, largest})}), plot("x")).unit;
  };
  EXPECT_EQ(unit_of("bytes", 9.02e6), "MB");
  EXPECT_EQ(unit_of("bytes", 1.5e9), "GB");
  EXPECT_EQ(unit_of("m", 1.5e-4), "µm");
  EXPECT_EQ(unit_of("m", 0.02), "mm");
  EXPECT_EQ(unit_of("m", 0.6), "m");
  EXPECT_EQ(unit_of("m", 0), "m");
  EXPECT_EQ(unit_of("W", 4e4), "kW");
}

// An air ratio without a flame divides by no gas: it is no number, and none is drawn.
TEST(Curves, WhatNeedsAFlameHasAGapWithoutOne) {
  const Plot p = plot_of(
      recording({column("air_ratio", "1", {20, 1.5, 1.6, 20}), column("flame", "1", {0, 1, 0, 0}),
                 column("bath_flame", "1", {0, 0, 1, 0})}),
      plot("air_ratio", "", {"flame", "bath_flame"}));
  const auto& drawn = p.curves[0].low;
  EXPECT_TRUE(std::isnan(drawn[0]));
  EXPECT_EQ(drawn[1], 1.5);
  EXPECT_EQ(drawn[2], 1.6);
  EXPECT_TRUE(std::isnan(drawn[3]));
}

Point point(const std::string& name, const std::string& unit) {
  Point p;
  p.name = name;
  p.unit = unit;
  return p;
}

TEST(Curves, PlotsThatCannotBeDrawnAreTold) {
  Words words;
  words.plots = {plot("room.co", "kPa"), plot("rom.co"), plot("room.co", "ppm", {"flam"})};
  const auto found = problems(words, {point("room.co", "1"), point("flame", "1")});
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(found[0].path, "plots[0].unit");
  EXPECT_EQ(found[0].message, "'kPa' is no unit for '1'");
  EXPECT_EQ(found[1].path, "plots[1].point");
  EXPECT_EQ(found[1].message, "no point 'rom.co'; did you mean 'room.co'?");
  EXPECT_EQ(found[2].path, "plots[2].needs[0]");
}

// A furnace has the zones that its scenario gives it: one entry draws them all.
TEST(Curves, APlotOfAFamilyIsOneForEachOfIt) {
  Words words;
  words.names["heating"].name = {"加熱帯", "heating zone"};
  words.plots = {
      {"furnace.<each>.temperature", {"<each>の温度", "<each>, temperature"}, "", {}, {}},
      plot("fan.speed")};
  const auto plots = plots_of(words, recording({column("furnace.heating.temperature", "K", {300}),
                                                column("furnace.burner_power", "W", {0}),
                                                column("furnace.z9.temperature", "K", {300})}));
  ASSERT_EQ(plots.size(), 2u);  // the fan was not recorded
  EXPECT_EQ(plots[0].point, "furnace.heating.temperature");
  EXPECT_EQ(plots[0].title.ja, "加熱帯の温度");
  EXPECT_EQ(plots[1].point, "furnace.z9.temperature");
  EXPECT_EQ(plots[1].title.en, "z9, temperature");  // as the scenario calls it

  const auto found = problems(words, {point("furnace.burner_power", "W"), point("fan.speed", "1")});
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].path, "plots[0].point");
}

}  // namespace
}  // namespace twinaxis::analysis
