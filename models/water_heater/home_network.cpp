// Who stands where, who may talk to whom, and how orders and status travel. Weak rules are points
// that a measure can block.

#include <array>
#include <utility>

#include "models/water_heater/home_twin.h"

namespace twinaxis::water_heater {
namespace {

using cyber::ChannelPlan;
using cyber::NetworkPlan;

void add_zones(NetworkPlan& plan) {
  const Duration wide_area{10'000'000}, mobile{30'000'000}, local{2'000'000}, wire{5'000'000};
  plan.zones = {{"internet", {wide_area, 125e6, "everybody"}},
                {"mobile", {mobile, 2e6, "phones on the road"}},
                {"maker", {local, 125e6, "cloud of the heater maker"}},
                {"support", {local, 125e6, "office of the support company"}},
                {"release", {local, 125e6, "source, build, signing and delivery of updates"}},
                {"smart_home", {local, 125e6, "supplier of the smart home"}},
                {"home", {local, 12.5e6, "network of the home"}},
                {"appliance", {wire, 12e3, "two wires between panel and heater"}}};
  plan.links = {
      {"internet", "mobile", mobile, 2e6},       {"internet", "maker", wide_area, 125e6},
      {"internet", "support", wide_area, 125e6}, {"internet", "release", wide_area, 125e6},
      {"support", "release", local, 125e6},      {"internet", "smart_home", wide_area, 125e6},
      {"internet", "home", wide_area, 12.5e6},   {"home", "appliance", local, 1.25e6}};
}

void add_rules(NetworkPlan& plan) {
  plan.rules = {
      {"app", {"phone", "maker_cloud", "https", true, "orders by the app"}},
      {"cloud_from_internet",
       {"internet", "maker_cloud", "https", true, "the service is open to the internet"}},
      {"cloud_to_internet",
       {"maker_cloud", "internet", "https", true, "weak: the cloud may call anybody"}},
      {"cloud_to_home", {"maker_cloud", "home_router", "mqtt", true, "orders to the home"}},
      {"router_from_internet",
       {"internet", "home_router", "https", true, "weak: maintenance page of the router"}},
      {"router_to_controller",
       {"home_router", "remote_controller", "echonet", true, "weak: no authentication"}},
      {"platform_from_internet",
       {"internet", "smart_home_platform", "https", true, "the platform is open to the internet"}},
      {"platform_to_home",
       {"smart_home_platform", "home_router", "https", true, "orders of the smart home"}},
      {"status_to_cloud", {"remote_controller", "maker_cloud", "https", true, "status"}},
      {"status_to_app", {"maker_cloud", "phone", "https", true, "status"}},
      {"support_from_internet",
       {"internet", "support_office", "https", true, "mail and web of the support company"}},
      {"office_to_update_server",
       {"support_office", "update_server", "ssh", true, "weak: any office computer may sign"}},
      {"update", {"update_server", "remote_controller", "https", true, "updates"}},
      {"phone_from_internet", {"internet", "phone", "https", true, "mail and web"}}};
}

/// A leg of the way of the orders: "<from>.order.<name>" to "<to>.order.<name>".
ChannelPlan leg(const HomeParams& p, const std::string& from, const std::string& to,
                const std::string& service, const std::string& target, bool with_clock) {
  ChannelPlan channel;
  channel.name = from + "->" + to + ":orders";
  channel.from = from;
  channel.to = to;
  channel.service = service;
  channel.period = p.network.order_period;
  channel.doc = "orders of the app from " + from + " to " + to;
  for (const auto& property : property_points(p.settings)) {
    channel.block.push_back({from + ".order." + property.name, target + "order." + property.name});
  }
  if (with_clock) channel.block.push_back({from + ".order.clock", target + "order.clock"});
  return channel;
}

/// The app: the resident's taps, without a word in the log.
cyber::LogicMaker taps(const std::vector<AppOrder>& orders) {
  return [orders](const PointTable& table) -> cyber::Logic {
    std::array<PointId, property_count> at;
    const auto properties = property_points({});
    for (std::size_t i = 0; i < property_count; ++i) {
      at[i] = table.id("phone.order." + properties[i].name);
    }
    return [orders, at, done = std::vector<bool>(orders.size())](cyber::TaskContext& c) mutable {
      for (std::size_t i = 0; i < orders.size(); ++i) {
        if (done[i] || c.now() < Time{orders[i].at.ns}) continue;
        done[i] = true;
        const AppOrder& o = orders[i];
        const auto tap = [&](Property which, const auto& value) {
          if (value) c.bus().write(at[which], static_cast<double>(*value), c.now());
        };
        tap(power, o.power), tap(setpoint, o.setpoint_K), tap(bath_setpoint, o.bath_setpoint_K);
        tap(automatic, o.automatic), tap(reheat, o.reheat);
      }
    };
  };
}

void declare_copies(const HomeParams& p, PointTable& table) {
  for (const char* host : {"phone", "maker_cloud", "home_router"}) {
    const std::string name(host);
    const View view = name == "phone" ? View::operators : View::controller;
    for (const auto& property : property_points(p.settings)) {
      table.signal(name + ".order." + property.name, property.unit, view,
                   property.doc + ", ordered by the app, as " + name + " has it", {},
                   property.range, property.initial);
    }
  }
  for (const char* host : {"maker_cloud", "home_router"}) {
    table.signal(std::string(host) + ".order.clock", "s", View::controller, "clock of the cloud");
  }
}

/// Orders of the smart home: platform to router to controller.
void add_platform(const HomeParams& p, PointTable& table, NetworkPlan& plan) {
  cyber::add_relay(plan, table,
                   {.legs = {{"smart_home_platform", "home_router", "https"},
                             {"home_router", "remote_controller", "echonet"}},
                    .values = {"platform_order.auto", "platform_order.setpoint"},
                    .purpose = "platform_orders",
                    .period = p.network.order_period,
                    .entry = View::controller});
}

/// Error and bath temperature: board to controller to cloud to app.
void add_status(const HomeParams& p, PointTable& table, NetworkPlan& plan) {
  struct Leg {
    std::string from, to, service;
    Duration period;
  };
  const Leg legs[] = {{"heater_board", "remote_controller", "echonet", p.network.controller_scan},
                      {"remote_controller", "maker_cloud", "https", p.network.status_period},
                      {"maker_cloud", "phone", "https", p.network.status_period}};
  std::string error = "board.error", bath = "bath_thermistor.reading";
  for (const Leg& each : legs) {
    const auto copy = [&](std::string& point, const std::string& name) {
      const Point source = table[table.id(point)];
      const std::string target = each.to + ".status." + name;
      table.signal(target, source.unit, each.to == "phone" ? View::operators : View::controller,
                   name + ", as " + each.to + " has it", source.shows, any_value(), source.initial);
      return cyber::Wire{std::exchange(point, target), target};
    };
    ChannelPlan channel;
    channel.name = each.from + "->" + each.to + ":status";
    channel.from = each.from;
    channel.to = each.to;
    channel.service = each.service;
    channel.period = each.period;
    channel.doc = "error and bath temperature";
    channel.block = {copy(error, "error"), copy(bath, "bath")};
    plan.channels.push_back(std::move(channel));
  }
}

}  // namespace

void add_network(const HomeParams& p, NetworkPlan& plan) {
  add_zones(plan);
  add_rules(plan);
  using cyber::add_host;
  add_host(plan, "internet", "internet", "where attackers come from");
  add_host(plan, "phone", "mobile", "phone of the resident with the app");
  add_host(plan, "maker_cloud", "maker", "cloud service of the heater maker",
           p.network.customer_bytes);
  add_host(plan, "support_office", "support", "office computers of the support company");
  add_host(plan, "update_server", "release", "builds, signs and delivers updates");
  add_host(plan, "smart_home_platform", "smart_home", "platform of the smart-home supplier");
  add_host(plan, "home_router", "home", "router and gateway of the home");
}

void add_orders(const HomeParams& p, PointTable& table, NetworkPlan& plan) {
  declare_copies(p, table);
  plan.channels.push_back(leg(p, "phone", "maker_cloud", "https", "maker_cloud.", false));
  plan.channels.push_back(leg(p, "maker_cloud", "home_router", "mqtt", "home_router.", true));
  plan.channels.push_back(leg(p, "home_router", "remote_controller", "echonet", "", true));
  ChannelPlan down;
  down.name = "remote_controller->heater_board:orders";
  down.from = "remote_controller";
  down.to = "heater_board";
  down.service = "echonet";
  down.period = p.network.controller_scan;
  down.doc = "what is in force, to the board";
  for (const auto& property : property_points(p.settings)) {
    down.block.push_back({"remote_controller." + property.name, "board." + property.name});
  }
  plan.channels.push_back(std::move(down));
  plan.tasks.push_back(cyber::only_task("phone", "app", p.network.order_period, taps(p.app)));
  plan.tasks.push_back(cyber::only_task("maker_cloud", "clock", p.network.order_period,
                                        cyber::clock_at("maker_cloud.order.clock")));
  add_platform(p, table, plan);
  add_status(p, table, plan);
  cyber::add_update(plan, table,
                    {.server = "update_server", .device = "remote_controller", .params = p.update});
}

}  // namespace twinaxis::water_heater
