#pragma once
// A built scenario that runs.

#include <memory>
#include <vector>

#include "sim/core/bus.h"
#include "sim/core/event.h"
#include "sim/core/point.h"
#include "sim/core/profile.h"
#include "sim/core/time.h"
#include "sim/cyber/network.h"
#include "sim/intervene/schedule.h"
#include "sim/physics/plant.h"
#include "sim/run/recorder.h"

namespace twinaxis {

/// Everything that moves. Members refer to each other, so a twin stays where it was built.
struct Twin {
  Twin(PointTable points, cyber::NetworkPlan plan, std::unique_ptr<Plant> physical,
       const std::vector<Intervention>& interventions, const std::vector<std::string>& not_reached,
       Recorder to, Duration step, std::uint64_t seed, std::uint64_t sample);
  Twin(const Twin&) = delete;
  Twin& operator=(const Twin&) = delete;

  PointTable table;
  Bus bus;
  EventLog log;
  std::unique_ptr<Plant> plant;
  cyber::Network network;
  Schedule schedule;
  Recorder recorder;
  Duration dt;
  bool has_bodies;  ///< whether the plant has a scene to show
  Scene scene;
  Time reached;  ///< the last grid time that was recorded
  Profile profile;
};

/// One step from the grid time `t` to `t + dt`: deliver, refresh, decide, record, flow.
void step(Twin& twin, Time t);
/// The first four phases: the world as it is at the end of the run.
void look(Twin& twin, Time t);

}  // namespace twinaxis
