// What the cell shows of itself, and what it conserves.

#include <cmath>

#include "models/welding_robot/cell.h"

namespace twinaxis::welding_robot {

using namespace cell;

std::vector<std::string> Cell::output_names() const {
  std::vector<std::string> names;
  for (const auto& point : truth_points()) names.push_back(point.name);
  return names;
}

bool Cell::altered(const Instant& now) const {
  for (std::size_t i = 0; i < kRobots; ++i) {
    if (settings(now, i) != p_.weld[i]) return true;
  }
  return now.input[manual_limit] != p_.manual_limit_m_per_s;
}

void Cell::outputs(const Instant& now, std::span<double> truth) const {
  for (std::size_t i = 0; i < kRobots; ++i) {
    const auto& [set, seam, unused] = welded(now, i);
    truth[truth_speed + i] = now.state[speed + i];
    truth[truth_throat + i] = seam.throat_m;
    truth[truth_penetration + i] = seam.penetration_m;
    truth[truth_cooling + i] = seam.cooling_s;
    truth[truth_resistance + i] = seam.resistance_N;
    truth[truth_bad + i] = seam.bad_probability;
    truth[truth_busy + i] = now.mode[task + i] == welds;
    truth[truth_current + i] = set.current_A;
    truth[truth_voltage + i] = set.voltage_V;
    truth[truth_travel + i] = set.travel_m_per_s;
    truth[truth_offset + i] = set.offset_m;
  }
  truth[truth_altered] = altered(now);
  truth[truth_flow] = now.state[flow];
  truth[truth_finished] = now.mode[finished];
  truth[truth_on_spec] = now.mode[last_bad] <= p_.shipping.part_bad_probability;
  truth[truth_last_bad] = now.mode[last_bad];
  truth[truth_found] = now.mode[found];
  truth[truth_store] = now.mode[store_parts];
  truth[truth_store_suspect] = now.mode[store_suspect];
  truth[truth_scrapped] = now.mode[scrapped];
  truth[truth_shipped] = now.mode[shipped];
  truth[truth_shipped_suspect] = now.mode[shipped_suspect];
  truth[truth_shipped_bad] = now.mode[shipped_bad];
  truth[truth_stock] = now.state[stock];
  truth[truth_stock_s] = now.state[stock] * p_.line.takt_s;
  truth[truth_car_flow] = used_per_s(now);
  const double away_m = now.state[worker_away];
  const bool inside = away_m < p_.worker.path_m - kStep_m;
  const double route = now.input[enters];
  truth[truth_away] = away_m;
  truth[truth_gate] = inside && route >= 0.5 && route < 1.5;
  truth[truth_curtain] = route >= 1.5 && std::abs(away_m - p_.worker.curtain_m) < 0.3;
  truth[truth_manual_speed] = now.input[manual_mode] >= 0.5 ? tool_m_per_s(now) : 0;
  truth[truth_struck] = now.mode[struck];
  truth[truth_struck_speed] = now.mode[struck_at_m_per_s];
  truth[truth_force] = force_N(now);
  const bool as_law = p_.motion == MotionKind::kinematic;  // else its plant says where and how
  truth[truth_face_force] = truth[truth_face_clamped] = as_law ? force_N(now) : 0;
  truth[truth_striking_kg] = motion_->effective_kg();
  truth[truth_face_struck_at] = as_law ? now.mode[struck_at_m_per_s] : 0;
  truth[truth_face_struck_by] = as_law ? motion_->effective_kg() : 0;
}

std::vector<System::Balance> Cell::balances(const Instant& now) const {
  double inside = now.state[released] + now.mode[lot_count] + now.mode[store_parts] +
                  now.mode[scrapped] + now.state[stock];
  for (std::size_t i = 0; i < kRobots; ++i) {
    inside += now.mode[queue + i] + (now.mode[task + i] != waits ? 1 : 0);
  }
  return {{"parts", "1", inside, released_per_s(now) - used_per_s(now),
           p_.shipping.stock_s / p_.line.takt_s}};
}

}  // namespace twinaxis::welding_robot
