// WMS, fleet control and broker.

#include <algorithm>

#include "models/warehouse/messages.h"
#include "models/warehouse/warehouse_twin.h"
#include "sim/cyber/devices/io.h"

namespace twinaxis::warehouse {
namespace {

using cyber::TaskContext;

/// Regular states in a row that do not come before a vehicle counts as disconnected: on a radio
/// with bursts of loss three are lost by themselves now and then.
constexpr int kSilentStates = 6;

/// Places of the messages of all vehicles in the memory of a host.
struct Memory {
  std::vector<std::array<PointId, order_field_count>> orders;
  std::vector<std::array<PointId, state_field_count>> states;
  Memory(const std::string& host, std::size_t vehicles, const PointTable& table)
      : orders(vehicles), states(vehicles) {
    for (std::size_t i = 0; i < vehicles; ++i) {
      for (std::size_t f = 0; f < order_field_count; ++f) {
        orders[i][f] = table.id(order_point(host, i, f));
      }
      for (std::size_t f = 0; f < state_field_count; ++f) {
        states[i][f] = table.id(state_point(host, i, f));
      }
    }
  }
};

/// Fleet control: hears all, decides, tells whom it concerns.
class Wcs {
 public:
  Wcs(const WarehouseTwinParams& p, std::shared_ptr<const Roads> roads,
      std::shared_ptr<FleetControl> fleet, cyber::ChannelIndex jobs, cyber::ChannelIndex orders,
      const PointTable& table)
      : p_(p.control),
        roads_(std::move(roads)),
        fleet_(std::move(fleet)),
        jobs_(jobs),
        orders_(orders),
        memory_("wcs1", static_cast<std::size_t>(p.plant.fleet.count), table),
        sent_(memory_.orders.size()),
        lost_(memory_.orders.size()),
        closed_(table.id("wcs1.closed_aisle")),
        cleared_(table.id("wcs1.floor_cleared")) {}

  void operator()(TaskContext& c) {
    for (std::size_t i = 0; i < memory_.states.size(); ++i) {
      const auto said = [&](StateField f) { return c.bus().read(memory_.states[i][f]); };
      fleet_->hear(i, {.order = said(state_order),
                       .update = said(state_update),
                       .node = static_cast<NodeIndex>(said(state_node)),
                       .done = said(state_done) > 0,
                       .charge_fraction = said(state_charge),
                       .connected = said(state_connection) > 0});
    }
    const bool cleared = c.bus().read(cleared_) >= 0.5;
    if (cleared && !was_cleared_) fleet_->floor_cleared();
    was_cleared_ = cleared;
    const bool takes = c.age(jobs_) < p_.link_bears;
    const auto& news = fleet_->tick(takes, static_cast<int>(c.bus().read(closed_)));
    bool any = false;
    std::size_t next = 0, silent = 0;
    for (std::size_t i = 0; i < sent_.size(); ++i) {
      const bool is_new = next < news.size() && news[next] == i;
      if (is_new) ++next;
      if (fleet_->lost(i) && lost_[i] == 0) {
        c.log().push_back({c.now(), "wcs1.vehicle_lost", vehicle_name(i), 0, ""});
      }
      lost_[i] = fleet_->lost(i);
      silent += fleet_->silent(i);
      if (fleet_->silent(i) && silent_ == 0 && silent == 1) {
        c.log().push_back({c.now(), "wcs1.vehicle_silent", vehicle_name(i), 0, ""});
      }
      const bool open = c.bus().read(memory_.orders[i][order_id]) !=
                            c.bus().read(memory_.states[i][state_order]) ||
                        c.bus().read(memory_.orders[i][order_update]) !=
                            c.bus().read(memory_.states[i][state_update]);
      if (!is_new && !(open && c.now() - sent_[i] >= p_.resend)) continue;
      tell(c, i);
      any = true;
    }
    silent_ = silent;  // told of the first one until all are heard again
    if (any) c.send(orders_);
  }

