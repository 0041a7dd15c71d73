#include "models/warehouse/agv_device.h"

#include <algorithm>
#include <utility>

#include "sim/cyber/devices/server.h"

namespace twinaxis::warehouse {
namespace {

constexpr const char* kErrors[] = {"", "same_order_update_id", "outdated_order_update",
                                   "validation_failure"};

/// Names become indices; then a scan is: hear, see, decide, tell.
class Controller {
 public:
  Controller(std::size_t vehicle, const WarehouseTwinParams& p, std::shared_ptr<const Roads> roads,
             cyber::ChannelIndex orders, cyber::ChannelIndex states, const PointTable& table)
      : name_(vehicle_name(vehicle)),
        scan_(p.control.scan),
        every_(p.control.state_every),
        roads_(roads),
        base_(roads, roads->parking()[vehicle]),
        home_(roads->parking()[vehicle]),
        orders_(orders),
        states_(states) {
    for (std::size_t f = 0; f < order_field_count; ++f) {
      order_[f] = table.id(order_point("", vehicle, f));
    }
    for (std::size_t f = 0; f < kReportedFields; ++f) {
      state_[f] = table.id(state_point("", vehicle, f));
    }
    const auto own = [&](const char* what) { return table.id(name_ + what); };
    node_x_ = own(".node_x"), node_y_ = own(".node_y"), done_ = own(".done");
    charge_ = own(".charge"), shift_ = own(".pose_shift");
    target_x_ = own(".target_x"), target_y_ = own(".target_y"), action_ = own(".action");
  }

  void operator()(cyber::TaskContext& c) {
    hear(c);
    const auto shift = static_cast<int>(c.bus().read(shift_));
    const int x = static_cast<int>(c.bus().read(node_x_)) + shift;
    const int y = static_cast<int>(c.bus().read(node_y_));
    const NodeIndex here = roads_->at(x, y);
    base_.passed(here);
    if (here == home_ && base_.last() != here) base_.placed(here);
    const RoadNode& to = (*roads_)[base_.target()];
    c.bus().write(target_x_, to.x - shift, c.now());
    c.bus().write(target_y_, to.y, c.now());
    const bool there = base_.action() != 0 && c.bus().read(action_) == base_.action();
    c.bus().write(action_, base_.action(), c.now());
    tell(c, here == kNowhere ? base_.last() : here, there && c.bus().read(done_) > 0);
  }

 private:
  void hear(cyber::TaskContext& c) {
    if (c.bus().read(order_[order_header]) == 0) return;  // nobody has said anything yet
    const bool comes = c.age(orders_) < scan_;
    if (!comes && c.bus().read(order_[order_header]) == heard_header_) return;
    std::array<double, order_field_count> order;
    for (std::size_t f = 0; f < order.size(); ++f) order[f] = c.bus().read(order_[f]);
    const bool again = order[order_header] == heard_header_;
    heard_header_ = order[order_header];
    const Verdict verdict = base_.take(order);
    if (verdict == Verdict::accepted) {
      told_error_ = Verdict::accepted;
      return;
    }
    // Fleet control repeats an update whose answer was lost, with a header of its own.
    if (verdict == Verdict::same_update && !again) return;
    // Told once, until an order is accepted again: fleet control repeats itself every few seconds.
    if (verdict == std::exchange(told_error_, verdict)) return;
    const auto which = static_cast<std::size_t>(verdict);
    c.log().push_back(
        {c.now(), std::string("vehicle.") + kErrors[which], name_, order[order_update], ""});
  }

  void tell(cyber::TaskContext& c, NodeIndex here, bool done) {
    const double values[] = {base_.order(), base_.update(), static_cast<double>(here),
                             done ? 1.0 : 0.0, c.bus().read(charge_)};
    bool news = c.now() - told_ >= every_;
    for (std::size_t f = 0; f < kReportedFields; ++f) {
      news = news || (f != state_charge && values[f] != c.bus().read(state_[f]));
    }
    if (!news) return;
    for (std::size_t f = 0; f < kReportedFields; ++f) {
      c.bus().write(state_[f], values[f], c.now());
    }
    told_ = c.now();
    c.send(states_);
  }

