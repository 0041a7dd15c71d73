#include "models/drone/navigator.h"

#include <algorithm>
#include <cmath>

namespace twinaxis::drone {
namespace {

// Assumptions, but for the sink rate of PX4 (MPC_Z_VEL_MAX_DN).
constexpr double kArrived_m = 1;     // of home, level
constexpr double kSlow_below_m = 6;  // the last metres are sunk slowly
constexpr double kSink_m_s = 1.5, kSlowSink_m_s = 0.6;
constexpr double kStill_m_s = 0.2, kStill_s = 1.5;  // ordered to sink and does not: landed
constexpr double kVoltage_s = 3;                    // a dip in a climb is no empty battery
constexpr double kLinkBack_s = 5;  // noise lets single orders pass: that is no link yet

Action action_of(double setting) {
  return static_cast<Action>(static_cast<int>(std::clamp(setting + 0.5, 0.0, 3.0)));
}

struct Answer {
  Cause cause = Cause::order;
  Action action = Action::none;
};

bool outside_fence(const FlightSettings& s, const Situation& now) {
  return std::hypot(now.position_m[0], now.position_m[1]) > s.fence_m ||
         now.position_m[2] > s.fence_top_m;
}

/// The gravest fail-safe that is due.
Answer due(const FlightSettings& s, const Situation& now, NavigatorMemory& m, double interval_s) {
  m.voltage_low_s = now.battery_V < s.least_V ? m.voltage_low_s + interval_s : 0;
  if (now.place_lost) return {Cause::place, Action::land};
  if (now.battery_fraction < s.battery_empty_fraction || m.voltage_low_s > kVoltage_s)
    return {Cause::battery_empty, Action::land};
  if (now.link_age_s > s.link_patience_s && action_of(s.link_action) != Action::none)
    return {Cause::link, action_of(s.link_action)};
  if (now.battery_fraction < s.battery_low_fraction) return {Cause::battery_low, Action::home};
  if (outside_fence(s, now) && action_of(s.fence_action) != Action::none)
    return {Cause::fence, action_of(s.fence_action)};
  return {};
}

/// A fail-safe stays until it is over, but a link that is back to stay hands over to the pilot
/// again.
Answer latch(const Answer& now, const Situation& is, NavigatorMemory& m, double interval_s) {
  const bool back = m.latched == Cause::link && now.cause < Cause::link;
  m.link_back_s = back ? m.link_back_s + interval_s : 0;
  if (now.cause > m.latched || m.link_back_s > kLinkBack_s) {
    m.latched = now.cause, m.latched_action = now.action;
    m.held_m = is.position_m, m.arrived = m.climbed = false, m.link_back_s = 0;
  }
  return {m.latched, m.latched_action};
}

Mode mode_of(const Answer& answer, Mode ordered) {
  switch (answer.action) {
    case Action::hold:
      return Mode::go;
    case Action::home:
      return Mode::home;
    case Action::land:
      return Mode::land;
    case Action::none:
      break;
  }
  return ordered;
}

/// Straight down where it is, or level and down where that is not known.
void land(const Situation& now, NavigatorMemory& m, Aim& aim, double interval_s) {
  aim.level = now.place_lost ? Aim::Level::attitude : Aim::Level::position;
  aim.position_m = m.held_m;
  aim.hold_height = false;
  const double sink = now.position_m[2] > kSlow_below_m ? kSink_m_s : kSlowSink_m_s;
  aim.velocity_m_s = {0, 0, -sink};
  m.still_s = std::abs(now.velocity_m_s[2]) < kStill_m_s ? m.still_s + interval_s : 0;
  if (m.still_s < kStill_s) return;
  m.flying = false, m.ended = true;
}

void go_home(const FlightSettings& s, const Situation& now, NavigatorMemory& m, Aim& aim,
             double interval_s) {
  const double away_m = std::hypot(now.position_m[0] - s.home_x_m, now.position_m[1] - s.home_y_m);
  if (away_m < kArrived_m) m.arrived = true;
  const double height_m = std::max(s.return_height_m, m.held_m[2]);
  if (now.position_m[2] > height_m - 1) m.climbed = true;
  if (m.arrived) {
    m.held_m = {s.home_x_m, s.home_y_m, m.held_m[2]};
    return land(now, m, aim, interval_s);
  }
  aim.position_m = m.climbed ? Vector{s.home_x_m, s.home_y_m, height_m}
                             : Vector{m.held_m[0], m.held_m[1], height_m};
}

/// Whether the motors turn at all: taking off, landed, cut.
bool turns(const FlightSettings& s, Mode ordered, NavigatorMemory& m) {
  const bool asks = ordered == Mode::go || ordered == Mode::stick;
  if (ordered == Mode::cut && m.flying) {
    if (s.cut_in_air >= 0.5) m.flying = false, m.ended = true;
    else m.cut_refused = true;
  }
  if (m.ended && ordered == Mode::rest) m.ended = false;
  if (!m.flying && asks && !m.ended) {
    m.flying = true;
    m.latched = Cause::order, m.latched_action = Action::none, m.still_s = 0;
  }
  return m.flying;
}

}  // namespace

Decision navigate(const FlightSettings& s, const FlightOrders& orders, const Situation& now,
                  NavigatorMemory& m, double interval_s) {
  Decision d;
  d.aim.heading_rad = orders.heading_rad;
  if (!turns(s, orders.mode, m)) {
    m.mode = Mode::rest, m.cause = Cause::order;
    return d;
  }
  const Answer answer = latch(due(s, now, m, interval_s), now, m, interval_s);
  const Mode before = m.mode;
  m.cause = answer.cause;
  const Mode ordered =
      orders.mode == Mode::cut || orders.mode == Mode::rest ? Mode::go : orders.mode;
  m.mode = mode_of(answer, ordered);
  if (m.mode != before) m.held_m = now.position_m, m.arrived = m.climbed = false, m.still_s = 0;
  d.motors = true;
  const bool obeys = answer.action == Action::none && orders.mode == m.mode;
  switch (m.mode) {
    case Mode::home:
      go_home(s, now, m, d.aim, interval_s);
      break;
    case Mode::land:
      land(now, m, d.aim, interval_s);
      break;
    case Mode::stick:
      d.aim.level = Aim::Level::velocity, d.aim.hold_height = false;
      d.aim.velocity_m_s = orders.velocity_m_s;
      break;
    default:
      if (obeys) m.held_m = orders.position_m;
      d.aim.position_m = m.held_m;
      d.aim.brisk = answer.action == Action::hold;
  }
  d.motors = m.flying;
  return d;
}

}  // namespace twinaxis::drone
