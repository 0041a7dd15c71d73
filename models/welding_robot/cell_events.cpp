// What happens in the cell at one moment: parts move on, lorries leave, a tool strikes.

#include <algorithm>
#include <cmath>

#include "models/welding_robot/cell.h"

namespace twinaxis::welding_robot {

using namespace cell;

void Cell::roots(const Instant& now, std::span<double> values) const {
  values[part_released] = now.state[released] - 1;
  for (std::size_t i = 0; i < kRobots; ++i) values[cycle_ends + i] = now.state[progress + i] - 1;
  values[lorry_leaves] = now.state[lorry] - 1;
  values[stock_ends] = -now.state[stock];
  values[worker_in_sweep] = p_.worker.sweep_m - now.state[worker_away];
  values[tool_meets_worker] = -now.state[gap];
  values[body_strikes] = p_.motion == MotionKind::rigid ? now.input[body_struck] - 0.5 : -1;
  values[lets_go] = now.state[startled] - p_.worker.reacts_s;
}

bool Cell::take(std::size_t robot, std::span<double> state, std::span<double> mode) const {
  if (mode[task + robot] != waits || mode[queue + robot] < 1) return false;
  double* risks = mode.data() + queued_risk + robot * kQueue;
  state[risk + robot] = risks[0];
  state[progress + robot] = 0;
  std::copy(risks + 1, risks + kQueue, risks);
  mode[queue + robot] -= 1;
  mode[task + robot] = welds;
  return true;
}

bool Cell::give(std::size_t robot, std::span<double> state, std::span<double> mode, Time at,
                EventLog& log) const {
  if (mode[task + robot] != holds_finished) return false;
  const double carried = state[risk + robot];
  if (robot + 1 == kRobots) {
    finish(carried, mode, at, log);
  } else {
    const auto before = static_cast<std::size_t>(mode[queue + robot + 1]);
    if (before >= kQueue) return false;
    mode[queued_risk + (robot + 1) * kQueue + before] = carried;
    mode[queue + robot + 1] += 1;
  }
  mode[task + robot] = waits;
  state[risk + robot] = 0;
  state[progress + robot] = 0;
  return true;
}

/// From the last robot to the first, so that a place that gets free is filled at once.
void Cell::pass_on(std::span<double> state, std::span<double> mode, Time at, EventLog& log) const {
  for (bool moved = true; moved;) {
    moved = false;
    for (std::size_t i = kRobots; i-- > 0;) {
      moved = give(i, state, mode, at, log) || moved;
      moved = take(i, state, mode) || moved;
    }
  }
}

void Cell::inspect(double bad_probability, std::span<double> mode, Time at, EventLog& log) const {
  if (std::fmod(mode[finished], p_.inspection.every) != 0 || mode[found] > 0) return;
  mode[found_hazard] -= std::log1p(-p_.inspection.found_probability * bad_probability);
  if (mode[found_hazard] < p_.inspection.patience) return;
  mode[found] = 1;
  log.push_back({at, "inspection.bad_weld", "found by ultrasound", mode[finished], ""});
}

void Cell::finish(double risk_sum, std::span<double> mode, Time at, EventLog& log) const {
  const double bad = -std::expm1(-risk_sum);
  const bool was_good = mode[last_bad] <= p_.shipping.part_bad_probability;
  const bool good = bad <= p_.shipping.part_bad_probability;
  if (good != was_good) {
    log.push_back({at, good ? "product.on_spec_again" : "product.off_spec", "", bad, ""});
  }
  mode[last_bad] = bad;
  mode[finished] += 1;
  mode[lot_count] += 1;
  mode[lot_bad] += bad;
  inspect(bad, mode, at, log);
  if (mode[lot_count] < p_.shipping.lot_parts) return;
  mode[store_parts] += mode[lot_count];
  mode[store_bad] += mode[lot_bad];
  if (mode[lot_bad] >= p_.shipping.lot_bad_parts) {
    mode[store_suspect] += mode[lot_count];
    mode[store_suspect_bad] += mode[lot_bad];
  }
  mode[lot_count] = mode[lot_bad] = 0;
}

void Cell::load(const Instant& now, std::span<double> state, std::span<double> mode, Time at,
                EventLog& log) const {
  state[lorry] -= 1;
  if (now.input[store_hold_command] >= 0.5) return;
  if (now.input[store_sort_command] >= 0.5) {
    mode[scrapped] += mode[store_suspect];
    mode[store_parts] -= mode[store_suspect];
    mode[store_bad] -= mode[store_suspect_bad];
    mode[store_suspect] = mode[store_suspect_bad] = 0;
  }
  state[stock] += mode[store_parts];
  mode[shipped] += mode[store_parts];
  mode[shipped_bad] += mode[store_bad];
  mode[shipped_suspect] += mode[store_suspect];
  mode[store_parts] = mode[store_bad] = mode[store_suspect] = mode[store_suspect_bad] = 0;
  if (mode[car_line_stopped] > 0 && state[stock] >= 1) {
    mode[car_line_stopped] = 0;
    log.push_back({at, "carmaker.line_runs", "", state[stock], ""});
  }
}

void Cell::strike(double speed_m_per_s, std::span<double> mode, Time at, EventLog& log) const {
  mode[struck] = 1;
  mode[struck_at_m_per_s] = speed_m_per_s;
  log.push_back({at, "worker.struck", "by robot 1", speed_m_per_s, "m/s"});
}

void Cell::cross_line(std::size_t root, const Instant& now, std::span<double> state,
                      std::span<double> mode, Time at, EventLog& log) const {
  if (root == part_released) {
    state[released] -= 1;
    mode[queue] += 1;
    mode[queued_risk + static_cast<std::size_t>(mode[queue]) - 1] = 0;
  } else if (root == lorry_leaves) {
    load(now, state, mode, at, log);
  } else if (root == stock_ends) {
    if (mode[car_line_stopped] > 0) return;
    mode[car_line_stopped] = 1;
    log.push_back({at, "carmaker.line_stops", "no parts left", 0, ""});
  } else {
    mode[task + root - cycle_ends] = holds_finished;
  }
  pass_on(state, mode, at, log);
}

void Cell::cross(const Crossing& crossing, const Instant& now, std::span<double> state,
                 std::span<double> mode, EventLog& log) const {
  if (!crossing.rising) {
    // Whoever leaves the sweep finds the usual distance when coming again.
    if (crossing.root == worker_in_sweep) state[gap] = p_.worker.gap_m, state[startled] = 0;
    return;
  }
  switch (crossing.root) {
    case worker_in_sweep:  // where it moves it is there: the worst that may be
    case tool_meets_worker:
      if (p_.motion == MotionKind::rigid || mode[struck] > 0) return;
      if (state[speed] < kStands_m_per_s) return;
      strike(state[speed], mode, crossing.at, log);
      state[speed] = 0;  // the arm feels the collision and stands
      return;
    case body_strikes:
      if (mode[struck] > 0) return;
      return strike(now.input[body_struck_at], mode, crossing.at, log);
    case lets_go:
      if (now.input[manual_mode] < 0.5 || mode[startled_off] > 0) return;
      mode[startled_off] = 1;
      log.push_back(
          {crossing.at, "worker.lets_go", "of the enabling switch", tool_m_per_s(now), "m/s"});
      return;
    default:
      return cross_line(crossing.root, now, state, mode, crossing.at, log);
  }
}

}  // namespace twinaxis::welding_robot
