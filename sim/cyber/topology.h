#pragma once
// Which LANs and links lie between two zones.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "sim/cyber/plan.h"

namespace twinaxis::cyber {

/// A medium that messages pass: the LAN of a zone, or a link between two.
struct Segment {
  std::string name;
  Duration latency{};
  double bandwidth_bytes_per_s = 0;
  std::optional<BurstLoss> loss = std::nullopt;
};

/// The LANs in the order of their zones, then the links in file order.
std::vector<Segment> segments(const NetworkPlan& plan);

/// Indices of the segments that a message passes: the LAN of `from_zone`, a link, a LAN, ... the
/// LAN of `to_zone`; the fewest links, ties by file order. Nothing if the zones are not joined or
/// not known.
std::optional<std::vector<std::size_t>> path(const NetworkPlan& plan, const std::string& from_zone,
                                             const std::string& to_zone);

}  // namespace twinaxis::cyber
