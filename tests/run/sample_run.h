#pragma once
// A run of known values for tests of the recorder: what is recorded can be computed again.

#include <filesystem>

#include "sim/run/recorder.h"

namespace twinaxis::testing {

/// Five points of every kind and view.
PointTable sample_table();

/// Step 100 ms, recorded every 500 ms, with texts in both languages.
Manifest sample_manifest();

/// The exact value of a point at a step.
double sample_value(std::size_t point, std::int64_t step);

/// Feeds steps [0, steps) to the recorder, and an event each 70 steps.
void feed(Recorder& recorder, std::int64_t steps);

/// A new, empty directory for one test, removed with it.
class Folder {
 public:
  Folder();
  ~Folder();
  std::filesystem::path operator/(const char* name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

/// Expects that `part` is bit for bit the beginning of `whole`: times, values, events.
void expect_prefix(const Recording& part, const Recording& whole);

/// Every byte of a file.
std::string bytes_of(const std::filesystem::path& file);

}  // namespace twinaxis::testing
