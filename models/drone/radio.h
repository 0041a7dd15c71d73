#pragma once
// Link budgets: the radio link to the drone under interference, and what jamming leaves of a
// satellite signal.
//
//   free space  L = 20 log10(4 pi d f / c);   SINR = S / (N + J)
//   a frame is heard with probability exp(-needed / SINR)  (block fading, Rayleigh)
//   jamming of GNSS:  1 / (C/N0)_eff = 1 / (C/N0) + (J/S) / (Q Rc)
//   the link lasts against a jammer up to  R = Rj sqrt(Pt 10^(JS/10) / Pj)
//
// Powers are radiated ones, antenna gain included. Valid in the far field without obstacles; walls
// and bodies are `other_dB`. Sources: Friis, Proc. IRE 34 (1946) 254; outage in Rayleigh fading:
// Goldsmith, Wireless Communications (2005), section 6.3.2; Kaplan and Hegarty, Understanding GPS,
// 2nd ed. (2006), section 6.2; burn-through: Adamy, EW 101 (2001), chapter 9.

#include "models/drone/vector.h"
#include "sim/core/fields.h"
#include "sim/core/time.h"

namespace twinaxis::drone {

struct RadioParams {
  double frequency_Hz = 2.44e9;
  double power_W = 0.1;       ///< of the controller
  double noise_W = 1.6e-13;   ///< -98 dBm: 10 MHz at 290 K and 6 dB noise figure
  double needed_ratio = 0.1;  ///< SINR at which a frame is just heard: spread spectrum, -10 dB
  double other_dB = 10;       ///< body of the pilot, antennas, trees (assumption)
  Duration frame{20'000'000};
};
void fields(FieldVisitor& v, RadioParams& p);

struct GnssBandParams {
  double frequency_Hz = 1.57542e9;
  double received_W = 1.58e-16;          ///< -128 dBm: L1 C/A at the ground
  double carrier_dB_Hz = 44;             ///< C/N0 without interference
  double needed_dB_Hz = 28;              ///< below it the fix is lost
  double spreading_Hz = 2.22 * 1.023e6;  ///< Q Rc for broadband interference
};
void fields(FieldVisitor& v, GnssBandParams& p);

double free_space_loss_dB(double distance_m, double frequency_Hz);
double received_W(double radiated_W, double distance_m, double frequency_Hz, double other_dB = 0);
double heard_probability(const RadioParams& p, double signal_W, double interference_W);
/// C/N0 in dB-Hz under broadband interference.
double carrier_under_jamming_dB_Hz(const GnssBandParams& p, double jammer_W);
/// Distance up to which the link holds.
double burn_through_m(double power_W, double jammer_W, double jammer_m, double js_dB);

}  // namespace twinaxis::drone
