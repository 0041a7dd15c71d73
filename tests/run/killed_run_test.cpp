// A run that dies at any moment, or whose disk is full, leaves a readable recording.

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <functional>
#include <thread>

#include "sim/core/random.h"
#include "tests/run/disk.h"
#include "tests/run/sample_run.h"

namespace twinaxis {
namespace {

using namespace testing;

constexpr std::int64_t kStepsPerChunk = 256 * 5;  // 256 samples, one each five steps
constexpr std::int64_t kManySteps = 6 * kStepsPerChunk + 500;

Recording whole() {
  Recorder recorder(sample_table(), sample_manifest());
  feed(recorder, kManySteps);
  return recorder.finish(Ending::completed, "", {kManySteps * 100'000'000});
}

Recording record(const std::filesystem::path& file) {
  Recorder recorder(sample_table(), sample_manifest(), file);
  feed(recorder, kManySteps);
  return recorder.finish(Ending::completed, "", {kManySteps * 100'000'000});
}

/// Runs `work` in a child and gives back how the child ended (waitpid status).
int in_child(const std::function<void()>& work) {
  const pid_t child = fork();
  if (child == 0) {
    work();
    _exit(0);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return status;
}

bool was_killed(int status) { return WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL; }

/// Writes of an undisturbed run, of which the first `before_data` make the empty file.
struct Writes {
  std::uint64_t before_data = 0;
  std::uint64_t all = 0;
};
Writes count_writes(const std::filesystem::path& file) {
  Writes writes;
  set_disk(Fate::works);
  {
    Recorder recorder(sample_table(), sample_manifest(), file);
    writes.before_data = disk_writes();
    feed(recorder, kManySteps);
    recorder.finish(Ending::completed, "", {kManySteps * 100'000'000});
  }
  writes.all = disk_writes();
  return writes;
}

/// The part is an intact beginning: whole chunks, their events, hash and extremes.
void expect_intact_beginning(const Recording& part, const Recording& all) {
  expect_prefix(part, all);
  if (part.ending == Ending::completed) {
    EXPECT_EQ(part.hash, all.hash);
    return;
  }
  EXPECT_EQ(part.ending, Ending::cut);
  EXPECT_NE(part.reason.find("without closing"), std::string::npos) << part.reason;
  if (part.times.empty()) return;
  // Extremes of the recorded ramp (it grows by one a step): its first and last sample.
  EXPECT_EQ(part.columns[2].minimum, 0);
  EXPECT_EQ(part.columns[2].maximum, part.columns[2].values.back());
  EXPECT_EQ(part.columns[2].at_maximum, part.times.back());
}

void expect_survives_every_write(Fate fate) {
  const Folder folder;
  const auto all = whole();
  const auto writes = count_writes(folder / "counted.h5");
  ASSERT_GT(writes.all, writes.before_data + 20) << "the disk of the test sees the writes of HDF5";
  std::size_t most = 0;
  for (auto n = writes.before_data + 1; n <= writes.all; ++n) {
    SCOPED_TRACE("killed at write " + std::to_string(n) + " of " + std::to_string(writes.all));
    const int status = in_child([&] {
      set_disk(fate, n);
      record(folder / "run.h5");
    });
    ASSERT_TRUE(was_killed(status));
    const auto part = read_recording(folder / "run.h5.part");
    expect_intact_beginning(part, all);
    // What was once on disk stays: a later death never leaves less.
    EXPECT_GE(part.times.size(), most);
    most = part.times.size();
  }
  EXPECT_EQ(most, all.times.size());
}

TEST(KilledRun, IsReadableWhereverItIsKilled) { expect_survives_every_write(Fate::kills_before); }

TEST(KilledRun, IsReadableIfKilledAmidAWrite) { expect_survives_every_write(Fate::kills_amid); }

TEST(KilledRun, IsReadableAfterASignalFromOutside) {
  // The moments are seeded, the machine decides what they hit; what is claimed holds for all.
  const Folder folder;
  const auto all = whole();
  const auto moments = stream(7, 0, "kill");
  for (std::uint64_t n = 0; n < 20; ++n) {
    std::filesystem::remove(folder / "run.h5.part");
    const pid_t child = fork();
    if (child == 0) {
      while (true) record(folder / "run.h5");
    }
    const auto wait_us = static_cast<std::int64_t>(5000 + 30000 * uniform(moments, n));
    std::this_thread::sleep_for(std::chrono::microseconds(wait_us));
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    if (std::filesystem::exists(folder / "run.h5")) {
      expect_intact_beginning(read_recording(folder / "run.h5"), all);
    }
    if (!std::filesystem::exists(folder / "run.h5.part")) continue;
    try {
      expect_intact_beginning(read_recording(folder / "run.h5.part"), all);
    } catch (const std::runtime_error& error) {
      // Killed while the empty file was made: nothing was recorded, and the error says so.
      EXPECT_EQ(std::string(error.what()).find((folder / "run.h5.part").string()), 0u);
    }
  }
}

TEST(KilledRun, SaysHowMuchIsIntact) {
  const Folder folder;
  {  // A recorder that goes away without finish(): two chunks are on disk, the rest is not.
    Recorder recorder(sample_table(), sample_manifest(), folder / "run.h5");
    feed(recorder, 2 * kStepsPerChunk + 100);
  }
  const auto part = read_recording(folder / "run.h5.part");
  // Sample 512, counted from 1, is that of step 511 * 5 = 2555, at 255.5 s.
  EXPECT_EQ(part.reason,
            "the run ended without closing the recording; 512 samples up to 0:04:15.500 are "
            "intact; extremes are those of the recorded samples");
  EXPECT_EQ(part.end, Time{255'500'000'000});
  // The hash is that of a run which ended there.
  Recorder shorter(sample_table(), sample_manifest());
  feed(shorter, 2556);
  EXPECT_EQ(part.hash, shorter.finish(Ending::completed, "", {}).hash);
}

TEST(KilledRun, CanBeFollowedWhileItRuns) {
  // In a process of its own: within one, HDF5 would show the reader what is still in memory.
  const Folder folder;
  int ready[2];
  ASSERT_EQ(pipe(ready), 0);
  const pid_t child = fork();
  if (child == 0) {
    Recorder recorder(sample_table(), sample_manifest(), folder / "run.h5");
    feed(recorder, kStepsPerChunk + 10);
    const bool told = write(ready[1], "!", 1) == 1;
    pause();
    _exit(told ? 0 : 1);
  }
  char byte = 0;
  ASSERT_EQ(read(ready[0], &byte, 1), 1);
  const auto part = read_recording(folder / "run.h5.part");
  kill(child, SIGKILL);
  waitpid(child, nullptr, 0);
  EXPECT_EQ(part.times.size(), 256u) << "the chunk that is full, not the samples after it";
}

TEST(FullDisk, LeavesWhatWasWrittenAndSaysWhy) {
  const Folder folder;
  const auto all = whole();
  const auto writes = count_writes(folder / "counted.h5");
  for (auto n = writes.before_data + 1; n <= writes.all; ++n) {
    SCOPED_TRACE("full at write " + std::to_string(n) + " of " + std::to_string(writes.all));
    Recorder recorder(sample_table(), sample_manifest(), folder / "run.h5");
    set_disk(Fate::full, n - writes.before_data);
    std::string thrown;
    try {
      feed(recorder, kManySteps);
    } catch (const DiskFull& error) {
      thrown = error.what();
    }
    const auto summary = recorder.finish(Ending::completed, "", {kManySteps * 100'000'000});
    set_disk(Fate::works);
    const std::string expected =
        (folder / "run.h5.part").string() + ": cannot be written: No space left on device";
    EXPECT_EQ(summary.ending, Ending::interrupted);
    EXPECT_EQ(summary.reason, expected);
    EXPECT_TRUE(thrown.empty() || thrown == expected) << thrown;
    EXPECT_FALSE(std::filesystem::exists(folder / "run.h5"));
    const auto part = read_recording(folder / "run.h5.part");
    expect_intact_beginning(part, all);
  }
}

TEST(FullDisk, IsNoticedAtALimitOfTheSystem) {
  const Folder folder;
  const auto all = whole();
  record(folder / "whole.h5");
  const auto size = std::filesystem::file_size(folder / "whole.h5");
  std::size_t most = 0;
  for (std::uint64_t tenth = 4; tenth < 10; ++tenth) {
    SCOPED_TRACE("full at " + std::to_string(tenth) + " tenths of " + std::to_string(size));
    const int status = in_child([&] {
      std::signal(SIGXFSZ, SIG_IGN);
      const rlimit limit{tenth * size / 10, tenth * size / 10};
      setrlimit(RLIMIT_FSIZE, &limit);
      std::string why;
      try {
        why = record(folder / "run.h5").reason;  // full when the last chunk is written
      } catch (const DiskFull& error) {
        why = error.what();  // full before
      }
      _exit(why.ends_with("File too large") ? 42 : 1);
    });
    ASSERT_TRUE(WIFEXITED(status));
    ASSERT_EQ(WEXITSTATUS(status), 42);
    const auto part = read_recording(folder / "run.h5.part");
    expect_intact_beginning(part, all);
    most = std::max(most, part.times.size());
  }
  EXPECT_GE(most, 256u) << "nine tenths of the bytes hold the first of six chunks";
}

}  // namespace
}  // namespace twinaxis
