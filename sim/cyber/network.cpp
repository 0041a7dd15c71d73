#include "sim/cyber/network.h"

#include <algorithm>
#include <cmath>

#include "sim/core/require.h"
#include "sim/cyber/network_impl.h"
#include "sim/cyber/topology.h"

namespace twinaxis::cyber {
namespace {

std::vector<Host> make_hosts(const NetworkPlan& plan, const PointTable& table) {
  std::vector<Host> hosts;
  const auto optional = [&](const std::string& name) {
    return table.find(name).value_or(PointId{});
  };
  for (const auto& [name, host] : plan.hosts) {
    Host made{.name = name};
    made.running = table.id(name + ".running");
    made.encrypted = table.id(name + ".encrypted");
    made.copied_bytes = optional(name + ".copied_bytes");
    made.logic = plan.logics_of(name).empty() ? PointId{} : optional(name + ".logic");
    made.data_bytes = host.data_bytes;
    hosts.push_back(std::move(made));
  }
  return hosts;
}

std::unique_ptr<Wires> make_wires(const NetworkPlan& plan, std::vector<Path>& paths) {
  std::vector<Line> lines;
  for (Path& path : paths) {
    if (path.local) continue;
    path.line = lines.size();
    lines.push_back({path.from, path.to, path.segments});
  }
  if (lines.empty()) return nullptr;
  return std::make_unique<Wires>(segments(plan), plan.hosts.size(), lines);
}

}  // namespace

class Network::Impl::Context final : public TaskContext {
 public:
  Context(Impl& network, std::size_t host, Time now) : network_(network), host_(host), now_(now) {}

  Time now() const override { return now_; }
  Bus& bus() override { return network_.bus; }
  EventLog& log() override { return network_.log; }
  void send(ChannelIndex channel) override {
    require(
        network_.paths[channel.index].from == host_,
        network_.plan.channels[channel.index].name + " starts at " + network_.hosts[host_].name);
    network_.send(channel.index, now_);
  }
  Duration age(ChannelIndex channel) const override {
    return now_ - network_.channels[channel.index].last_accepted();
  }

