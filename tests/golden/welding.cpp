// Laws of the weld and of distances in models/welding_robot.

#include <cmath>

#include "models/welding_robot/sampling.h"
#include "models/welding_robot/separation.h"
#include "models/welding_robot/spot_weld.h"
#include "models/welding_robot/weld_heat.h"
#include "models/welding_robot/weld_quality.h"
#include "models/welding_robot/weld_shape.h"
#include "tests/golden/rows.h"

namespace twinaxis::golden {
namespace {

using namespace welding_robot;

constexpr double kIce_K = 273.15;

void add_heat(Targets& t) {
  t.row({"Weld 1", "Welding", "24 V, 220 A, 6 mm/s, efficiency 0.8", "exact", "EN 1011-1"}, 1e-9)
      .relative("heat input", "J/m", 0.704e6,
                [] { return heat_input_J_per_m(0.8, 24, 220, 0.006); });
  struct Value {
    const char* text;
    double heat, preheat_degC, thickness_m, three_s, two_s, transition_m;
  };
  for (const Value v :
       {Value{"0.704 kJ/mm, 20 degC, 4 mm", 0.704e6, 20, 4e-3, 3.723, 35.200, 12.299e-3},
        {"0.704 kJ/mm, 20 degC, 10 mm", 0.704e6, 20, 10e-3, 3.723, 5.632, 12.299e-3},
        {"1.0 kJ/mm, 20 degC, 20 mm", 1e6, 20, 20e-3, 5.2885, 2.8409, 14.659e-3},
        {"1.0 kJ/mm, 100 degC, 20 mm", 1e6, 100, 20e-3, 6.6429, 4.0724, 15.659e-3},
        {"1.5 kJ/mm, 150 degC, 12 mm", 1.5e6, 150, 12e-3, 11.769, 33.103, 20.125e-3},
        {"2.0 kJ/mm, 20 degC, 25 mm", 2e6, 20, 25e-3, 10.577, 7.273, 20.730e-3}}) {
    t.row({"Weld 2", "Welding", v.text, "independent run", "EN 1011-2, annex D"}, 1e-4);
    const double preheat_K = v.preheat_degC + kIce_K;
    t.relative("t8/5, thick", "s", v.three_s, [=] { return thick_cooling_s(v.heat, preheat_K); })
        .relative("t8/5, thin", "s", v.two_s,
                  [=] { return thin_cooling_s(v.heat, preheat_K, v.thickness_m); })
        .relative("transition thickness", "m", v.transition_m,
                  [=] { return transition_thickness_m(v.heat, preheat_K); });
  }
}

void add_field(Targets& t) {
  t.row({"Weld 3", "Welding", "4224 W, 6 mm/s, 40 W/(m K)", "independent run",
         "Rosenthal, Trans. ASME 68 (1946) 849"},
        0);
  const auto thick = [](double x, double y) {
    return [=] { return thick_plate_K({}, x, std::hypot(x, y)) - kIce_K; };
  };
  const auto thin = [](double x, double y) {
    return [=] { return thin_plate_K({}, 4e-3, x, std::hypot(x, y)) - kIce_K; };
  };
  t.absolute("thick plate, 10 mm behind", "degC", 1700.676, 0.1, thick(-0.010, 0))
      .absolute("thick plate, 5 mm behind, 3 mm aside", "degC", 2169.139, 0.1, thick(-0.005, 0.003))
      .absolute("thick plate, 5 mm aside", "degC", 594.700, 0.1, thick(0, 0.005))
      .absolute("thick plate, 30 mm behind", "degC", 580.225, 0.1, thick(-0.030, 0))
      .absolute("4 mm, 20 mm behind", "degC", 1968.595, 0.1, thin(-0.020, 0))
      .absolute("4 mm, 20 mm behind, 5 mm aside", "degC", 1564.938, 0.1, thin(-0.020, 0.005))
      .absolute("4 mm, 40 mm behind", "degC", 1408.986, 0.1, thin(-0.040, 0));
  t.row({"Weld 4", "Welding", "widest place of an isotherm, thick plate", "independent run",
         "Rosenthal's field"},
        0)
      .absolute("1500 degC, half width", "m", 4.2948e-3, 1e-5,
                [] { return fusion_half_width_m({}, 1500 + kIce_K); })
      .absolute("727 degC, half width", "m", 6.5768e-3, 1e-5,
                [] { return fusion_half_width_m({}, 727 + kIce_K); });
  t.row({"C2 penetration", "Welding", "constant 0.0012", "independent run", "Jackson 1960"}, 5e-4)
      .relative("220 A, 24 V, 6 mm/s", "m", 2.010e-3, [] { return penetration_m(220, 24, 0.006); })
      .relative("300 A, 30 V, 8 mm/s", "m", 2.380e-3, [] { return penetration_m(300, 30, 0.008); })
      .relative("180 A, 22 V, 6 mm/s", "m", 1.630e-3, [] { return penetration_m(180, 22, 0.006); });
}

void add_distances(Targets& t) {
  t.row({"Weld 5", "Welding", "light curtain, scanner", "published", "ISO 13855, worked examples"},
        1e-9)
      .relative("curtain 0.32 s, 14 mm", "m", 0.512, [] { return curtain_distance_m(0.32, 0.014); })
      .relative("curtain 0.20 s, 30 mm", "m", 0.500, [] { return curtain_distance_m(0.20, 0.030); })
      .relative("curtain 0.24 s, 30 mm", "m", 0.512, [] { return curtain_distance_m(0.24, 0.030); })
      .relative("curtain 0.50 s, 30 mm", "m", 0.928, [] { return curtain_distance_m(0.50, 0.030); })
      .relative("scanner 0.6 s, 0.3 m high", "m", 2.040,
                [] { return scanner_distance_m(0.6, 0.3); })
      .relative("scanner 0.6 s, 1.0 m high", "m", 1.810,
                [] { return scanner_distance_m(0.6, 1.0); });
}

void add_quality(Targets& t) {
  t.row({"C2 preheat", "Welding", "CET 0.31175, 30 mm, HD 5, 1 kJ/mm", "independent run",
         "EN 1011-2, method B"},
        0)
      .absolute("preheat", "degC", 93.88, 0.01,
                [] { return preheat_K(0.31175, 0.030, 5, 1e6) - kIce_K; });
  t.row({"C3 strength", "Welding", "fu 510 MPa, beta 0.9, gamma 1.25, 100 mm", "independent run",
         "EN 1993-1-8"},
        1e-4)
      .relative("fillet of 4 mm", "N", 104.69e3, [] { return fillet_resistance_N({}, 4e-3, 0.1); })
      .relative("fillet of 3 mm", "N", 78.52e3, [] { return fillet_resistance_N({}, 3e-3, 0.1); })
      .relative("misalignment, e/t 0.1", "1", 1.30, [] { return misalignment_ratio(0.1, 1); })
      .relative("misalignment, e/t 0.25", "1", 1.75, [] { return misalignment_ratio(0.25, 1); });
  t.row({"C3 spot", "Welding", "sheet of 1.2 mm", "independent run", "rules of practice"}, 1e-3)
      .relative("least nugget", "m", 4.382e-3, [] { return least_nugget_m(1.2e-3); })
      .relative("nominal nugget", "m", 5.477e-3, [] { return nominal_nugget_m(1.2e-3); })
      .relative("shear, 5.48 mm, 360 MPa", "N", 6.15e3,
                [] { return nugget_shear_N(1.2e-3, 5.48e-3, 360e6); });
  t.row({"C3 escape", "Welding", "inspection by samples", "independent run",
         "binomial and "
         "hypergeometric distribution"},
        1e-3)
      .relative("parts until found, 1/20, 0.9", "1", 22.2222,
                [] { return parts_until_found(1.0 / 20, 0.9); });
  struct Plan {
    const char* bad;
    double fraction, probability;
  };
  for (const Plan p : {Plan{"0.5 %", 0.005, 0.99229},
                       {"1 %", 0.01, 0.95345},
                       {"2 %", 0.02, 0.78442},
                       {"5 %", 0.05, 0.23062},
                       {"10 %", 0.10, 0.01068}}) {
    t.absolute(std::string("80 of a lot with ") + p.bad + ", 2 accepted", "1", p.probability, 1e-5,
               [=] { return acceptance_probability(80, 2, p.fraction); });
  }
  t.absolute("32 of 500 with 25 bad, none found", "1", 0.18342, 1e-5,
             [] { return none_found_probability(500, 25, 32); });
}

}  // namespace

std::vector<Target> welding_targets() {
  Targets t;
  add_heat(t);
  add_field(t);
  add_distances(t);
  add_quality(t);
  return t.all();
}

}  // namespace twinaxis::golden