 private:
  void tell(TaskContext& c, std::size_t i) {
    const Order o = fleet_->order(i);
    const double values[order_field_count] = {c.bus().read(memory_.orders[i][order_header]) + 1,
                                              o.id,
                                              o.update,
                                              static_cast<double>(o.base.front()),
                                              route_number(*roads_, o.base),
                                              static_cast<double>(o.base.back()),
                                              static_cast<double>(o.action)};
    for (std::size_t f = 0; f < order_field_count; ++f) {
      c.bus().write(memory_.orders[i][f], values[f], c.now());
    }
    sent_[i] = c.now();
  }

  WarehouseControlParams p_;
  std::shared_ptr<const Roads> roads_;
  std::shared_ptr<FleetControl> fleet_;
  cyber::ChannelIndex jobs_, orders_;
  Memory memory_;
  std::vector<Time> sent_;
  std::vector<char> lost_;
  std::size_t silent_ = 0;
  PointId closed_, cleared_;
  bool was_cleared_ = false;
};

/// The broker hands on what is new, to each vehicle its own, to fleet control all together.
class Broker {
 public:
  /// `bears`: silence of a vehicle until its connection counts as broken.
  Broker(std::size_t vehicles, std::vector<cyber::ChannelIndex> to_vehicles,
         cyber::ChannelIndex to_control, Duration bears, const PointTable& table)
      : memory_("broker1", vehicles, table),
        bears_(bears),
        to_vehicles_(std::move(to_vehicles)),
        to_control_(to_control),
        heard_(vehicles) {}

  void operator()(TaskContext& c) {
    bool news = false;
    for (std::size_t i = 0; i < to_vehicles_.size(); ++i) {
      const double header = c.bus().read(memory_.orders[i][order_header]);
      if (header != heard_[i].header) {
        heard_[i].header = header;
        c.send(to_vehicles_[i]);
      }
      // The states of a vehicle come on the channel after that of its orders.
      const bool connected = c.age({to_vehicles_[i].index + 1}) < bears_;
      c.bus().write(memory_.states[i][state_connection], connected ? 1 : 0, c.now());
      for (std::size_t f = 0; f < state_field_count; ++f) {
        const double value = c.bus().read(memory_.states[i][f]);
        news = news || value != heard_[i].state[f];
        heard_[i].state[f] = value;
      }
    }
    if (news) c.send(to_control_);
  }

