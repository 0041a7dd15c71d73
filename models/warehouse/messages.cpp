#include "models/warehouse/messages.h"

#include <algorithm>
#include <cmath>

#include "models/warehouse/vehicle.h"
#include "sim/core/require.h"

namespace twinaxis::warehouse {

std::string vehicle_name(std::size_t vehicle) { return "agv" + std::to_string(vehicle + 1); }

namespace {

std::string point(const std::string& at, std::size_t vehicle, const char* kind, const char* name) {
  return (at.empty() ? "" : at + ".") + vehicle_name(vehicle) + kind + name;
}

}  // namespace

const std::array<FieldName, order_field_count>& order_fields() {
  static const std::array<FieldName, order_field_count> fields{
      {{"header", "headerId: counts messages"},
       {"order", "orderId"},
       {"update", "orderUpdateId"},
       {"from", "node that was reported last"},
       {"route", "released nodes after it, as moves in base four"},
       {"to", "node where the base ends"},
       {"action", "there: 0 none, 1 lift, 2 drop, 3 wait for the picker"}}};
  return fields;
}

const std::array<FieldName, state_field_count>& state_fields() {
  static const std::array<FieldName, state_field_count> fields{
      {{"order", "orderId that was accepted last"},
       {"update", "orderUpdateId that was accepted last"},
       {"node", "lastNodeId"},
       {"done", "1: the action at the end of the base is finished"},
       {"charge", "stateOfCharge"},
       {"connection", "connectionState: 1 ONLINE, 0 CONNECTIONBROKEN"}}};
  return fields;
}

std::string order_point(const std::string& at, std::size_t vehicle, std::size_t field) {
  return point(at, vehicle, ".order.", order_fields()[field].name);
}

std::string state_point(const std::string& at, std::size_t vehicle, std::size_t field) {
  return point(at, vehicle, ".state.", state_fields()[field].name);
}

double route_number(const Roads& roads, const std::vector<NodeIndex>& nodes) {
  require(nodes.size() <= kLongestRoute + 1, "a base is short");
  double number = 1;
  for (std::size_t i = 1; i < nodes.size(); ++i) {
    const RoadNode &a = roads[nodes[i - 1]], &b = roads[nodes[i]];
    for (std::size_t h = 0; h < kHeadings.size(); ++h) {
      if (b.x - a.x == kHeadings[h][0] && b.y - a.y == kHeadings[h][1]) {
        number = 4 * number + static_cast<double>(h);
      }
    }
  }
  return number;
}

std::optional<std::vector<NodeIndex>> route_nodes(const Roads& roads, NodeIndex from,
                                                  double route) {
  if (from < 0 || static_cast<std::size_t>(from) >= roads.size()) return std::nullopt;
  if (!(route >= 1) || route > 1e13 || route != std::floor(route)) return std::nullopt;
  std::vector<std::size_t> moves;
  auto number = static_cast<std::uint64_t>(route);
  for (; number > 3; number /= 4) moves.push_back(number % 4);
  if (number != 1) return std::nullopt;
  std::vector<NodeIndex> nodes{from};
  for (auto move = moves.rbegin(); move != moves.rend(); ++move) {
    const RoadNode& here = roads[nodes.back()];
    const NodeIndex next = roads.at(here.x + kHeadings[*move][0], here.y + kHeadings[*move][1]);
    const auto& ways = here.next;
    if (std::find(ways.begin(), ways.end(), next) == ways.end()) return std::nullopt;
    nodes.push_back(next);
  }
  return nodes;
}

}  // namespace twinaxis::warehouse
