#include "models/warehouse/warehouse_plant.h"

#include <algorithm>
#include <cmath>

#include "models/warehouse/blow.h"
#include "sim/core/require.h"

namespace twinaxis::warehouse {
namespace {

constexpr Duration kMinute{60 * kNanosecondsPerSecond};
enum Command : std::size_t { target_x, target_y, wanted_action, command_count };

}  // namespace

WarehousePlant::WarehousePlant(const WarehouseParams& params, std::shared_ptr<const Roads> roads,
                               std::shared_ptr<OrderBook> book, const PointTable& table,
                               const Throughput& possible)
    : p_(params),
      shared_roads_(std::move(roads)),
      roads_(*shared_roads_),
      possible_(possible),
      book_(std::move(book)) {
  for (const auto& point : truth_points(p_)) truths_.push_back(table.id(point.name));
  for (std::size_t i = 0; i < static_cast<std::size_t>(p_.fleet.count); ++i) {
    for (const char* what : {".target_x", ".target_y", ".action"}) {
      commands_.push_back(table.id(vehicle_name(i) + what));
    }
  }
  for (const char* name : {"vehicles.speed_limit", "vehicles.field_ratio", "vehicles.braking",
                           "vehicles.scanner_fixed", "stations.scan_check", "pickers.walk",
                           "worker.let_in", "floor.clear"}) {
    settings_ids_.push_back(table.id(name));
  }
  regions_ = region_names(p_.worker.person);
  region_force_N_.resize(regions_.size());
  pod_at_.assign(roads_.size(), -1);
  station_at_.assign(roads_.size(), -1);
  for (std::size_t i = 0; i < roads_.places().size(); ++i) {
    pod_at_[static_cast<std::size_t>(roads_.places()[i])] = static_cast<std::int32_t>(i);
  }
  for (std::size_t i = 0; i < roads_.stations().size(); ++i) {
    const NodeIndex pick = roads_.stations()[i].nodes.back();
    station_at_[static_cast<std::size_t>(pick)] = static_cast<std::int32_t>(i);
  }
  int least_y = 0;
  for (std::size_t n = 0; n < roads_.size(); ++n) {
    const RoadNode& node = roads_[static_cast<NodeIndex>(n)];
    width_ = std::max(width_, node.x + 1);
    height_ = std::max(height_, node.y + 1);
    least_y = std::min(least_y, node.y);
  }
  // A wall of one pitch around: who runs away still has a place on the grid.
  south_ = 1 - least_y;
  height_ += south_ + 1;
  width_ += 2;
  first_at_.assign(static_cast<std::size_t>(width_ * height_), -1);
  vehicles_.resize(static_cast<std::size_t>(p_.fleet.count));
  next_at_.assign(vehicles_.size(), -1);
  for (std::size_t i = 0; i < vehicles_.size(); ++i) {
    const RoadNode& node = roads_[roads_.parking()[i]];
    vehicles_[i].drive.x = node.x, vehicles_[i].drive.y = node.y;
    vehicles_[i].charge_J = p_.fleet.vehicle.battery_J;
  }
  // As if it had always been so.
  const double line_min =
      std::min(expected_lines_per_s(p_.demand), possible_.capacity_per_s) * to_s(kMinute);
  for (std::size_t i = 0; i < kServed; ++i) {
    const double before = line_min * (static_cast<double>(i) - (kServed - 1));
    served_[i] = {before, before};
  }
  keep_state();
}

std::size_t WarehousePlant::grid(int x, int y) const {
  const int cx = std::clamp(x + 1, 0, width_ - 1), cy = std::clamp(y + south_, 0, height_ - 1);
  return static_cast<std::size_t>(cy * width_ + cx);
}

std::array<double, 2> WarehousePlant::place_m(const DriveState& d) const {
  const auto [dx, dy] = kHeadings[static_cast<std::size_t>(d.heading)];
  return {d.x * roads_.pitch_m() + dx * d.ahead_m, d.y * roads_.pitch_m() + dy * d.ahead_m};
}

void WarehousePlant::place_on_grid() {
  std::fill(first_at_.begin(), first_at_.end(), -1);
  for (std::size_t i = vehicles_.size(); i-- > 0;) {
    auto& first = first_at_[grid(vehicles_[i].drive.x, vehicles_[i].drive.y)];
    next_at_[i] = first;
    first = static_cast<std::int32_t>(i);
  }
}

void WarehousePlant::read(const Bus& bus, std::size_t vehicle, DriveOrder& order,
                          Action& action) const {
  const std::size_t at = vehicle * command_count;
  order.x = static_cast<int>(std::lround(bus.read(commands_[at + target_x])));
  order.y = static_cast<int>(std::lround(bus.read(commands_[at + target_y])));
  order.speed_m_per_s = settings_.speed_m_per_s;
  order.braking_m_per_s2 = settings_.braking_m_per_s2;
  const auto wanted = static_cast<int>(std::lround(bus.read(commands_[at + wanted_action])));
  action = static_cast<Action>(std::clamp(wanted, 0, 3));
}

void WarehousePlant::act(std::size_t vehicle, Action wanted, Time now, double step_s,
                         EventLog& log) {
  Vehicle& v = vehicles_[vehicle];
  if (wanted != v.action) {
    v.action = wanted;
    v.begun = v.done = false;
  }
  if (wanted == Action::none || v.done || v.drive.speed_m_per_s > 0 || v.drive.turning_s > 0)
    return;
  const NodeIndex here = roads_.at(v.drive.x, v.drive.y);
  if (here == kNowhere) return;
  auto& pod = pod_at_[static_cast<std::size_t>(here)];
  const std::int32_t station = station_at_[static_cast<std::size_t>(here)];
  if (!v.begun) {
    v.begun = true;
    v.acting_s = p_.fleet.vehicle.lift_s;
    if (wanted == Action::wait_for_pick) {
      v.acting_s = station < 0 || v.pod < 0 ? 0 : book_->begin_picking({v.pod, station});
    }
  }
  v.acting_s -= step_s;
  if (v.acting_s > 0) return;
  v.done = true;
  if (wanted == Action::lift) {
    if (v.pod < 0 && pod >= 0) std::swap(v.pod, pod);
  } else if (wanted == Action::drop) {
    if (v.pod >= 0 && pod < 0) std::swap(v.pod, pod);
  } else if (station >= 0 && v.pod >= 0) {
    book_->end_picking({v.pod, station}, now, settings_.scanned, log);
  }
}

/// Stranded vehicles to their parking places, their pods to where they belong.
void WarehousePlant::carry_home(Time now, EventLog& log) {
  double carried = 0;
  for (std::size_t i = 0; i < vehicles_.size(); ++i) {
    Vehicle& v = vehicles_[i];
    if (!stranded(v)) continue;
    if (v.pod >= 0) {
      const NodeIndex place = roads_.places()[static_cast<std::size_t>(v.pod)];
      pod_at_[static_cast<std::size_t>(place)] = v.pod;
    }
    const RoadNode& home = roads_[roads_.parking()[i]];
    const double charge_J = v.charge_J;
    v = Vehicle{};
    v.drive.x = home.x, v.drive.y = home.y;
    v.charge_J = charge_J;
    v.put_down = true;
    ++carried;
  }
  if (carried > 0) log.push_back({now, "vehicles.carried_home", "", carried, ""});
}

void WarehousePlant::count_lines(Time now) {
  if (!on_grid(Duration{now.ns}, kMinute)) return;
  std::rotate(served_.begin(), served_.begin() + 1, served_.end());
  served_.back() = {static_cast<double>(book_->lines_arrived()),
                    static_cast<double>(book_->lines_picked())};
}

void WarehousePlant::drain(Vehicle& v, double step_s) {
  const VehicleParams& p = p_.fleet.vehicle;
  const double mass_kg = p.mass_kg + (v.pod >= 0 ? p.pod_kg : 0);
  const double drive_W = p.rolling_ratio * mass_kg * 9.80665 * v.drive.speed_m_per_s / p.efficiency;
  v.charge_J -= (p.idle_W + drive_W) * step_s;
  const NodeIndex here = roads_.at(v.drive.x, v.drive.y);
  if (v.drive.speed_m_per_s == 0 && here != kNowhere && roads_[here].kind == NodeKind::parking) {
    v.charge_J += p.charger_W * step_s;
  }
  v.charge_J = std::clamp(v.charge_J, 0.0, p.battery_J);
}

void WarehousePlant::advance(const Bus& bus, Time from, Time to, EventLog& log) {
  const double step_s = to_s(to - from);
  const VehicleParams& built = p_.fleet.vehicle;
  const bool fixed = bus.read(settings_ids_[3]) >= 0.5;
  settings_.speed_m_per_s = bus.read(settings_ids_[0]);
  settings_.field_ratio = fixed ? 1 : bus.read(settings_ids_[1]);
  settings_.braking_m_per_s2 = bus.read(settings_ids_[2]);
  settings_.scanned = bus.read(settings_ids_[4]) >= 0.5;
  settings_.manual = bus.read(settings_ids_[5]) >= 0.5;
  const bool clear = bus.read(settings_ids_[7]) >= 0.5;
  if (clear && !settings_.clear) carry_home(from, log);
  settings_.clear = clear;
  place_on_grid();
  walk_worker(bus.read(settings_ids_[6]), from, step_s, log);
  for (std::size_t i = 0; i < vehicles_.size(); ++i) {
    Vehicle& v = vehicles_[i];
    DriveOrder order;
    Action action = Action::none;
    read(bus, i, order, action);
    if (v.put_down) v.stale = {order.x, order.y};
    v.put_down = false;
    if (v.stale && *v.stale != std::array{order.x, order.y}) v.stale.reset();
    if (v.stale) order.x = v.drive.x, order.y = v.drive.y, action = Action::none;
    const bool there = order.x == v.drive.x && order.y == v.drive.y && v.drive.ahead_m == 0;
    order.stop = v.blocked || v.charge_J <= 0;
    if (!there || v.drive.speed_m_per_s > 0) order.stop = must_stop(i, step_s) || order.stop;
    const double before_m_per_s = v.drive.speed_m_per_s;
    if (!there || v.drive.speed_m_per_s > 0 || v.drive.turning_s > 0) {
      move(built, roads_.pitch_m(), order, step_s, v.drive);
    }
    if (v.pod >= 0 && v.drive.braked_m_per_s2 > tipping_m_per_s2(built) && !v.blocked) {
      ++tipped_;
      v.blocked = true;
      log.push_back({to, "pod.tips", vehicle_name(i), v.drive.braked_m_per_s2, "m/s^2"});
    }
    if (there) act(i, action, to, step_s, log);
    else if (action != v.action) v.action = Action::none, v.begun = v.done = false;
    if (worker_inside_ && !worker_struck_ && gap_to_worker_m(v.drive) <= 0 &&
        before_m_per_s > kStands_m_per_s) {
      strike(i, before_m_per_s, to, step_s, log);
    }
    const NodeIndex here = roads_.at(v.drive.x, v.drive.y);
    const bool home = here == roads_.parking()[i];
    const bool is_served = v.action == Action::wait_for_pick && !v.done;
    v.stands_s = v.drive.speed_m_per_s > 0 || home || is_served ? 0 : v.stands_s + step_s;
    drain(v, step_s);
  }
  place_on_grid();
  look_for_collisions(to, step_s, log);
  if (settings_.manual) {
    // With lists on paper: no record is asked.
    while (book_->release({})) {
    }
    for (int s = 0; s < book_->stations(); ++s) book_->walk(s, step_s, to, log);
  }
  book_->advance(to);
  count_lines(to);
  keep_state();
}

double WarehousePlant::lines_per_s() const {
  const double picked = served_.back().picked - served_[kPickedIn].picked;
  return picked / (to_s(kMinute) * kLooksBack);
}

/// The pace of picking in forty minutes over that of the orders that came in the first thirty of
/// them. Ten minutes suffice to pick a line, so the few of a night are no outage while they wait.
double WarehousePlant::service_level() const {
  const double ordered = served_[kLooksBack].ordered - served_.front().ordered;
  const double picked = served_.back().picked - served_.front().picked;
  const double in_time = picked * kLooksBack / (kLooksBack + kPickedIn);
  return ordered > in_time ? in_time / ordered : 1;
}

void WarehousePlant::publish(Bus& bus, Time now) {
  std::size_t at = 0;
  const auto tell = [&](double value) { bus.write(truths_[at++], value, now); };
  const OrderBook& b = *book_;
  for (std::size_t s = 0; s < kOrderStates; ++s) {
    tell(static_cast<double>(b.count(static_cast<OrderState>(s))));
  }
  for (const std::size_t n : {b.arrived(), b.customers_waiting(), b.lines_picked(),
                              b.pods_presented(), b.lines_missing()}) {
    tell(static_cast<double>(n));
  }
  const double rate_per_s = lines_per_s();
  tell(rate_per_s);
  tell(possible_.bound_per_s()), tell(possible_.capacity_per_s);
  tell(rate_per_s / possible_.capacity_per_s);
  tell(service_level());
  for (const std::int64_t n : {b.stocked(), b.in_parcels(), b.sent(), b.supplied()}) {
    tell(static_cast<double>(n));
  }
  const auto moving = std::count_if(vehicles_.begin(), vehicles_.end(), [](const Vehicle& v) {
    return v.drive.speed_m_per_s > kStands_m_per_s;
  });
  tell(static_cast<double>(moving) / static_cast<double>(vehicles_.size()));
  tell(static_cast<double>(collisions_)), tell(hardest_N_s_);
  tell(static_cast<double>(protective_stops_)), tell(static_cast<double>(tipped_));
  double in_aisle = 0, stranded_count = 0;
  for (const Vehicle& v : vehicles_) {
    const NodeIndex here = roads_.at(v.drive.x, v.drive.y);
    in_aisle += here != kNowhere && roads_[here].zone == p_.worker.aisle - 1;
    stranded_count += stranded(v);
  }
  tell(stranded_count), tell(in_aisle);
  const bool asks = p_.worker.asks_at > Duration{} && now >= Time{} + p_.worker.asks_at;
  tell(asks && !worker_inside_ && worked_s_ == 0);
  tell(worker_inside_), tell(worker_struck_), tell(struck_m_per_s_);
  tell(struck_kg_);
  for (const double force_N : region_force_N_) tell(force_N);
  for (const Vehicle& v : vehicles_) {
    const auto place = place_m(v.drive);
    tell(place[0]), tell(place[1]), tell(v.drive.speed_m_per_s);
    tell(v.charge_J / p_.fleet.vehicle.battery_J);
    tell(v.drive.x), tell(v.drive.y), tell(v.done);
  }
}

void WarehousePlant::keep_state() {
  state_.clear();
  for (const Vehicle& v : vehicles_) {
    const DriveState& d = v.drive;
    for (const double each :
         {double(d.x), double(d.y), double(d.heading), d.ahead_m, d.speed_m_per_s, d.turning_s,
          v.charge_J, v.acting_s, v.stopped_s, double(v.pod)}) {
      state_.push_back(each);
    }
  }
  for (const double each : {worker_m_, worked_s_, struck_m_per_s_, hardest_N_s_})
    state_.push_back(each);
  state_.insert(state_.end(), region_force_N_.begin(), region_force_N_.end());
  book_->put_state(state_);
}

}  // namespace twinaxis::warehouse
