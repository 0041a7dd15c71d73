#pragma once
// The drone's sensors with their errors, as a task on the flight controller.
//
//   reading = truth + bias + drift + noise;  bias: drawn once a run;  noise: with every reading
//   drift: first order, deviation s and time T, exactly sampled: d' = a d + s sqrt(1 - a^2) n,
//   a = exp(-period / T): for t << T a random walk of s sqrt(2 t / T)
//
// Satellite fixes come at 5 Hz and only while the carrier is strong enough; barometer, magnetometer
// and flow camera at 25 Hz; the rest with every scan. The bias of a magnetometer is the iron of the
// drone itself that its calibration left. Figures: assumptions of the size that data sheets of such
// sensors give (README). Draws are counted by reading, so that no other draw moves.

#include <string>
#include <vector>

#include "sim/core/fields.h"
#include "sim/core/random.h"
#include "sim/cyber/plan.h"

namespace twinaxis::drone {

struct SensorError {
  double drift = 0;  ///< deviation, in the unit of the reading
  double drift_s = 1;
  double noise = 0;  ///< deviation, in the unit of the reading
  double bias = 0;   ///< the same, of what stays for a whole run
};

struct SensorParams {
  SensorError gnss_place{0.6, 60, 0.1}, gnss_velocity{0, 1, 0.08};
  SensorError barometer{0.3, 100, 0.05};
  SensorError rate{0.001, 100, 0.005, 0.003}, force{0.02, 100, 0.05, 0.05};
  SensorError field{0.5e-6, 30, 0.5e-6, 0.8e-6};
  SensorError flow{0.03, 5, 0.05};
  SensorError charge{0, 1, 0}, voltage{0, 1, 0.02};
  Duration fix_period{200'000'000}, slow_period{40'000'000};
  double carrier_dB_Hz = 28;  ///< least for a fix; from the band's parameters
};
void fields(FieldVisitor& v, SensorParams& p);

/// Signals "gnss.x", "imu.rate_x", ...: what the flight controller reads. `period` is its scan.
void add_sensors(const SensorParams& p, Duration period, const Luck& luck, PointTable& table,
                 cyber::NetworkPlan& plan);

}  // namespace twinaxis::drone
