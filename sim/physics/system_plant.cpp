#include "sim/physics/system_plant.h"

#include <algorithm>
#include <cmath>

#include "sim/core/require.h"
#include "sim/core/text.h"

namespace twinaxis {
namespace {

constexpr double kSmallestInterval_s = 0.5e-9;  ///< half of what a Time can tell apart
constexpr int kCrossingsAtMost = 10'000;        ///< per advance; more is chatter without end

int sign(double value) { return (value > 0) - (value < 0); }

std::vector<PointId> ids_of(const std::vector<std::string>& names, const PointTable& table) {
  std::vector<PointId> ids;
  for (const auto& name : names) ids.push_back(table.id(name));
  return ids;
}

bool any(const std::vector<int>& crossed) {
  return std::ranges::any_of(crossed, [](int c) { return c != 0; });
}

}  // namespace

SystemPlant::SystemPlant(std::string part, std::unique_ptr<const System> system,
                         const IntegratorSpec& spec, const PointTable& table, BalanceCheck check)
    : part_(std::move(part)), system_(std::move(system)), solved_(system_.get()) {
  if (check == BalanceCheck::on) {
    with_inflows_ = std::make_unique<const WithInflows>(*system_);
    solved_ = with_inflows_.get();
    inflows_ = with_inflows_->inflow_count();
  }
  integrator_ = make_integrator(*solved_, spec);
  input_ids_ = ids_of(system_->inputs(), table);
  output_ids_ = ids_of(system_->output_names(), table);
  values_ = solved_->initial_state();
  states_ = values_.size() - inflows_;
  const auto initial_mode = system_->initial_mode();
  modes_ = initial_mode.size();
  values_.insert(values_.end(), initial_mode.begin(), initial_mode.end());
  input_.resize(input_ids_.size());
  truth_.resize(output_ids_.size());
  roots_.resize(system_->root_count());
  signs_.resize(roots_.size());
  crossed_.resize(roots_.size());
  jumped_.resize(inflows_);
}

std::span<const double> SystemPlant::state() const {
  return std::span<const double>(values_).subspan(inflows_);
}

Instant SystemPlant::now_at(double time_s) const {
  const std::span<const double> values(values_);
  return {.time_s = time_s,
          .state = values.subspan(inflows_, states_),
          .input = input_,
          .mode = values.subspan(inflows_ + states_)};
}

void SystemPlant::read_inputs(const Bus& bus) {
  for (std::size_t i = 0; i < input_.size(); ++i) input_[i] = bus.read(input_ids_[i]);
  has_input_ = true;
}

void SystemPlant::publish(Bus& bus, Time now) {
  if (!has_input_) read_inputs(bus);
  system_->outputs(now_at(to_s(now)), truth_);
  for (std::size_t i = 0; i < truth_.size(); ++i) bus.write(output_ids_[i], truth_[i], now);
}

void SystemPlant::advance(const Bus& bus, Time from, Time to, EventLog& log) {
  const double end_s = to_s(to);
  double at_s = to_s(from);
  read_inputs(bus);
  if (with_inflows_ && at_start_.empty()) at_start_ = system_->balances(now_at(at_s));
  if (!roots_.empty()) {
    std::ranges::fill(crossed_, 0);
    note_jumps(at_s, crossed_, std::vector<char>(roots_.size()));
    if (any(crossed_)) answer(crossed_, at_s, from, log);
  }
  int crossings = 0;
  while (end_s - at_s > kSmallestInterval_s) {
    Stop stop;
    try {
      stop = integrator_->advance(at_s, end_s, solver_state(), input_, mode(), crossed_);
    } catch (const IntegrationFailure& failure) {
      fail(failure.at_s, failure.what(), failure.worst);
    }
    at_s = stop.at_s;
    if (!stop.at_root) continue;
    if (++crossings > kCrossingsAtMost) {
      fail(at_s, "more than " + std::to_string(kCrossingsAtMost) + " events in one step", {});
    }
    answer(crossed_, at_s, std::clamp(time_from_s(at_s), from, to), log);
  }
  learn_signs(end_s);
}

/// Answers all roots that crossed at this instant, and those that the answers make jump.
void SystemPlant::answer(std::vector<int>& crossed, double at_s, Time at, EventLog& log) {
  std::vector<char> answered(crossed.size());
  learn_signs(at_s);
  while (any(crossed)) {
    for (std::size_t i = 0; i < crossed.size(); ++i) {
      if (crossed[i] == 0) continue;
      answered[i] = true;
      answer_one(i, crossed[i] > 0, at_s, at, log);
    }
    std::ranges::fill(crossed, 0);
    note_jumps(at_s, crossed, answered);
  }
  check_finite(at_s);
}

void SystemPlant::answer_one(std::size_t root, bool rising, double at_s, Time at, EventLog& log) {
  std::vector<System::Balance> before;
  if (with_inflows_) before = system_->balances(now_at(at_s));
  // The model reads the instant while it writes the state: it gets a copy of what was.
  const auto was = values_;
  Instant now = now_at(at_s);
  now.state = std::span<const double>(was).subspan(inflows_, states_);
  now.mode = std::span<const double>(was).subspan(inflows_ + states_);
  system_->cross({.root = root, .rising = rising, .at = at}, now, solver_state().subspan(inflows_),
                 mode(), log);
  if (!with_inflows_) return;
  const auto after = system_->balances(now_at(at_s));
  for (std::size_t i = 0; i < inflows_; ++i) jumped_[i] += after[i].inside - before[i].inside;
}

/// Marks the roots whose sign differs from the one last known, though no time has passed.
void SystemPlant::note_jumps(double at_s, std::vector<int>& crossed,
                             const std::vector<char>& answered) {
  system_->roots(now_at(at_s), roots_);
  for (std::size_t i = 0; i < roots_.size(); ++i) {
    const int s = sign(roots_[i]);
    if (s * signs_[i] < 0 && !answered[i]) crossed[i] = s;
    if (s != 0) signs_[i] = s;
  }
}

void SystemPlant::learn_signs(double at_s) {
  if (roots_.empty()) return;
  system_->roots(now_at(at_s), roots_);
  std::ranges::transform(roots_, signs_.begin(), sign);
}

void SystemPlant::check_finite(double at_s) const {
  Instant now = now_at(at_s);
  now.state = std::span<const double>(values_).first(inflows_ + states_);
  if (std::ranges::all_of(now.state, [](double v) { return std::isfinite(v); })) return;
  fail(at_s, "an event left a state that is not finite", not_finite(*solved_, now));
}

void SystemPlant::fail(double at_s, const std::string& reason,
                       const std::vector<std::size_t>& worst) const {
  constexpr std::size_t kNamed = 5;
  const auto names = solved_->state_names();
  std::string text = reason + " at " + rounded(at_s, 9) + " s";
  for (std::size_t i = 0; i < std::min(worst.size(), kNamed); ++i) {
    const auto shown = number_to_text(values_[worst[i]]);
    text += (i == 0 ? "; worst: " : ", ") + names[worst[i]] + " = " + shown;
  }
  if (worst.size() > kNamed) text += " and " + std::to_string(worst.size() - kNamed) + " more";
  throw RunError(at_s, part_, text);
}

std::vector<BalanceResidual> SystemPlant::balance_residuals(Time now) const {
  std::vector<BalanceResidual> residuals;
  if (!with_inflows_ || at_start_.empty()) return residuals;
  const auto balances = system_->balances(now_at(to_s(now)));
  for (std::size_t i = 0; i < inflows_; ++i) {
    const auto& b = balances[i];
    const double gap = b.inside - at_start_[i].inside - values_[i] - jumped_[i];
    residuals.push_back({.name = b.name,
                         .unit = b.unit,
                         .ratio = std::abs(gap) / b.scale,
                         .inflow = values_[i],
                         .jumped = jumped_[i]});
  }
  return residuals;
}

}  // namespace twinaxis
