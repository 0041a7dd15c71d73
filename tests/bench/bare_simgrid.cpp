#include "tests/bench/bare_simgrid.h"

#include <simgrid/s4u.hpp>

#include <array>
#include <cstdlib>
#include <string>
#include <vector>

namespace twinaxis::bench {
namespace {

namespace s4u = simgrid::s4u;

constexpr std::array<const char*, 3> kNames{"station", "plc", "hmi"};
constexpr std::array<std::pair<int, int>, 3> kMessages{{{0, 1}, {1, 0}, {1, 2}}};
constexpr std::uint64_t kSize_bytes = 140;

void send(int host, int scans) {
  static int payload = 0;
  for (int k = 0; k < scans; ++k) {
    s4u::this_actor::sleep_until(k);
    for (const auto& [from, to] : kMessages) {
      if (from != host) continue;
      auto* mailbox = s4u::Mailbox::by_name(kNames[static_cast<std::size_t>(to)]);
      mailbox->put_init(&payload, kSize_bytes)->detach();
    }
  }
}

void receive(int host, long& received) {
  s4u::Actor::self()->daemonize();
  auto* mailbox = s4u::Mailbox::by_name(kNames[static_cast<std::size_t>(host)]);
  mailbox->set_receiver(s4u::Actor::self());
  while (true) {
    mailbox->get<int>();
    ++received;
  }
}

void build(std::array<s4u::Host*, 3>& hosts) {
  auto* zone = s4u::create_full_zone("network");
  for (std::size_t i = 0; i < 3; ++i) hosts[i] = zone->create_host(kNames[i], 1e9);
  const s4u::LinkInRoute field(zone->create_link("field", 12.5e6)->set_latency(5e-4)->seal());
  const s4u::LinkInRoute between(zone->create_link("between", 12.5e6)->set_latency(0)->seal());
  const s4u::LinkInRoute control(zone->create_link("control", 12.5e6)->set_latency(5e-4)->seal());
  const auto route = [&](std::size_t a, std::size_t b, const std::vector<s4u::LinkInRoute>& links) {
    zone->add_route(hosts[a]->get_netpoint(), hosts[b]->get_netpoint(), nullptr, nullptr, links);
  };
  route(0, 1, {field, between, control});
  route(1, 2, {control});
  zone->seal();
}

}  // namespace

void bare_simgrid(int scans) {
  std::vector<std::string> words{"bare",
                                 "--cfg=network/model:CM02",
                                 "--cfg=network/crosstraffic:0",
                                 "--cfg=contexts/factory:raw",
                                 "--cfg=contexts/stack-size:256",
                                 "--log=root.thres:critical"};
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  int count = static_cast<int>(words.size());
  s4u::Engine engine(&count, arguments.data());
  std::array<s4u::Host*, 3> hosts{};
  build(hosts);
  long received = 0;
  for (int i = 0; i < 3; ++i) {
    auto* host = hosts[static_cast<std::size_t>(i)];
    if (i < 2) s4u::Actor::create("sender", host, [i, scans] { send(i, scans); });
    s4u::Actor::create("receiver", host, [i, &received] { receive(i, received); });
  }
  s4u::Actor::create("until the last arrives", hosts[0],
                     [scans] { s4u::this_actor::sleep_until(scans); });
  engine.run();
  if (received != 3L * scans) std::abort();
}

}  // namespace twinaxis::bench