 private:
  struct Heard {
    double header = 0;
    std::array<double, state_field_count> state{};
  };
  Memory memory_;
  Duration bears_;
  std::vector<cyber::ChannelIndex> to_vehicles_;
  cyber::ChannelIndex to_control_;
  std::vector<Heard> heard_;
};

void declare_copies(const std::string& host, std::size_t vehicles, const Roads& roads,
                    PointTable& table) {
  for (std::size_t i = 0; i < vehicles; ++i) {
    for (std::size_t f = 0; f < order_field_count; ++f) {
      table.signal(order_point(host, i, f), "1", View::controller, order_fields()[f].doc);
    }
    for (std::size_t f = 0; f < state_field_count; ++f) {
      const bool one = f == state_charge || f == state_connection;
      const double first = f == state_node ? roads.parking()[i] : one ? 1 : 0;
      table.signal(state_point(host, i, f), "1", View::controller, state_fields()[f].doc, {},
                   any_value(), first);
    }
  }
}

cyber::ChannelIndex add_bundle(const std::string& from, const std::string& to,
                               const std::string& purpose, const char* doc,
                               std::vector<cyber::Wire> block, cyber::NetworkPlan& plan) {
  cyber::ChannelPlan channel;
  channel.name = from + "->" + to + ":" + purpose;
  channel.from = from, channel.to = to, channel.service = "mqtt";
  channel.doc = doc;
  channel.block = std::move(block);
  plan.channels.push_back(std::move(channel));
  return {plan.channels.size() - 1};
}

/// Releases orders as long as stations have room for them.
cyber::LogicMaker wms_program(std::shared_ptr<OrderBook> book) {
  return [book](const PointTable& table) -> cyber::Logic {
    return [book, altered = table.id("wms1.altered_records"),
            counted = table.id("wms1.counted_records"), released = table.id("wms1.released"),
            clock = table.id("wms1.clock")](TaskContext& c) {
      c.bus().write(clock, to_s(c.now()), c.now());
      const Records records{c.bus().read(altered), c.bus().read(counted)};
      double count = c.bus().read(released);
      while (book->release(records)) ++count;
      c.bus().write(released, count, c.now());
    };
  };
}

}  // namespace

void add_servers(const WarehouseTwinParams& p, std::shared_ptr<const Roads> roads,
                 std::shared_ptr<OrderBook> book, PointTable& table, cyber::NetworkPlan& plan) {
  const auto vehicles = static_cast<std::size_t>(p.plant.fleet.count);
  for (const char* host : {"wcs1", "broker1"}) declare_copies(host, vehicles, *roads, table);
  table.parameter("wms1.altered_records", "1", 0, "share of the articles whose place is false",
                  fraction());
  table.parameter("wms1.counted_records", "1", 0, "share of the articles counted anew", fraction());
  table.parameter("wcs1.closed_aisle", "1", 0, "aisle that is closed for people, 0: none",
                  between(0, static_cast<double>(roads->aisles().size() * roads->levels())));
  table.parameter("wcs1.floor_cleared", "1", 0, "1: lost vehicles have been carried home",
                  fraction());
  table.signal("wms1.clock", "s", View::controller, "of its program");
  table.signal("wms1.released", "1", View::controller, "orders released to stations");
  plan.tasks.push_back(cyber::only_task("wms1", "release", p.control.wms_every, wms_program(book)));
  cyber::add_copies(plan, table,
                    {.from = "wms1",
                     .to = "wcs1",
                     .service = "https",
                     .purpose = "jobs",
                     .period = p.control.wms_every,
                     .phase = {},
                     .points = {"wms1.released"}});
  const cyber::ChannelIndex jobs{plan.channels.size() - 1};
  std::vector<cyber::Wire> orders, states;
  for (std::size_t i = 0; i < vehicles; ++i) {
    for (std::size_t f = 0; f < order_field_count; ++f) {
      orders.push_back({order_point("wcs1", i, f), order_point("broker1", i, f)});
    }
    for (std::size_t f = 0; f < state_field_count; ++f) {
      states.push_back({state_point("broker1", i, f), state_point("wcs1", i, f)});
    }
  }
  const auto to_broker =
      add_bundle("wcs1", "broker1", "orders", "orders to all vehicles", std::move(orders), plan);
  const auto to_control =
      add_bundle("broker1", "wcs1", "states", "states of all vehicles", std::move(states), plan);
  const auto fleet = std::make_shared<FleetControl>(roads, book, vehicles, p.control.dispatch);
  const auto program = [=](bool works) -> cyber::LogicMaker {
    return [=](const PointTable& t) -> cyber::Logic {
      if (works) return Wcs(p, roads, fleet, jobs, to_broker, t);
      return [](TaskContext&) {};  // a tampered update: no vehicle gets an order any more
    };
  };
  plan.tasks.push_back({.host = "wcs1",
                        .name = "fleet",
                        .period = p.control.tick,
                        .phase = {},
                        .logics = {{"genuine", program(true)}, {"stops_fleet", program(false)}},
                        .when_off = {}});
  plan.events.push_back("wcs1.vehicle_lost");
  plan.events.push_back("wcs1.vehicle_silent");
  // Channels to the vehicles follow in pairs (add_vehicles).
  std::vector<cyber::ChannelIndex> to_vehicles;
  for (std::size_t i = 0; i < vehicles; ++i) to_vehicles.push_back({plan.channels.size() + 2 * i});
  plan.tasks.push_back(cyber::only_task(
      "broker1", "relay", p.control.scan, [=](const PointTable& t) -> cyber::Logic {
        return Broker(vehicles, to_vehicles, to_control, kSilentStates * p.control.state_every, t);
      }));
}

}  // namespace twinaxis::warehouse
