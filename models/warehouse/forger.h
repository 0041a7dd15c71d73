#pragma once
// Orders that do not come from fleet control: whoever may speak to the broker may send them. An
// effect model: what a stranger on a computer of the floor can make of the messages of VDA 5050,
// which leaves authentication to the broker's configuration.

#include <memory>

#include "models/warehouse/messages.h"
#include "sim/cyber/plan.h"

namespace twinaxis::warehouse {

/// Vehicles whose orders it can forge: agv1 to agv3.
inline constexpr std::size_t kForged = 3;

/// Gives the maintenance terminal the logics "genuine", which sends nothing, and "forges": each of
/// these vehicles that stands gets an order with a newer number, straight on over nodes that
/// nobody has released to it, with an update number that later orders of fleet control do not
/// reach. The states that it listens to come from the broker.
void add_forger(std::shared_ptr<const Roads> roads, Duration period, PointTable& table,
                cyber::NetworkPlan& plan);

}  // namespace twinaxis::warehouse
