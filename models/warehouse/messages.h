#pragma once
// Orders and states of VDA 5050 (version 3.0.0) as blocks of numbers, one point each.
//
//   order   header, order, update: ids. from: the node reported last; route: the released nodes
//           after it (the base), as moves; to: where they end; action: there, 0 if it goes on
//   state   order, update: accepted last. node: passed last; done: the action; charge;
//           connection: 1, or 0 when the broker has not heard it for long (ONLINE,
//           CONNECTIONBROKEN)
//
// Nodes are numbers of the map that fleet control and vehicles share. A route is a number in base
// four, a digit 1 first, then a digit for each move: 0 east, 1 north, 2 west, 3 south.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "models/warehouse/traffic.h"

namespace twinaxis::warehouse {

enum OrderField : std::size_t {
  order_header,
  order_id,
  order_update,
  order_from,
  order_route,
  order_to,
  order_action,
  order_field_count
};
enum StateField : std::size_t {
  state_order,
  state_update,
  state_node,
  state_done,
  state_charge,
  state_connection,
  state_field_count
};
/// What a vehicle says itself; its connection is known to the broker.
inline constexpr std::size_t kReportedFields = state_connection;
struct FieldName {
  const char* name;
  const char* doc;
};
const std::array<FieldName, order_field_count>& order_fields();
const std::array<FieldName, state_field_count>& state_fields();
/// "agv7", from 1.
std::string vehicle_name(std::size_t vehicle);
/// "agv7.order.to", at a host "wcs1.agv7.order.to".
std::string order_point(const std::string& at, std::size_t vehicle, std::size_t field);
std::string state_point(const std::string& at, std::size_t vehicle, std::size_t field);

inline constexpr std::size_t kLongestRoute = kLongestBase;
/// Of nodes of which each follows the one before on the grid; at most kLongestRoute moves.
double route_number(const Roads& roads, const std::vector<NodeIndex>& nodes);
/// The nodes from `from` on; nothing if the number is no route or leaves the roads.
std::optional<std::vector<NodeIndex>> route_nodes(const Roads& roads, NodeIndex from, double route);

}  // namespace twinaxis::warehouse
