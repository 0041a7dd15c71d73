#include "sim/cyber/channel.h"

#include <algorithm>

#include "sim/core/near.h"
#include "sim/core/overload.h"
#include "sim/core/require.h"

namespace twinaxis::cyber {

Channel::Channel(const ChannelPlan& plan, const PointTable& table, std::uint64_t seed,
                 std::uint64_t sample)
    : name_(plan.name), seed_(seed), sample_(sample) {
  for (const Wire& wire : plan.block) {
    sources_.push_back(table.id(wire.source));
    targets_.push_back(table.id(wire.target));
    target_names_.push_back(wire.target);
  }
}

void Channel::begin(const Intervention& intervention, Time now) {
  Active active{.intervention = &intervention, .memory = {}};
  active.memory.started = now;
  active.memory.stream = stream(seed_, sample_, "channel." + name_ + "." + intervention.id);
  if (const auto* tamper = std::get_if<Tamper>(&intervention.effect)) {
    const auto found = std::find(target_names_.begin(), target_names_.end(), tamper->target);
    require(found != target_names_.end(), name_ + " carries nothing for '" + tamper->target + "'" +
                                              did_you_mean(tamper->target, target_names_));
    active.tampered = static_cast<std::size_t>(found - target_names_.begin());
  }
  if (const auto* replay = std::get_if<ReplayMessages>(&intervention.effect)) {
    for (const Sent& sent : sent_) {
      if (sent.at >= now - replay->window) active.tape.push_back(sent);
    }
  }
  authenticated_ += std::holds_alternative<Authenticate>(intervention.effect) ? 1 : 0;
  const auto behind = std::find_if(active_.begin(), active_.end(), [&](const Active& other) {
    return other.intervention->side > intervention.side;
  });
  active_.insert(behind, std::move(active));
}

void Channel::end(const Intervention& intervention) {
  const auto found = std::find_if(active_.begin(), active_.end(), [&](const Active& active) {
    return active.intervention == &intervention;
  });
  require(found != active_.end(), intervention.id + " ends on " + name_ + " after it began");
  authenticated_ -= std::holds_alternative<Authenticate>(intervention.effect) ? 1 : 0;
  active_.erase(found);
}

void Channel::remember(Duration window) { window_ = std::max(window_, window); }

void Channel::compose(Message& message, const Bus& bus, Time now) {
  message.number = ++last_number_;
  message.tampered = false;
  message.values.clear();
  for (const PointId source : sources_) message.values.push_back(bus.read(source));
  if (window_.ns > 0) record(message, now);
}

void Channel::record(const Message& message, Time now) {
  sent_.push_back({now, message.number, message.values});
  while (sent_.front().at < now - window_) sent_.pop_front();
}

Passage Channel::pass(Message& message, Time now) {
  Passage passage;
  for (Active& active : active_) pass(active, message, passage, now);
  return passage;
}

void Channel::pass(Active& active, Message& message, Passage& passage, Time now) {
  // The counter is the sender's, so a replayed message draws anew.
  const auto draw = [&] { return uniform(active.memory.stream, last_number_); };
  std::visit(
      overload{
          [&](const Drop& e) { passage.lost = passage.lost || draw() < e.probability; },
          [&](const Delay& e) { passage.hold = passage.hold + e.by; },
          [&](const Jitter& e) {
            passage.hold = passage.hold + duration_from_s(draw() * to_s(e.up_to));
          },
          [&](const Duplicate& e) { passage.twice = passage.twice || draw() < e.probability; },
          [&](const Reorder& e) {
            if (draw() < e.probability) passage.hold = passage.hold + e.by;
          },
          [&](const ReplayMessages&) {
            if (active.tape.empty()) return;  // nothing was heard: the genuine message passes
            const Sent& heard = active.tape[active.played++ % active.tape.size()];
            message.number = heard.number;
            message.values = heard.values;
          },
          [&](const Tamper& e) {
            double& value = message.values[active.tampered];
            const double genuine = value;
            value = apply(e.with, active.memory, genuine, now);
            message.tampered = message.tampered || value != genuine;
          },
          [](const auto&) {
          },  // flood, block and authenticate act elsewhere; others never stand here
      },
      active.intervention->effect);
}

bool Channel::accept(const Message& message, Time now) {
  // A message authentication code shows tampering; its counter shows what was seen before.
  if (authenticated_ > 0 && (message.tampered || message.number <= newest_accepted_)) return false;
  newest_accepted_ = std::max(newest_accepted_, message.number);
  last_accepted_ = now;
  return true;
}

void Channel::deliver(const Message& message, Bus& bus, Time now) const {
  for (std::size_t i = 0; i < targets_.size(); ++i) bus.write(targets_[i], message.values[i], now);
}

double Channel::flood_bytes_per_s() const {
  double sum_bytes_per_s = 0;
  for (const Active& active : active_) {
    if (const auto* flood = std::get_if<Flood>(&active.intervention->effect)) {
      sum_bytes_per_s += flood->rate_bytes_per_s;
    }
  }
  return sum_bytes_per_s;
}

}  // namespace twinaxis::cyber
