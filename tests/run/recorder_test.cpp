#include "sim/run/recorder.h"

#include <gtest/gtest.h>

#include <cmath>

#include "sim/core/require.h"
#include "tests/run/sample_run.h"

namespace twinaxis {
namespace {

using namespace testing;

constexpr std::int64_t kSteps =
    3 * 256 * 5 + 41;  // three full chunks at 5 steps a sample, and more

Recording in_memory(std::int64_t steps) {
  Recorder recorder(sample_table(), sample_manifest());
  feed(recorder, steps);
  return recorder.finish(Ending::completed, "", {steps * 100'000'000});
}

Recording to_file(const std::filesystem::path& file, std::int64_t steps) {
  Recorder recorder(sample_table(), sample_manifest(), file);
  feed(recorder, steps);
  return recorder.finish(Ending::completed, "", {steps * 100'000'000});
}

TEST(Recorder, KeepsTheSamplesOnTheGridOnly) {
  const auto recording = in_memory(12);  // 0 to 1.1 s: 0, 0.5 and 1 s are recorded
  ASSERT_EQ(recording.times, (std::vector<Time>{{0}, {500'000'000}, {1'000'000'000}}));
  EXPECT_EQ(recording.find("hmi.pressure")->values, (std::vector<double>{0, 5, 10}));
  EXPECT_EQ(recording.end, Time{1'200'000'000});
}

TEST(Recorder, TakesExtremesOfStepsThatAreNotRecorded) {
  const auto recording = in_memory(13);
  // The ramp grows by 1 a step: step 12, at 1.2 s, is the largest, and between two samples.
  const auto* ramp = recording.find("hmi.pressure");
  EXPECT_EQ(ramp->maximum, 12);
  EXPECT_EQ(ramp->at_maximum, Time{1'200'000'000});
  EXPECT_EQ(ramp->minimum, 0);
}

TEST(Recorder, DescribesColumnsAsThePointsAre) {
  const auto recording = in_memory(1);
  const auto table = sample_table();
  ASSERT_EQ(recording.columns.size(), table.size());
  for (std::size_t i = 0; i < table.size(); ++i) {
    const auto& point = table.all()[i];
    EXPECT_EQ(recording.columns[i].name, point.name);
    EXPECT_EQ(recording.columns[i].unit, point.unit);
    EXPECT_EQ(recording.columns[i].kind, point.kind);
    EXPECT_EQ(recording.columns[i].view, point.view);
    EXPECT_EQ(recording.columns[i].doc, point.doc);
    EXPECT_EQ(recording.columns[i].shows, point.shows);
  }
}

/// Hash of two steps (the second is off the recording grid) and an event.
std::uint64_t hash_with(double second_value, const Event& event) {
  const auto table = sample_table();
  Recorder recorder(table, sample_manifest());
  Bus bus(table);
  recorder.sample({0}, bus);
  EventLog log{event};
  recorder.take(log);
  bus.write({4}, second_value, {100'000'000});
  recorder.sample({100'000'000}, bus);
  return recorder.finish(Ending::completed, "", {100'000'000}).hash;
}

TEST(Recorder, HashesEveryBitOfEveryStepAndEvent) {
  const Event event{.at = {5}, .name = "trip", .detail = "high", .value = 1, .unit = "Pa"};
  const auto hash = hash_with(1, event);
  EXPECT_EQ(hash_with(1, event), hash);
  EXPECT_NE(hash_with(std::nextafter(1.0, 2.0), event), hash) << "one bit of a step not recorded";
  for (const auto& [changed, what] : std::vector<std::pair<Event, const char*>>{
           {{.at = {6}, .name = "trip", .detail = "high", .value = 1, .unit = "Pa"}, "time"},
           {{.at = {5}, .name = "trap", .detail = "high", .value = 1, .unit = "Pa"}, "name"},
           {{.at = {5}, .name = "trip", .detail = "higi", .value = 1, .unit = "Pa"}, "detail"},
           {{.at = {5}, .name = "trip", .detail = "high", .value = 2, .unit = "Pa"}, "value"},
           {{.at = {5}, .name = "trip", .detail = "high", .value = 1, .unit = "K"}, "unit"},
           {{.at = {5}, .name = "triph", .detail = "igh", .value = 1, .unit = "Pa"}, "border"}}) {
    EXPECT_NE(hash_with(1, changed), hash) << what;
  }
}

TEST(Recorder, SortsEventsByTimeAndKeepsTheOrderWithinATime) {
  Recorder recorder(sample_table(), sample_manifest());
  EventLog log{{{9}, "late", "", 0, ""}, {{3}, "b", "", 0, ""}, {{3}, "a", "", 0, ""}};
  recorder.take(log);
  EXPECT_TRUE(log.empty());
  const auto recording = recorder.finish(Ending::failed, "diverged", {9});
  ASSERT_EQ(recording.events.size(), 3u);
  EXPECT_EQ(recording.events[0].name, "b");
  EXPECT_EQ(recording.events[1].name, "a");
  EXPECT_EQ(recording.events[2].name, "late");
}

TEST(Recorder, ReadsBackWhatItWroteBitForBit) {
  const Folder folder;
  const auto memory = in_memory(kSteps);
  const auto summary = to_file(folder / "run.h5", kSteps);
  const auto read = read_recording(folder / "run.h5");
  ASSERT_EQ(read.times.size(), memory.times.size());
  ASSERT_EQ(read.events.size(), memory.events.size());
  expect_prefix(read, memory);
  for (const auto* other : {&summary, &read}) {
    EXPECT_EQ(other->hash, memory.hash);
    EXPECT_EQ(other->end, memory.end);
    EXPECT_EQ(other->ending, Ending::completed);
    EXPECT_EQ(other->events.size(), memory.events.size());
    for (std::size_t c = 0; c < memory.columns.size(); ++c) {
      EXPECT_EQ(other->columns[c].minimum, memory.columns[c].minimum);
      EXPECT_EQ(other->columns[c].maximum, memory.columns[c].maximum);
      EXPECT_EQ(other->columns[c].at_minimum, memory.columns[c].at_minimum);
      EXPECT_EQ(other->columns[c].at_maximum, memory.columns[c].at_maximum);
    }
  }
  EXPECT_TRUE(summary.times.empty()) << "with a file, samples stay in the file";
  EXPECT_FALSE(std::filesystem::exists(folder / "run.h5.part"));
}

TEST(Recorder, ReadsBackManifestAndColumns) {
  const Folder folder;
  to_file(folder / "run.h5", 10);
  const auto read = read_recording(folder / "run.h5");
  const auto expected = sample_manifest();
  EXPECT_EQ(read.manifest.scenario, expected.scenario);
  EXPECT_EQ(read.manifest.use_case, expected.use_case);
  EXPECT_EQ(read.manifest.title.ja, expected.title.ja);
  EXPECT_EQ(read.manifest.title.en, expected.title.en);
  EXPECT_EQ(read.manifest.seed, expected.seed);
  EXPECT_EQ(read.manifest.sample, expected.sample);
  EXPECT_EQ(read.manifest.step, expected.step);
  EXPECT_EQ(read.manifest.record_every, expected.record_every);
  EXPECT_EQ(read.manifest.planned, expected.planned);
  EXPECT_EQ(read.manifest.resolved_yaml, expected.resolved_yaml);
  ASSERT_EQ(read.manifest.attacks.size(), expected.attacks.size());
  for (std::size_t i = 0; i < expected.attacks.size(); ++i) {
    EXPECT_EQ(read.manifest.attacks[i].event, expected.attacks[i].event);
    EXPECT_EQ(read.manifest.attacks[i].effect, expected.attacks[i].effect);
    EXPECT_EQ(read.manifest.attacks[i].points, expected.attacks[i].points);
  }
  EXPECT_EQ(read.manifest.inputs, expected.inputs);
  EXPECT_EQ(read.manifest.versions, expected.versions);
  const auto memory = in_memory(1);
  for (std::size_t c = 0; c < memory.columns.size(); ++c) {
    EXPECT_EQ(read.columns[c].unit, memory.columns[c].unit);
    EXPECT_EQ(read.columns[c].kind, memory.columns[c].kind);
    EXPECT_EQ(read.columns[c].view, memory.columns[c].view);
    EXPECT_EQ(read.columns[c].doc, memory.columns[c].doc);
    EXPECT_EQ(read.columns[c].shows, memory.columns[c].shows);
  }
}

TEST(Recorder, KeepsAFailedRunWithItsReason) {
  const Folder folder;
  Recorder recorder(sample_table(), sample_manifest(), folder / "run.h5");
  feed(recorder, 7);
  recorder.finish(Ending::failed, "column: not finite", {600'000'000});
  const auto read = read_recording(folder / "run.h5");
  EXPECT_EQ(read.ending, Ending::failed);
  EXPECT_EQ(read.reason, "column: not finite");
  EXPECT_EQ(read.end, Time{600'000'000});
  EXPECT_EQ(read.times.size(), 2u);
}

TEST(Recorder, WritesARunWithoutAStep) {
  const Folder folder;
  Recorder recorder(sample_table(), sample_manifest(), folder / "run.h5");
  recorder.finish(Ending::interrupted, "stopped before the first step", {});
  const auto read = read_recording(folder / "run.h5");
  EXPECT_EQ(read.ending, Ending::interrupted);
  EXPECT_TRUE(read.times.empty());
}

TEST(Recorder, ReplacesWhatItsTextsCannotHold) {
  // NUL separates texts in the file, and JSON is UTF-8; neither may lose the rest of a run.
  const Folder folder;
  auto manifest = sample_manifest();
  manifest.title.en = "bad \xFF byte";
  Recorder recorder(sample_table(), manifest, folder / "run.h5");
  EventLog log{{{}, std::string("a\0b", 3), "d", 0, ""}};
  recorder.take(log);
  recorder.finish(Ending::completed, "", {});
  const auto read = read_recording(folder / "run.h5");
  EXPECT_EQ(read.events.at(0).name, "a b");
  EXPECT_EQ(read.events.at(0).detail, "d");
  EXPECT_EQ(read.manifest.title.en, "bad \xEF\xBF\xBD byte");  // U+FFFD
}

TEST(Recorder, SaysWhyAFileCannotBeCreated) {
  try {
    Recorder recorder(sample_table(), sample_manifest(), "/no/such/folder/run.h5");
    FAIL() << "was created";
  } catch (const std::runtime_error& error) {
    EXPECT_STREQ(error.what(),
                 "/no/such/folder/run.h5.part: cannot be written: No such file or directory");
  }
}

TEST(Recorder, FinishesOnce) {
  Recorder recorder(sample_table(), sample_manifest());
  recorder.finish(Ending::completed, "", {});
  EXPECT_THROW(recorder.finish(Ending::completed, "", {}), ContractError);
}

}  // namespace
}  // namespace twinaxis
