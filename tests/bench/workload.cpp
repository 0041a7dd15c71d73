#include "tests/bench/workload.h"

#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <ctime>
#include <string_view>

namespace twinaxis::bench {

int amount(int full, int tiny) {
  const char* asked = std::getenv("TWINAXIS_BENCH_TINY");
  return asked != nullptr && std::string_view(asked) == "1" ? tiny : full;
}

double cpu_s() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

std::vector<double> in_child(const std::function<std::vector<double>()>& work) {
  int ends[2];
  if (pipe(ends) != 0) return {};
  const pid_t child = fork();
  if (child < 0) return {};
  if (child == 0) {
    const auto numbers = work();
    const auto size = static_cast<ssize_t>(numbers.size() * sizeof(double));
    _exit(write(ends[1], numbers.data(), numbers.size() * sizeof(double)) == size ? 0 : 1);
  }
  close(ends[1]);
  std::vector<double> numbers;
  for (double number; read(ends[0], &number, sizeof number) == sizeof number;) {
    numbers.push_back(number);
  }
  close(ends[0]);
  int status = 0;
  waitpid(child, &status, 0);
  return status == 0 ? numbers : std::vector<double>{};
}

double cpu_in_child_s(const std::function<void()>& work) {
  const auto numbers = in_child([&] {
    const double begin_s = cpu_s();
    work();
    return std::vector<double>{cpu_s() - begin_s};
  });
  return numbers.empty() ? 0 : numbers.front();
}

}  // namespace twinaxis::bench
