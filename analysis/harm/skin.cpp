#include "analysis/harm/skin.h"

#include <cmath>
#include <numbers>

#include "sim/core/require.h"

namespace twinaxis::harm {
namespace {

/// Heat flow per kelvin between the medium and the middle of the first cell.
double entry_W_per_m2_K(const SkinSurface& s, double half_m2_K_per_W) {
  if (std::isinf(s.film_W_per_m2_K)) return 1 / half_m2_K_per_W;
  return s.film_W_per_m2_K / (1 + s.film_W_per_m2_K * half_m2_K_per_W);
}

/// The part of the flux that does not go off into the medium.
double absorbed_W_per_m2(const SkinSurface& s, double half_m2_K_per_W) {
  if (std::isinf(s.film_W_per_m2_K)) return 0;
  return s.flux_W_per_m2 / (1 + s.film_W_per_m2_K * half_m2_K_per_W);
}

}  // namespace

double ThickSkin::after_step_K(double surface_K, double depth_m, double time_s) const {
  if (time_s <= 0) return initial_K;
  const double diffusivity_m2_per_s =
      conductivity_W_per_m_K / (density_kg_per_m3 * heat_capacity_J_per_kg_K);
  return surface_K - (surface_K - initial_K) *
                         std::erf(depth_m / (2 * std::sqrt(diffusivity_m2_per_s * time_s)));
}

double ThickSkin::under_flux_K(double flux_W_per_m2, double depth_m, double time_s) const {
  if (time_s <= 0) return initial_K;
  const double diffusivity_m2_per_s =
      conductivity_W_per_m_K / (density_kg_per_m3 * heat_capacity_J_per_kg_K);
  const double reach_m = 2 * std::sqrt(diffusivity_m2_per_s * time_s);
  const double relative = depth_m / reach_m;
  return initial_K + flux_W_per_m2 / conductivity_W_per_m_K *
                         (reach_m * std::numbers::inv_sqrtpi * std::exp(-relative * relative) -
                          depth_m * std::erfc(relative));
}

SkinConduction::SkinConduction(const std::vector<SkinLayer>& layers, double deep_K)
    : deep_K_(deep_K) {
  for (const SkinLayer& layer : layers) {
    require(layer.cells >= 1 && layer.thickness_m > 0, "a layer of skin has a size and cells");
    const double cell_m = layer.thickness_m / layer.cells;
    for (int i = 0; i < layer.cells; ++i) {
      capacity_J_per_m2_K_.push_back(cell_m * layer.heat_capacity_J_per_m3_K);
      half_m2_K_per_W_.push_back(0.5 * cell_m / layer.conductivity_W_per_m_K);
    }
    last_cell_.push_back(size() - 1);
  }
  require(size() >= 2, "skin has at least two cells");
}

std::vector<double> SkinConduction::steady_K(double surface_K) const {
  double all_m2_K_per_W = 0;
  for (const double half : half_m2_K_per_W_) all_m2_K_per_W += 2 * half;
  std::vector<double> cells_K;
  double passed_m2_K_per_W = 0;
  for (const double half : half_m2_K_per_W_) {
    passed_m2_K_per_W += half;
    cells_K.push_back(surface_K + (deep_K_ - surface_K) * passed_m2_K_per_W / all_m2_K_per_W);
    passed_m2_K_per_W += half;
  }
  return cells_K;
}

/// Net heat flow into each cell.
std::vector<double> SkinConduction::flow_W_per_m2(const std::vector<double>& cells_K,
                                                  const SkinSurface& surface) const {
  std::vector<double> flow(size(), 0);
  flow[0] = absorbed_W_per_m2(surface, half_m2_K_per_W_[0]) +
            entry_W_per_m2_K(surface, half_m2_K_per_W_[0]) * (surface.medium_K - cells_K[0]);
  for (std::size_t i = 1; i < size(); ++i) {
    const double down_W_per_m2 =
        (cells_K[i - 1] - cells_K[i]) / (half_m2_K_per_W_[i - 1] + half_m2_K_per_W_[i]);
    flow[i - 1] -= down_W_per_m2;
    flow[i] += down_W_per_m2;
  }
  flow.back() += (deep_K_ - cells_K.back()) / half_m2_K_per_W_.back();
  return flow;
}

/// C T - weight x flow(T) = right, where flow is linear in T; Thomas' algorithm. T takes the place
/// of `right`.
void SkinConduction::solve(std::vector<double>& right, double weight_s,
                           const SkinSurface& surface) const {
  const std::size_t n = size();
  const auto link = [&](std::size_t i) {  // between cell i - 1 and cell i
    return weight_s / (half_m2_K_per_W_[i - 1] + half_m2_K_per_W_[i]);
  };
  const double entry = weight_s * entry_W_per_m2_K(surface, half_m2_K_per_W_[0]);
  const double exit = weight_s / half_m2_K_per_W_.back();
  right[0] += weight_s * absorbed_W_per_m2(surface, half_m2_K_per_W_[0]) + entry * surface.medium_K;
  right[n - 1] += exit * deep_K_;
  std::vector<double> upper(n, 0);
  for (std::size_t i = 0; i < n; ++i) {
    const double before = i > 0 ? link(i) : entry;
    const double after = i + 1 < n ? link(i + 1) : exit;
    double diagonal = capacity_J_per_m2_K_[i] + before + after;
    if (i > 0) {
      diagonal -= before * upper[i - 1];
      right[i] += before * right[i - 1];
    }
    upper[i] = after / diagonal;
    right[i] /= diagonal;
  }
  for (std::size_t i = n - 1; i-- > 0;) right[i] += upper[i] * right[i + 1];
}

void SkinConduction::advance(std::vector<double>& cells_K, double step_s,
                             const SkinSurface& surface) const {
  require(cells_K.size() == size(), "the state of the skin has one temperature per cell");
  // Trapezoidal rule over gamma = 2 - sqrt(2) of the step, then BDF2 over the whole; both solve
  // with the same matrix.
  constexpr double gamma = 2 - std::numbers::sqrt2;
  const double weight_s = 0.5 * gamma * step_s;
  std::vector<double> middle_K = flow_W_per_m2(cells_K, surface);
  for (std::size_t i = 0; i < size(); ++i) {
    middle_K[i] = capacity_J_per_m2_K_[i] * cells_K[i] + weight_s * middle_K[i];
  }
  solve(middle_K, weight_s, surface);
  constexpr double of_middle = 1 / (gamma * (2 - gamma));
  constexpr double of_start = of_middle * (1 - gamma) * (1 - gamma);
  for (std::size_t i = 0; i < size(); ++i) {
    cells_K[i] = capacity_J_per_m2_K_[i] * (of_middle * middle_K[i] - of_start * cells_K[i]);
  }
  solve(cells_K, weight_s, surface);
}

double SkinConduction::below_layer_K(const std::vector<double>& cells_K, std::size_t layer) const {
  const std::size_t i = last_cell_.at(layer);
  if (i + 1 == size()) return deep_K_;
  const double up = half_m2_K_per_W_[i], down = half_m2_K_per_W_[i + 1];
  return (down * cells_K[i] + up * cells_K[i + 1]) / (up + down);
}

double SkinConduction::surface_K(const std::vector<double>& cells_K,
                                 const SkinSurface& surface) const {
  const double half = half_m2_K_per_W_[0];
  const double in_W_per_m2 = absorbed_W_per_m2(surface, half) +
                             entry_W_per_m2_K(surface, half) * (surface.medium_K - cells_K[0]);
  return cells_K[0] + in_W_per_m2 * half;
}

double SkinConduction::heat_J_per_m2(const std::vector<double>& cells_K) const {
  double sum = 0;
  for (std::size_t i = 0; i < size(); ++i) sum += capacity_J_per_m2_K_[i] * cells_K[i];
  return sum;
}

}  // namespace twinaxis::harm
