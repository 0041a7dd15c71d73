// Poses and contacts of bodies beside the columns of a recording.
#include <gtest/gtest.h>

#include <cstring>
#include <fstream>

#include "sim/core/require.h"
#include "tests/run/sample_run.h"

namespace twinaxis {
namespace {

using namespace testing;

constexpr std::int64_t kStep_ns = 100'000'000;

Manifest manifest_of_two(Duration film_every) {
  Manifest manifest = sample_manifest();
  manifest.bodies = {"arm.hand", "floor"};
  manifest.film_every = film_every;
  return manifest;
}

/// The hand rises by 1 m a step; from step 5 to 7 it touches the floor with 10, 30, 20 N.
Scene scene_at(std::int64_t step) {
  Scene scene;
  scene.poses = {{{0, 0, static_cast<double>(step)}, {1, 0, 0, 0}}, {{1, 2, 3}, {0, 0, 0, 1}}};
  const double force_N[] = {10, 30, 20};
  if (step >= 5 && step <= 7) {
    scene.touches.push_back({0, 1, {4, 5, 6}, {0, 0, force_N[step - 5]}});
  }
  return scene;
}

void feed_film(Recorder& recorder, std::int64_t steps) {
  const auto table = sample_table();
  Bus bus(table);
  for (std::int64_t step = 0; step < steps; ++step) {
    const Time now{step * kStep_ns};
    for (std::uint32_t i = 0; i < table.size(); ++i) bus.write({i}, sample_value(i, step), now);
    recorder.sample(now, bus);
    recorder.film(now, scene_at(step));
  }
}

Recording in_memory(std::int64_t steps, Duration every) {
  Recorder recorder(sample_table(), manifest_of_two(every));
  feed_film(recorder, steps);
  return recorder.finish(Ending::completed, "", {steps * kStep_ns});
}

TEST(Film, HasAFrameOnEachTimeOfItsGrid) {
  const Film film = in_memory(12, duration_from_s(0.4)).film;
  ASSERT_EQ(film.times, (std::vector<Time>{{0}, {4 * kStep_ns}, {8 * kStep_ns}}));
  ASSERT_EQ(film.poses.size(), 6u);
  EXPECT_EQ(film.poses[4].position_m[2], 8);
  EXPECT_EQ(film.poses[5].attitude[3], 1);
}

TEST(Film, KeepsTheStrongestContactBetweenFrames) {
  const Film film = in_memory(12, duration_from_s(0.4)).film;
  ASSERT_EQ(film.contacts.size(), 1u);
  EXPECT_EQ(film.contacts[0].at, Time{6 * kStep_ns});
  EXPECT_EQ(film.contacts[0].touch.force_N[2], 30);
  EXPECT_EQ(in_memory(12, {}).film.contacts.size(), 3u);
}

TEST(Film, IsThereOnlyWhereBodiesAre) {
  Folder folder;
  {
    Recorder recorder(sample_table(), sample_manifest(), folder / "plain.h5");
    feed(recorder, 20);
    recorder.finish(Ending::completed, "", {20 * kStep_ns});
  }
  EXPECT_EQ(bytes_of(folder / "plain.h5").find("film_"), std::string::npos);
  const Recording plain = read_recording(folder / "plain.h5");
  EXPECT_TRUE(plain.film.times.empty());
  EXPECT_TRUE(plain.manifest.bodies.empty());
}

TEST(Film, EntersTheHashAtEveryStepWhateverIsKept) {
  // The rate of the film changes nothing; one pose at a step between frames does.
  const auto hash = in_memory(20, {}).hash;
  EXPECT_EQ(in_memory(20, duration_from_s(1)).hash, hash);
  Recorder recorder(sample_table(), manifest_of_two(duration_from_s(1)));
  feed_film(recorder, 19);
  Bus bus(sample_table());
  for (std::uint32_t i = 0; i < 5; ++i) bus.write({i}, sample_value(i, 19), {19 * kStep_ns});
  recorder.sample({19 * kStep_ns}, bus);
  Scene last = scene_at(19);
  last.poses[1].position_m[0] = std::nextafter(1.0, 2.0);
  recorder.film({19 * kStep_ns}, last);
  EXPECT_NE(recorder.finish(Ending::completed, "", {20 * kStep_ns}).hash, hash);
}

void expect_same(const Film& a, const Film& b) {
  ASSERT_EQ(a.times, b.times);
  ASSERT_EQ(a.poses.size(), b.poses.size());
  ASSERT_EQ(a.contacts.size(), b.contacts.size());
  EXPECT_EQ(std::memcmp(a.poses.data(), b.poses.data(), a.poses.size() * sizeof(Pose)), 0);
  for (std::size_t i = 0; i < a.contacts.size(); ++i) {
    EXPECT_EQ(a.contacts[i].at, b.contacts[i].at);
    EXPECT_EQ(a.contacts[i].touch.b, b.contacts[i].touch.b);
    EXPECT_EQ(a.contacts[i].touch.point_m, b.contacts[i].touch.point_m);
    EXPECT_EQ(a.contacts[i].touch.force_N, b.contacts[i].touch.force_N);
  }
}

TEST(Film, ComesBackFromTheFileBitForBit) {
  Folder folder;
  constexpr std::int64_t steps = 2 * 256 + 77;  // two full chunks, and more
  Recorder recorder(sample_table(), manifest_of_two({}), folder / "run.h5");
  feed_film(recorder, steps);
  const auto written = recorder.finish(Ending::completed, "", {steps * kStep_ns});
  const Recording memory = in_memory(steps, {});
  EXPECT_EQ(written.hash, memory.hash);
  const Recording read = read_recording(folder / "run.h5");
  EXPECT_EQ(read.manifest.bodies, memory.manifest.bodies);
  EXPECT_EQ(read.hash, memory.hash);
  expect_same(read.film, memory.film);
}

TEST(Film, OfAnUnfinishedRunIsReadableAndTheReaderChangesNothing) {
  Folder folder;
  constexpr std::int64_t steps = 256 * 5 + 10;  // the fifth hundred of samples writes one chunk
  Recorder recorder(sample_table(), manifest_of_two({}), folder / "run.h5");
  feed_film(recorder, steps);
  const Recording part = read_recording(folder / "run.h5.part");
  EXPECT_EQ(part.ending, Ending::cut);
  ASSERT_EQ(part.film.times.size(), 5u * 256);
  EXPECT_EQ(part.film.poses[2 * 700].position_m[2], 700);
  EXPECT_EQ(recorder.finish(Ending::completed, "", {steps * kStep_ns}).hash,
            in_memory(steps, {}).hash);
}

TEST(Film, AMissingPoseIsABug) {
  Recorder recorder(sample_table(), manifest_of_two({}));
  EXPECT_THROW(recorder.film({}, {}), ContractError);
}

}  // namespace
}  // namespace twinaxis
