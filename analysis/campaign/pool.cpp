#include "analysis/campaign/pool.h"

#include <malloc.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <map>
#include <system_error>
#include <vector>

namespace twinaxis::campaign {
namespace {

/// A sample's columns grow past the size from which glibc asks the kernel for every block and gives
/// it back: a fifth of all page faults, and they do not scale over processes. Children inherit
/// this.
void keep_memory_in_the_heap() {
  ::mallopt(M_MMAP_THRESHOLD, 1 << 30);
  ::mallopt(M_TRIM_THRESHOLD, 1 << 30);
  ::mallopt(M_TOP_PAD, 16 << 20);
}

/// Huge pages for what a sample will allocate: a fault for every 2 MiB instead of every 4 KiB. A
/// wish only, the kernel may decline.
void grow_the_heap_in_huge_pages() {
  constexpr std::size_t size = 32 << 20, huge = 2 << 20;
  void* block = std::malloc(size);
  const auto begin = (reinterpret_cast<std::uintptr_t>(block) + huge - 1) / huge * huge;
  const auto end = (reinterpret_cast<std::uintptr_t>(block) + size) / huge * huge;
  if (block != nullptr) ::madvise(reinterpret_cast<void*>(begin), end - begin, MADV_HUGEPAGE);
  std::free(block);
}

struct Child {
  pid_t pid = -1;
  int pipe = -1;
  std::uint64_t sample = 0;
  std::string received;
};

[[noreturn]] void fail(const char* what) {
  throw std::system_error(errno, std::generic_category(), what);
}

void write_all(int fd, const std::string& bytes) {
  for (std::size_t done = 0; done < bytes.size();) {
    const ssize_t n = ::write(fd, bytes.data() + done, bytes.size() - done);
    if (n < 0 && errno != EINTR) _exit(3);
    if (n > 0) done += static_cast<std::size_t>(n);
  }
}

/// The first byte says whether a payload ('+') or a failure ('-') follows.
[[noreturn]] void be_child(int fd, std::uint64_t sample,
                           const std::function<std::string(std::uint64_t)>& run_one) {
  // A child whose parent was killed ends in good order instead of writing on behind its back.
  ::prctl(PR_SET_PDEATHSIG, SIGTERM);
  grow_the_heap_in_huge_pages();
  std::string message;
  try {
    message = "+" + run_one(sample);
  } catch (const std::exception& error) {
    message = std::string("-") + error.what();
  }
  write_all(fd, message);
  // Not exit(): destructors and buffers of the parent's copy are not ours to run.
  _exit(0);
}

Child start(std::uint64_t sample, const std::vector<Child>& siblings,
            const std::function<std::string(std::uint64_t)>& run_one) {
  std::fflush(nullptr);  // else the child may print the parent's buffered text again
  int ends[2];
  if (::pipe(ends) != 0) fail("cannot open a pipe for a sample");
  const pid_t pid = ::fork();
  if (pid < 0) fail("cannot start a process for a sample");
  if (pid == 0) {
    ::close(ends[0]);
    for (const Child& sibling : siblings) ::close(sibling.pipe);
    be_child(ends[1], sample, run_one);
  }
  ::close(ends[1]);
  return {pid, ends[0], sample, {}};
}

SampleResult finish(Child& child) {
  ::close(child.pipe);
  int status = 0;
  while (::waitpid(child.pid, &status, 0) < 0 && errno == EINTR) {
  }
  SampleResult result{child.sample, false, {}, {}};
  if (WIFSIGNALED(status)) {
    result.failure = std::string("killed by signal ") + ::strsignal(WTERMSIG(status));
  } else if (child.received.empty()) {
    result.failure = "ended with code " + std::to_string(WEXITSTATUS(status)) + " and no result";
  } else {
    result.ok = child.received.front() == '+';
    (result.ok ? result.payload : result.failure) = child.received.substr(1);
  }
  return result;
}

/// Waits until some child has written; returns the index of one that has ended, or -1.
std::ptrdiff_t next_ended(std::vector<Child>& children) {
  std::vector<pollfd> waits;
  for (const Child& child : children) waits.push_back({child.pipe, POLLIN, 0});
  if (::poll(waits.data(), waits.size(), 200) < 0 && errno != EINTR)
    fail("cannot wait for a sample");
  for (std::size_t i = 0; i < waits.size(); ++i) {
    if (waits[i].revents == 0) continue;
    char buffer[65536];
    const ssize_t n = ::read(children[i].pipe, buffer, sizeof buffer);
    if (n > 0) children[i].received.append(buffer, static_cast<std::size_t>(n));
    if (n == 0) return static_cast<std::ptrdiff_t>(i);
  }
  return -1;
}

}  // namespace

bool run_samples(const PoolPlan& plan, const std::function<std::string(std::uint64_t)>& run_one,
                 const std::function<void(SampleResult)>& take) {
  keep_memory_in_the_heap();
  std::vector<Child> children;
  std::map<std::uint64_t, SampleResult> waiting;
  const std::uint64_t end = plan.first + plan.count;
  std::uint64_t to_start = plan.first;
  std::uint64_t to_take = plan.first;
  const auto stopped = [&] { return plan.stop != nullptr && *plan.stop != 0; };
  while (to_take < end && !stopped()) {
    while (to_start < end && children.size() < plan.workers &&
           to_start < to_take + 4ull * plan.workers) {
      children.push_back(start(to_start++, children, run_one));
    }
    const auto ended = next_ended(children);
    if (ended >= 0) {
      SampleResult result = finish(children[static_cast<std::size_t>(ended)]);
      children.erase(children.begin() + ended);
      waiting.emplace(result.sample, std::move(result));
    }
    while (!waiting.empty() && waiting.begin()->first == to_take) {
      take(std::move(waiting.begin()->second));
      waiting.erase(waiting.begin());
      ++to_take;
    }
  }
  const bool whole = to_take == end;
  for (Child& child : children) ::kill(child.pid, SIGTERM);
  while (!children.empty()) {
    const auto ended = next_ended(children);
    if (ended < 0) continue;
    SampleResult result = finish(children[static_cast<std::size_t>(ended)]);
    children.erase(children.begin() + ended);
    waiting.emplace(result.sample, std::move(result));
  }
  for (auto& [sample, result] : waiting) {
    if (result.ok) take(std::move(result));
  }
  return whole;
}

}  // namespace twinaxis::campaign
