#include "sim/cyber/devices/server.h"

namespace twinaxis::cyber {
namespace {

/// Enters orders when their time has come.
LogicMaker release(const std::string& host, const std::vector<Order>& orders) {
  return [host, orders](const PointTable& table) -> Logic {
    std::vector<PointId> points;
    for (const Order& order : orders) points.push_back(table.id(order.point));
    return [host, orders, points,
            released = std::vector<bool>(orders.size())](TaskContext& context) mutable {
      for (std::size_t i = 0; i < orders.size(); ++i) {
        if (released[i] || context.now() < Time{orders[i].at.ns}) continue;
        released[i] = true;
        context.bus().write(points[i], orders[i].value, context.now());
        context.log().push_back(
            {context.now(), host + ".order." + orders[i].id, orders[i].point, orders[i].value, ""});
      }
    };
  };
}

}  // namespace

void add_host(NetworkPlan& plan, const std::string& name, const std::string& zone,
              const std::string& doc, double data_bytes) {
  plan.hosts[name] = {zone, doc, data_bytes};
}

void add_relay(NetworkPlan& plan, PointTable& table, const Relay& relay) {
  for (const std::string& value : relay.values) {
    const Point last = table[table.id(value)];
    for (std::size_t i = 0; i < relay.legs.size(); ++i) {
      table.signal(relay.legs[i].from + "." + value, last.unit,
                   i == 0 ? relay.entry : View::controller,
                   value + " as " + relay.legs[i].from + " has it", {}, last.range, last.initial);
    }
  }
  for (std::size_t i = 0; i < relay.legs.size(); ++i) {
    const Leg& leg = relay.legs[i];
    ChannelPlan channel;
    channel.name = leg.from + "->" + leg.to + ":" + relay.purpose;
    channel.from = leg.from;
    channel.to = leg.to;
    channel.service = leg.service;
    channel.period = relay.period;
    channel.doc = relay.purpose + " from " + leg.from + " to " + leg.to;
    const std::string target = i + 1 < relay.legs.size() ? leg.to + "." : "";
    for (const std::string& value : relay.values) {
      channel.block.push_back({leg.from + "." + value, target + value});
    }
    plan.channels.push_back(std::move(channel));
  }
}

void add_orders(NetworkPlan& plan, const std::string& host, Duration period,
                const std::vector<Order>& orders) {
  TaskPlan task;
  task.host = host;
  task.name = "orders";
  task.period = period;
  task.logics = {{"genuine", release(host, orders)}};
  plan.tasks.push_back(std::move(task));
  for (const Order& order : orders) plan.events.push_back(host + ".order." + order.id);
}

void fields(FieldVisitor& v, UpdateParams& p) {
  v("delivers_at", p.delivers_at, at_least(0), "when the package goes out");
  v("package", p.package, "1", at_least(0), "number of the logic inside; 0 is the genuine one");
}

void add_update(NetworkPlan& plan, PointTable& table, const Update& update) {
  const std::string package = update.server + ".package." + update.device;
  table.signal(package, "1", View::controller, "logic in the package for " + update.device, {},
               at_least(0), update.params.package);
  ChannelPlan channel;
  channel.name = update.server + "->" + update.device + ":update";
  channel.from = update.server;
  channel.to = update.device;
  channel.service = update.service;
  channel.block = {{package, update.device + ".logic"}};
  channel.overhead_bytes = 1e6;  // assumption: a controller's firmware, about 1 MB
  channel.doc = "update of " + update.device;
  const ChannelIndex index{plan.channels.size()};
  plan.channels.push_back(std::move(channel));

  TaskPlan task;
  task.host = update.server;
  task.name = "update of " + update.device;
  task.period = update.period;
  const auto logic = [update, index](TaskContext& context) {
    // Once: at the first look at or after its time.
    const Duration since = context.now() - Time{update.params.delivers_at.ns};
    if (since.ns < 0 || since >= update.period) return;
    context.send(index);
    context.log().push_back({context.now(), update.server + ".update", update.device, 0, ""});
  };
  task.logics = {{"genuine", [logic](const PointTable&) -> Logic { return logic; }}};
  plan.tasks.push_back(std::move(task));
  plan.events.push_back(update.server + ".update");
}

}  // namespace twinaxis::cyber
