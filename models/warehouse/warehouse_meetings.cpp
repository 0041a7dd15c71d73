// Who sees whom on the floor, who stops, who collides; the worker who walks there.

#include <algorithm>
#include <cmath>

#include "models/warehouse/blow.h"
#include "models/warehouse/crash.h"
#include "models/warehouse/warehouse_plant.h"

namespace twinaxis::warehouse {
namespace {

constexpr double kStep_m = 0.7;  // of somebody who walks

}  // namespace

/// Bodies in contact from here to the end of the step; then the vehicle stands until people come.
void WarehousePlant::strike(std::size_t vehicle, double speed_m_per_s, Time at, double step_s,
                            EventLog& log) {
  Vehicle& v = vehicles_[vehicle];
  const VehicleParams& built = p_.fleet.vehicle;
  worker_struck_ = true;
  struck_m_per_s_ = speed_m_per_s;
  struck_kg_ = built.mass_kg + (v.pod >= 0 ? built.pod_kg : 0);
  v.blocked = true;
  log.push_back({at, "worker.struck", vehicle_name(vehicle), speed_m_per_s, "m/s"});
  if (regions_.empty()) return;
  const Blow blow = run_into(
      built, p_.worker.person,
      {.speed_m_per_s = speed_m_per_s, .loaded = v.pod >= 0, .lasts = duration_from_s(step_s)});
  for (const RegionForce& f : blow.forces) {
    const auto at_region = std::find(regions_.begin(), regions_.end(), f.region);
    region_force_N_[static_cast<std::size_t>(at_region - regions_.begin())] = f.peak_N;
  }
  v.drive.speed_m_per_s = blow.speed_after_m_per_s;
}

/// Clear way ahead, at least as far as the scanner looks: to the next vehicle, to the worker.
double WarehousePlant::gap_m(std::size_t vehicle) const {
  const DriveState& d = vehicles_[vehicle].drive;
  const VehicleParams& v = p_.fleet.vehicle;
  const auto [dx, dy] = kHeadings[static_cast<std::size_t>(d.heading)];
  const auto here = place_m(d);
  double gap = 1e9;
  const double reach_m =
      protective_field_m(v.scanner.braking, d.speed_m_per_s, v.scanner.margin_m) + v.length_m;
  const int cells = static_cast<int>(std::ceil((d.ahead_m + reach_m) / roads_.pitch_m()));
  for (int k = 0; k <= cells; ++k) {
    for (auto j = first_at_[grid(d.x + k * dx, d.y + k * dy)]; j >= 0;
         j = next_at_[static_cast<std::size_t>(j)]) {
      if (static_cast<std::size_t>(j) == vehicle) continue;
      const auto there = place_m(vehicles_[static_cast<std::size_t>(j)].drive);
      const double ahead = (there[0] - here[0]) * dx + (there[1] - here[1]) * dy;
      const double aside =
          std::abs((there[0] - here[0]) * dy) + std::abs((there[1] - here[1]) * dx);
      if (ahead > 0 && aside < v.length_m) gap = std::min(gap, ahead - v.length_m);
    }
  }
  return gap;
}

std::array<double, 2> WarehousePlant::worker_place_m() const {
  const Aisle& aisle = roads_.aisles()[static_cast<std::size_t>(p_.worker.aisle - 1)];
  return {aisle.x * roads_.pitch_m() + worker_m_, aisle.y * roads_.pitch_m()};
}

double WarehousePlant::gap_to_worker_m(const DriveState& d) const {
  if (!worker_inside_) return 1e9;
  const auto [dx, dy] = kHeadings[static_cast<std::size_t>(d.heading)];
  const auto here = place_m(d);
  const auto [x_m, y_m] = worker_place_m();
  const double ahead = (x_m - here[0]) * dx + (y_m - here[1]) * dy;
  const double aside = std::abs((x_m - here[0]) * dy) + std::abs((y_m - here[1]) * dx);
  const double half_m = 0.5 * p_.fleet.vehicle.length_m;
  if (ahead <= 0 || aside > half_m + p_.worker.depth_m) return 1e9;
  return ahead - half_m - p_.worker.depth_m;
}

bool WarehousePlant::must_stop(std::size_t vehicle, double step_s) {
  Vehicle& v = vehicles_[vehicle];
  const ScannerParams& s = p_.fleet.vehicle.scanner;
  const double speed = v.drive.speed_m_per_s;
  const double field = settings_.field_ratio * protective_field_m(s.braking, speed, s.margin_m);
  const bool person = gap_to_worker_m(v.drive) < field;
  // Beside vehicles the margin for people is left out: they stand a pitch apart.
  const bool seen = person || (speed > kStands_m_per_s &&
                               gap_m(vehicle) < field - settings_.field_ratio * s.margin_m);
  if (seen) {
    if (v.stopped_s == 0 && speed > kStands_m_per_s) ++protective_stops_;
    v.stopped_s = s.clear_s + step_s;
  }
  v.stopped_s = std::max(v.stopped_s - step_s, 0.0);
  return v.stopped_s > 0;
}

/// Handed to rigid bodies; then both stand until people come.
void WarehousePlant::collide(std::size_t a, std::size_t b, Time now, double step_s, EventLog& log) {
  const std::array<std::size_t, 2> who{a, b};
  std::array<VehiclePlace, 2> at;
  for (std::size_t k = 0; k < 2; ++k) {
    const Vehicle& v = vehicles_[who[k]];
    const auto place = place_m(v.drive);
    at[k] = {place[0], place[1], v.drive.heading, v.drive.speed_m_per_s, v.pod >= 0};
  }
  const Crash crash = run_together(p_.fleet.vehicle, at, duration_from_s(step_s));
  ++collisions_;
  hardest_N_s_ = std::max(hardest_N_s_, crash.impulse_N_s);
  log.push_back({now, "vehicle.collides", vehicle_name(a) + "->" + vehicle_name(b),
                 crash.impulse_N_s, "N s"});
  if (crash.closing_m_per_s > p_.fleet.vehicle.bumper_m_per_s) {
    log.push_back({now, "vehicle.damaged", vehicle_name(a) + "->" + vehicle_name(b),
                   crash.closing_m_per_s, "m/s"});
  }
  for (std::size_t k = 0; k < 2; ++k) {
    Vehicle& v = vehicles_[who[k]];
    v.collided = v.blocked = true;
    v.drive.speed_m_per_s = crash.speed_after_m_per_s[k];
    if (!crash.pod_tips[k]) continue;
    ++tipped_;
    log.push_back({now, "pod.tips", vehicle_name(who[k]), crash.closing_m_per_s, "m/s"});
  }
}

void WarehousePlant::look_for_collisions(Time now, double step_s, EventLog& log) {
  const double near_m = 0.98 * p_.fleet.vehicle.length_m;
  for (std::size_t i = 0; i < vehicles_.size(); ++i) {
    Vehicle& v = vehicles_[i];
    if (v.drive.speed_m_per_s < kStands_m_per_s) continue;
    const auto here = place_m(v.drive);
    bool touches = false;
    for (int dy = -1; dy <= 1; ++dy) {
      for (int dx = -1; dx <= 1; ++dx) {
        for (auto j = first_at_[grid(v.drive.x + dx, v.drive.y + dy)]; j >= 0;
             j = next_at_[static_cast<std::size_t>(j)]) {
          const auto other = static_cast<std::size_t>(j);
          if (other == i) continue;
          const auto there = place_m(vehicles_[other].drive);
          if (std::abs(there[0] - here[0]) >= near_m || std::abs(there[1] - here[1]) >= near_m) {
            continue;
          }
          if (!v.collided) collide(i, other, now, step_s, log);
          touches = true;
        }
      }
    }
    v.collided = touches;
  }
}

/// People do not walk into a vehicle: they wait a step before it.
bool WarehousePlant::way_is_free(double direction) const {
  const VehicleParams& v = p_.fleet.vehicle;
  const auto [x_m, y_m] = worker_place_m();
  return std::none_of(
      vehicles_.begin(), vehicles_.end(), [&, x = x_m, y = y_m](const Vehicle& each) {
        const auto place = place_m(each.drive);
        const double ahead = direction * (place[0] - x);
        return ahead > 0 && ahead < v.length_m + kStep_m && std::abs(place[1] - y) < v.length_m;
      });
}

/// Into the aisle, to the place, to work, and back.
void WarehousePlant::walk_worker(double wanted, Time now, double step_s, EventLog& log) {
  if (worker_struck_) return;
  const WorkerParams& w = p_.worker;
  const bool goes = wanted >= 0.5 && worked_s_ < w.works_s;
  if (goes && !worker_inside_) {
    worker_inside_ = true;
    log.push_back({now, "worker.enters", "", 0, ""});
  }
  if (!worker_inside_) return;
  if (goes && worker_m_ < w.to_m) {
    if (way_is_free(1)) worker_m_ = std::min(worker_m_ + w.walks_m_per_s * step_s, w.to_m);
  } else if (goes) {
    worked_s_ += step_s;
  } else {
    if (way_is_free(-1)) worker_m_ -= w.walks_m_per_s * step_s;
    if (worker_m_ > 0) return;
    worker_m_ = 0;
    worker_inside_ = false;
    log.push_back({now, "worker.leaves", "", 0, ""});
  }
}

}  // namespace twinaxis::warehouse
