// What BT-1 conserves: both components, inerts, and energy.

#include "models/distillation/bt1.h"

namespace twinaxis::distillation {
namespace {

using namespace bt1;

double held_J(double kmol, double benzene, const Enthalpy& h) {
  return benzene * h.light_J_per_kmol + (kmol - benzene) * h.heavy_J_per_kmol;
}

}  // namespace

double Bt1::energy_J(const Instant& now, const Bt1Picture& p) const {
  const auto& x = now.state;
  const double RT = kGasConstant_J_per_kmol_K * p.vapour_K;
  double energy = held_J(x[drum_kmol], x[drum_benzene_kmol], p.drum) +
                  p_.vessels.drum_steel_J_per_K * x[drum_K] +
                  held_J(x[vapour_kmol], x[vapour_benzene_kmol], p.vapour) - x[vapour_kmol] * RT +
                  x[inert_kmol] * (kBt1InertCp_J_per_kmol_K * p.vapour_K - RT);
  for (std::size_t i = 0; i < kBt1Stages; ++i) {
    energy += held_J(x[holdup_kmol + i], x[benzene_kmol + i], p.stage[i].liquid) +
              steel_J_per_K() * x[steel_K + i];
  }
  return energy;
}

double Bt1::energy_inflow_W(const Instant& now, const Bt1Picture& p) const {
  const double condensable = p.condensable_out_kmol_per_s(), inert = p.inert_out_kmol_per_s();
  double heat_W = p.feed_kmol_per_s * p.feed.mixed(p.feed_x) -
                  (p.distillate_kmol_per_s + p.overflow_kmol_per_s) * p.drum.mixed(p.drum_x) -
                  p.stage[0].falling_kmol_per_s * p.stage[0].liquid.mixed(p.stage[0].x) -
                  p.condenser.heat_W - condensable * p.vapour.mixed(p.vapour_y) +
                  kBt1InertCp_J_per_kmol_K *
                      (now.input[inert_ingress] * p_.vessels.ambient_K - inert * p.vapour_K);
  for (const auto& s : p.stage) heat_W += s.outside_W;
  return heat_W;
}

std::vector<System::Balance> Bt1::balances(const Instant& now) const {
  const auto p = picture(now);
  const auto& x = now.state;
  double total = x[drum_kmol] + x[vapour_kmol];
  double light = x[drum_benzene_kmol] + x[vapour_benzene_kmol];
  for (std::size_t i = 0; i < kBt1Stages; ++i) {
    total += x[holdup_kmol + i];
    light += x[benzene_kmol + i];
  }
  const double condensable = p.condensable_out_kmol_per_s(), inert = p.inert_out_kmol_per_s();
  const double bottoms = p.stage[0].falling_kmol_per_s;
  const double tops = p.distillate_kmol_per_s + p.overflow_kmol_per_s;
  const double in = p.feed_kmol_per_s - tops - bottoms - condensable;
  const double light_in = p.feed_kmol_per_s * p.feed_x - tops * p.drum_x - bottoms * p.stage[0].x -
                          condensable * p.vapour_y;
  const double open = now.mode[ruptured] > 0 ? 0 : 1;  // after a rupture nothing moves
  return {{"benzene", "kmol", light, open * light_in, 0.5 * total},
          {"toluene", "kmol", total - light, open * (in - light_in), 0.5 * total},
          {"inerts", "kmol", x[inert_kmol], open * (now.input[inert_ingress] - inert), 1},
          {"energy", "J", energy_J(now, p), open * energy_inflow_W(now, p), 1e9}};
}

}  // namespace twinaxis::distillation
