#include "models/warehouse/forger.h"

#include <algorithm>

namespace twinaxis::warehouse {
namespace {

constexpr const char* kHost = "maintenance_terminal";
constexpr std::size_t kFurther = 8;  // nodes
constexpr double kBeyond = 1000;     // update numbers

cyber::LogicMaker says_nothing() {
  return [](const PointTable&) -> cyber::Logic { return [](cyber::TaskContext&) {}; };
}

/// Straight on as long as the road goes on, else the first way there is.
std::vector<NodeIndex> straight_on(const Roads& roads, NodeIndex from) {
  std::vector<NodeIndex> nodes{from};
  while (nodes.size() <= kFurther) {
    const RoadNode& here = roads[nodes.back()];
    NodeIndex next = kNowhere;
    for (const NodeIndex n : here.next) {
      if (roads[n].kind == NodeKind::lane && (next == kNowhere || roads[n].y == here.y)) next = n;
    }
    if (next == kNowhere) break;
    nodes.push_back(next);
  }
  return nodes;
}

cyber::LogicMaker forges(std::shared_ptr<const Roads> roads,
                         std::vector<cyber::ChannelIndex> channels) {
  return [roads, channels](const PointTable& table) -> cyber::Logic {
    struct Victim {
      std::array<PointId, order_field_count> order;
      std::array<PointId, state_field_count> state;
    };
    std::vector<Victim> victims(channels.size());
    for (std::size_t i = 0; i < victims.size(); ++i) {
      for (std::size_t f = 0; f < order_field_count; ++f) {
        victims[i].order[f] = table.id(order_point(kHost, i, f));
      }
      for (std::size_t f = 0; f < state_field_count; ++f) {
        victims[i].state[f] = table.id(state_point(kHost, i, f));
      }
    }
    return [roads, channels, victims](cyber::TaskContext& c) {
      for (std::size_t i = 0; i < victims.size(); ++i) {
        const auto said = [&](StateField f) { return c.bus().read(victims[i].state[f]); };
        const auto at = static_cast<NodeIndex>(said(state_node));
        const auto nodes = straight_on(*roads, at);
        const double values[order_field_count] = {c.bus().read(victims[i].order[order_header]) + 1,
                                                  said(state_order),
                                                  said(state_update) + kBeyond,
                                                  static_cast<double>(at),
                                                  route_number(*roads, nodes),
                                                  static_cast<double>(nodes.back()),
                                                  0};
        for (std::size_t f = 0; f < order_field_count; ++f) {
          c.bus().write(victims[i].order[f], values[f], c.now());
        }
        c.send(channels[i]);
      }
    };
  };
}

}  // namespace

void add_forger(std::shared_ptr<const Roads> roads, Duration period, PointTable& table,
                cyber::NetworkPlan& plan) {
  cyber::ChannelPlan heard;
  heard.name = std::string("broker1->") + kHost + ":states";
  heard.from = "broker1", heard.to = kHost, heard.service = "mqtt";
  heard.doc = "states, as everybody who asks the broker gets them";
  heard.period = period;
  std::vector<cyber::ChannelIndex> channels;
  for (std::size_t i = 0; i < kForged; ++i) {
    cyber::ChannelPlan forged;
    const std::string vehicle = vehicle_name(i);
    forged.name = std::string(kHost) + "->" + vehicle + ":order";
    forged.from = kHost, forged.to = vehicle, forged.service = "mqtt";
    forged.doc = "orders that do not come from fleet control";
    for (std::size_t f = 0; f < order_field_count; ++f) {
      table.signal(order_point(kHost, i, f), "1", View::controller, order_fields()[f].doc);
      forged.block.push_back({order_point(kHost, i, f), order_point("", i, f)});
    }
    for (std::size_t f = 0; f < state_field_count; ++f) {
      table.signal(state_point(kHost, i, f), "1", View::controller, state_fields()[f].doc);
      heard.block.push_back({state_point("broker1", i, f), state_point(kHost, i, f)});
    }
    channels.push_back({plan.channels.size()});
    plan.channels.push_back(std::move(forged));
  }
  plan.channels.push_back(std::move(heard));
  plan.tasks.push_back(
      {.host = kHost,
       .name = "orders",
       .period = period,
       .phase = {},
       .logics = {{"genuine", says_nothing()}, {"forges", forges(roads, channels)}},
       .when_off = {}});
}

}  // namespace twinaxis::warehouse
