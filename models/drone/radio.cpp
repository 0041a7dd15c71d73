#include "models/drone/radio.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace twinaxis::drone {
namespace {

constexpr double kLight_m_s = 299'792'458;  // SI
constexpr double kNear_m = 1;               // closer is no far field

double ratio_of(double decibel) { return std::pow(10, decibel / 10); }

}  // namespace

void fields(FieldVisitor& v, RadioParams& p) {
  v("frequency", p.frequency_Hz, "Hz", above(0), "of the link");
  v("power", p.power_W, "W", above(0), "radiated by the controller");
  v("noise", p.noise_W, "W", above(0), "at the receiver");
  v("needed", p.needed_ratio, "1", above(0), "signal over noise and interference for a frame");
  v("other_loss", p.other_dB, "1", at_least(0), "dB over free space");
  v("frame", p.frame, above(0), "a frame is sent that often");
}

void fields(FieldVisitor& v, GnssBandParams& p) {
  v("frequency", p.frequency_Hz, "Hz", above(0), "of the satellite signal");
  v("received", p.received_W, "W", above(0), "from a satellite");
  v("carrier", p.carrier_dB_Hz, "1", at_least(0), "C/N0 in dB-Hz without interference");
  v("needed", p.needed_dB_Hz, "1", at_least(0), "C/N0 in dB-Hz below which the fix is lost");
  v("spreading", p.spreading_Hz, "Hz", above(0), "Q times the chip rate");
}

double free_space_loss_dB(double distance_m, double frequency_Hz) {
  const double d_m = std::max(distance_m, kNear_m);
  return 20 * std::log10(4 * std::numbers::pi * d_m * frequency_Hz / kLight_m_s);
}

double received_W(double radiated_W, double distance_m, double frequency_Hz, double other_dB) {
  const double d_m = std::max(distance_m, kNear_m);
  const double spread = kLight_m_s / (4 * std::numbers::pi * d_m * frequency_Hz);
  return radiated_W * spread * spread / ratio_of(other_dB);
}

double heard_probability(const RadioParams& p, double signal_W, double interference_W) {
  if (signal_W <= 0) return 0;
  return std::exp(-p.needed_ratio * (p.noise_W + interference_W) / signal_W);
}

double carrier_under_jamming_dB_Hz(const GnssBandParams& p, double jammer_W) {
  const double inverse = 1 / ratio_of(p.carrier_dB_Hz) + jammer_W / p.received_W / p.spreading_Hz;
  return -10 * std::log10(inverse);
}

double burn_through_m(double power_W, double jammer_W, double jammer_m, double js_dB) {
  return jammer_m * std::sqrt(power_W * ratio_of(js_dB) / jammer_W);
}

}  // namespace twinaxis::drone
