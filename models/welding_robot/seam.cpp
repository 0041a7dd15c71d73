#include "models/welding_robot/seam.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "models/welding_robot/weld_heat.h"

namespace twinaxis::welding_robot {
namespace {

/// Probability that a value with that scatter lies below a limit.
double below(double mean, double limit, double scatter) {
  return 0.5 * std::erfc((mean - limit) / (scatter * std::numbers::sqrt2));
}

}  // namespace

Seam weld(const SeamParams& p, const WeldSettings& set) {
  Seam s;
  s.heat_J_per_m =
      heat_input_J_per_m(p.efficiency_fraction, set.voltage_V, set.current_A, set.travel_m_per_s);
  // Heat flows in three dimensions or in two, whichever takes longer.
  s.cooling_s =
      std::max(thick_cooling_s(s.heat_J_per_m, p.plate_K, p.cooling_factor),
               thin_cooling_s(s.heat_J_per_m, p.plate_K, p.thickness_m, p.cooling_factor));
  s.throat_m = throat_m(p.wire, set.current_A, set.travel_m_per_s);
  s.penetration_m = penetration_m(set.current_A, set.voltage_V, set.travel_m_per_s);
  s.resistance_N = fillet_resistance_N(p.fillet, s.throat_m, p.length_m);
  s.unfused_probability = lack_of_fusion_probability(p.fusion, set.offset_m);
  const double scatter_s = p.cooling_scatter_ratio * s.cooling_s;
  const double good = (1 - s.unfused_probability) *
                      (1 - below(s.throat_m, p.least_throat_m, p.throat_scatter_m)) *
                      (1 - below(s.penetration_m, p.least_penetration_m, p.penetration_scatter_m)) *
                      (1 - below(s.cooling_s, p.least_cooling_s, scatter_s)) *
                      below(s.cooling_s, p.most_cooling_s, scatter_s);
  s.bad_probability = 1 - good;
  return s;
}

void fields(FieldVisitor& v, WeldSettings& p) {
  v("current", p.current_A, "A", between(50, 500), "of the arc");
  v("voltage", p.voltage_V, "V", between(10, 50), "of the arc");
  v("travel", p.travel_m_per_s, "m/s", between(0.001, 0.05), "along the joint");
  v("offset", p.offset_m, "m", between(-0.01, 0.01), "of the path beside the joint");
}

void fields(FieldVisitor& v, SeamParams& p) {
  v("thickness", p.thickness_m, "m", above(0), "of the plates");
  v("length", p.length_m, "m", above(0), "of a seam");
  v("efficiency", p.efficiency_fraction, "1", fraction(), "of the arc");
  v("cooling_factor", p.cooling_factor, "1", above(0), "shape factor of the joint");
  v("plate_temperature", p.plate_K, "K", between(200, 700), "before welding");
  v("least_throat", p.least_throat_m, "m", above(0), "asked of the fillet");
  v("throat_scatter", p.throat_scatter_m, "m", above(0), "standard deviation from weld to weld");
  v("least_penetration", p.least_penetration_m, "m", above(0), "asked of the root");
  v("penetration_scatter", p.penetration_scatter_m, "m", above(0), "standard deviation");
  v("least_cooling", p.least_cooling_s, "s", above(0), "800 to 500 degC; harder below");
  v("most_cooling", p.most_cooling_s, "s", above(0), "800 to 500 degC; less tough above");
  v("cooling_scatter", p.cooling_scatter_ratio, "1", above(0), "standard deviation over the mean");
  v("half_unfused_at", p.fusion.half_at_m, "m", above(0), "offset at which half lack fusion");
  v("unfused_slope", p.fusion.slope_m, "m", above(0), "of that curve");
}

}  // namespace twinaxis::welding_robot
