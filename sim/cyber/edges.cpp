// What interventions on hosts and channels do to a network.

#include <algorithm>

#include "sim/core/overload.h"
#include "sim/core/require.h"
#include "sim/cyber/network_impl.h"

namespace twinaxis::cyber {
namespace {

template <class T>
void change(std::vector<ActiveOn<T>>& active, const Edge& edge, const T& effect) {
  if (edge.starts) {
    active.push_back({edge.intervention, effect});
  } else {
    std::erase_if(active, [&](const auto& one) { return one.intervention == edge.intervention; });
  }
}

}  // namespace

void Network::Impl::apply(const Edge& edge, Time now) {
  const auto host = host_by_point.find(edge.point);
  const auto channel = channel_by_point.find(edge.point);
  if (host != host_by_point.end()) apply_to_host(edge, host->second, now);
  if (channel != channel_by_point.end()) apply_to_channel(edge, channel->second, now);
  if (std::holds_alternative<Block>(edge.intervention->effect)) {
    const std::string& name = table[edge.point].name;
    if (edge.starts) reachability.block(name);
    else reachability.open(name);
  }
  refresh_routes();
}

void Network::Impl::apply_to_channel(const Edge& edge, std::size_t channel, Time now) {
  if (edge.starts) channels[channel].begin(*edge.intervention, now);
  else channels[channel].end(*edge.intervention);
}

void Network::Impl::apply_to_host(const Edge& edge, std::size_t index, Time now) {
  Host& host = hosts[index];
  const auto power = [&](bool off) {
    if (off) lose_power(index, now);
    else regain_power(index, now);
  };
  std::visit(
      overload{
          [&](const TurnOff&) { power(edge.starts); },
          [&](const Encrypt&) {
            host.encrypted_count += edge.starts ? 1 : -1;
            bus.write(host.encrypted, host.encrypted_count > 0 ? 1 : 0, now);
            power(edge.starts);
          },
          [&](const Restart& e) {
            if (!edge.starts) return;  // it ends by itself
            lose_power(index, now);
            later.push({now + e.off_for, later_count++, index});
          },
          [&](const Slow& e) { change(host.slowed, edge, e); },
          [&](const Isolate&) {
            if (edge.starts) reachability.isolate(host.name);
            else reachability.rejoin(host.name);
          },
          [&](const ReplaceLogic& e) {
            install(host, edge.starts ? e.logic : plan.logics_of(host.name).at(0), now);
          },
          [&](const CopyOut& e) {
            require(host.copied_bytes.valid(), host.name + " holds data to copy");
            change(host.copying, edge, e);
          },
          [](const auto&) {},  // harden and monitor act on the attack path; others never stand here
      },
      edge.intervention->effect);
}

void Network::Impl::install(Host& host, const std::string& logic, Time now) {
  const auto names = plan.logics_of(host.name);
  const auto found = std::find(names.begin(), names.end(), logic);
  require(found != names.end(), host.name + " knows no logic '" + logic + "'");
  bus.write(host.logic, static_cast<double>(found - names.begin()), now);
}

void Network::Impl::refresh_routes() {
  congestion.clear();
  for (std::size_t i = 0; i < paths.size(); ++i) {
    paths[i].open = reachability.route(plan.channels[i]).open;
  }
  for (std::size_t i = 0; i < paths.size(); ++i) {
    const double flood_bytes_per_s = channels[i].flood_bytes_per_s();
    if (flood_bytes_per_s > 0 && paths[i].open) {
      congestion.add(paths[i].segments, flood_bytes_per_s);
    }
  }
}

}  // namespace twinaxis::cyber