 private:
  Impl& network_;
  std::size_t host_;
  Time now_;
};

double Host::slow_factor() const {
  double factor = 1;
  for (const auto& active : slowed) factor *= active.effect.factor;
  return factor;
}

void Beat::advance(Time now, double slow_factor) {
  if (slow_factor != 1) {
    next = now + duration_from_s(to_s(period) * slow_factor);
    return;
  }
  const Duration since = now - Time{phase.ns};
  next = now + (period - since % period);
}

Network::Impl::Impl(NetworkPlan network, const PointTable& points, Bus& values, EventLog& events,
                    std::uint64_t seed, std::uint64_t sample)
    : plan(std::move(network)),
      table(points),
      bus(values),
      log(events),
      reachability(plan),
      hosts(make_hosts(plan, points)),
      congestion(segments(plan)) {
  for (std::size_t i = 0; i < hosts.size(); ++i) {
    host_by_name[hosts[i].name] = i;
    host_by_point[table.id(hosts[i].name)] = i;
  }
  for (const TaskPlan& task : plan.tasks) {
    require(task.period.ns > 0 && !task.logics.empty(), task.name + " has a period and a logic");
    tasks.push_back({.plan = &task,
                     .host = host_by_name.at(task.host),
                     .beat = {task.period, task.phase, Time{task.phase.ns}}});
    make_logics(tasks.back());
  }
  const auto media = segments(plan);
  for (std::size_t i = 0; i < plan.channels.size(); ++i) {
    const ChannelPlan& channel = plan.channels[i];
    channels.emplace_back(channel, table, seed, sample);
    channel_by_point[table.id(channel.name)] = i;
    Path path{.from = host_by_name.at(channel.from), .to = host_by_name.at(channel.to)};
    path.local = path.from == path.to;
    path.size_bytes = channel.overhead_bytes + 8.0 * static_cast<double>(channel.block.size());
    const auto way =
        cyber::path(plan, plan.hosts.at(channel.from).zone, plan.hosts.at(channel.to).zone);
    require(path.local || way.has_value(), "links join the ends of " + channel.name);
    if (!path.local) path.segments = *way;
    path.flood_stream = stream(seed, sample, "channel." + channel.name + "/flood");
    for (const std::size_t index : path.segments) {
      const Segment& medium = media[index];
      if (!medium.loss) continue;
      const std::string name = "channel." + channel.name + "/bursts on " + medium.name;
      path.wireless.emplace_back(*medium.loss, stream(seed, sample, name));
    }
    path.beat = {channel.period, channel.phase, Time{channel.phase.ns}};
    paths.push_back(std::move(path));
  }
  wires = make_wires(plan, paths);
  refresh_routes();
}

Time Network::Impl::next_due() const {
  return later.empty() ? next_beat : std::min(next_beat, later.top().at);
}

void Network::Impl::run_until(Time t) {
  for (Time due = next_due(); due <= t; due = next_due()) {
    advance(due);
    run_due(due);
  }
  advance(t);
}

void Network::Impl::advance(Time to) {
  if (!wires) return;
  for (const Arrival& arrival : wires->advance(to)) arrive(arrival.message, arrival.at);
}

void Network::Impl::run_due(Time now) {
  while (!later.empty() && later.top().at <= now) {
    const Later due = later.top();
    later.pop();
    if (due.message == nullptr) regain_power(due.host, now);
    else --held, start(due.message, now);
  }
  if (next_beat > now) return;
  next_beat = Time{INT64_MAX};
  for (Task& task : tasks) {
    if (task.beat.next <= now) {
      task.beat.advance(now, hosts[task.host].slow_factor());
      if (hosts[task.host].runs()) run(task, now);
    }
    next_beat = std::min(next_beat, task.beat.next);
  }
  for (std::size_t i = 0; i < paths.size(); ++i) {
    Path& path = paths[i];
    if (path.beat.period.ns == 0) continue;
    if (path.beat.next <= now) {
      path.beat.advance(now, hosts[path.from].slow_factor());
      if (hosts[path.from].runs()) send(i, now);
    }
    next_beat = std::min(next_beat, path.beat.next);
  }
}

void Network::Impl::run(Task& task, Time now) {
  const std::size_t choices = task.plan->logics.size();
  if (choices > 1) {
    // A number that no logic has leaves what runs in place: the device refuses the package.
    const double wanted = std::round(bus.read(hosts[task.host].logic));
    if (wanted >= 0 && wanted < static_cast<double>(choices) &&
        static_cast<std::size_t>(wanted) != task.logic_index) {
      task.logic_index = static_cast<std::size_t>(wanted);
      make_logics(task);
    }
  }
  Context context(*this, task.host, now);
  const Stopwatch watch(profile, profile.control_s);
  task.logic(context);
}

void Network::Impl::lose_power(std::size_t index, Time now) {
  Host& host = hosts[index];
  reachability.turn_off(host.name);
  if (host.off_count++ > 0) return;
  ++host.generation;
  bus.write(host.running, 0, now);
  Context context(*this, index, now);
  for (Task& task : tasks) {
    if (task.host == index && task.when_off) task.when_off(context);
  }
}

void Network::Impl::regain_power(std::size_t index, Time now) {
  Host& host = hosts[index];
  reachability.turn_on(host.name);
  if (--host.off_count == 0) {
    bus.write(host.running, 1, now);
    for (Task& task : tasks) {
      if (task.host == index) make_logics(task);
    }
  }
  refresh_routes();
}

void Network::Impl::make_logics(Task& task) {
  task.logic = task.plan->logics[task.logic_index].make(table);
  if (task.plan->when_off) task.when_off = task.plan->when_off(table);
}

// The public face
// ---------------------------------------------------------------------------------------

Network::Network(NetworkPlan plan, const PointTable& table, Bus& bus, EventLog& log,
                 std::uint64_t seed, std::uint64_t sample)
    : impl_(std::make_unique<Impl>(std::move(plan), table, bus, log, seed, sample)) {}
Network::~Network() = default;
Network::Network(Network&&) noexcept = default;

void Network::remember(PointId channel, Duration window) {
  const auto found = impl_->channel_by_point.find(channel);
  require(found != impl_->channel_by_point.end(), "only channels remember messages");
  impl_->channels[found->second].remember(window);
}

void Network::run_until(Time t) { impl_->run_until(t); }
void Network::apply(const Edge& edge, Time now) { impl_->apply(edge, now); }

void Network::publish(Time now) {
  const double interval_s = to_s(now - impl_->published);
  impl_->published = now;
  for (const Host& host : impl_->hosts) {
    for (const auto& copying : host.copying) {
      if (!route(host.name, copying.effect.to, copying.effect.service).open) continue;
      const double copied_bytes =
          impl_->bus.read(host.copied_bytes) + copying.effect.rate_bytes_per_s * interval_s;
      impl_->bus.write(host.copied_bytes, std::min(copied_bytes, host.data_bytes), now);
    }
  }
}

void Network::profile_tasks() { impl_->profile.wanted = true; }
double Network::task_s() const { return impl_->profile.control_s; }

Route Network::route(const std::string& from, const std::string& to,
                     const std::string& service) const {
  return impl_->reachability.route(from, to, service);
}

Network::Counts Network::counts() const {
  Counts counts = impl_->counts;
  counts.on_the_way = impl_->held + (impl_->wires ? impl_->wires->on_the_way() : 0);
  return counts;
}

}  // namespace twinaxis::cyber
