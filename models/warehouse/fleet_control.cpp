#include "models/warehouse/fleet_control.h"

#include <algorithm>
#include <utility>

namespace twinaxis::warehouse {

void fields(FieldVisitor& v, DispatchParams& p) {
  v("low", p.low_fraction, "1", fraction(), "charge at which a vehicle goes to its charger");
  v("charged", p.charged_fraction, "1", fraction(), "charge at which it takes jobs again");
  v("traffic", p.traffic, "how nodes are released");
}

FleetControl::FleetControl(std::shared_ptr<const Roads> roads, std::shared_ptr<OrderBook> book,
                           std::size_t vehicles, const DispatchParams& params)
    : roads_(roads),
      book_(std::move(book)),
      p_(params),
      traffic_(*roads,
               {roads->parking().begin(),
                roads->parking().begin() + static_cast<std::ptrdiff_t>(vehicles)},
               params.traffic),
      jobs_(vehicles),
      on_the_way_(roads->stations().size()),
      is_new_(vehicles) {}

Action FleetControl::action(Stage stage) const {
  switch (stage) {
    case Stage::to_pod:
      return Action::lift;
    case Stage::to_station:
      return Action::wait_for_pick;
    case Stage::to_place:
      return Action::drop;
    default:
      return Action::none;
  }
}

void FleetControl::hear(std::size_t vehicle, const Report& report) {
  Job& job = jobs_[vehicle];
  job.charge_fraction = report.charge_fraction;
  job.silent = !report.connected;
  if (report.node != kNowhere) job.lost = !traffic_.passed(vehicle, report.node);
  // People have carried it home: nobody else ever stands on that place.
  if (job.lost && report.node == roads_->parking()[vehicle]) begin_anew(vehicle);
  job.done = report.done && report.order == job.order && report.update == job.update;
}

void FleetControl::floor_cleared() {
  for (std::size_t i = 0; i < jobs_.size(); ++i) {
    if (jobs_[i].lost || jobs_[i].silent) begin_anew(i);
  }
}

void FleetControl::begin_anew(std::size_t vehicle) {
  Job& job = jobs_[vehicle];
  if (job.stage == Stage::to_pod || job.stage == Stage::to_station) {
    --on_the_way_[static_cast<std::size_t>(job.visit.station)];
  }
  if (job.stage != Stage::idle && job.stage != Stage::to_charger) book_->pod_back(job.visit.pod);
  if (job.leaves_pod >= 0) book_->pod_back(std::exchange(job.leaves_pod, -1));
  job.lost = false;
  traffic_.place(vehicle, roads_->parking()[vehicle]);
  go(vehicle, Stage::idle, roads_->parking()[vehicle]);
}

bool FleetControl::in_closed_aisle(int pod) const {
  const NodeIndex place = roads_->places()[static_cast<std::size_t>(pod)];
  return closed_aisle_ > 0 && (*roads_)[place].zone == closed_aisle_ - 1;
}

/// Pods in a closed aisle are not fetched; who was on the way there gives up, or waits with its pod
/// where it parks. Who is inside drives on.
void FleetControl::close_aisle(int aisle) {
  if (aisle == closed_aisle_) return;
  for (const int pod : held_) book_->pod_back(pod);
  held_.clear();
  closed_aisle_ = aisle;
  traffic_.close_zone(aisle - 1);
  for (int pod = 0; pod < static_cast<int>(roads_->places().size()); ++pod) {
    if (in_closed_aisle(pod) && book_->hold(pod)) held_.push_back(pod);
  }
  for (std::size_t i = 0; i < jobs_.size(); ++i) {
    Job& job = jobs_[i];
    const bool inside = (*roads_)[traffic_.base(i).back()].zone == aisle - 1;
    if (inside || !in_closed_aisle(job.visit.pod)) continue;
    if (job.stage == Stage::to_pod) {
      --on_the_way_[static_cast<std::size_t>(job.visit.station)];
      held_.push_back(job.visit.pod);
      go(i, Stage::idle, roads_->parking()[i]);
    } else if (job.stage == Stage::to_place) {
      go(i, Stage::waits_with_pod, roads_->parking()[i]);
    }
  }
}

void FleetControl::go(std::size_t vehicle, Stage stage, NodeIndex goal) {
  Job& job = jobs_[vehicle];
  job.stage = stage;
  job.order += 1;
  job.update = 0;
  job.done = false;
  traffic_.send(vehicle, goal);
  is_new_[vehicle] = 1;
}

void FleetControl::next_stage(std::size_t vehicle) {
  Job& job = jobs_[vehicle];
  // Whoever came for a pod would meet the vehicle below it face to face.
  if (job.leaves_pod >= 0 &&
      traffic_.reported(vehicle) != roads_->places()[static_cast<std::size_t>(job.leaves_pod)]) {
    book_->pod_back(std::exchange(job.leaves_pod, -1));
  }
  const auto pod = static_cast<std::size_t>(job.visit.pod);
  const auto station = static_cast<std::size_t>(job.visit.station);
  if (job.stage == Stage::to_pod && job.done) {
    go(vehicle, Stage::to_station, roads_->stations()[station].nodes.back());
  } else if (job.stage == Stage::to_station && job.done) {
    --on_the_way_[station];
    const bool closed = in_closed_aisle(job.visit.pod);
    go(vehicle, closed ? Stage::waits_with_pod : Stage::to_place,
       closed ? roads_->parking()[vehicle] : roads_->places()[pod]);
  } else if (job.stage == Stage::waits_with_pod && !in_closed_aisle(job.visit.pod)) {
    go(vehicle, Stage::to_place, roads_->places()[pod]);
  } else if (job.stage == Stage::to_place && job.done) {
    job.stage = Stage::idle;
    job.leaves_pod = job.visit.pod;
  } else if (job.stage == Stage::to_charger && job.charge_fraction >= p_.charged_fraction) {
    job.stage = Stage::idle;
  }
}

void FleetControl::assign() {
  // Stations of a level without a free vehicle count as full.
  const std::size_t levels = roads_->levels(), stations = on_the_way_.size();
  const int room = static_cast<int>(roads_->stations().front().nodes.size());
  std::vector<std::size_t> idle, idle_on(levels);
  for (std::size_t i = 0; i < jobs_.size(); ++i) {
    const Job& job = jobs_[i];
    if (job.stage == Stage::idle && !job.lost && !job.silent &&
        job.charge_fraction > p_.low_fraction) {
      idle.push_back(i);
      ++idle_on[i % levels];
    }
  }
  std::vector<int> load(stations);
  while (!idle.empty()) {
    for (std::size_t s = 0; s < stations; ++s) {
      load[s] = idle_on[s * levels / stations] > 0 ? on_the_way_[s] : room;
    }
    const auto visit = book_->next_visit(load, room);
    if (!visit) break;
    const NodeIndex place = roads_->places()[static_cast<std::size_t>(visit->pod)];
    const auto steps = roads_->distances(place);
    const auto nearest = std::min_element(idle.begin(), idle.end(), [&](auto a, auto b) {
      return steps[static_cast<std::size_t>(traffic_.reported(a))] <
             steps[static_cast<std::size_t>(traffic_.reported(b))];
    });
    jobs_[*nearest].visit = *visit;
    ++on_the_way_[static_cast<std::size_t>(visit->station)];
    --idle_on[*nearest % levels];
    go(*nearest, Stage::to_pod, place);
    idle.erase(nearest);
  }
  for (const std::size_t i : idle) {
    // Nothing to do: to its own place, where it charges.
    if (traffic_.goal(i) != roads_->parking()[i]) go(i, Stage::idle, roads_->parking()[i]);
  }
}

const std::vector<std::size_t>& FleetControl::tick(bool takes_jobs, int closed_aisle) {
  close_aisle(closed_aisle);
  std::vector<char> held(jobs_.size());
  for (std::size_t i = 0; i < jobs_.size(); ++i) {
    held[i] = jobs_[i].lost || jobs_[i].silent;
    next_stage(i);
    Job& job = jobs_[i];
    if (job.stage == Stage::idle && job.charge_fraction <= p_.low_fraction) {
      go(i, Stage::to_charger, roads_->parking()[i]);
    }
  }
  if (takes_jobs) assign();
  for (const std::size_t i : traffic_.tick(held)) {
    if (is_new_[i] == 0) jobs_[i].update += 1;
    is_new_[i] = 1;
  }
  news_.clear();
  for (std::size_t i = 0; i < jobs_.size(); ++i) {
    if (is_new_[i] != 0) news_.push_back(i);
    is_new_[i] = 0;
  }
  return news_;
}

Order FleetControl::order(std::size_t vehicle) const {
  const Job& job = jobs_[vehicle];
  const auto& base = traffic_.base(vehicle);
  const bool ends = base.back() == traffic_.goal(vehicle);
  return {
      job.order, job.update, {base.begin(), base.end()}, ends ? action(job.stage) : Action::none};
}

}  // namespace twinaxis::warehouse
