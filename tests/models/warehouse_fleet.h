#pragma once
// A fleet with ever new goals, for tests and benchmarks.

#include <algorithm>
#include <string>
#include <vector>

#include "models/warehouse/fleet_plan.h"
#include "models/warehouse/floor.h"
#include "sim/core/random.h"

namespace twinaxis::warehouse {

/// Every vehicle goes from goal to goal, drawn evenly from the free cells, `holds_steps` at each.
class RandomFleet {
 public:
  RandomFleet(const Grid& grid, std::size_t count, int holds_steps = 0)
      : grid_(grid),
        planner_(grid),
        holds_steps_(holds_steps),
        luck_(stream(3, count, "random fleet")),
        vehicles_(count),
        tasks_(count) {
    for (Cell c = 0; c < grid.cell_count(); ++c) {
      if (grid.is_free(c)) free_.push_back(c);
    }
    std::vector<Cell> left = free_;
    for (FleetVehicle& v : vehicles_) {
      const auto i = draw(left.size());
      v.at = left[i];
      left.erase(left.begin() + static_cast<std::ptrdiff_t>(i));
    }
    for (std::size_t i = 0; i < count; ++i) begin_task(i);
  }

  /// Moves all by a step and gives new goals; "" or what two vehicles did to each other.
  std::string step(const std::vector<Cell>& closed = {}) {
    const std::vector<Cell> next = plan(closed);
    std::string fault = fault_of(next, closed);
    apply(next);
    return fault;
  }
  /// The two halves of it.
  std::vector<Cell> plan(const std::vector<Cell>& closed = {}) {
    return planner_.step(vehicles_, closed);
  }
  void apply(const std::vector<Cell>& next) {
    ++now_;
    for (std::size_t i = 0; i < vehicles_.size(); ++i) {
      vehicles_[i].at = next[i];
      Task& task = tasks_[i];
      if (task.arrived < 0 && next[i] != vehicles_[i].goal) continue;
      if (task.arrived < 0) arrive(i);
      vehicles_[i].held = now_ - task.arrived < holds_steps_;
      if (!vehicles_[i].held) begin_task(i);
    }
  }

  /// Lets the planner have the distances to every cell, which it else finds when a goal first
  /// comes.
  void warm_up() {
    for (const Cell goal : free_) {
      const FleetVehicle one{free_[0], goal};
      planner_.step({&one, 1});
    }
  }

  int served() const { return served_; }
  /// The longest that any task took or takes so far, steps.
  int longest_task() const {
    int longest = longest_;
    for (const Task& t : tasks_) {
      if (t.arrived < 0) longest = std::max(longest, now_ - t.begun);
    }
    return longest;
  }
  /// Steps that the tasks took over those that each would take alone.
  double slowed_ratio() const { return static_cast<double>(taken_) / static_cast<double>(alone_); }

 private:
  struct Task {
    int begun = 0, arrived = -1, alone = 0;
  };

  std::size_t draw(std::size_t below) {
    return static_cast<std::size_t>(uniform(luck_, drawn_++) * static_cast<double>(below));
  }
  void begin_task(std::size_t i) {
    FleetVehicle& v = vehicles_[i];
    do v.goal = free_[draw(free_.size())];
    while (v.goal == v.at);
    // Exact distances of every task would cost more than the planner; their lower bound will do.
    const int alone =
        std::abs(grid_.x(v.goal) - grid_.x(v.at)) + std::abs(grid_.y(v.goal) - grid_.y(v.at));
    tasks_[i] = {now_, -1, alone};
  }
  void arrive(std::size_t i) {
    Task& task = tasks_[i];
    task.arrived = now_;
    ++served_;
    taken_ += now_ - task.begun;
    alone_ += task.alone;
    longest_ = std::max(longest_, now_ - task.begun);
  }
  std::string fault_of(const std::vector<Cell>& next, const std::vector<Cell>& closed) {
    there_before_.assign(static_cast<std::size_t>(grid_.cell_count()), -1);
    there_after_ = there_before_;
    for (std::size_t i = 0; i < next.size(); ++i) {
      there_before_[static_cast<std::size_t>(vehicles_[i].at)] = static_cast<int>(i);
    }
    for (std::size_t i = 0; i < next.size(); ++i) {
      const Cell from = vehicles_[i].at, to = next[i];
      const auto& near = grid_.neighbours(from);
      if (to == from) {
      } else if (std::find(near.begin(), near.end(), to) == near.end()) {
        return "jumps";
      } else if (vehicles_[i].held) {
        return "moves while it is held";
      } else if (std::find(closed.begin(), closed.end(), to) != closed.end()) {
        return "enters a closed cell";
      }
      int& there = there_after_[static_cast<std::size_t>(to)];
      if (there >= 0) return "meets another in a cell";
      there = static_cast<int>(i);
      const int other = there_before_[static_cast<std::size_t>(to)];
      if (other >= 0 && other != static_cast<int>(i) &&
          next[static_cast<std::size_t>(other)] == from) {
        return "changes places with another";
      }
    }
    return "";
  }

  const Grid& grid_;
  FleetPlanner planner_;
  int holds_steps_;
  Stream luck_;
  std::uint64_t drawn_ = 0;
  std::vector<Cell> free_;
  std::vector<FleetVehicle> vehicles_;
  std::vector<Task> tasks_;
  std::vector<int> there_before_, there_after_;
  int now_ = 0, served_ = 0, longest_ = 0;
  long taken_ = 0, alone_ = 0;
};

}  // namespace twinaxis::warehouse
