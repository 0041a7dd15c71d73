// Coefficients: Swisdak, Simplified Kingery Airblast Calculations, 1994 (ADA526744), metric table:
// y in kPa, ms/kg^(1/3), kPa ms/kg^(1/3) or km/s, Z in m/kg^(1/3).

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include "analysis/harm/blast.h"
#include "sim/core/require.h"

namespace twinaxis::harm {
namespace {

/// One piece of ln y = sum c_i (ln Z)^i, up to and including z_high.
struct Piece {
  double z_high;
  std::array<double, 7> c;
};

struct Curve {
  double z_low;
  std::span<const Piece> pieces;
};

constexpr Piece kIncidentPressure[] = {
    {2.9, {7.2106, -2.1069, -0.3229, 0.1117, 0.0685}},
    {23.8, {7.5938, -3.0523, 0.40977, 0.0261, -0.01267}},
    {198.5, {6.0536, -1.4066}},
};
constexpr Piece kReflectedPressure[] = {
    {2.0, {9.006, -2.6893, -0.6295, 0.1011, 0.29255, 0.13505, 0.019736}},
    {40, {8.8396, -1.733, -2.64, 2.293, -0.8232, 0.14247, -0.0099}},
};
constexpr Piece kIncidentImpulse[] = {
    {0.96, {5.522, 1.117, 0.6, -0.292, -0.087}},
    {2.38, {5.465, -0.308, -1.464, 1.362, -0.432}},
    {33.7, {5.2749, -0.4677, -0.2499, 0.0588, -0.00554}},
    {158.7, {5.9825, -1.062}},
};
// The cubic coefficient of this curve stands with a plus sign in a public copy of the metric table.
// The same report's table in feet and pounds has minus, and the cubic coefficient does not depend
// on the units; with plus the impulse at Z = 23 would be 3.6 times the incident one, with minus
// 1.8 times, where the reflected pressure is 2.0 times the incident one.
constexpr Piece kReflectedImpulse[] = {
    {40, {6.7853, -1.3466, 0.101, -0.01123}},
};
constexpr Piece kArrival[] = {
    {1.5, {-0.7604, 1.8058, 0.1257, -0.0437, -0.0310, -0.00669}},
    {40, {-0.7137, 1.5732, 0.5561, -0.4213, 0.1054, -0.00929}},
};
constexpr Piece kPositiveDuration[] = {
    {1.02, {0.5426, 3.2299, -1.5931, -5.9667, -4.0815, -0.9149}},
    {2.8, {0.5440, 2.7082, -9.7354, 14.3425, -9.7791, 2.8535}},
    {40, {-2.4608, 7.1639, -5.6215, 2.2711, -0.44994, 0.03486}},
};
constexpr Piece kFrontVelocity[] = {
    {1.5, {0.1794, -0.956, -0.0866, 0.109, 0.0699, 0.01218}},
    {40, {0.2597, -1.326, 0.3767, 0.0396, -0.0351, 0.00432}},
};

double polynomial(const std::array<double, 7>& c, double x) {
  double sum = 0;
  for (auto it = c.rbegin(); it != c.rend(); ++it) sum = sum * x + *it;
  return sum;
}

/// `unit` turns the unit of the table into SI.
Bounded read(const Curve& curve, double z, double unit) {
  const double z_end = curve.pieces.back().z_high;
  const double z_used = std::clamp(z, curve.z_low, z_end);
  const auto piece = std::find_if(curve.pieces.begin(), curve.pieces.end() - 1,
                                  [=](const Piece& p) { return z_used <= p.z_high; });
  const Validity validity = z < curve.z_low ? Validity::below_range
                            : z > z_end     ? Validity::above_range
                                            : Validity::inside;
  return {unit * std::exp(polynomial(piece->c, std::log(z_used))), validity};
}

}  // namespace

BlastWave kingery_bulmash(double tnt_kg, double distance_m) {
  require(distance_m > 0, "a blast is asked for at a positive distance");
  if (tnt_kg <= 0) return {};
  const double size = std::cbrt(tnt_kg);
  const double z = distance_m / size;
  constexpr double kPa = 1e3;
  constexpr double km_per_s = 1e3;
  const double ms_scaled = 1e-3 * size;
  const double kPa_ms_scaled = size;
  return {.incident_overpressure_Pa = read({0.2, kIncidentPressure}, z, kPa),
          .reflected_overpressure_Pa = read({0.06, kReflectedPressure}, z, kPa),
          .incident_impulse_Pa_s = read({0.2, kIncidentImpulse}, z, kPa_ms_scaled),
          .reflected_impulse_Pa_s = read({0.06, kReflectedImpulse}, z, kPa_ms_scaled),
          .arrival_s = read({0.06, kArrival}, z, ms_scaled),
          .positive_duration_s = read({0.2, kPositiveDuration}, z, ms_scaled),
          .front_velocity_m_per_s = read({0.06, kFrontVelocity}, z, km_per_s)};
}

}  // namespace twinaxis::harm
