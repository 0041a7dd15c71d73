#pragma once
// Mean wind with height, and gusts on top of it.
//
//   mean:  W(h) = W10 (h / 10 m)^p
//   gusts: along, across and up, each  dg = -g dt / T + noise  with deviation s, T = L / V
//          over a draw of period d exactly:  g' = a g + s sqrt(1 - a^2) n,  a = exp(-d / T)
//   below 1,000 ft (h in ft):  s_w = i W20,  s_u = s_v = s_w / (0.177 + 0.000823 h)^0.4,
//          L_w = h,  L_u = L_v = h / (0.177 + 0.000823 h)^1.2
//
// The spectrum along the wind is Dryden's; across and up Dryden's is of second order, and a process
// of first order with the same deviation and length stands for it (assumption). W20 is the mean at
// 20 ft. Valid from 10 ft (held below) to 1,000 ft. V is the speed through the air, at least 1 m/s.
// Sources: MIL-F-8785C, Flying qualities of piloted airplanes (1980), section 3.7.3; power law:
// Counihan, Atmospheric Environment 9 (1975) 871.

#include <array>

#include "models/drone/vector.h"
#include "sim/core/fields.h"
#include "sim/core/random.h"
#include "sim/core/time.h"

namespace twinaxis::drone {

struct Weather {
  double wind_m_s = 3;      ///< mean at 10 m
  double towards_rad = 0;   ///< where it blows to, from x towards y
  double gust_ratio = 0.1;  ///< i; 0.1 is the standard's
};

struct WindParams {
  double exponent_factor = 0.2;      ///< p; park with trees (assumption inside 0.1 to 0.3)
  Duration draw_period{10'000'000};  ///< a new gust that often
};
void fields(FieldVisitor& v, WindParams& p);

/// Mean wind at a height.
double mean_wind_m_s(const WindParams& p, double at_10_m_m_s, double height_m);

struct GustScale {
  double level_m_s = 0, up_m_s = 0;  ///< deviations
  double level_m = 1, up_m = 1;      ///< lengths
};
GustScale gust_scale(double height_m, double wind_at_20_ft_m_s, double gust_ratio);

/// Gusts along and across the mean wind, and up.
class Gusts {
 public:
  explicit Gusts(const Luck& luck);
  /// The next gusts, one draw period later: draw number `count`.
  Vector next(const Vector& gust_m_s, const GustScale& scale, double through_air_m_s,
              double period_s, std::uint64_t count) const;

 private:
  std::array<Stream, 3> streams_;
};

}  // namespace twinaxis::drone