  std::string name_;
  Duration scan_, every_;
  std::shared_ptr<const Roads> roads_;
  Base base_;
  NodeIndex home_;
  cyber::ChannelIndex orders_, states_;
  std::array<PointId, order_field_count> order_;
  std::array<PointId, kReportedFields> state_;
  PointId node_x_, node_y_, done_, charge_, shift_, target_x_, target_y_, action_;
  double heard_header_ = 0;
  Verdict told_error_ = Verdict::accepted;
  Time told_{};
};

void declare(const Roads& roads, std::size_t i, PointTable& table) {
  const std::string name = vehicle_name(i);
  const RoadNode& at = roads[roads.parking()[i]];
  const double node = roads.parking()[i];
  for (std::size_t f = 0; f < order_field_count; ++f) {
    table.signal(order_point("", i, f), "1", View::controller, order_fields()[f].doc);
  }
  for (std::size_t f = 0; f < kReportedFields; ++f) {
    table.signal(state_point("", i, f), "1", View::controller, state_fields()[f].doc, {},
                 any_value(),
                 f == state_node     ? node
                 : f == state_charge ? 1
                                     : 0);
  }
  table.signal(name + ".target_x", "1", View::controller, "column of the node it drives to", {},
               any_value(), at.x);
  table.signal(name + ".target_y", "1", View::controller, "row of the node it drives to", {},
               any_value(), at.y);
  table.signal(name + ".action", "1", View::controller,
               "at the target: 0 none, 1 lift, 2 drop, 3 wait for the picker");
  table.parameter(name + ".pose_shift", "1", 0,
                  "nodes to the east by which it believes to stand elsewhere (initializePosition)",
                  between(-100, 100));
}

}  // namespace

Verdict Base::take(const std::array<double, order_field_count>& order) {
  const bool newer =
      order[order_id] > order_ || (order[order_id] == order_ && order[order_update] > update_);
  if (!newer) {
    const bool same = order[order_id] == order_ && order[order_update] == update_;
    return same ? Verdict::same_update : Verdict::outdated;
  }
  const auto path =
      route_nodes(*roads_, static_cast<NodeIndex>(order[order_from]), order[order_route]);
  if (!path || static_cast<double>(path->back()) != order[order_to]) return Verdict::invalid;
  const auto joint = std::find(path->begin(), path->end(), nodes_.back());
  if (joint == path->end()) return Verdict::invalid;
  nodes_.insert(nodes_.end(), joint + 1, path->end());
  order_ = order[order_id], update_ = order[order_update], action_ = order[order_action];
  return Verdict::accepted;
}

void Base::passed(NodeIndex node) {
  const auto found = std::find(nodes_.begin(), nodes_.end(), node);
  if (found != nodes_.end()) nodes_.erase(nodes_.begin(), found);
}

NodeIndex Base::target() const {
  if (nodes_.size() == 1) return nodes_.front();
  const auto step = [&](std::size_t i) {
    const RoadNode &a = (*roads_)[nodes_[i]], &b = (*roads_)[nodes_[i + 1]];
    return std::pair{b.x - a.x, b.y - a.y};
  };
  std::size_t i = 1;
  while (i + 1 < nodes_.size() && step(i) == step(0)) ++i;
  return nodes_[i];
}

void add_vehicles(const WarehouseTwinParams& p, std::shared_ptr<const Roads> roads,
                  PointTable& table, cyber::NetworkPlan& plan) {
  for (std::size_t i = 0; i < static_cast<std::size_t>(p.plant.fleet.count); ++i) {
    const std::string name = vehicle_name(i);
    declare(*roads, i, table);
    cyber::add_host(plan, name, "wifi", "controller of a vehicle");
    cyber::ChannelPlan orders, states;
    orders.name = "broker1->" + name + ":order";
    orders.from = "broker1", orders.to = name, orders.service = "mqtt";
    orders.doc = "orders to the vehicle";
    states.name = name + "->broker1:state";
    states.from = name, states.to = "broker1", states.service = "mqtt";
    states.doc = "state of the vehicle";
    for (std::size_t f = 0; f < order_field_count; ++f) {
      orders.block.push_back({order_point("broker1", i, f), order_point("", i, f)});
    }
    for (std::size_t f = 0; f < kReportedFields; ++f) {
      states.block.push_back({state_point("", i, f), state_point("broker1", i, f)});
    }
    const cyber::ChannelIndex orders_at{plan.channels.size()}, states_at{orders_at.index + 1};
    plan.channels.push_back(std::move(orders));
    plan.channels.push_back(std::move(states));
    plan.tasks.push_back(
        cyber::only_task(name, "scan", p.control.scan,
                         [i, p, roads, orders_at, states_at](const PointTable& t) -> cyber::Logic {
                           return Controller(i, p, roads, orders_at, states_at, t);
                         }));
  }
  for (const char* each : {"same_order_update_id", "outdated_order_update", "validation_failure"}) {
    plan.events.push_back(std::string("vehicle.") + each);
  }
}

}  // namespace twinaxis::warehouse
