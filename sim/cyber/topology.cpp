#include "sim/cyber/topology.h"

#include <algorithm>
#include <deque>
#include <map>

namespace twinaxis::cyber {
namespace {

/// How a search came to a zone.
struct Visit {
  std::string from;
  std::size_t link = 0;
};

/// Breadth first, links in file order: the first way found has the fewest links.
std::map<std::string, Visit> explore(const NetworkPlan& plan, const std::string& start) {
  std::map<std::string, Visit> visited{{start, {}}};
  std::deque<std::string> queue{start};
  while (!queue.empty()) {
    const std::string zone = queue.front();
    queue.pop_front();
    for (std::size_t i = 0; i < plan.links.size(); ++i) {
      const LinkPlan& link = plan.links[i];
      if (link.from != zone && link.to != zone) continue;
      const std::string& next = link.from == zone ? link.to : link.from;
      if (visited.emplace(next, Visit{zone, i}).second) queue.push_back(next);
    }
  }
  return visited;
}

}  // namespace

std::vector<Segment> segments(const NetworkPlan& plan) {
  std::vector<Segment> result;
  for (const auto& [name, zone] : plan.zones) {
    result.push_back({name, zone.latency, zone.bandwidth_bytes_per_s, zone.loss});
  }
  for (const LinkPlan& link : plan.links) {
    result.push_back(
        {link.from + "--" + link.to, link.latency, link.bandwidth_bytes_per_s, link.loss});
  }
  return result;
}

std::optional<std::vector<std::size_t>> path(const NetworkPlan& plan, const std::string& from_zone,
                                             const std::string& to_zone) {
  if (!plan.zones.contains(from_zone) || !plan.zones.contains(to_zone)) return std::nullopt;
  const auto lan = [&](const std::string& zone) {
    return static_cast<std::size_t>(std::distance(plan.zones.begin(), plan.zones.find(zone)));
  };
  const auto visited = explore(plan, from_zone);
  if (!visited.contains(to_zone)) return std::nullopt;
  std::vector<std::size_t> backwards{lan(to_zone)};
  for (std::string zone = to_zone; zone != from_zone;) {
    const Visit& visit = visited.at(zone);
    backwards.push_back(plan.zones.size() + visit.link);
    backwards.push_back(lan(visit.from));
    zone = visit.from;
  }
  return std::vector<std::size_t>(backwards.rbegin(), backwards.rend());
}

}  // namespace twinaxis::cyber
