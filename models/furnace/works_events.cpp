// Physical events of the metalworks: a slab leaves, a bearing seizes, a shell gets hot or gives
// way.

#include <algorithm>
#include <cmath>

#include "models/furnace/works.h"

namespace twinaxis::furnace {

using namespace works;

/// Beyond zero: no clearance is left, or the cage is worn through.
double Works::seizure(const Instant& now, std::size_t which) const {
  const auto& design = p_.fan.bearings[which].design;
  const auto x = bearing(now.state, which);
  const double clearance_m = clearance_left_m(design, x, now.input[air_temperature]);
  return std::max(-clearance_m / design.clearance_m, x.wear_fraction - 1);
}

void Works::roots(const Instant& now, std::span<double> values) const {
  values[slab_leaves] = now.state[at_.progress] - 1;
  double worst = -1;
  for (std::size_t b = 0; b < at_.bearings; ++b) worst = std::max(worst, seizure(now, b));
  values[bearing_seizes] = worst;
  const double shell_K = now.state[at_.spot_K + at_.lining_cells - 1];
  values[shell_gets_hot] = shell_K - p_.holder.shell_alarm_K;
  const auto& lining = p_.holder.lining;
  const double too_deep_m =
      now.state[at_.penetrated_m] + lining.breakout_remaining_m - lining_.refractory_m();
  values[melt_breaks_out] =
      std::max(shell_K / lining.breakout_shell_K - 1, too_deep_m / lining_.refractory_m());
}

Works::Record Works::record(std::span<const double> state, std::size_t slab) const {
  const auto x = slab_K(state, slab);
  const auto [coldest, hottest] = std::minmax_element(x.begin(), x.end());
  const auto& q = p_.quality;
  Record r;
  r.core_K = core_K(x);
  r.surface_K = x.back();
  r.uneven_K = *hottest - *coldest;
  r.grain_m = grain_size_m(q.grain, state[at_.grain + slab]);
  r.scale_m = std::sqrt(state[at_.scale_m2 + slab]);
  r.carbon_m = decarburised_depth_m(q.carbon, state[at_.carbon_m2 + slab]);
  if (r.core_K < q.least_core_K) r.fault = "core too cold";
  else if (*hottest > q.greatest_surface_K) r.fault = "burnt";
  else if (r.grain_m > q.greatest_grain_m) r.fault = "grain too coarse";
  else if (r.uneven_K > q.greatest_uneven_K) r.fault = "uneven";
  else if (r.scale_m > q.greatest_scale_m) r.fault = "too much scale";
  else if (r.carbon_m > q.greatest_carbon_depth_m) r.fault = "decarburised";
  return r;
}

/// The slab at the door leaves its record, all others move on by one place, a cold one is charged.
void Works::slab_out(std::span<double> state, std::span<double> mode, const Instant& now, Time at,
                     EventLog& log) const {
  const Record r = record(state, at_.slabs - 1);
  const bool good = r.fault.empty();
  if (good != (mode[on_spec] > 0)) {
    log.push_back(
        {at, good ? "product.on_spec_again" : "product.off_spec", r.fault, r.core_K, "K"});
  }
  mode[on_spec] = good;
  mode[slabs_out] += 1;
  mode[out_core_K] = r.core_K;
  mode[out_surface_K] = r.surface_K;
  mode[out_uneven_K] = r.uneven_K;
  mode[out_grain_m] = r.grain_m;
  mode[out_scale_m] = r.scale_m;
  mode[out_carbon_m] = r.carbon_m;
  const auto shift = [&](std::size_t begin, std::size_t width, double fresh) {
    const auto block = state.subspan(begin, width * at_.slabs);
    std::copy_backward(block.begin(), block.end() - static_cast<std::ptrdiff_t>(width),
                       block.end());
    std::fill_n(block.begin(), width, fresh);
  };
  shift(at_.slab_K, at_.cells, now.input[charge_temperature]);
  shift(at_.grain, 1, grain_start_ratio(p_.quality.grain));
  shift(at_.carbon_m2, 1, 0);
  shift(at_.scale_m2, 1, 0);
  state[at_.progress] -= 1;
}

void Works::cross(const Crossing& crossing, const Instant& now, std::span<double> state,
                  std::span<double> mode, EventLog& log) const {
  if (!crossing.rising) return;
  const double shell_K = state[at_.spot_K + at_.lining_cells - 1];
  switch (crossing.root) {
    case slab_leaves:
      return slab_out(state, mode, now, crossing.at, log);
    case bearing_seizes: {
      if (mode[fan_seized] > 0) return;
      mode[fan_seized] = 1;
      std::size_t which = 0;
      for (std::size_t b = 1; b < at_.bearings; ++b) {
        if (seizure(now, b) > seizure(now, which)) which = b;
      }
      std::string which_one = p_.fan.bearings[which].name;
      std::ranges::replace(which_one, '_', ' ');
      log.push_back({crossing.at, "fan.seized", which_one, state[at_.bearing_K + which], "K"});
      return;
    }
    case shell_gets_hot:
      log.push_back({crossing.at, "holder.shell_hot", "hot spot", shell_K, "K"});
      return;
    case melt_breaks_out:
      if (mode[holder_broken] > 0 || state[at_.content_kg] <= 0) return;
      mode[holder_broken] = 1;
      mode[spilled_kg] = state[at_.content_kg];
      log.push_back({crossing.at, "holder.breakout", "melt breaks out", mode[spilled_kg], "kg"});
      state[at_.content_kg] = 0;
      return;
    default:
      return;
  }
}

}  // namespace twinaxis::furnace
