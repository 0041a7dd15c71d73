#pragma once
// What the drone does: as it is ordered, or what a fail-safe orders in its place.
//
//   place lost > battery empty > link lost > battery low > fence > order
//
// Return to home climbs to the return height, flies home level, descends and lands. Without a known
// place the drone can only keep level and sink: the wind takes it along. Actions are PX4's
// (NAV_RCL_ACT, GF_ACTION, COM_LOW_BAT_ACT, COM_POSCTL_NAVL; docs.px4.io, Safety configuration);
// limits of the shipped setting: README. Every setting is a point that can be changed.

#include <array>

#include "models/drone/cascade.h"

namespace twinaxis::drone {

enum class Mode { rest, go, stick, home, land, cut };
enum class Cause { order, fence, battery_low, link, battery_empty, place };
inline constexpr std::array<const char*, 6> kCauseNames{"order", "fence",         "battery_low",
                                                        "link",  "battery_empty", "place"};
/// What a fail-safe does: nothing, hold, return, land.
enum class Action { none, hold, home, land };

struct FlightOrders {
  Mode mode = Mode::rest;
  Vector position_m{};    ///< for go
  Vector velocity_m_s{};  ///< for stick
  double heading_rad = 0;
};

/// Settings in the flight controller's memory.
struct FlightSettings {
  double link_patience_s = 1, link_action = 2;
  double return_height_m = 60, home_x_m = 0, home_y_m = 0;
  double fence_m = 60, fence_top_m = 100, fence_action = 2;
  double battery_low_fraction = 0.25, battery_empty_fraction = 0.1;
  double least_V = 0;  ///< below this voltage the battery counts as empty, whatever it reports
  double gate_ratio = 5;
  double flow_check = 0;
  double cut_in_air = 1;  ///< 1: an order to cut the motors is obeyed in the air
};

struct Situation {
  Vector position_m{}, velocity_m_s{};
  bool place_lost = false;
  double battery_fraction = 1, battery_V = 15;
  double link_age_s = 0;
};

struct NavigatorMemory {
  Mode mode = Mode::rest;
  Cause cause = Cause::order, latched = Cause::order;
  Action latched_action = Action::none;
  bool flying = false, ended = false;  ///< ended: landed by a fail-safe or cut; a new order starts
  bool arrived = false, climbed = false;
  Vector held_m{};
  double still_s = 0, voltage_low_s = 0, link_back_s = 0;
  bool cut_refused = false;
};

struct Decision {
  bool motors = false;
  Aim aim;
};

/// One scan, `interval_s` after the last.
Decision navigate(const FlightSettings& s, const FlightOrders& orders, const Situation& now,
                  NavigatorMemory& m, double interval_s);

}  // namespace twinaxis::drone
