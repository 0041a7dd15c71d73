#include "models/distillation/wood_berry.h"

#include <cmath>

namespace twinaxis::distillation {
namespace {

LagWithDeadTime channel_min(double gain, double time_constant_min, double dead_time_min) {
  return {gain, 60 * time_constant_min, 60 * dead_time_min};
}

}  // namespace

double LagWithDeadTime::unit_step_response(double time_s) const {
  const double since_s = time_s - dead_time_s;
  return since_s <= 0 ? 0 : -gain * std::expm1(-since_s / time_constant_s);
}

WoodBerry WoodBerry::published() {
  return {.channel = {{{channel_min(12.8, 16.7, 1), channel_min(-18.9, 21.0, 3),
                        channel_min(3.8, 14.9, 8.1)},
                       {channel_min(6.6, 10.9, 7), channel_min(-19.4, 14.4, 3),
                        channel_min(4.9, 13.2, 3.4)}}},
          .nominal_percent = {96.25, 0.50},
          .nominal_lb_per_min = {1.95, 1.71, 2.45}};
}

double WoodBerry::step_response(Output output, Input input, double step_lb_per_min,
                                double time_s) const {
  return step_lb_per_min * channel[output][input].unit_step_response(time_s);
}

Matrix WoodBerry::gain() const {
  Matrix result(2, 2);
  for (const auto output : {top, bottom}) {
    for (const auto input : {reflux, steam}) result(output, input) = channel[output][input].gain;
  }
  return result;
}

WoodBerrySimulation::WoodBerrySimulation(const WoodBerry& model, Duration interval)
    : model_(model), interval_s_(to_s(interval)) {
  for (const auto& row : model_.channel) {
    for (const auto& c : row) delays_.emplace_back(duration_from_s(c.dead_time_s), interval, 0.0);
  }
}

std::array<double, 2> WoodBerrySimulation::step(std::array<double, 3> input_lb_per_min) {
  std::array<double, 2> output_percent{};
  std::size_t k = 0;
  for (std::size_t output = 0; output < 2; ++output) {
    for (std::size_t input = 0; input < 3; ++input, ++k) {
      const auto& c = model_.channel[output][input];
      const double aim_percent = c.gain * delays_[k].pass(input_lb_per_min[input]);
      lags_percent_[k] -=
          (aim_percent - lags_percent_[k]) * std::expm1(-interval_s_ / c.time_constant_s);
      output_percent[output] += lags_percent_[k];
    }
  }
  return output_percent;
}

}  // namespace twinaxis::distillation
