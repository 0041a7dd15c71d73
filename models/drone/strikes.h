#pragma once
// What the drone has struck, how fast and how hard: kept for the truths, told as events.
//
// The speed is that of the approach, before the step in which the contact was found. The force is
// that of the skin in each step, of first order in it: near people, in steps of 0.25 ms, up to 4 %
// too much on the skull, the stiffest region, and 10 % where an arm strikes it.

#include <string>
#include <string_view>
#include <vector>

#include "models/drone/park_world.h"
#include "sim/core/event.h"

namespace twinaxis::drone {

struct Strike {
  double struck = 0, speed_m_s = 0;
};

/// The hardest blow on a head as two masses along one line have it: the speed at the point along
/// the push, the mass that the drone has there. A blow that glances, or that an arm deals, is
/// weaker.
struct HeadBlow {
  double struck = 0, speed_m_s = 0, mass_kg = 0;
};

/// The regions of a person whose force is kept one by one, by their names in the laws of harm:
/// all but the head. In the order of names.
std::vector<std::string> body_regions(const Regions& regions);

class Strikes {
 public:
  Strikes(const GroundParams& params, const Park& park, const Regions& regions);

  /// What a step touched; `velocity_m_s` is that before it.
  void see(std::span<const Meeting> meetings, const Vector& velocity_m_s, Time at, double step_s,
           EventLog& log);
  bool broken() const { return broken_; }
  /// Nothing has been touched for a tenth of a second: neither a bounce nor a slide.
  bool in_the_air() const;

  /// Of the ground, then of each in the park, in the order in which truth_points() has them.
  void look(std::vector<double>& truth) const;
  /// Everything that decides the future, appended.
  void put_state(std::vector<double>& state) const;

 private:
  struct Place {
    std::string name;
    bool person = false;
    Strike all = {};
    HeadBlow head = {};
    double force_N = 0;
    std::vector<double> region_N = {};
  };

  void touch_ground(const Vector& velocity_m_s, Time at, EventLog& log);
  void touch(Place& place, const Meeting& meeting, const Vector& velocity_m_s, Time at,
             EventLog& log);
  void press(Place& place, const Meeting& meeting);

  GroundParams p_;
  std::vector<std::string> regions_;
  std::vector<Place> places_;
  Strike ground_;
  double angle_rad_ = 0, since_touch_s_ = 0;
  bool broken_ = false;
};

}  // namespace twinaxis::drone
