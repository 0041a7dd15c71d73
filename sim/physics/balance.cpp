#include "sim/physics/balance.h"

namespace twinaxis {
namespace {

std::size_t balance_count(const System& system) {
  const auto state = system.initial_state();
  const auto mode = system.initial_mode();
  const std::vector<double> input(system.inputs().size());
  return system.balances({.time_s = 0, .state = state, .input = input, .mode = mode}).size();
}

}  // namespace

WithInflows::WithInflows(const System& inner) : inner_(inner), inflows_(balance_count(inner)) {}

Instant WithInflows::inside(const Instant& now) const {
  Instant inner = now;
  inner.state = now.state.subspan(inflows_);
  return inner;
}

std::vector<std::string> WithInflows::state_names() const {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < inflows_; ++i) names.push_back("inflow " + std::to_string(i));
  for (auto& name : inner_.state_names()) names.push_back(std::move(name));
  return names;
}

std::vector<double> WithInflows::initial_state() const {
  auto state = inner_.initial_state();
  state.insert(state.begin(), inflows_, 0.0);
  return state;
}

void WithInflows::derivative(const Instant& now, std::span<double> rate) const {
  const auto inner = inside(now);
  std::size_t i = 0;
  for (const auto& balance : inner_.balances(inner)) rate[i++] = balance.inflow_per_s;
  inner_.derivative(inner, rate.subspan(inflows_));
}

void WithInflows::outputs(const Instant& now, std::span<double> truth) const {
  inner_.outputs(inside(now), truth);
}

void WithInflows::roots(const Instant& now, std::span<double> values) const {
  inner_.roots(inside(now), values);
}

void WithInflows::cross(const Crossing& crossing, const Instant& now, std::span<double> state,
                        std::span<double> mode, EventLog& log) const {
  inner_.cross(crossing, inside(now), state.subspan(inflows_), mode, log);
}

std::vector<System::Balance> WithInflows::balances(const Instant& now) const {
  return inner_.balances(inside(now));
}

}  // namespace twinaxis
