// The heart of the engine: what happens in one step, in which order. sim/DESIGN.md says why.

#include "sim/run/twin.h"

namespace twinaxis {
namespace {

/// Messages due just before a grid time are handled before the plant publishes: they see the old
/// sample. SimGrid may stop up to 10 us early, so a guard of nanoseconds would not hold.
constexpr Duration kGuard{1'000};

void deliver(Twin& twin, Time t) {
  const Stopwatch watch(twin.profile, twin.profile.network_s);
  if (t.ns > 0) twin.network.run_until(t - kGuard);
}

void refresh(Twin& twin, Time t) {
  {
    const Stopwatch watch(twin.profile, twin.profile.physics_s);
    twin.plant->publish(twin.bus, t);
  }
  const Stopwatch watch(twin.profile, twin.profile.control_s);
  twin.network.publish(t);
  for (const Edge& edge : twin.schedule.refresh(t, twin.bus, twin.log)) twin.network.apply(edge, t);
}

void decide(Twin& twin, Time t) {
  const Stopwatch watch(twin.profile, twin.profile.network_s);
  twin.network.run_until(t);
}

void record(Twin& twin, Time t) {
  const Stopwatch watch(twin.profile, twin.profile.recording_s);
  twin.recorder.take(twin.log);
  twin.recorder.sample(t, twin.bus);
  if (twin.has_bodies) {
    twin.plant->show(twin.scene);
    twin.recorder.film(t, twin.scene);
  }
  twin.reached = t;
}

void flow(Twin& twin, Time t, Time next) {
  const Stopwatch watch(twin.profile, twin.profile.physics_s);
  twin.plant->advance(twin.bus, t, next, twin.log);
}

}  // namespace

void step(Twin& twin, Time t) {
  deliver(twin, t);
  refresh(twin, t);
  decide(twin, t);
  record(twin, t);
  flow(twin, t, t + twin.dt);
}

void look(Twin& twin, Time t) {
  deliver(twin, t);
  refresh(twin, t);
  decide(twin, t);
  record(twin, t);
}

Twin::Twin(PointTable points, cyber::NetworkPlan plan, std::unique_ptr<Plant> physical,
           const std::vector<Intervention>& interventions,
           const std::vector<std::string>& not_reached, Recorder to, Duration step_size,
           std::uint64_t seed, std::uint64_t sample)
    : table(std::move(points)),
      bus(table),
      plant(std::move(physical)),
      network(std::move(plan), table, bus, log, seed, sample),
      schedule(interventions, table, seed, sample, not_reached),
      recorder(std::move(to)),
      dt(step_size),
      has_bodies(!plant->bodies().empty()) {
  // A replay shows the past, so the channel listens from the start.
  for (const Intervention& i : interventions) {
    const auto* replay = std::get_if<ReplayMessages>(&i.effect);
    if (replay != nullptr) network.remember(table.id(i.on), replay->window);
  }
}

}  // namespace twinaxis
