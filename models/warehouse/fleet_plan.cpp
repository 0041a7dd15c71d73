#include "models/warehouse/fleet_plan.h"

#include <algorithm>
#include <array>
#include <utility>

#include "sim/core/require.h"

namespace twinaxis::warehouse {

namespace {

constexpr int kNobody = -1;

template <class Values>
decltype(auto) at(Values& values, Cell c) {
  return values[static_cast<std::size_t>(c)];
}

}  // namespace

FleetPlanner::FleetPlanner(const Grid& grid, const FleetLimits& limits)
    : grid_(grid), limits_(limits) {
  const auto cells = static_cast<std::size_t>(grid.cell_count());
  closed_.assign(cells, false);
  tables_.resize(cells);
  now_.assign(cells, kNobody);
  next_in_.assign(cells, kNobody);
}

std::vector<Cell> FleetPlanner::step(std::span<const FleetVehicle> vehicles,
                                     std::span<const Cell> closed) {
  vehicles_ = vehicles;
  close(closed);
  drop_tables();
  place();
  remember();
  for (const Index i : line()) {
    if (next_[i] == kNoCell) move(i);
  }
  for (Index i = 0; i < vehicles.size(); ++i) {
    at(now_, vehicles[i].at) = kNobody;
    at(next_in_, next_[i]) = kNobody;
  }
  return next_;
}

/// Tables lead round closed cells, so other closed cells need other tables.
void FleetPlanner::close(std::span<const Cell> closed) {
  std::vector<Cell> cells(closed.begin(), closed.end());
  std::sort(cells.begin(), cells.end());
  if (cells == closed_cells_) return;
  for (const Cell c : closed_cells_) at(closed_, c) = false;
  for (const Cell c : cells) at(closed_, c) = true;
  closed_cells_ = std::move(cells);
  for (Distances& table : tables_) table.clear();
  table_count_ = 0;
}

const Distances& FleetPlanner::distances(Cell goal) {
  Distances& table = at(tables_, goal);
  if (table.empty()) {
    table = distances_to(grid_, goal, closed_);
    ++table_count_;
  }
  return table;
}

void FleetPlanner::drop_tables() {
  constexpr std::size_t kMiB = 1 << 20;
  const std::size_t table_bytes = closed_.size() * sizeof(Distances::value_type);
  if (table_count_ * table_bytes <= limits_.tables_MiB * kMiB) return;
  std::vector<Cell> goals;
  for (const FleetVehicle& v : vehicles_) goals.push_back(v.goal);
  std::sort(goals.begin(), goals.end());
  table_count_ = 0;
  for (Cell c = 0; c < grid_.cell_count(); ++c) {
    if (std::binary_search(goals.begin(), goals.end(), c)) table_count_ += !at(tables_, c).empty();
    else Distances().swap(at(tables_, c));
  }
}

/// Who is where, and who stays there whatever comes.
void FleetPlanner::place() {
  next_.assign(vehicles_.size(), kNoCell);
  to_goal_.clear();
  for (Index i = 0; i < vehicles_.size(); ++i) {
    const FleetVehicle& v = vehicles_[i];
    require(grid_.is_free(v.at), "a vehicle is on a free cell");
    require(at(now_, v.at) == kNobody, "no two vehicles are on one cell");
    at(now_, v.at) = static_cast<int>(i);
    to_goal_.push_back(&distances(v.goal));
    if (v.held || at(closed_, v.at)) go(i, v.at);
  }
}

void FleetPlanner::remember() {
  if (waited_.size() != vehicles_.size()) {
    waited_.assign(vehicles_.size(), 0);
    stood_.assign(vehicles_.size(), 0);
    last_.assign(vehicles_.size(), {});
  }
  for (Index i = 0; i < vehicles_.size(); ++i) {
    const FleetVehicle& v = vehicles_[i];
    // It may have arrived and have a new goal already.
    if (v.at == last_[i].goal || !waits(i)) waited_[i] = 0;
    if (waits(i)) ++waited_[i];
    stood_[i] = waits(i) && v.at == last_[i].at ? stood_[i] + 1 : 0;
    last_[i] = v;
  }
  const auto all = line();
  const auto first = std::find_if(all.begin(), all.end(),
                                  [&](Index i) { return next_[i] == kNoCell && waits(i); });
  if (first == all.end() || !stands_face_to_face(*first)) return;
  waited_[*first] = -vehicles_[*first].head_start_steps;
  stood_[*first] = 0;
}

/// Whether it is on its way; not at its goal, nor without a way to it.
bool FleetPlanner::waits(Index vehicle) const {
  const int left = at(*to_goal_[vehicle], vehicles_[vehicle].at);
  return left != 0 && left != kUnreachable;
}

/// Whoever waits, the longest first; then those who do not.
std::vector<FleetPlanner::Index> FleetPlanner::line() const {
  std::vector<std::pair<int, Index>> all;
  for (Index i = 0; i < vehicles_.size(); ++i) {
    all.emplace_back(waits(i) ? -waited_[i] - vehicles_[i].head_start_steps : 0, i);
  }
  std::sort(all.begin(), all.end());
  std::vector<Index> line;
  for (const auto& [urgency, i] : all) line.push_back(i);
  return line;
}

/// For long, and with somebody who could move: who waits behind one that is held is in order.
bool FleetPlanner::stands_face_to_face(Index vehicle) const {
  if (stood_[vehicle] < limits_.patience_steps) return false;
  const Cell here = vehicles_[vehicle].at;
  return std::any_of(grid_.neighbours(here).begin(), grid_.neighbours(here).end(), [&](Cell c) {
    if (c == kNoCell || at(*to_goal_[vehicle], c) >= at(*to_goal_[vehicle], here)) return false;
    const int there = at(now_, c);
    return there != kNobody && next_[static_cast<Index>(there)] == kNoCell;
  });
}

void FleetPlanner::go(Index vehicle, Cell c) {
  next_[vehicle] = c;
  at(next_in_, c) = static_cast<int>(vehicle);
}

bool FleetPlanner::may_enter(Index vehicle, Cell c) const {
  if (at(closed_, c) || at(next_in_, c) != kNobody) return false;
  const int there = at(now_, c);
  // Changing places: who is there already knows that it comes here.
  return there == kNobody || next_[static_cast<Index>(there)] != vehicles_[vehicle].at;
}

/// Gives the vehicle its next cell; false if it can only stay. At most as deep as vehicles push
/// each other in one chain.
bool FleetPlanner::move(Index vehicle) {
  const Cell here = vehicles_[vehicle].at;
  const Distances& steps = *to_goal_[vehicle];
  struct Choice {
    int steps, taken, turn;
    Cell cell;
    auto operator<=>(const Choice&) const = default;
  };
  std::array<Choice, 5> choices;
  std::size_t count = 0;
  const auto add = [&](const Choice& added) {  // in order
    const auto end = choices.begin() + static_cast<std::ptrdiff_t>(count++);
    const auto place = std::upper_bound(choices.begin(), end, added);
    std::move_backward(place, end, end + 1);
    *place = added;
  };
  // Towards the goal; of equal ways an empty cell, then by turns, so that not all prefer one side.
  for (std::size_t i = 0; i < 4; ++i) {
    const Cell c = grid_.neighbours(here)[i];
    if (c == kNoCell || at(closed_, c)) continue;
    const int turn = static_cast<int>((i + vehicle) % 4);
    add({at(steps, c), at(now_, c) != kNobody, turn, c});
  }
  add({at(steps, here), 0, -1, here});
  for (std::size_t i = 0; i < count; ++i) {
    const Cell c = choices[i].cell;
    if (!may_enter(vehicle, c)) continue;
    go(vehicle, c);
    const int there = at(now_, c);
    const bool pushes = there != kNobody && next_[static_cast<Index>(there)] == kNoCell;
    if (!pushes || move(static_cast<Index>(there))) return true;
    // Who was pushed stays, so the cell is its own again (it has taken it back).
  }
  go(vehicle, here);
  return false;
}

}  // namespace twinaxis::warehouse
