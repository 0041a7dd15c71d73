#include "models/distillation/column_a.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "sim/core/require.h"
#include "sim/physics/steady.h"

namespace twinaxis::distillation {
namespace {

std::vector<double> state_at_rest(const ColumnA& levels_closed) {
  const auto& p = levels_closed.params();
  const auto n = static_cast<std::size_t>(p.stages_count);
  std::vector<double> guess(2 * n, p.tray_holdup_kmol);
  guess[n] = p.reboiler_holdup_kmol;
  guess[2 * n - 1] = p.condenser_holdup_kmol;
  for (std::size_t i = 0; i < n; ++i) {
    const double height_fraction = static_cast<double>(i) / static_cast<double>(n - 1);
    guess[i] = guess[n + i] * (0.01 + 0.98 * height_fraction);
  }
  return steady_state(levels_closed, levels_closed.nominal_input(), {}, std::move(guess));
}

}  // namespace

std::vector<FieldProblem> problems(const ColumnAParams& p) {
  std::vector<FieldProblem> found;
  const auto stages = std::to_string(p.stages_count);
  if (p.feed_stage_number < 2 || p.feed_stage_number >= p.stages_count) {
    found.push_back({"feed_stage", "must be a tray: from 2 to below 'stages' (" + stages +
                                       "), found " + std::to_string(p.feed_stage_number)});
  }
  for (std::size_t i = 0; i < p.reported_stages.size(); ++i) {
    const double number = p.reported_stages[i];
    if (number != std::floor(number) || number < 1 || number > p.stages_count) {
      found.push_back({"reported_stages." + std::to_string(i),
                       "must be a stage number from 1 to 'stages' (" + stages + ")"});
    }
  }
  return found;
}

ColumnA::ColumnA(const ColumnAParams& p) : p_(p) {
  require(problems(p).empty(), "the parameters of column A fit together");
  require(3 <= p.stages_count && stages() <= kStagesAtMost, "3 to 200 stages");
  ColumnAParams closed = p;
  closed.configuration = Configuration::LV;
  start_ =
      p.configuration == Configuration::LV ? state_at_rest(*this) : ColumnA(closed).initial_state();
}

std::vector<double> ColumnA::nominal_input() const {
  std::vector<double> input;
  switch (p_.configuration) {
    case Configuration::LV:
      input = {p_.reflux_kmol_per_s, p_.boilup_kmol_per_s};
      break;
    case Configuration::DV:
      input = {p_.distillate_kmol_per_s, p_.boilup_kmol_per_s};
      break;
    case Configuration::LB:
      input = {p_.reflux_kmol_per_s, p_.bottoms_kmol_per_s};
      break;
    case Configuration::DB:
      input = {p_.distillate_kmol_per_s, p_.bottoms_kmol_per_s};
      break;
    case Configuration::double_ratio:
      input = {p_.reflux_kmol_per_s / p_.distillate_kmol_per_s,
               p_.boilup_kmol_per_s / p_.bottoms_kmol_per_s};
      break;
    case Configuration::none:
      input = {p_.reflux_kmol_per_s, p_.boilup_kmol_per_s, p_.distillate_kmol_per_s,
               p_.bottoms_kmol_per_s};
      break;
  }
  input.insert(input.end(), {p_.feed_kmol_per_s, p_.feed_light_fraction, p_.feed_liquid_fraction});
  return input;
}

ColumnA::Flows ColumnA::flows(const Instant& now) const {
  const auto feed = now.input.last(3);
  const double first = now.input[0], second = now.input[1];
  Flows f{0, 0, 0, 0, feed[0], feed[1], feed[2]};
  const auto c = p_.configuration;
  if (c == Configuration::none) {
    f.reflux = first, f.boilup = second;
    f.distillate = now.input[2], f.bottoms = now.input[3];
    return f;
  }
  // A level loop may shut its valve, but no valve pumps backwards.
  const double drum_kmol = now.state[2 * stages() - 1] - p_.condenser_holdup_kmol;
  const double sump_kmol = now.state[stages()] - p_.reboiler_holdup_kmol;
  const auto by_drum = [&](double nominal_kmol_per_s) {
    return std::max(0.0, nominal_kmol_per_s + p_.drum_level_gain_per_s * drum_kmol);
  };
  const auto by_sump = [&](double nominal_kmol_per_s) {
    return std::max(0.0, nominal_kmol_per_s + p_.reboiler_level_gain_per_s * sump_kmol);
  };
  const bool reflux_holds_drum = c == Configuration::DV || c == Configuration::DB;
  const bool boilup_holds_sump = c == Configuration::LB || c == Configuration::DB;
  f.reflux = reflux_holds_drum ? by_drum(p_.reflux_kmol_per_s) : first;
  f.distillate = reflux_holds_drum ? first : by_drum(p_.distillate_kmol_per_s);
  f.boilup = boilup_holds_sump ? by_sump(p_.boilup_kmol_per_s) : second;
  f.bottoms = boilup_holds_sump ? second : by_sump(p_.bottoms_kmol_per_s);
  if (c == Configuration::double_ratio) {
    f.reflux = first * f.distillate;
    f.boilup = second * f.bottoms;
  }
  return f;
}

/// Liquid that leaves the trays; [0] and [N-1] are left to the caller.
void ColumnA::tray_liquid(const Flows& f, const double* holdup, double* liquid) const {
  const double per_tau = 1 / p_.liquid_time_constant_s;
  const double nominal_upper_vapour =
      p_.boilup_kmol_per_s + (1 - p_.feed_liquid_fraction) * p_.feed_kmol_per_s;
  // Everything that is the same on all trays of a section, at zero holdup.
  const double lower = p_.reflux_kmol_per_s + p_.feed_liquid_fraction * p_.feed_kmol_per_s -
                       p_.tray_holdup_kmol * per_tau +
                       p_.vapour_effect_ratio * (f.boilup - p_.boilup_kmol_per_s);
  const double upper = p_.reflux_kmol_per_s - p_.tray_holdup_kmol * per_tau +
                       p_.vapour_effect_ratio * (upper_vapour(f) - nominal_upper_vapour);
  const std::size_t n = stages(), feed = feed_index();
  for (std::size_t i = 1; i <= feed; ++i) liquid[i] = lower + holdup[i] * per_tau;
  for (std::size_t i = feed + 1; i < n - 1; ++i) liquid[i] = upper + holdup[i] * per_tau;
}

void ColumnA::derivative(const Instant& now, std::span<double> rate) const {
  const Flows f = flows(now);
  const std::size_t n = stages(), feed = feed_index(), top = n - 1;
  const double* light = now.state.data();
  const double* holdup = light + n;
  double* __restrict dlight = rate.data();
  double* __restrict dholdup = dlight + n;
  const double lower = f.boilup, upper = upper_vapour(f);

  // Flows down the column and the light component in them and in the vapour.
  double y[kStagesAtMost], liquid[kStagesAtMost], light_down[kStagesAtMost];
  const double alpha = p_.relative_volatility_ratio;
  for (std::size_t i = 0; i < top; ++i) {
    y[i] = alpha * light[i] / (holdup[i] + (alpha - 1) * light[i]);
  }
  tray_liquid(f, holdup, liquid);
  liquid[0] = f.bottoms;
  liquid[top] = f.reflux;
  for (std::size_t i = 0; i < n; ++i) light_down[i] = liquid[i] * (light[i] / holdup[i]);

  dlight[0] = light_down[1] - light_down[0] - lower * y[0];
  dholdup[0] = liquid[1] - liquid[0] - lower;
  const auto section = [&](std::size_t from, std::size_t to, double vapour) {
    for (std::size_t i = from; i < to; ++i) {
      dlight[i] = light_down[i + 1] - light_down[i] + vapour * (y[i - 1] - y[i]);
      dholdup[i] = liquid[i + 1] - liquid[i];
    }
  };
  section(1, feed, lower);
  dlight[feed] = light_down[feed + 1] - light_down[feed] + lower * y[feed - 1] - upper * y[feed] +
                 f.feed * f.feed_light;
  dholdup[feed] = liquid[feed + 1] - liquid[feed] + lower - upper + f.feed;
  section(feed + 1, top, upper);
  dlight[top] = upper * y[top - 1] - light_down[top] - f.distillate * (light[top] / holdup[top]);
  dholdup[top] = upper - f.reflux - f.distillate;
}

std::vector<double> ColumnA::liquid_flows(const Instant& now) const {
  const Flows f = flows(now);
  std::vector<double> liquid(stages());
  tray_liquid(f, now.state.data() + stages(), liquid.data());
  liquid.front() = f.bottoms;
  liquid.back() = f.reflux + f.distillate;
  return liquid;
}

void ColumnA::outputs(const Instant& now, std::span<double> truth) const {
  const Flows f = flows(now);
  const std::size_t n = stages();
  const double first[] = {composition(now.state, n),
                          composition(now.state, 1),
                          now.state[2 * n - 1],
                          now.state[n],
                          f.reflux,
                          f.boilup,
                          f.distillate,
                          f.bottoms};
  auto next = std::ranges::copy(first, truth.begin()).out;
  for (const double number : p_.reported_stages) {
    const double light_fraction = composition(now.state, static_cast<std::size_t>(number));
    *next++ = light_fraction;
    *next++ = p_.heavy_boiling_K + (p_.light_boiling_K - p_.heavy_boiling_K) * light_fraction;
  }
}

std::vector<System::Balance> ColumnA::balances(const Instant& now) const {
  const Flows f = flows(now);
  const auto light = now.state.first(stages()), total = now.state.last(stages());
  const double total_kmol = std::accumulate(total.begin(), total.end(), 0.0);
  const double light_out_kmol_per_s =
      f.distillate * composition(now.state, stages()) + f.bottoms * composition(now.state, 1);
  return {{.name = "total mass",
           .unit = "kmol",
           .inside = total_kmol,
           .inflow_per_s = f.feed - f.distillate - f.bottoms,
           .scale = total_kmol},
          {.name = "light component",
           .unit = "kmol",
           .inside = std::accumulate(light.begin(), light.end(), 0.0),
           .inflow_per_s = f.feed * f.feed_light - light_out_kmol_per_s,
           .scale = total_kmol}};
}

}  // namespace twinaxis::distillation
