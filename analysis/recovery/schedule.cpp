#include "analysis/recovery/schedule.h"

#include <algorithm>
#include <utility>

#include "sim/core/require.h"

namespace twinaxis::analysis {
namespace {

/// The network of one project; works are known by their index in the order given.
class Project {
 public:
  Project(std::vector<Work> works, const std::map<std::string, Crew>& crews)
      : works_(std::move(works)), crews_(crews), placed_(works_.size(), false) {
    for (std::size_t i = 0; i < works_.size(); ++i) {
      require(index_.emplace(works_[i].task, i).second, "task '" + works_[i].task + "' once");
    }
    for (const Work& work : works_) {
      if (work.crew.empty()) continue;
      const auto crew = crews_.find(work.crew);
      require(crew != crews_.end() && crew->second.count >= work.crew_count,
              "crew '" + work.crew + "' is large enough for task '" + work.task + "'");
    }
  }

  Schedule scheduled() {
    const auto latest_s = latest_starts();
    for (std::size_t n = 0; n < works_.size(); ++n) place(most_urgent(latest_s));
    Schedule schedule;
    for (const Work& work : works_) {
      schedule.finish_s = std::max(schedule.finish_s, work.finish_s);
    }
    schedule.critical_path = mark_critical(schedule.finish_s);
    std::ranges::stable_sort(works_, {}, &Work::start_s);
    schedule.works = std::move(works_);
    return schedule;
  }

 private:
  /// Latest starts of the project without crew limits, by passes over the works until nothing
  /// moves; more passes than works mean a cycle.
  std::vector<double> latest_starts() const {
    std::vector<double> start_s(works_.size(), 0);
    settle([&](std::size_t i) {
      double s = works_[i].lead_s;
      for (const auto& before : works_[i].after) {
        const std::size_t b = at(before);
        s = std::max(s, start_s[b] + works_[b].takes_s);
      }
      return std::exchange(start_s[i], s) != s;
    });
    double end_s = 0;
    for (std::size_t i = 0; i < works_.size(); ++i) {
      end_s = std::max(end_s, start_s[i] + works_[i].takes_s);
    }
    std::vector<double> latest_s(works_.size(), end_s);
    for (std::size_t i = 0; i < works_.size(); ++i) latest_s[i] -= works_[i].takes_s;
    settle([&](std::size_t i) {
      bool moved = false;
      for (const auto& before : works_[i].after) {
        const std::size_t b = at(before);
        const double s = std::min(latest_s[b], latest_s[i] - works_[b].takes_s);
        moved |= std::exchange(latest_s[b], s) != s;
      }
      return moved;
    });
    return latest_s;
  }

  template <class Update>
  void settle(Update update) const {
    bool moved = true;
    for (std::size_t pass = 0; moved; ++pass) {
      require(pass <= works_.size(), "the tasks of a recovery have no cycle");
      moved = false;
      for (std::size_t i = 0; i < works_.size(); ++i) moved |= update(i);
    }
  }

  std::size_t most_urgent(const std::vector<double>& latest_s) const {
    std::size_t best = works_.size();
    for (std::size_t i = 0; i < works_.size(); ++i) {
      if (placed_[i]) continue;
      const bool ready = std::ranges::all_of(
          works_[i].after, [this](const std::string& b) { return placed_[at(b)]; });
      if (ready && (best == works_.size() || latest_s[i] < latest_s[best])) best = i;
    }
    require(best < works_.size(), "the tasks of a recovery have no cycle");
    return best;
  }

  void place(std::size_t i) {
    Work& work = works_[i];
    work.start_s = work.lead_s;
    if (work.lead_s > 0) work.waited_for = "lead";
    for (const auto& before : work.after) {
      const Work& b = works_[at(before)];
      if (b.finish_s > work.start_s) {
        work.start_s = b.finish_s;
        work.waited_for = b.task;
      }
    }
    while (const Work* blocker = first_to_finish(work)) {
      work.start_s = blocker->finish_s;
      work.waited_for = blocker->task;
    }
    work.finish_s = work.start_s + work.takes_s;
    placed_[i] = true;
  }

  /// Null if enough of the crew is free all the time that the work takes; otherwise the work to
  /// wait for: the one that ends first among those that hold the crew meanwhile.
  const Work* first_to_finish(const Work& work) const {
    if (work.crew.empty()) return nullptr;
    const double end_s = work.start_s + work.takes_s;
    std::vector<const Work*> rivals;
    for (std::size_t i = 0; i < works_.size(); ++i) {
      const Work& other = works_[i];
      if (placed_[i] && other.crew == work.crew && other.start_s < end_s &&
          other.finish_s > work.start_s) {
        rivals.push_back(&other);
      }
    }
    // The crew is busiest at the start of some rival, or at the start of the work itself.
    int most = 0;
    const auto busy_at = [&](double at_s) {
      int busy = 0;
      for (const Work* r : rivals) {
        if (r->start_s <= at_s && at_s < r->finish_s) busy += r->crew_count;
      }
      return busy;
    };
    most = busy_at(work.start_s);
    for (const Work* r : rivals) most = std::max(most, busy_at(std::max(r->start_s, work.start_s)));
    if (most + work.crew_count <= crews_.at(work.crew).count) return nullptr;
    return *std::ranges::min_element(rivals, {}, &Work::finish_s);
  }

  std::vector<std::string> mark_critical(double finish_s) {
    const auto last = std::ranges::find(works_, finish_s, &Work::finish_s);
    if (last == works_.end()) return {};
    std::vector<std::string> path;
    for (Work* work = &*last;; work = &works_[at(work->waited_for)]) {
      work->critical = true;
      path.insert(path.begin(), work->task);
      if (!index_.contains(work->waited_for)) return path;
    }
  }

  std::size_t at(const std::string& task) const {
    const auto found = index_.find(task);
    require(found != index_.end(), "task '" + task + "' is in the project");
    return found->second;
  }

  std::vector<Work> works_;
  const std::map<std::string, Crew>& crews_;
  std::map<std::string, std::size_t> index_;
  std::vector<bool> placed_;
};

}  // namespace

Schedule schedule(std::vector<Work> works, const std::map<std::string, Crew>& crews) {
  return Project(std::move(works), crews).scheduled();
}

double service_level(const Schedule& schedule, const std::string& service, double at_s) {
  double level = 1;
  for (const Work& work : schedule.works) {
    const auto held = work.holds_down.find(service);
    if (held != work.holds_down.end() && at_s < work.finish_s) {
      level = std::min(level, held->second);
    }
  }
  return level;
}

}  // namespace twinaxis::analysis
