#include "sim/cyber/wire.h"

#include <csignal>
#include <simgrid/s4u.hpp>

#include <map>
#include <utility>

#include "sim/core/require.h"

namespace twinaxis::cyber {
namespace {

namespace s4u = simgrid::s4u;

/// One communication; SimGrid's object lives from start() to the advance() after its end.
struct Flight {
  s4u::CommPtr comm;
  Message* message = nullptr;
  std::vector<Flight*>* ended = nullptr;
  Time at;
};

/// The engine takes arguments as of a command line, and SIGINT: it gets its own, and gives back.
std::unique_ptr<s4u::Engine> make_engine() {
  require(!s4u::Engine::has_instance(), "one network per process");
  std::vector<std::string> words{
      "twinaxis",
      "--cfg=network/model:CM02",  // LV08 would multiply latency by 13; a control LAN is literal
      "--cfg=network/crosstraffic:0",  // no extra load for acknowledgements
      "--cfg=network/TCP-gamma:0",     // no window limit: bandwidth is what the plan says
      "--log=root.thres:critical"};
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  int count = static_cast<int>(words.size());
  struct sigaction before {};
  sigaction(SIGINT, nullptr, &before);
  auto engine = std::make_unique<s4u::Engine>(&count, arguments.data());
  sigaction(SIGINT, &before, nullptr);
  return engine;
}

}  // namespace

struct Wires::Impl {
  std::unique_ptr<s4u::Engine> engine;
  std::vector<s4u::Host*> hosts;
  std::vector<std::pair<s4u::Host*, s4u::Host*>> lines;
  std::vector<std::unique_ptr<Flight>> flights;  ///< all that were ever needed at once
  std::vector<Flight*> idle, ended;
  std::vector<Arrival> arrivals;
  std::size_t on_the_way = 0;

  Impl() = default;
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;
  ~Impl() {
    // What is still on its way will never end; said so, SimGrid drops it without a word.
    for (const auto& flight : flights) {
      if (flight->comm) flight->comm->set_state(s4u::Activity::State::CANCELED);
    }
  }

  void build(const std::vector<Segment>& segments, std::size_t host_count,
             const std::vector<Line>& plan);
  void run_to(Time t);
};

void Wires::Impl::build(const std::vector<Segment>& segments, std::size_t host_count,
                        const std::vector<Line>& plan) {
  // One flat zone with a route for each line: the route is known, SimGrid need not look for it.
  auto* zone = s4u::create_full_zone("network");
  for (std::size_t i = 0; i < host_count; ++i) {
    hosts.push_back(zone->create_host("host" + std::to_string(i), 1e9));  // speed is never used
  }
  std::vector<s4u::LinkInRoute> links;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    auto* link =
        zone->create_link("segment" + std::to_string(i), segments[i].bandwidth_bytes_per_s);
    links.emplace_back(link->set_latency(to_s(segments[i].latency))->seal());
  }
  std::map<std::pair<std::size_t, std::size_t>, bool> routed;
  for (const Line& line : plan) {
    require(line.from != line.to, "a line joins two hosts");
    lines.emplace_back(hosts[line.from], hosts[line.to]);
    if (std::exchange(routed[{line.from, line.to}], true)) continue;
    std::vector<s4u::LinkInRoute> route;
    for (const std::size_t segment : line.path) route.push_back(links[segment]);
    zone->add_route(hosts[line.from]->get_netpoint(), hosts[line.to]->get_netpoint(), nullptr,
                    nullptr, route, false);
  }
  zone->seal();
}

void Wires::Impl::run_to(Time t) {
  // run_until may stop up to 10 us early when something happens just before t.
  const double t_s = to_s(t);
  while (s4u::Engine::get_clock() < t_s) engine->run_until(t_s);
}

Wires::Wires(const std::vector<Segment>& segments, std::size_t hosts,
             const std::vector<Line>& lines)
    : impl_(std::make_unique<Impl>()) {
  impl_->engine = make_engine();
  impl_->build(segments, hosts, lines);
  s4u::Activity::on_completion_cb([](const s4u::Activity& activity) {
    auto* flight = activity.get_data<Flight>();
    flight->at = time_from_s(s4u::Engine::get_clock());
    flight->ended->push_back(flight);
  });
}
Wires::~Wires() = default;
Wires::Wires(Wires&&) noexcept = default;

void Wires::start(std::size_t line, double size_bytes, Message* message, Time now) {
  Impl& w = *impl_;
  w.run_to(now);
  if (w.idle.empty()) {
    w.flights.push_back(std::make_unique<Flight>());
    w.idle.push_back(w.flights.back().get());
  }
  Flight* flight = w.idle.back();
  w.idle.pop_back();
  flight->message = message;
  flight->ended = &w.ended;
  flight->comm = s4u::Comm::sendto_init();
  flight->comm->set_data(flight);
  flight->comm->set_payload_size(static_cast<std::uint64_t>(size_bytes));
  flight->comm->set_source(w.lines[line].first)->set_destination(w.lines[line].second);
  ++w.on_the_way;
}

std::span<const Arrival> Wires::advance(Time to) {
  Impl& w = *impl_;
  w.arrivals.clear();
  if (w.on_the_way == 0) return {};  // the clock follows when the next message starts
  w.run_to(to);
  for (Flight* flight : w.ended) {
    w.arrivals.push_back({flight->at, flight->message});
    flight->comm.reset();
    w.idle.push_back(flight);
  }
  w.on_the_way -= w.ended.size();
  w.ended.clear();
  return w.arrivals;
}

std::size_t Wires::on_the_way() const { return impl_->on_the_way; }

}  // namespace twinaxis::cyber
