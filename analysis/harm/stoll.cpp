#include <array>
#include <cmath>

#include "analysis/harm/burn.h"

namespace twinaxis::harm {
namespace {

struct StollNode {
  double time_s;
  double flux_W_per_m2;
};
constexpr std::array<StollNode, 22> kNodes = {
    {{1, 50e3},   {2, 31e3},   {3, 23e3},   {4, 19e3},   {5, 16e3},   {6, 14e3},
     {7, 13e3},   {8, 11.5e3}, {9, 10.6e3}, {10, 9.8e3}, {11, 9.2e3}, {12, 8.6e3},
     {13, 8.1e3}, {14, 7.7e3}, {15, 7.4e3}, {16, 7e3},   {17, 6.7e3}, {18, 6.4e3},
     {19, 6.2e3}, {20, 6e3},   {25, 5.1e3}, {30, 4.5e3}}};

/// Power law through two points; the second is met exactly too.
double power_between(double x, double x0, double y0, double x1, double y1) {
  if (x == x1) return y1;
  return y0 * std::pow(y1 / y0, std::log(x / x0) / std::log(x1 / x0));
}

}  // namespace

Bounded stoll_flux_W_per_m2(double exposure_s) {
  if (exposure_s < kNodes.front().time_s) {
    return {kNodes.front().flux_W_per_m2, Validity::below_range};
  }
  if (exposure_s > kNodes.back().time_s) {
    return {kNodes.back().flux_W_per_m2, Validity::above_range};
  }
  std::size_t i = 1;
  while (i + 1 < kNodes.size() && kNodes[i].time_s < exposure_s) ++i;
  const auto &a = kNodes[i - 1], &b = kNodes[i];
  return {power_between(exposure_s, a.time_s, a.flux_W_per_m2, b.time_s, b.flux_W_per_m2)};
}

Bounded stoll_time_s(double flux_W_per_m2) {
  if (flux_W_per_m2 < kNodes.back().flux_W_per_m2) {
    return {kNodes.back().time_s, Validity::below_range};
  }
  if (flux_W_per_m2 > kNodes.front().flux_W_per_m2) {
    return {kNodes.front().time_s, Validity::above_range};
  }
  std::size_t i = 1;
  while (i + 1 < kNodes.size() && kNodes[i].flux_W_per_m2 > flux_W_per_m2) ++i;
  const auto &a = kNodes[i - 1], &b = kNodes[i];
  return {power_between(flux_W_per_m2, a.flux_W_per_m2, a.time_s, b.flux_W_per_m2, b.time_s)};
}

}  // namespace twinaxis::harm
