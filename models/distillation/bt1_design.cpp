#include "models/distillation/bt1_design.h"

#include <cmath>
#include <functional>
#include <stdexcept>

namespace twinaxis::distillation {
namespace {

/// What the march from the bottom is asked for.
struct Ask {
  FlowLaw law;
  double bottoms_kmol_per_s;
  double bottoms_x;
  double boilup;  ///< W with energy, kmol/s with constant overflow
};

double vapour_J_per_kmol(const Mixture& mixture, double temperature_K, double y) {
  return liquid_enthalpy(mixture, temperature_K).mixed(y) +
         latent_heat(mixture, temperature_K).mixed(y);
}

/// Heat in less heat out with bottoms and losses, all below the vapour that leaves stage i.
struct Envelope {
  double heat_W;
  double feed_kmol_per_s;
  double feed_light_kmol_per_s;
};

/// One march. Stops where a liquid would leave [0, 1]: far too little or too much separation.
class March {
 public:
  March(const Bt1Params& params, const Ask& ask)
      : p_(params), ask_(ask), column_{}, below_{ask.boilup, 0, 0} {
    const auto& d = p_.design;
    column_.distillate_kmol_per_s = d.feed_kmol_per_s - ask.bottoms_kmol_per_s;
    column_.distillate_x =
        (d.feed_kmol_per_s * d.feed_benzene_fraction - ask.bottoms_kmol_per_s * ask.bottoms_x) /
        column_.distillate_kmol_per_s;
    column_.drum_K = bubble_point(p_.mixture, d.top_Pa - d.condenser_drop_Pa, column_.distillate_x)
                         .temperature_K;
    column_.liquid_kmol_per_s[0] = ask.bottoms_kmol_per_s;
    column_.x[0] = ask.bottoms_x;
  }

  /// Positive if the vapour at the top is purer than the balance asks for.
  double excess() {
    for (std::size_t i = 0; i < kBt1Stages; ++i) {
      if (column_.liquid_kmol_per_s[i] <= 0 || column_.x[i] <= 0) return -1;
      if (column_.x[i] >= 1) return 1;
      settle(i);
      if (i + 1 < kBt1Stages) rise(i);
    }
    rise_to_drum(kBt1Stages - 1);
    return column_.y[kBt1Stages - 1] - column_.distillate_x;
  }
  const SteadyColumn& column() const { return column_; }

 private:
  /// Bubble point of stage i, and what it adds to the envelope.
  void settle(std::size_t i) {
    const auto bubble = bubble_point(p_.mixture, stage_pressure_Pa(p_.design, i), column_.x[i]);
    column_.temperature_K[i] = bubble.temperature_K;
    column_.y[i] = bubble.y;
    if (i == 0) below_.heat_W -= column_.liquid_kmol_per_s[0] * liquid_J_per_kmol(0);
    below_.heat_W -= stage_loss_W(p_, bubble.temperature_K);
    if (i == kBt1FeedStage) {
      const auto& d = p_.design;
      const double feed_J_per_kmol =
          liquid_enthalpy(p_.mixture, feed_temperature_K(p_)).mixed(d.feed_benzene_fraction);
      below_.feed_kmol_per_s = d.feed_kmol_per_s;
      below_.feed_light_kmol_per_s = d.feed_kmol_per_s * d.feed_benzene_fraction;
      below_.heat_W += d.feed_kmol_per_s * feed_J_per_kmol;
    }
  }
  double liquid_J_per_kmol(std::size_t i) const {
    return liquid_enthalpy(p_.mixture, column_.temperature_K[i]).mixed(column_.x[i]);
  }
  /// Vapour out of stage i when the liquid falling on it has the given enthalpy.
  double vapour_kmol_per_s(std::size_t i, double falling_J_per_kmol) const {
    if (ask_.law == FlowLaw::constant_overflow) return ask_.boilup;
    const double net = column_.liquid_kmol_per_s[0] - below_.feed_kmol_per_s;  // falling - rising
    return (below_.heat_W + net * falling_J_per_kmol) /
           (vapour_J_per_kmol(p_.mixture, column_.temperature_K[i], column_.y[i]) -
            falling_J_per_kmol);
  }
  /// Flow and composition of the liquid that falls on stage i, from the balances below.
  void fall(std::size_t i, double vapour) {
    column_.vapour_kmol_per_s[i] = vapour;
    const double liquid = vapour + column_.liquid_kmol_per_s[0] - below_.feed_kmol_per_s;
    column_.liquid_kmol_per_s[i + 1] = liquid;
    if (i + 1 < kBt1Stages) {
      column_.x[i + 1] = (vapour * column_.y[i] + column_.liquid_kmol_per_s[0] * column_.x[0] -
                          below_.feed_light_kmol_per_s) /
                         liquid;
    }
  }
  /// The falling liquid's enthalpy depends on its composition, and weakly on itself: the
  /// iteration gains a decimal or more each time.
  void rise(std::size_t i) {
    double falling_J_per_kmol = liquid_J_per_kmol(i);
    for (int repeat = 0; repeat < 40; ++repeat) {
      fall(i, vapour_kmol_per_s(i, falling_J_per_kmol));
      if (ask_.law == FlowLaw::constant_overflow) return;
      if (!(column_.x[i + 1] > 0 && column_.x[i + 1] < 1)) return;
      const auto above =
          bubble_point(p_.mixture, stage_pressure_Pa(p_.design, i + 1), column_.x[i + 1]);
      const double next = liquid_enthalpy(p_.mixture, above.temperature_K).mixed(column_.x[i + 1]);
      if (std::abs(next - falling_J_per_kmol) < 1e-9 * std::abs(next) + 1e-6) return;
      falling_J_per_kmol = next;
    }
  }
  void rise_to_drum(std::size_t top) {
    const double reflux_J_per_kmol =
        liquid_enthalpy(p_.mixture, column_.drum_K).mixed(column_.distillate_x);
    fall(top, vapour_kmol_per_s(top, reflux_J_per_kmol));
    if (ask_.law == FlowLaw::constant_overflow) return;
    column_.reboiler_W = ask_.boilup;
    column_.condenser_W =
        column_.vapour_kmol_per_s[top] *
        (vapour_J_per_kmol(p_.mixture, column_.temperature_K[top], column_.y[top]) -
         liquid_enthalpy(p_.mixture, column_.drum_K).mixed(column_.y[top]));
  }

