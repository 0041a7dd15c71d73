// Files that are no intact recording give an error that names file and reason, never a crash.

#include <gtest/gtest.h>

#include <fstream>

#include "sim/core/random.h"
#include "sim/run/hdf5_file.h"
#include "tests/run/sample_run.h"

namespace twinaxis {
namespace {

using namespace testing;

void write_bytes(const std::filesystem::path& file, const std::string& bytes) {
  std::ofstream(file, std::ios::binary).write(bytes.data(), std::ssize(bytes));
}

/// What read_recording says of `file`, without the words that all errors share; "" if it reads.
std::string complaint(const std::filesystem::path& file) {
  try {
    read_recording(file);
  } catch (const std::runtime_error& error) {
    const std::string start = file.string() + ": cannot be read as a recording: ";
    const std::string text = error.what();
    EXPECT_TRUE(text.starts_with(start)) << text;
    return text.substr(std::min(start.size(), text.size()));
  }
  return "";
}

Recording short_recording(const std::filesystem::path& file) {
  constexpr std::int64_t steps = 2 * 256 * 5 + 300;
  Recorder recorder(sample_table(), sample_manifest(), file);
  feed(recorder, steps);
  recorder.finish(Ending::completed, "", {steps * 100'000'000});
  return read_recording(file);
}

TEST(DamagedFile, NamesWhatIsNoRecording) {
  const Folder folder;
  EXPECT_EQ(complaint(folder / "missing.h5"), "no such file");
  write_bytes(folder / "empty.h5", "");
  EXPECT_EQ(complaint(folder / "empty.h5"), "the file is empty");
  EXPECT_EQ(complaint(folder / "."), "not a file");
  write_bytes(folder / "text.h5", std::string(5000, 'x'));
  EXPECT_EQ(complaint(folder / "text.h5"), "the file is not HDF5");
  { auto other = hdf5::File::create(folder / "other.h5"); }
  EXPECT_EQ(complaint(folder / "other.h5"), "it has no table 'head'");
}

TEST(DamagedFile, PointsToAnUnfinishedRecording) {
  const Folder folder;
  { Recorder recorder(sample_table(), sample_manifest(), folder / "run.h5"); }
  EXPECT_EQ(complaint(folder / "run.h5"),
            "no such file; the run is unfinished: read " + (folder / "run.h5.part").string());
}

TEST(DamagedFile, RefusesAnotherLayout) {
  const Folder folder;
  {
    auto file = hdf5::File::create(folder / "next.h5");
    auto head = file.add<char>("head", {1, 64}, hdf5::Packing::checked);
    head.append<char>(std::string(R"({"format": "twinaxis recording", "layout": 99})"));
  }
  EXPECT_EQ(complaint(folder / "next.h5"), "layout 99, this program reads 2");
}

TEST(DamagedFile, IsRefusedWhereverItIsTruncated) {
  const Folder folder;
  short_recording(folder / "run.h5");
  const auto bytes = bytes_of(folder / "run.h5");
  for (std::size_t size = 1; size < bytes.size(); size += 97) {
    write_bytes(folder / "short.h5", bytes.substr(0, size));
    EXPECT_NE(complaint(folder / "short.h5"), "") << "cut to " << size << " bytes";
  }
}

TEST(DamagedFile, NeverReadsAsSomethingElse) {
  // A flipped bit is found by a checksum of HDF5 or by the hash of a chunk; or it hits the tail,
  // and the file is one that was not closed; or it hits unused space, and all is as it was written.
  const Folder folder;
  const auto whole = short_recording(folder / "run.h5");
  const auto bytes = bytes_of(folder / "run.h5");
  const auto draws = stream(11, 0, "flip");
  std::size_t found = 0;
  for (std::uint64_t n = 0; n < 800; ++n) {
    auto damaged = bytes;
    const auto at = bits(draws, 2 * n) % bytes.size();
    damaged[at] = static_cast<char>(damaged[at] ^ (1 << (bits(draws, 2 * n + 1) % 8)));
    write_bytes(folder / "flipped.h5", damaged);
    SCOPED_TRACE("bit flipped at byte " + std::to_string(at));
    if (complaint(folder / "flipped.h5") != "") {
      ++found;
      continue;
    }
    const auto read = read_recording(folder / "flipped.h5");
    expect_prefix(read, whole);
    if (read.ending == Ending::cut) continue;
    ASSERT_EQ(read.times.size(), whole.times.size());
    ASSERT_EQ(read.events.size(), whole.events.size());
    EXPECT_EQ(read.hash, whole.hash);
    EXPECT_EQ(read.columns[2].maximum, whole.columns[2].maximum);
    EXPECT_EQ(read.manifest.resolved_yaml, whole.manifest.resolved_yaml);
  }
  EXPECT_GT(found, 200u) << "a good part of the file is in use";
}

}  // namespace
}  // namespace twinaxis
