// How the program ends, and what it leaves: exit codes and recordings are promises to scripts.

#include <gtest/gtest.h>

#include <csignal>

#include "sim/run/recorder.h"
#include "tests/app/plant_scenario.h"

namespace twinaxis::test {
namespace {

class Endings : public testing::Test {
 protected:
  Ended run(const std::string& name, const std::string& before = {}) const {
    return shell(before + "twinaxis run " + name + ".yaml --quiet", folder.path());
  }
  fs::path out(const std::string& name) const { return folder.path() / "out" / name; }
  /// `export` and `assess` take what a run left, and say that it is not whole.
  void expect_usable(const std::string& name) const {
    const Ended text = shell("twinaxis export out/" + name + " --csv", folder.path());
    EXPECT_EQ(text.code, 0) << text.err;
    EXPECT_TRUE(text.out.starts_with("time_s,")) << text.out.substr(0, 80);
    EXPECT_NE(text.err.find("did not complete"), std::string::npos) << text.err;
    const Ended judged = shell("twinaxis assess out/" + name, folder.path());
    EXPECT_EQ(judged.code, 0) << judged.err;
    EXPECT_TRUE(fs::exists(out(name) / "outcome.json"));
  }
  TemporaryFolder folder;
};

/// Ten days: no test waits for its end.
const std::string kLong = "run: {for: 240 h, record: {every: 1 s}}\n";

/// Bytes of the recording that grows, and 0 if there is none yet.
std::uintmax_t recorded_bytes(const fs::path& folder) {
  std::error_code none;
  const auto size = fs::file_size(folder / "recording.h5.part", none);
  return none ? 0 : size;
}

TEST_F(Endings, DoneIsZero) {
  plant_scenario(folder, "short", "run: {for: 1 min}\n");
  const Ended ended = run("short");
  EXPECT_EQ(ended.code, 0) << ended.err;
  EXPECT_EQ(files_in(out("short")),
            (std::vector<std::string>{"outcome.json", "recording.h5", "scenario.resolved.yaml"}));
  EXPECT_EQ(read_recording(out("short") / "recording.h5").ending, Ending::completed);
}

TEST_F(Endings, UnmetExpectationIsOneAndKeepsTheRun) {
  plant_scenario(folder, "proud",
                 "run: {for: 1 min}\nexpect:\n  - {truth: column.xD, min: {at_least: 0.999}}\n");
  const Ended ended = run("proud");
  EXPECT_EQ(ended.code, 1) << ended.err;
  EXPECT_NE(ended.out.find("not as expected: min of column.xD: expected >= 0.999, found 0.9"),
            std::string::npos)
      << ended.out;
  EXPECT_EQ(read_recording(out("proud") / "recording.h5").ending, Ending::completed);
}

TEST_F(Endings, BadInputIsTwoAndNothingIsWritten) {
  plant_scenario(folder, "good", "run: {for: 1 min}\n");
  plant_scenario(folder, "bad", "run: {for: 1 parsec}\n");
  const Ended ended = shell("twinaxis run good.yaml bad.yaml", folder.path());
  EXPECT_EQ(ended.code, 2);
  EXPECT_NE(ended.err.find("bad.yaml:2:12"), std::string::npos) << ended.err;
  EXPECT_NE(ended.err.find("nothing was run"), std::string::npos) << ended.err;
  EXPECT_EQ(files_in(folder.path()), (std::vector<std::string>{"bad.yaml", "good.yaml"}));
}

TEST_F(Endings, WhereNothingCanBeWrittenNothingRuns) {
  for (const char* out : {"/dev/null/x", "\"\""}) {
    const Ended ended =
        shell(std::string("twinaxis run distillation/normal --quiet --out ") + out, folder.path());
    EXPECT_EQ(ended.code, 2) << out << ended.out << ended.err;
    EXPECT_NE(ended.err.find("nothing was run"), std::string::npos) << ended.err;
  }
}

TEST_F(Endings, NumericFailureIsThreeAndKeepsTheRecording) {
  // No fire gives so many watts: admissible, for a heat is any number from 0 on, and absurd.
  plant_scenario(folder, "absurd",
                 "run: {for: 10 min}\ninterventions:\n  - {id: sun, side: fault, "
                 "on: column.fire_heat, from: 2 min, effect: !override {value: 1e300 W}}\n");
  const Ended ended = run("absurd");
  EXPECT_EQ(ended.code, 3) << ended.err;
  EXPECT_NE(ended.out.find("failed at 120.000 s"), std::string::npos) << ended.out;
  const Recording kept = read_recording(out("absurd") / "recording.h5");
  EXPECT_EQ(kept.ending, Ending::failed);
  EXPECT_EQ(kept.times.back(), time_from_s(120));
  EXPECT_NE(ended.out.find(kept.reason), std::string::npos);
  expect_usable("absurd");
}

TEST_F(Endings, InterruptIs130AndKeepsTheRecording) {
  for (const int signal : {SIGINT, SIGTERM}) {
    const std::string name = "long" + std::to_string(signal);
    plant_scenario(folder, name, kLong);
    // exec: the signal is for the program, as from a terminal, not for a shell around it.
    const Ended ended =
        shell("exec twinaxis run " + name + ".yaml --quiet", folder.path(), [&](int group) {
          EXPECT_TRUE(wait_until([&] { return recorded_bytes(out(name)) > 400'000; }));
          ::kill(signal == SIGINT ? -group : group, signal);
        });
    EXPECT_EQ(ended.code, 130) << ended.err;
    EXPECT_NE(ended.out.find("interrupted"), std::string::npos) << ended.out << ended.err;
    const Recording kept = read_recording(out(name) / "recording.h5");
    EXPECT_EQ(kept.ending, Ending::interrupted);
    EXPECT_GT(kept.times.size(), 1u);
    expect_usable(name);
  }
}

TEST_F(Endings, KilledRunLeavesAReadableBeginning) {
  for (const std::uintmax_t bytes : {1u, 300'000u, 900'000u}) {
    const std::string name = "killed" + std::to_string(bytes);
    plant_scenario(folder, name, kLong);
    const Ended ended =
        shell("exec twinaxis run " + name + ".yaml --quiet", folder.path(), [&](int group) {
          EXPECT_TRUE(wait_until([&] { return recorded_bytes(out(name)) >= bytes; }));
          ::kill(-group, SIGKILL);
        });
    EXPECT_EQ(ended.signal, SIGKILL);
    const fs::path part = out(name) / "recording.h5.part";
    ASSERT_TRUE(fs::exists(part));
    if (bytes == 1) continue;  // the head itself may not be whole yet
    EXPECT_EQ(read_recording(part).ending, Ending::cut);
    expect_usable(name);
  }
}

TEST_F(Endings, FullDiskKeepsWhatWasWrittenAndSaysSo) {
  plant_scenario(folder, "big", kLong);
  // A limit on the size of files is a disk that is full at that size: dash counts blocks of 512
  // bytes, so this is 1 MB.
  const Ended ended = run("big", "ulimit -f 2048; ");
  EXPECT_EQ(ended.code, 130) << ended.err;
  EXPECT_NE(ended.out.find("interrupted"), std::string::npos) << ended.out << ended.err;
  EXPECT_NE(ended.out.find("File too large"), std::string::npos) << ended.out;
  const Recording kept = read_recording(out("big") / "recording.h5.part");
  EXPECT_GT(kept.times.size(), 256u);
  expect_usable("big");
}

}  // namespace
}  // namespace twinaxis::test
