#include "tests/app/program.h"

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <system_error>
#include <thread>

namespace twinaxis::test {
namespace {

/// In the child: only what may be called between fork and exec.
[[noreturn]] void become_shell(const std::string& line, const fs::path& folder,
                               const fs::path& streams, char* const* environment) {
  ::setpgid(0, 0);
  const std::string all = "exec >" + (streams / "out").string() + " 2>" +
                          (streams / "err").string() + "; cd " + folder.string() + " || exit 99\n" +
                          line;
  const char* const arguments[] = {"sh", "-c", all.c_str(), nullptr};
  ::execve("/bin/sh", const_cast<char* const*>(arguments), environment);
  ::_exit(98);
}

}  // namespace

std::string name_of_scenario(const testing::TestParamInfo<std::string>& scenario) {
  std::string name = scenario.param;
  std::replace(name.begin(), name.end(), '/', '_');
  return name;
}

TemporaryFolder::TemporaryFolder() {
  std::string name = (fs::temp_directory_path() / "twinaxis-test-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) {
    throw std::system_error(errno, std::generic_category(), "cannot make a temporary folder");
  }
  path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

fs::path TemporaryFolder::file(const std::string& name, const std::string& text) const {
  const fs::path path = path_ / name;
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
  return path;
}

Ended shell(const std::string& line, const fs::path& folder) {
  return shell(line, folder, [](int) {});
}

Ended shell(const std::string& line, const fs::path& folder,
            const std::function<void(int group)>& meanwhile) {
  const TemporaryFolder streams;
  const char* path = std::getenv("PATH");
  std::vector<std::string> variables{
      "PATH=" TWINAXIS_BINARY_DIR "/bin:" + std::string(path != nullptr ? path : "/bin:/usr/bin"),
      "TWINAXIS_DATA=" TWINAXIS_SOURCE_DIR, "LC_ALL=C.UTF-8", "HOME=" + folder.string()};
  std::vector<char*> environment;
  for (std::string& variable : variables) environment.push_back(variable.data());
  environment.push_back(nullptr);

  const pid_t pid = ::fork();
  if (pid < 0) throw std::system_error(errno, std::generic_category(), "cannot start a shell");
  if (pid == 0) become_shell(line, folder, streams.path(), environment.data());
  ::setpgid(pid, pid);  // whoever of the two comes first
  meanwhile(pid);
  int status = 0;
  while (::waitpid(pid, &status, 0) < 0 && errno == EINTR) {
  }
  Ended ended;
  if (WIFEXITED(status)) ended.code = WEXITSTATUS(status);
  if (WIFSIGNALED(status)) ended.signal = WTERMSIG(status);
  ended.out = text_of(streams.path() / "out");
  ended.err = text_of(streams.path() / "err");
  return ended;
}

bool wait_until(const std::function<bool()>& happened) {
  for (int tries = 0; tries < 30'000; ++tries) {
    if (happened()) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  return false;
}

std::string text_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return std::move(text).str();
}

std::vector<std::string> files_in(const fs::path& folder) {
  std::vector<std::string> files;
  if (!fs::exists(folder)) return files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) files.push_back(fs::relative(entry.path(), folder).string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace twinaxis::test
