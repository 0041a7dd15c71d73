// Who stands where, who may talk to whom, and how orders, pictures and status travel. Weak rules
// are points that a measure can block.

#include <utility>

#include "models/drone/drone_twin.h"
#include "sim/cyber/devices/io.h"

namespace twinaxis::drone {
namespace {

using cyber::NetworkPlan;

void add_zones(NetworkPlan& plan) {
  const Duration wide_area{10'000'000}, mobile{30'000'000}, local{1'000'000}, radio{3'000'000};
  plan.zones = {{"internet", {wide_area, 125e6, "everybody"}},
                {"maker", {local, 125e6, "album cloud and update server of the drone maker"}},
                {"mobile", {mobile, 4e6, "the phone's way to the internet"}},
                {"pilot", {local, 12.5e6, "phone and controller, joined by a cable"}},
                {"nearby", {local, 12.5e6, "whoever stands within reach of the drone's radio"}},
                {"aircraft", {local, 12.5e6, "flight controller and camera"}}};
  plan.links = {{"internet", "maker", wide_area, 125e6}, {"internet", "mobile", wide_area, 12.5e6},
                {"mobile", "pilot", local, 12.5e6},      {"internet", "nearby", mobile, 4e6},
                {"pilot", "aircraft", radio, 2.5e6},     {"nearby", "aircraft", radio, 2.5e6}};
}

void add_rules(NetworkPlan& plan) {
  plan.rules = {
      {"radio_orders", {"controller", "flight_controller", "control", true, "orders by radio"}},
      {"radio_status", {"flight_controller", "controller", "status", true, "status by radio"}},
      {"radio_open",
       {"nearby", "flight_controller", "control", true,
        "weak: any transmitter that speaks the protocol is heard"}},
      {"antenna",
       {"nearby", "flight_controller", "waves", true,
        "noise and false satellites need no protocol"}},
      {"camera_open",
       {"nearby", "camera", "wifi", true, "weak: the camera's own radio has a common password"}},
      {"camera_to_nearby",
       {"camera", "nearby", "wifi", true, "weak: pictures go to whoever has joined the camera"}},
      {"camera_to_phone", {"camera", "phone", "wifi", true, "pictures to the app"}},
      {"phone_from_internet", {"internet", "phone", "https", true, "mail, web and apps"}},
      {"phone_to_album", {"phone", "album_cloud", "https", true, "pictures and flight log"}},
      {"album_from_internet",
       {"internet", "album_cloud", "https", true, "the album is open to the internet"}},
      {"album_to_internet",
       {"album_cloud", "internet", "https", true, "weak: the cloud may call anybody"}},
      {"maker_from_internet",
       {"internet", "update_server", "https", true, "mail and web of the maker"}},
      {"update", {"update_server", "flight_controller", "https", true, "updates by the app"}}};
}

std::string command(std::size_t i) { return std::string("command.") + command_points()[i].name; }

/// The app: what the pilot planned, entered at its time without a word in the log.
cyber::LogicMaker taps(const std::vector<PlannedOrder>& flight) {
  return [flight](const PointTable& table) -> cyber::Logic {
    std::array<PointId, command_count> at;
    for (std::size_t i = 0; i < command_count; ++i) at[i] = table.id("phone." + command(i));
    return [flight, at, next = std::size_t{0}](cyber::TaskContext& c) mutable {
      for (; next < flight.size() && c.now() >= Time{flight[next].at.ns}; ++next) {
        const PlannedOrder& o = flight[next];
        const auto tap = [&](CommandIndex i, const std::optional<double>& value) {
          if (value) c.bus().write(at[i], *value, c.now());
        };
        tap(command_mode, static_cast<double>(o.mode));
        tap(command_x, o.x_m), tap(command_y, o.y_m), tap(command_height, o.height_m);
        tap(command_heading, o.heading_rad);
      }
    };
  };
}

/// What jams the orders jams the status as well: one radio, one fading (assumption).
cyber::LogicMaker transmits(cyber::ChannelIndex status) {
  return [status](const PointTable& table) -> cyber::Logic {
    return [status, heard = table.id("radio.heard")](cyber::TaskContext& c) {
      if (c.bus().read(heard) >= 0.5) c.send(status);
    };
  };
}

/// Place, charge and mode: flight controller to controller by radio, to phone by cable.
void add_status(const DroneParams& p, PointTable& table, NetworkPlan& plan) {
  std::vector<std::pair<std::string, std::string>> values{
      {"estimate.x", "x"},           {"estimate.y", "y"},
      {"estimate.height", "height"}, {"battery_monitor.charge", "battery"},
      {"flight.mode", "mode"},       {"flight.cause", "cause"}};
  for (const auto& [from, to, service] :
       {std::array<std::string, 3>{"flight_controller", "controller", "status"},
        std::array<std::string, 3>{"controller", "phone", "usb"}}) {
    cyber::ChannelPlan channel;
    channel.name = from + "->" + to + ":status";
    channel.from = from, channel.to = to, channel.service = service;
    channel.doc = "place, charge and mode";
    if (service == "status") {
      plan.tasks.push_back(cyber::only_task("flight_controller", "status", p.network.status_period,
                                            transmits({plan.channels.size()})));
    } else {
      channel.period = p.network.status_period;
    }
    for (auto& [point, name] : values) {
      const Point source = table[table.id(point)];
      const std::string target = to + ".status." + name;
      table.signal(target, source.unit, to == "phone" ? View::operators : View::controller,
                   name + ", as " + to + " has it", source.shows, any_value(), source.initial);
      channel.block.push_back({std::exchange(point, target), target});
    }
    plan.channels.push_back(std::move(channel));
  }
}

}  // namespace

void add_network(const DroneParams& p, NetworkPlan& plan) {
  add_zones(plan);
  add_rules(plan);
  using cyber::add_host;
  add_host(plan, "internet", "internet", "where attackers come from");
  add_host(plan, "phone", "pilot", "phone of the pilot with the app");
  add_host(plan, "controller", "pilot", "hand-held controller with its radio");
  add_host(plan, "transmitter", "nearby", "radio of somebody within reach");
  add_host(plan, "camera", "aircraft", "camera of the drone with its card", p.network.camera_bytes);
  add_host(plan, "album_cloud", "maker", "album and flight histories of the customers",
           p.network.album_bytes);
  add_host(plan, "update_server", "maker", "update server of the maker");
}

void add_orders(const DroneParams& p, PointTable& table, NetworkPlan& plan) {
  std::vector<std::string> values;
  for (std::size_t i = 0; i < command_count; ++i) values.push_back(command(i));
  cyber::add_relay(
      plan, table,
      {.legs = {{"phone", "controller", "usb"}, {"controller", "flight_controller", "control"}},
       .values = values,
       .purpose = "orders",
       .period = p.network.order_period,
       .entry = View::operators});
  table.signal("controller.command.clock", "s", View::controller, "clock of the controller");
  plan.channels.back().block.push_back({"controller.command.clock", "command.clock"});
  plan.tasks.push_back(cyber::only_task("phone", "app", p.network.order_period, taps(p.flight)));
  plan.tasks.push_back(cyber::only_task("controller", "clock", p.network.order_period,
                                        cyber::clock_at("controller.command.clock")));
  add_status(p, table, plan);
  cyber::add_update(plan, table,
                    {.server = "update_server", .device = "flight_controller", .params = p.update});
}

}  // namespace twinaxis::drone
