#pragma once
// The warehouse as a plant: vehicles that obey their controllers, pods, pickers, a worker on the
// floor. Orders and goods: order_book.h. Nobody knows here who gave the commands.

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "models/warehouse/messages.h"
#include "models/warehouse/plant_params.h"
#include "models/warehouse/throughput.h"
#include "sim/physics/plant.h"

namespace twinaxis::warehouse {

/// What a vehicle does when it stands at its target.
enum class Action : std::uint8_t { none, lift, drop, wait_for_pick };

struct TruthPoint {
  std::string name, unit, doc;
  double initial = 0;
};
/// Of the site, then of the vehicles, kVehicleTruths each.
std::vector<TruthPoint> truth_points(const WarehouseParams& p);
inline constexpr std::size_t kVehicleTruths = 7;
/// Commands of the vehicles and settings, with what holds at the start.
void declare_inputs(const WarehouseParams& p, PointTable& table);

class WarehousePlant final : public Plant {
 public:
  /// `possible`: what it can pick.
  WarehousePlant(const WarehouseParams& params, std::shared_ptr<const Roads> roads,
                 std::shared_ptr<OrderBook> book, const PointTable& table,
                 const Throughput& possible);
  void publish(Bus& bus, Time now) override;
  void advance(const Bus& bus, Time from, Time to, EventLog& log) override;
  std::span<const double> state() const override { return state_; }
  /// Vehicles, the worker, the pickers; x, y as the points say, z from the floor.
  std::vector<std::string> bodies() const override;
  void show(Scene& scene) const override;

  const Roads& roads() const { return *shared_roads_; }
  const DriveState& drive(std::size_t vehicle) const { return vehicles_[vehicle].drive; }
  std::size_t collisions() const { return collisions_; }

 private:
  struct Vehicle {
    DriveState drive;
    double charge_J = 0;
    double acting_s = 0;   ///< left of the action
    double stopped_s = 0;  ///< left of a protective stop
    double stands_s = 0;   ///< away from its place, without an action
    Action action = Action::none;
    bool begun = false, done = false, blocked = false, collided = false, moving = false;
    std::int32_t pod = -1;
    /// Carried home, with what its controller wanted then: it stands until that changes.
    bool put_down = false;
    std::optional<std::array<int, 2>> stale = std::nullopt;
  };
  static constexpr double kStranded_s = 300;
  static constexpr double kStands_m_per_s = 0.01;  ///< slower than that it stands
  struct Settings {
    double speed_m_per_s = 0, field_ratio = 1, braking_m_per_s2 = 0;
    bool scanned = true, manual = false, clear = false;
  };

  void read(const Bus& bus, std::size_t vehicle, DriveOrder& order, Action& action) const;
  void place_on_grid();
  double gap_m(std::size_t vehicle) const;
  double gap_to_worker_m(const DriveState& d) const;
  std::array<double, 2> worker_place_m() const;
  bool must_stop(std::size_t vehicle, double step_s);
  bool stranded(const Vehicle& v) const { return v.blocked || v.stands_s > kStranded_s; }
  void carry_home(Time now, EventLog& log);
  bool way_is_free(double direction) const;
  void act(std::size_t vehicle, Action wanted, Time now, double step_s, EventLog& log);
  void look_for_collisions(Time now, double step_s, EventLog& log);
  void collide(std::size_t a, std::size_t b, Time now, double step_s, EventLog& log);
  void walk_worker(double wanted, Time now, double step_s, EventLog& log);
  void strike(std::size_t vehicle, double speed_m_per_s, Time at, double step_s, EventLog& log);
  void drain(Vehicle& v, double step_s);
  std::size_t grid(int x, int y) const;
  std::array<double, 2> place_m(const DriveState& d) const;
  void keep_state();

  WarehouseParams p_;
  std::shared_ptr<const Roads> shared_roads_;
  const Roads& roads_;
  Throughput possible_;
  std::shared_ptr<OrderBook> book_;
  std::vector<Vehicle> vehicles_;
  std::vector<std::int32_t> pod_at_, station_at_;  ///< by node, -1: none
  std::vector<std::int32_t> first_at_, next_at_;   ///< vehicles by place on the grid
  int width_ = 0, height_ = 0, south_ = 0;
  std::vector<PointId> truths_, commands_, settings_ids_;
  Settings settings_;
  double worker_m_ = 0, worked_s_ = 0;  ///< along the aisle; 0: outside
  bool worker_inside_ = false, worker_struck_ = false;
  double struck_m_per_s_ = 0, struck_kg_ = 0, hardest_N_s_ = 0;
  std::vector<std::string> regions_;
  std::vector<double> region_force_N_;
  /// Lines ordered and picked, a sample a minute.
  struct Served {
    double ordered = 0, picked = 0;
  };
  /// A line should be picked ten minutes after it came; half an hour of those is looked at.
  static constexpr std::size_t kPickedIn = 10, kLooksBack = 30,
                               kServed = kLooksBack + kPickedIn + 1;
  double service_level() const;
  double lines_per_s() const;
  std::array<Served, kServed> served_;
  void count_lines(Time now);
  std::size_t collisions_ = 0, tipped_ = 0, protective_stops_ = 0;
  std::vector<double> state_;
};

}  // namespace twinaxis::warehouse
