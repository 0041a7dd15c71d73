#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>

#include "analysis/report/assets.h"
#include "analysis/report/report.h"
#include "analysis/report/report_data.h"
#include "tests/analysis/plant.h"

namespace twinaxis::analysis {
namespace {

using Json = nlohmann::json;

Words words() {
  return {.events = {{"vessel.ruptured", {{"破裂", "ruptures"}, true, EventSide::process}},
                     {"sis.", {{"安全計装", "safety system"}, false, EventSide::protection}},
                     {"sis.trip.", {{"トリップ", "trip"}, true, EventSide::protection}}},
          .names = {{"office", {{"事務所", "the office"}, {{"0", {{"閉鎖", "shut"}}}}}}},
          .plots = {{"column.pressure", {"圧力", "pressure"}, "", {}, {{2e5, {"弁", "valve"}}}}},
          .phrases = {{"source", "出典"}}};
}

ReportRun run_named(const std::string& id, Recording recording, const std::string& mitigates = "") {
  recording.manifest.scenario = id;
  recording.manifest.title = {id, id};
  auto outcome = test::judge(recording);
  const PathLine step{.id = "phish",
                      .what = {"標的型メール", "spear phishing"},
                      .technique = "T0865 Spearphishing Attachment",
                      .after = "",
                      .from = "internet",
                      .to = "office",
                      .result = "reached",
                      .reason = "rule mail",
                      .arrival_s = 86400,
                      .likelihood = 0.3};
  const ActLine act{.id = "attack.hot",
                    .effect = "override",
                    .point = "office",
                    .amounts = {{"value", "60 degC"}},
                    .measure = "",
                    .source = "42 ℃"};
  return {std::move(recording), std::move(outcome), mitigates, "source", {}, 0, {step}, {act}};
}

std::vector<Chapter> one_chapter(const std::vector<ReportRun>& runs) {
  return {{{"蒸留", "distillation"}, test::example_plant(), words(), runs}};
}

/// The only chapter of a page, with the note that stands beside the chapters.
Json json_of(const std::vector<ReportRun>& runs) {
  const Json page = Json::parse(report_json(one_chapter(runs)));
  Json chapter = page["chapters"][0];
  chapter["note"] = page["note"];
  return chapter;
}

std::string page_of(const std::vector<ReportRun>& runs) { return html_report(one_chapter(runs)); }

/// The JSON that the page carries.
std::string data_in(const std::string& page) {
  const std::string open = R"(<script id="data" type="application/json">)";
  const auto from = page.find(open) + open.size();
  return page.substr(from, page.find("</script>", from) - from);
}

/// The hour, or a spoilt one, with a pressure and what the controller sees of it.
Recording with_pressure(Recording recording) {
  for (const bool seen : {false, true}) {
    Column column;
    column.name = seen ? "PT.reading" : "column.pressure";
    column.unit = "Pa";
    column.view = seen ? View::controller : View::truth;
    column.shows = seen ? "column.pressure" : "";
    column.values.assign(recording.times.size(), 1e5);
    recording.columns.push_back(std::move(column));
  }
  return recording;
}

/// The pressure made a length, whose unit follows its size.
Recording with_length(Recording recording, double metres) {
  recording = with_pressure(std::move(recording));
  for (Column* column : {&*std::prev(recording.columns.end(), 2), &recording.columns.back()}) {
    column->unit = "m";
    column->maximum = metres;
  }
  return recording;
}

std::vector<double>& truth_of(Recording& recording) {
  return std::prev(recording.columns.end(), 2)->values;
}

TEST(Report, HasEveryKeyThatThePageReads) {
  auto run = run_named("a", with_pressure(test::rupture()));
  run.campaign = summarise({run.outcome.placements});
  const Json json = json_of({run});
  for (const char* path : {"/site/names/control_room/ja",
                           "/site/stakeholders/0/target/2",
                           "/site/axis1/2/en",
                           "/site/axis2/2/ja",
                           "/groups/0/after",
                           "/note/ja",
                           "/runs/0/path/0/what/ja",
                           "/runs/0/path/0/to/en",
                           "/runs/0/path/0/likelihood",
                           "/runs/0/events/0/side",
                           "/site/accident_classes/A/ja",
                           "/site/values/office/0/ja",
                           "/site/criteria/0/fact/en",
                           "/site/criteria/0/at_least/ja",
                           "/site/criteria/0/what/ja",
                           "/site/criteria/0/source",
                           "/site/criteria/0/level",
                           "/runs/0/acts/attack.hot/effect",
                           "/runs/0/acts/attack.hot/point",
                           "/runs/0/acts/attack.hot/source",
                           "/runs/0/acts/attack.hot/measure",
                           "/runs/0/acts/attack.hot/cost_yen",
                           "/runs/0/acts/attack.hot/cost_yen_per_year",
                           "/runs/0/path/0/after",
                           "/runs/0/plots/0/point",
                           "/runs/0/outcome/total_loss_yen",
                           "/runs/0/outcome/spared",
                           "/runs/0/outcome/findings/0/causes/0/at_s",
                           "/runs/0/outcome/findings/0/causes/0/event",
                           "/runs/0/outcome/findings/0/causes/0/words/ja",
                           "/title/en",
                           "/runs/0/versions",
                           "/runs/0/events/0/text/ja",
                           "/runs/0/events/0/shown",
                           "/runs/0/events/0/physical",
                           "/runs/0/plots/0/series/0/view",
                           "/runs/0/plots/0/series/0/names/0",
                           "/runs/0/plots/0/unit",
                           "/phrases/source",
                           "/runs/0/plots/0/t/0",
                           "/runs/0/outcome/casualties/0/words/ja",
                           "/runs/0/outcome/accident_class",
                           "/runs/0/outcome/recovery/works/0/critical",
                           "/runs/0/outcome/recovery/works/0/start_s",
                           "/runs/0/outcome/recovery/works/0/finish_s",
                           "/runs/0/outcome/recovery/services/0/to_95_percent_s",
                           "/runs/0/outcome/recovery/sectors",
                           "/runs/0/outcome/recovery/irreversible/0/what/ja",
                           "/runs/0/outcome/ledger/lines/0/amount_yen",
                           "/runs/0/outcome/ledger/balances/0/own_loss_yen",
                           "/runs/0/outcome/ledger/information",
                           "/runs/0/outcome/findings/0/laws/0/formula",
                           "/runs/0/outcome/findings/0/evidence/0/ja",
                           "/runs/0/outcome/placements/0/axis1/reason/en",
                           "/runs/0/outcome/rulings/0/because/ja",
                           "/runs/0/outcome/placements/0/inside_target",
                           "/runs/0/outcome/placements/0/verdict/ja",
                           "/runs/0/campaign/stakeholders/0/cells/2/2",
                           "/runs/0/campaign/stakeholders/0/loss_yen/p90",
                           "/runs/0/campaign/stakeholders/0/days_to_recover/p50"}) {
    EXPECT_TRUE(json.contains(Json::json_pointer(path))) << path;
  }
}

// Sectors of the region have names of their own, a strip and a line of the ledger.
TEST(Report, SectorsOfTheRegionHaveNameLevelAndLoss) {
  std::vector<Chapter> chapters = one_chapter({run_named("a", test::rupture())});
  Sector works{.name = {"町工場", "workshops"}, .stakeholder = "residents"};
  works.output_yen_per_s = 10;
  works.recovers_in_s = 86400;
  works.needs_services["distillation"] = 0.1;
  chapters[0].site.region["works"] = works;
  ReportRun& run = chapters[0].runs[0];
  run.outcome =
      outcome_of(run.recording, test::distillation(), chapters[0].site, test::unit_costs());
  const Json chapter = Json::parse(report_json(chapters))["chapters"][0];
  EXPECT_EQ(chapter["site"]["names"]["works"]["en"], "workshops");
  const Json& outcome = chapter["runs"][0]["outcome"];
  ASSERT_EQ(outcome["recovery"]["sectors"].size(), 1u);
  const Json& sector = outcome["recovery"]["sectors"][0];
  EXPECT_EQ(sector["sector"], "works");
  EXPECT_EQ(sector["service"], "distillation");
  EXPECT_GT(sector["to_95_percent_s"], 0);
  EXPECT_EQ(sector["level"][0][1], 1);
  const auto& lines = outcome["ledger"]["lines"];
  const auto line = std::ranges::find(lines, "region.works", [](const Json& l) { return l["id"]; });
  ASSERT_NE(line, lines.end());
  EXPECT_EQ((*line)["what"]["ja"], "波及による操業の喪失:町工場");
  EXPECT_EQ((*line)["unit"], "day");
}

TEST(Report, StakeholdersStandInTheOrderOfTheSite) {
  const Json json = json_of({run_named("a", test::normal_hour())});
  std::vector<std::string> ids;
  for (const auto& s : json["site"]["stakeholders"]) ids.push_back(s["id"]);
  EXPECT_EQ(ids, ordered_stakeholders(test::example_plant()));
}

// A spike of one sample among 3600 survives, upwards and downwards, and the curve is much shorter.
TEST(Report, ThinningKeepsEveryExtreme) {
  auto recording = with_pressure(test::normal_hour());
  truth_of(recording)[1234] = 9e5;
  truth_of(recording)[2345] = 2e4;
  const Json plot = json_of({run_named("a", recording)})["runs"][0]["plots"][0];
  ASSERT_EQ(plot["unit"], "kPa");
  const auto values = plot["series"][0]["v"].get<std::vector<double>>();
  EXPECT_EQ(*std::max_element(values.begin(), values.end()), 900);
  EXPECT_EQ(*std::min_element(values.begin(), values.end()), 20);
  EXPECT_LT(values.size(), recording.times.size() / 2);
}

TEST(Report, LimitsAreDrawnInTheUnitOfTheirPlot) {
  const Json plot =
      json_of({run_named("a", with_pressure(test::normal_hour()))})["runs"][0]["plots"][0];
  EXPECT_EQ(plot["limits"][0]["v"], 200);  // kPa
  EXPECT_EQ(plot["limits"][0]["text"]["en"], "valve");
}

// A fifth of a millimetre alone is drawn in micrometres, beside two metres in metres.
TEST(Report, AnIncidentAndItsVariantAreDrawnInOneUnit) {
  auto bad = with_length(test::normal_hour(), 2), good = with_length(test::normal_hour(), 2e-4);
  const Json runs = json_of(
      {run_named("bad", bad), run_named("good", good, "bad"), run_named("alone", good)})["runs"];
  EXPECT_EQ(runs[0]["plots"][0]["unit"], "m");
  EXPECT_EQ(runs[1]["plots"][0]["unit"], "m");
  EXPECT_EQ(runs[2]["plots"][0]["unit"], "µm");
}

// Data write 42 degC, 42 ℃ and 42 °C.
TEST(Report, HasOneSignForDegrees) {
  const Json act = json_of({run_named("a", test::normal_hour())})["runs"][0]["acts"]["attack.hot"];
  EXPECT_EQ(act["amounts"]["value"], "60 °C");
  EXPECT_EQ(act["source"], "42 °C");
}

// JSON has no NaN, and zero would be a reading that nobody saw.
TEST(Report, MissingValueIsAGapNotAZero) {
  auto recording = with_pressure(test::normal_hour());
  auto run = run_named("a", recording);
  auto& values = truth_of(run.recording);
  std::fill(values.begin() + 100, values.end(), std::numeric_limits<double>::quiet_NaN());
  const Json drawn = json_of({run})["runs"][0]["plots"][0]["series"][0]["v"];
  EXPECT_TRUE(drawn.back().is_null());
  EXPECT_TRUE(drawn.front().is_number());
}

// Two use cases on one page, each with its own site and its own runs.
TEST(Report, KeepsChaptersApart) {
  auto two = one_chapter({run_named("a", test::normal_hour())});
  two.push_back(two.front());
  two[1].site.name = {"別の工場", "another site"};
  two[1].runs[0].recording.manifest.scenario = "b";
  const Json chapters = Json::parse(report_json(two))["chapters"];
  ASSERT_EQ(chapters.size(), 2u);
  EXPECT_EQ(chapters[0]["runs"][0]["id"], "a");
  EXPECT_EQ(chapters[1]["runs"][0]["id"], "b");
  EXPECT_EQ(chapters[1]["site"]["name"]["en"], "another site");
}

TEST(Report, AMitigatedRunStandsUnderItsIncident) {
  const Json groups =
      json_of({run_named("safe", test::normal_hour(), "bad"), run_named("bad", test::rupture()),
               run_named("alone", test::normal_hour(), "not here")})["groups"];
  EXPECT_EQ(groups, Json::parse(R"([{"before":1,"after":[0]},{"before":2,"after":[]}])"));
}

TEST(Report, LongestBeginningFindsTheWords) {
  const Words all = words();
  EXPECT_EQ(words_of(all, "sis.trip.high_pressure")->text.en, "trip");
  EXPECT_EQ(words_of(all, "sis.started")->text.en, "safety system");
  EXPECT_EQ(words_of(all, "vessel.ruptured")->text.en, "ruptures");
  EXPECT_EQ(words_of(all, "vessel.ruptured.twice"), nullptr);
}

TEST(Report, NoTextCanEndTheScriptThatCarriesIt) {
  auto run = run_named("a", test::normal_hour());
  run.source = "</script><script>alert(1)</script>";
  const Json carried = Json::parse(data_in(page_of({run})));
  EXPECT_EQ(carried["chapters"][0]["runs"][0]["source"], run.source);
}

// Nothing is fetched: no address in src, href, url() or @import. Chart.js names its own home page
// in a comment and SVG its namespace; neither is fetched.
TEST(Report, OpensWithoutANetwork) {
  const std::string page = page_of({run_named("a", test::rupture())});
  for (const char* fetched : {"src=\"http", "href=\"http", "src='http", "href='http", "src=\"//",
                              "url(http", "@import", "<link", "fetch(\"", "XMLHttpRequest"}) {
    EXPECT_EQ(page.find(fetched), std::string::npos) << fetched;
  }
  EXPECT_EQ(page.find("/*{"), std::string::npos) << "a place was left open";
  EXPECT_NE(page.find(assets::chart_js), std::string::npos);
}

TEST(Report, SameRunsGiveTheSameBytes) {
  const auto once = page_of({run_named("a", test::rupture())});
  EXPECT_EQ(once, page_of({run_named("a", test::rupture())}));
}

}  // namespace
}  // namespace twinaxis::analysis
