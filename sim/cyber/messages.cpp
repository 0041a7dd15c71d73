// The way of a message: composed, let through or not, held, carried, accepted.

#include "sim/cyber/network_impl.h"

namespace twinaxis::cyber {
namespace {

Passage both(Passage a, const Passage& b) {
  return {a.lost || b.lost, a.hold + b.hold, a.twice || b.twice};
}

}  // namespace

void Network::Impl::send(std::size_t index, Time now) {
  if (idle_messages.empty()) {
    messages.push_back(std::make_unique<Message>());
    idle_messages.push_back(messages.back().get());
  }
  Message* message = idle_messages.back();
  idle_messages.pop_back();
  Path& path = paths[index];
  message->channel = index;
  message->generation = hosts[path.to].generation;
  channels[index].compose(*message, bus, now);
  ++counts.sent;

  const std::uint64_t number = message->number;
  Passage passage = channels[index].pass(*message, now);
  if (!congestion.idle()) {
    passage = both(passage, congestion.pass(path.segments, path.flood_stream, number));
  }
  for (BurstChain& chain : path.wireless) passage.lost = chain.loses_next() || passage.lost;
  if (passage.lost || !path.open) {
    ++counts.lost;
    return release(message);
  }
  Message* copy = nullptr;
  if (passage.twice) {
    messages.push_back(std::make_unique<Message>(*message));
    copy = messages.back().get();
    ++counts.sent;
  }
  // Delay is spent before the wire, where SimGrid does not see it: it bears no change of latency
  // while a message is on its way. The queue stands for switches, so the sender may fail meanwhile.
  for (Message* each : {message, copy}) {
    if (each == nullptr) continue;
    if (passage.hold.ns <= 0) {
      start(each, now);
    } else {
      ++held;
      later.push({now + passage.hold, later_count++, path.from, each});
    }
  }
}

void Network::Impl::start(Message* message, Time now) {
  const Path& path = paths[message->channel];
  if (path.local) return arrive(message, now);
  wires->start(path.line, path.size_bytes, message, now);
}

void Network::Impl::arrive(Message* message, Time now) {
  Path& path = paths[message->channel];
  Channel& channel = channels[message->channel];
  const Host& receiver = hosts[path.to];
  // A route that closed, or a receiver that failed and came back, loses what was on its way.
  if (!path.open || message->generation != receiver.generation) {
    ++counts.lost;
  } else if (!channel.accept(*message, now)) {
    ++counts.rejected;
    if (!path.has_rejected)
      log.push_back({now, kRejects, plan.channels[message->channel].name, 0, ""});
    path.has_rejected = true;
  } else {
    ++counts.delivered;
    channel.deliver(*message, bus, now);
  }
  release(message);
}

void Network::Impl::release(Message* message) { idle_messages.push_back(message); }

}  // namespace twinaxis::cyber