  const Bt1Params& p_;
  Ask ask_;
  SteadyColumn column_;
  Envelope below_;
};

/// Bisection to the last bit: `too_much` is false at low and true at high.
double bisect(double low, double high, const std::function<bool(double)>& too_much) {
  if (too_much(low) || !too_much(high)) {
    throw std::domain_error("no steady state of the column: the design cannot reach its purities");
  }
  for (int i = 0; i < 100; ++i) {
    const double middle = 0.5 * (low + high);
    if (middle == low || middle == high) break;
    (too_much(middle) ? high : low) = middle;
  }
  return low;
}

SteadyColumn solved(const Bt1Params& params, const Ask& ask) {
  March march(params, ask);
  march.excess();
  return march.column();
}

}  // namespace

double stage_pressure_Pa(const Bt1DesignParams& design, std::size_t stage) {
  return design.top_Pa + static_cast<double>(kBt1Stages - 1 - stage) * design.tray_drop_Pa;
}

double feed_temperature_K(const Bt1Params& params) {
  return bubble_point(params.mixture, stage_pressure_Pa(params.design, kBt1FeedStage),
                      params.design.feed_benzene_fraction)
      .temperature_K;
}

double stage_loss_W(const Bt1Params& params, double temperature_K) {
  return params.vessels.loss_W_per_K / static_cast<double>(kBt1Stages) *
         (temperature_K - params.vessels.ambient_K);
}

SteadyColumn design_column(const Bt1Params& params, FlowLaw law) {
  const auto& d = params.design;
  const double bottoms = d.feed_kmol_per_s *
                         (d.distillate_benzene_fraction - d.feed_benzene_fraction) /
                         (d.distillate_benzene_fraction - d.bottoms_benzene_fraction);
  // A kilomole of vapour is about 32 MJ; from hardly more than the distillate to 20 times the feed.
  const double unit = law == FlowLaw::energy ? 32e6 : 1;
  Ask ask{law, bottoms, d.bottoms_benzene_fraction, 0};
  ask.boilup = bisect(1.05 * (d.feed_kmol_per_s - bottoms) * unit, 20 * d.feed_kmol_per_s * unit,
                      [&](double boilup) {
                        return March(params, {law, bottoms, ask.bottoms_x, boilup}).excess() > 0;
                      });
  return solved(params, ask);
}

SteadyColumn rate_column(const Bt1Params& params, double reflux_kmol_per_s,
                         double boilup_kmol_per_s) {
  const double bottoms = params.design.feed_kmol_per_s - (boilup_kmol_per_s - reflux_kmol_per_s);
  Ask ask{FlowLaw::constant_overflow, bottoms, 0, boilup_kmol_per_s};
  // In ln x: a bottoms product may be very pure.
  ask.bottoms_x = std::exp(
      bisect(std::log(1e-9), std::log(params.design.feed_benzene_fraction), [&](double log_x) {
        return March(params, {ask.law, bottoms, std::exp(log_x), boilup_kmol_per_s}).excess() > 0;
      }));
  return solved(params, ask);
}

}  // namespace twinaxis::distillation
