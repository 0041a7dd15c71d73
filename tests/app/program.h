#pragma once
// The program `twinaxis` as a user meets it: a process of its own, two streams, an exit code.

#include <gtest/gtest.h>

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace twinaxis::test {

namespace fs = std::filesystem;

struct Ended {
  int code = -1;   ///< exit code, or -1 if a signal ended it
  int signal = 0;  ///< that signal
  std::string out;
  std::string err;
};

/// Names a test after its scenario: "distillation/normal" -> "distillation_normal".
std::string name_of_scenario(const testing::TestParamInfo<std::string>& scenario);

/// A folder that goes away with its owner.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  const fs::path& path() const { return path_; }
  /// Writes a file in it and returns where.
  fs::path file(const std::string& name, const std::string& text) const;

 private:
  fs::path path_;
};

/// Runs a line of `sh` in `folder`, in a process group of its own, with `twinaxis` of this build on
/// PATH, TWINAXIS_DATA at the sources and English as the language.
Ended shell(const std::string& line, const fs::path& folder);

/// As shell(), but `meanwhile` gets the process group while the line runs; then the end is awaited.
Ended shell(const std::string& line, const fs::path& folder,
            const std::function<void(int group)>& meanwhile);

/// Waits until `happened`, or for a minute at most; says which.
bool wait_until(const std::function<bool()>& happened);

std::string text_of(const fs::path& file);
/// Files below a folder, relative to it and sorted.
std::vector<std::string> files_in(const fs::path& folder);

}  // namespace twinaxis::test
