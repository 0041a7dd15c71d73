#include "analysis/harm/impact.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

#include "sim/core/require.h"

namespace twinaxis::harm {
namespace {

/// Where x^-1.5 sin(pi x / 2)^2.5 is greatest: tan y = 5/3 y, y = pi x / 2.
constexpr double kBestWindow_ratio = 0.6702296636496634;

/// Change of speed up to each value, and in between, for a straight acceleration.
class SpeedChange {
 public:
  SpeedChange(std::span<const double> time_s, std::span<const double> acceleration_g)
      : time_s_(time_s) {
    for (const double a : acceleration_g) value_g_.push_back(std::isnan(a) ? 0 : a);
    change_.assign(time_s.size(), 0);
    for (std::size_t i = 1; i < time_s.size(); ++i) {
      require(time_s[i] >= time_s[i - 1], "the times of an acceleration ascend");
      change_[i] =
          change_[i - 1] + 0.5 * (value_g_[i] + value_g_[i - 1]) * (time_s[i] - time_s[i - 1]);
    }
  }
  double at(std::size_t i) const { return change_[i]; }
  double at_time(double t_s) const {
    const auto next = std::upper_bound(time_s_.begin(), time_s_.end(), t_s);
    if (next == time_s_.end()) return change_.back();
    const auto i = static_cast<std::size_t>(next - time_s_.begin());
    if (i == 0) return 0;
    const double part_s = t_s - time_s_[i - 1];
    const double slope = (value_g_[i] - value_g_[i - 1]) / (time_s_[i] - time_s_[i - 1]);
    return change_[i - 1] + part_s * (value_g_[i - 1] + 0.5 * slope * part_s);
  }

 private:
  std::span<const double> time_s_;
  std::vector<double> value_g_, change_;
};

double hic_of(double change_g_s, double window_s) {
  if (!(window_s > 0) || !(change_g_s > 0)) return 0;
  return window_s * std::pow(change_g_s / window_s, 2.5);
}

}  // namespace

double head_injury_criterion(std::span<const double> time_s, std::span<const double> acceleration_g,
                             double window_s) {
  require(time_s.size() == acceleration_g.size(), "an acceleration has one time per value");
  if (time_s.size() < 2) return 0;
  const SpeedChange change(time_s, acceleration_g);
  double hic = 0;
  for (std::size_t i = 0; i < time_s.size(); ++i) {
    for (std::size_t j = i + 1; j < time_s.size() && time_s[j] - time_s[i] <= window_s; ++j) {
      hic = std::max(hic, hic_of(change.at(j) - change.at(i), time_s[j] - time_s[i]));
    }
    const double end_s = time_s[i] + window_s, begin_s = time_s[i] - window_s;
    if (end_s <= time_s.back()) {
      hic = std::max(hic, hic_of(change.at_time(end_s) - change.at(i), window_s));
    }
    if (begin_s >= time_s.front()) {
      hic = std::max(hic, hic_of(change.at(i) - change.at_time(begin_s), window_s));
    }
  }
  return hic;
}

double half_sine_hic(double peak_g, double pulse_s, double window_s) {
  if (!(peak_g > 0) || !(pulse_s > 0)) return 0;
  const double part = std::min(kBestWindow_ratio, window_s / pulse_s);
  const double mean_g =
      peak_g * std::sin(std::numbers::pi * part / 2) * 2 / std::numbers::pi / part;
  return part * pulse_s * std::pow(mean_g, 2.5);
}

ContactPulse contact_pulse(const TwoMassContact& contact, double speed_m_per_s) {
  require(contact.striking_kg > 0 && contact.struck_kg > 0 && contact.stiffness_N_per_m > 0,
          "two masses and the stiffness between them are positive");
  if (!(speed_m_per_s > 0)) return {};
  const double reduced_kg = contact.reduced_kg();
  const double frequency_rad_per_s = std::sqrt(contact.stiffness_N_per_m / reduced_kg);
  ContactPulse pulse;
  pulse.compression_m = speed_m_per_s / frequency_rad_per_s;
  pulse.peak_force_N = contact.stiffness_N_per_m * pulse.compression_m;
  pulse.peak_g = pulse.peak_force_N / contact.struck_kg / kStandardGravity_m_per_s2;
  pulse.pulse_s = std::numbers::pi / frequency_rad_per_s;
  pulse.hic = half_sine_hic(pulse.peak_g, pulse.pulse_s);
  return pulse;
}

double clamped_force_N(double striking_kg, double stiffness_N_per_m, double speed_m_per_s) {
  return std::max(0.0, speed_m_per_s) * std::sqrt(stiffness_N_per_m * striking_kg);
}

const LawInfo& two_mass_contact() {
  static const LawInfo info{
      "two_mass_contact", "peak force, acceleration and HIC15 of a free blunt impact",
      "mu = m1 m2/(m1+m2), a = v sqrt(k/mu) m1/(m1+m2), HIC = 0.4146 (a/g)^2.5 pi sqrt(mu/k)",
      "two masses and a linear spring; within 5 % of cadaver tests with a 1.2 kg multirotor "
      "(Designs 2025, 9(4), 88) where a motor arm struck"};
  return info;
}

}  // namespace twinaxis::harm
