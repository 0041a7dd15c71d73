// Benzene/toluene plant BT-1: vapour pressures, relief sizing, trays, lumped path, steady profile.

#include <cmath>
#include <fstream>
#include <sstream>

#include "models/distillation/bt1_design.h"
#include "models/distillation/bt1_lumped.h"
#include "models/distillation/hydraulics.h"
#include "models/distillation/relief.h"
#include "models/distillation/vessel.h"
#include "models/distillation/vle.h"
#include "tests/golden/rows.h"

namespace twinaxis::golden {
namespace {

using namespace distillation;

constexpr double kDegC_K = 273.15;

void boiling(SourcedTargets& t) {
  t.about("A20", "BT-1 VLE", "exact", "Antoine 6.90565/1211.033/220.79, 6.95464/1344.8/219.482");
  const auto tsat_degC = [](const Component& c, double kPa) {
    return saturation_temperature_K(c.antoine, kPa * 1e3) - kDegC_K;
  };
  const auto both = [&](double kPa, double light, double heavy, double tolerance) {
    const std::string input = std::to_string(kPa).substr(0, 7) + " kPa";
    t.add(input, "Tsat benzene", "degC", light, tolerance,
          [=] { return tsat_degC(benzene(), kPa); });
    t.add(input, "Tsat toluene", "degC", heavy, tolerance,
          [=] { return tsat_degC(toluene(), kPa); });
  };
  both(101.325, 80.100, 110.625, 0.01);
  both(120, 85.694, 116.688, 0.0006);  // the table is rounded to the third digit
  both(200, 103.925, 136.425, 0.0006);
  both(300, 120.017, 153.822, 0.0006);
  both(450, 137.786, 173.008, 0.0006);
  both(600, 151.560, 187.861, 0.0006);
  both(1000, 178.818, 217.206, 0.0006);
  both(1400, 199.063, 238.960, 0.0006);
  const auto half = [] { return bubble_point(Mixture{}, 101325, 0.5); };
  t.add("x = 0.5 at 760 mmHg", "bubble point", "degC", 92.1117, 0.01,
        [=] { return half().temperature_K - kDegC_K; });
  t.add("x = 0.5 at 760 mmHg", "y", "1", 0.713635, 1e-6, [=] { return half().y; });
  t.add("x = 0.5 at 760 mmHg", "alpha", "1", 2.49205, 1e-5,
        [=] { return relative_volatility_ratio(Mixture{}, half().temperature_K); });
}

void heats(SourcedTargets& t) {
  t.about("A3", "BT-1 properties", "published", "DIPPR equations 101 and 106 of benzene");
  t.add("353.24 K", "vapour pressure, DIPPR 101", "kPa", 101.08, 0.005,
        [] { return benzene_dippr_pressure_Pa(353.24) / 1e3; });
  const auto latent = [](double T) { return latent_heat_J_per_kmol(benzene().latent, T) / 1e6; };
  t.add("353.24 K", "latent heat of benzene", "kJ/mol", 30.760, 5e-4,
        [=] { return latent(353.24); });
  t.add("420 K", "latent heat of benzene", "kJ/mol", 26.480, 5e-4, [=] { return latent(420); });
  t.add("141.4 degC", "latent heat of benzene", "kJ/kg", 343.95, 0.02,
        [=] { return latent(141.399 + kDegC_K) * 1e3 / 78.114; });
  t.about("A3", "BT-1 flash", "exact",
          "f = 1 - exp(-cp dT / lambda), lambda 394 kJ/kg, Tb 80.1 degC");
  t.add("140 degC, cp 2.0", "flash fraction", "1", 0.262, 5e-4,
        [] { return flash_fraction(2000, 140 - 80.1, 394e3); });
  t.add("199 degC, cp 2.3", "flash fraction", "1", 0.501, 6e-4,
        [] { return flash_fraction(2300, 199 - 80.1, 394e3); });
  t.add("14 bar a, 60 m3, gamma 1.1", "isentropic expansion", "MJ", 178.4, 0.05,
        [] { return isentropic_expansion_J(1.4e6, 101325, 60, 1.1) / 1e6; });
}

void relief(SourcedTargets& t) {
  t.about("A22", "Relief API 520", "published", "API Std 520 Part I, worked examples 1 and 2");
  constexpr ReliefGas example{348, 51, 1.11, 0.90};
  const auto area_mm2 = [](double kg_per_h, double p1_kPa, double p2_kPa, const ReliefGas& gas) {
    return relief_area_m2(kg_per_h / 3600, p1_kPa * 1e3, p2_kPa * 1e3, gas) * 1e6;
  };
  t.add("24270 kg/h, 670 kPa, critical", "area", "mm2", 3699.05, relative(3699.05, 5e-4),
        [=] { return area_mm2(24270, 670, 101.325, example); });
  t.add("k = 1.11", "C", "sqrt(kg kmol K)/(mm2 h kPa)", 0.0248901, 1e-7,
        [] { return api520_gas_constant(1.11); });
  t.add("24270 kg/h, 670 kPa to 532 kPa, subcritical", "area", "mm2", 4248.36,
        relative(4248.36, 5e-4), [=] { return area_mm2(24270, 670, 532, example); });

  t.about("A3", "BT-1 relief", "independent run", "steam heat over latent heat, k 1.1, Z 0.9");
  constexpr ReliefGas vapour{414.55, 78.114, 1.1, 0.9};
  t.add("3.44 MW at 486.3 kPa", "relief load", "kg/h", 36023, 20, [] {
    const double T = saturation_temperature_K(benzene().antoine, 486.3e3);
    return 3.44e6 / (latent_heat_J_per_kmol(benzene().latent, T) / 78.114) * 3600;
  });
  t.add("36023 kg/h at 486.3 kPa, 141.4 degC", "area", "mm2", 6693, 2,
        [=] { return area_mm2(36023, 486.3, 101.325, vapour); });
  t.add("orifice for 6693 mm2", "letter Q", "1", 'Q', 0,
        [] { return smallest_orifice(6693e-6)->letter; });
  t.add("Q orifice at 486.3 kPa", "capacity", "kg/h", 38370, 10, [=] {
    return relief_flow_kg_per_s(smallest_orifice(6693e-6)->area_m2, 486.3e3, 101325, vapour) * 3600;
  });

  t.about("A3", "API 526 orifices", "published", "API Std 526, square inches x 645.16");
  constexpr double square_inches[] = {.110,  .196, .307, .503, .785,  1.287, 1.838,
                                      2.853, 3.60, 4.34, 6.38, 11.05, 16.0,  26.0};
  for (std::size_t i = 0; i < api526_orifices().size(); ++i) {
    const double mm2 = square_inches[i] * 645.16;
    t.add(std::string("letter ") + api526_orifices()[i].letter, "area", "mm2", mm2,
          relative(mm2, 1e-12), [i] { return api526_orifices()[i].area_m2 * 1e6; });
  }
  t.about("A3", "API 521 fire", "published", "API Std 521, 43.2 and 70.9 F A^0.82");
  t.add("50 m2, drained", "heat", "kW", 1068.2, 0.05, [] { return fire_heat_W(50, true) / 1e3; });
  t.add("50 m2, not drained", "heat", "kW", 1753.1, 0.05,
        [] { return fire_heat_W(50, false) / 1e3; });
}

void trays(SourcedTargets& t) {
  t.about("A3", "BT-1 trays", "independent run",
          "Souders-Brown with the Lygeros-Magoulas fit of Fair");
  // 8.7237/6.2237 kmol/min of toluene, vapour 3.76 and liquid 780 kg/m3
  t.add("bottom of BT-1", "F_LV", "1", 0.0973, 5e-5,
        [] { return flow_parameter(8.723717, 6.223717, 3.76, 780); });
  t.add("spacing 600 mm, F_LV 0.0973", "C_SB", "m/s", 0.09331, 5e-6,
        [] { return souders_brown_m_per_s(0.6, 0.0973); });
  const auto flood = [] { return flood_velocity_m_per_s(TrayParams{}, 0.0973, 3.76, 780); };
  t.add("rho 3.76 / 780", "flood velocity", "m/s", 1.31, 0.005, flood);
  t.add("2.54 m3/s at 80 % of flooding", "diameter", "m", 1.9, 0.03,
        [=] { return flood_diameter_m(TrayParams{}, 2.54, flood(), 0.8); });
}

void lumped(SourcedTargets& t) {
  t.about("A3", "BT-1 lumped", "independent run",
          "42 MJ/K from 85.694 degC with 3.44 MW, pure benzene; the source rounds to a second");
  const auto time = [&](double kPa, double expected_s) {
    t.add("to " + std::to_string(static_cast<int>(kPa)) + " kPa a", "time", "s", expected_s,
          relative(expected_s, 2e-3),
          [=] { return heating_time_s(LumpedParams{}, kPa * 1e3, 3.44e6); });
  };
  time(250, 328);
  time(451.325, 637);
  time(486.3, 680);
  time(800, 986);
  time(1400, 1383);
}

void column(SourcedTargets& t) {
  t.about("A3", "BT-1 design", "independent run",
          "24 trays, feed on stage 13, 130 to 112 kPa, constant molal overflow");
  const auto design = [] { return design_column(Bt1Params{}, FlowLaw::constant_overflow); };
  t.add("xD .99, xB .01", "reflux", "kmol/min", 3.723717, 1e-6,
        [=] { return design().liquid_kmol_per_s[kBt1Stages] * 60; });
  t.add("xD .99, xB .01", "boil-up", "kmol/min", 6.223717, 1e-6,
        [=] { return design().vapour_kmol_per_s[0] * 60; });
  t.add("xD .99, xB .01", "reflux ratio", "1", 1.4895, 5e-5,
        [=] { return design().liquid_kmol_per_s[kBt1Stages] / design().distillate_kmol_per_s; });
  const auto rated = [] { return rate_column(Bt1Params{}, 3.723717 / 60, 6.223717 / 60); };
  std::ifstream file(TWINAXIS_SOURCE_DIR "/tests/golden/data/bt_column_steady_profile.csv");
  std::string line;
  std::getline(file, line);
  for (std::size_t i = 0; i < kBt1Stages && std::getline(file, line); ++i) {
    double stage = 0, P_kPa = 0, T_degC = 0, x = 0, y = 0;
    char comma = 0;
    std::istringstream(line) >> stage >> comma >> P_kPa >> comma >> T_degC >> comma >> x >> comma >>
        y;
    const std::string at = "L 3.723717, V 6.223717: stage " + std::to_string(i + 1);
    // The flows are given to seven digits, which moves x by up to 1e-7 of the profile's steepness.
    t.add(at, "x", "1", x, 1e-6, [=] { return rated().x[i]; });
    t.add(at, "y", "1", y, 1e-6, [=] { return rated().y[i]; });
    t.add(at, "T", "degC", T_degC, 1e-4, [=] { return rated().temperature_K[i] - kDegC_K; });
  }
}

}  // namespace

std::vector<Target> bt1_targets() {
  SourcedTargets t;
  boiling(t);
  heats(t);
  relief(t);
  trays(t);
  lumped(t);
  column(t);
  return t.all;
}

}  // namespace twinaxis::golden
