#pragma once
// The controller of a vehicle: takes orders, drives its base, reports.

#include <deque>
#include <memory>

#include "models/warehouse/messages.h"
#include "models/warehouse/warehouse_twin.h"

namespace twinaxis::warehouse {

/// What a vehicle makes of an order. Names of the errors: VDA 5050, 3.0.0.
enum class Verdict : std::uint8_t { accepted, same_update, outdated, invalid };

/// The base of a vehicle, as its controller has it.
class Base {
 public:
  Base(std::shared_ptr<const Roads> roads, NodeIndex at) : roads_(std::move(roads)), nodes_{at} {}

  /// An update counts when it is newer and goes on where the base ends.
  Verdict take(const std::array<double, order_field_count>& order);
  /// It stands on, or has passed, that node.
  void passed(NodeIndex node);
  /// It has been put there by hand.
  void placed(NodeIndex node) { nodes_ = {node}, action_ = 0; }
  /// The node in a straight line from the one passed last, as far as the base goes.
  NodeIndex target() const;
  /// At the end of it: what is to be done there.
  double action() const { return nodes_.size() == 1 ? action_ : 0; }
  double order() const { return order_; }
  double update() const { return update_; }
  NodeIndex last() const { return nodes_.front(); }

 private:
  std::shared_ptr<const Roads> roads_;
  std::deque<NodeIndex> nodes_;
  double order_ = 0, update_ = 0, action_ = 0;
};

/// Hosts, points, channels and tasks of all vehicles.
void add_vehicles(const WarehouseTwinParams& p, std::shared_ptr<const Roads> roads,
                  PointTable& table, cyber::NetworkPlan& plan);

}  // namespace twinaxis::warehouse
