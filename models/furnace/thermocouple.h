#pragma once
// A type K thermocouple and the input that reads it.
//
//   E(t) = sum c_i t^i + a0 exp(a1 (t - a2)^2) above 0 degC,  t in degC, E in mV
//   the input sees E(t) - E(t_cold) and adds E(measured t_cold)
//
// Valid from -270 to 1372 degC. Source: NIST Monograph 175 (1993), ITS-90 reference function of
// type K; the inverse starts from NIST's approximate inverse and ends with Newton's method on the
// reference function, so that both directions belong together.

#include <optional>

#include "sim/core/fields.h"
#include "sim/core/time.h"

namespace twinaxis::furnace {

inline constexpr double kCelsiusZero_K = 273.15;
inline constexpr double kTypeKLow_K = kCelsiusZero_K - 200;  ///< of the inverse
inline constexpr double kTypeKHigh_K = kCelsiusZero_K + 1372;

/// Electromotive force against a junction at 0 degC.
double type_k_emf_V(double temperature_K);
/// Temperature of that force; outside of the range that of its end: an open circuit that the input
/// drives upscale reads 1372 degC.
double type_k_temperature_K(double emf_V);

/// How the sensor and its input differ from the truth.
struct ThermocoupleParams {
  double lag_s = 20;           ///< sheath; 2 to 60 s are usual (from memory)
  double drift_K_per_s = 0;    ///< of the hot junction; 2 to 5 K per 1000 h above 1000 degC
  double noise_K = 0.5;        ///< standard deviation (assumption)
  double resolution_V = 1e-6;  ///< of the converter (assumption); 0: infinitely fine
  std::optional<Duration> opens_after = std::nullopt;  ///< the wire breaks so long after the start
};
void fields(FieldVisitor& v, ThermocoupleParams& p);

/// One conversion of the input: the true temperatures of hot and cold junction, the cold junction
/// as measured, and whether the circuit is open (then the burn-out current drives it upscale).
struct Conversion {
  double hot_K = 0;
  double cold_K = 0;
  double measured_cold_K = 0;
  bool open_circuit = false;
};
double converted_K(const ThermocoupleParams& p, const Conversion& c);

}  // namespace twinaxis::furnace
