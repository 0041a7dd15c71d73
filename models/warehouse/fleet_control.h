#pragma once
// Fleet control (WCS): which vehicle fetches which pod, and over which nodes. It knows what
// vehicles report, and what the WMS wants of it.

#include <memory>

#include "models/warehouse/order_book.h"
#include "models/warehouse/traffic.h"
#include "models/warehouse/warehouse_plant.h"

namespace twinaxis::warehouse {

struct DispatchParams {
  double low_fraction = 0.25, charged_fraction = 0.8;  ///< of the battery
  TrafficParams traffic;
};
void fields(FieldVisitor& v, DispatchParams& p);

/// A vehicle as it reports itself.
struct Report {
  double order = 0, update = 0;
  NodeIndex node = kNowhere;
  bool done = false;
  double charge_fraction = 1;
  bool connected = true;  ///< the broker has heard it lately
};

/// What fleet control has to say to a vehicle.
struct Order {
  double id = 0, update = 0;
  std::vector<NodeIndex> base;  ///< the node reported last first
  Action action = Action::none;
};

/// Jobs of the fleet. Its memory outlives a restart of its host, as a database does.
class FleetControl {
 public:
  FleetControl(std::shared_ptr<const Roads> roads, std::shared_ptr<OrderBook> book,
               std::size_t vehicles, const DispatchParams& params);

  void hear(std::size_t vehicle, const Report& report);
  /// `takes_jobs`: the WMS can be reached. Aisle 0: none is closed. Returns the vehicles that get a
  /// new order, ascending.
  const std::vector<std::size_t>& tick(bool takes_jobs, int closed_aisle);
  Order order(std::size_t vehicle) const;
  /// People say that the floor is clear: whoever is lost or silent stands where it parks, whatever
  /// it says.
  void floor_cleared();
  /// A vehicle that is not where it was sent.
  bool lost(std::size_t vehicle) const { return jobs_[vehicle].lost; }
  /// A vehicle that nobody hears: it gets no jobs, and others go round it.
  bool silent(std::size_t vehicle) const { return jobs_[vehicle].silent; }

 private:
  enum class Stage : std::uint8_t {
    idle,
    to_pod,
    to_station,
    to_place,
    waits_with_pod,
    to_charger
  };
  struct Job {
    Stage stage = Stage::idle;
    Visit visit;
    int leaves_pod = -1;  ///< put down, but still above the vehicle
    double order = 0, update = 0;
    bool done = false, lost = false, silent = false;
    double charge_fraction = 1;
  };
  Action action(Stage stage) const;
  void go(std::size_t vehicle, Stage stage, NodeIndex goal);
  void next_stage(std::size_t vehicle);
  void begin_anew(std::size_t vehicle);
  void close_aisle(int aisle);
  bool in_closed_aisle(int pod) const;
  void assign();

  std::shared_ptr<const Roads> roads_;
  std::shared_ptr<OrderBook> book_;
  DispatchParams p_;
  Traffic traffic_;
  std::vector<Job> jobs_;
  std::vector<int> on_the_way_;  ///< to each station
  std::vector<std::size_t> news_;
  std::vector<char> is_new_;
  int closed_aisle_ = 0;
  std::vector<int> held_;  ///< pods in it that nobody had
};

}  // namespace twinaxis::warehouse
