#include "models/welding_robot/cell.h"

#include <algorithm>
#include <cmath>

namespace twinaxis::welding_robot {

using namespace cell;

namespace {

constexpr double kBrakes_m = 0.1;         ///< over which somebody who walks comes to a stand
constexpr double kThere_m = 0.001;        ///< so near he stands
constexpr double kCarried_m_per_s = 0.5;  ///< somebody who is hurt, by others (assumption)

}  // namespace

Cell::Cell(const CellParams& params) : p_(params), motion_(make_motion(p_.motion, p_.arm)) {}

double Cell::cycle_s(double travel_m_per_s) const {
  return p_.seam.length_m / travel_m_per_s + p_.line.handling_s;
}

std::vector<double> Cell::nominal_input() const {
  std::vector<double> input(inputs().size(), 0.0);
  for (std::size_t i = 0; i < kRobots; ++i) {
    input[current + i] = p_.weld[i].current_A;
    input[voltage + i] = p_.weld[i].voltage_V;
    input[travel + i] = p_.weld[i].travel_m_per_s;
    input[offset + i] = p_.weld[i].offset_m;
    input[run_command + i] = 1;
    input[drives_command + i] = 1;
  }
  input[orders_command] = 1 / p_.line.takt_s;
  input[consumption] = 1 / p_.line.takt_s;
  input[manual_limit] = p_.manual_limit_m_per_s;
  input[manual_drives_command] = 1;
  return input;
}

std::vector<double> Cell::initial_state() const {
  std::vector<double> x(state_count, 0.0);
  x[released] = p_.line.start_fraction;
  for (std::size_t i = 0; i < kRobots; ++i) {
    x[progress + i] = 0.1 + 0.2 * static_cast<double>(i);  // anywhere in their cycles
    x[speed + i] = p_.arm.program_m_per_s;
  }
  x[stock] = p_.shipping.stock_s / p_.line.takt_s;
  x[lorry] = p_.line.start_fraction;
  x[flow] = 1 / p_.line.takt_s;
  x[worker_away] = p_.worker.path_m;
  x[gap] = p_.worker.gap_m;
  return x;
}

std::vector<double> Cell::initial_mode() const {
  std::vector<double> mode(mode_count, 0.0);
  std::fill_n(mode.begin() + task, kRobots, welds);
  return mode;
}

WeldSettings Cell::settings(const Instant& now, std::size_t robot) const {
  return {now.input[current + robot], now.input[voltage + robot], now.input[travel + robot],
          now.input[offset + robot]};
}

const Cell::Welded& Cell::welded(const Instant& now, std::size_t robot) const {
  const WeldSettings set = settings(now, robot);
  std::optional<Welded>& last = welded_[robot];
  if (!last || last->by != set) {
    const Seam seam = weld(p_.seam, set);
    last = Welded{set, seam, -std::log1p(-std::min(seam.bad_probability, 1 - 1e-9))};
  }
  return *last;
}

MotionDemand Cell::demand(const Instant& now, std::size_t robot) const {
  const bool manual = robot == 0 && now.input[manual_mode] >= 0.5;
  const bool stopped = robot == 0 && now.mode[struck] > 0;
  MotionDemand d{.stop_category = p_.stop_category};
  if (manual) {
    // An enabling switch in the hand takes the place of the fence; letting go cuts power.
    d.drives = now.input[manual_drives_command] >= 0.5 && now.mode[startled_off] < 0.5;
    d.stop_category = 0;
    d.speed_m_per_s =
        now.input[jog] >= 0.5 ? std::min(p_.arm.program_m_per_s, now.input[manual_limit]) : 0;
  } else {
    d.drives = now.input[drives_command + robot] >= 0.5;
    const bool works = now.mode[task + robot] == welds;
    d.speed_m_per_s = works ? now.input[run_command + robot] * p_.arm.program_m_per_s : 0;
  }
  d.drives = d.drives && !stopped;
  return d;
}

bool Cell::is_body(const Instant& now, std::size_t robot) const {
  return p_.motion == MotionKind::rigid && robot == 0 && now.input[as_body] >= 0.5;
}

double Cell::pace_per_s(const Instant& now, std::size_t robot) const {
  if (now.mode[task + robot] != welds) return 0;
  if (is_body(now, robot)) return now.input[body_pace] / cycle_s(now.input[travel + robot]);
  if (robot == 0 && now.input[manual_mode] >= 0.5) return 0;
  return now.state[speed + robot] / p_.arm.program_m_per_s / cycle_s(now.input[travel + robot]);
}

double Cell::released_per_s(const Instant& now) const {
  return now.mode[queue] < kQueue ? now.input[orders_command] : 0;
}

double Cell::used_per_s(const Instant& now) const {
  return now.mode[car_line_stopped] > 0 ? 0 : now.input[consumption];
}

bool Cell::in_sweep(const Instant& now) const { return now.state[worker_away] < p_.worker.sweep_m; }

double Cell::force_N(const Instant& now) const {
  return clamped_force_N(now.mode[struck_at_m_per_s], p_.worker.stiffness_N_per_m,
                         motion_->effective_kg());
}

double Cell::walks_m_per_s(const Instant& now) const {
  const double away_m = now.state[worker_away];
  const bool in = now.input[enters] >= 0.5, hurt = now.mode[struck] > 0;
  if (hurt && in) return 0;  // stays until others fetch him
  const double left_m = in ? away_m : p_.worker.path_m - away_m;
  if (left_m < kThere_m) return 0;
  const double pace_m_per_s = hurt ? kCarried_m_per_s : p_.worker.walks_m_per_s;
  const double walks = pace_m_per_s * std::clamp(left_m / kBrakes_m, 0.0, 1.0);
  return in ? -walks : walks;
}

double Cell::tool_m_per_s(const Instant& now) const {
  return is_body(now, 0) ? now.input[body_tool_speed] : now.state[speed];
}

void Cell::worker_rates(const Instant& now, std::span<double> rate) const {
  rate[worker_away] = walks_m_per_s(now);
  const bool near = in_sweep(now) && now.mode[struck] < 0.5;
  const double tool = tool_m_per_s(now);
  rate[gap] = near && p_.motion == MotionKind::kinematic ? -tool : 0;
  rate[startled] = near && tool > kStands_m_per_s ? 1 : 0;
}

ArmOrder Cell::arm_order(const Instant& now, std::size_t robot) const {
  const double travel_m_per_s = now.input[travel + robot];
  return {.demand = demand(now, robot),
          .manual = robot == 0 && now.input[manual_mode] >= 0.5,
          .progress_ratio = now.state[progress + robot],
          .speed_m_per_s = now.state[speed + robot],
          .seam_s = p_.seam.length_m / travel_m_per_s,
          .cycle_s = cycle_s(travel_m_per_s)};
}

StageOrder Cell::stage_order(const Instant& now) const {
  return {.arm = arm_order(now, 0),
          .comes = now.input[enters] >= 0.5,
          .away_m = now.state[worker_away],
          .walks_m_per_s = walks_m_per_s(now),
          .outside_m = p_.worker.path_m - kStep_m};
}

void Cell::derivative(const Instant& now, std::span<double> rate) const {
  rate[released] = released_per_s(now);
  for (std::size_t i = 0; i < kRobots; ++i) {
    rate[speed + i] = is_body(now, i)
                          ? now.input[body_acceleration]
                          : motion_->acceleration_m_per_s2(now.state[speed + i], demand(now, i));
    rate[progress + i] = pace_per_s(now, i);
    rate[risk + i] = welded(now, i).hazard * rate[progress + i];
  }
  rate[stock] = -used_per_s(now);
  rate[lorry] = 1 / p_.shipping.every_s;
  rate[flow] = (rate[progress + kRobots - 1] - now.state[flow]) / p_.line.flow_lag_s;
  worker_rates(now, rate);
}

}  // namespace twinaxis::welding_robot
