// Scalds, thermal damage of skin, flash fire, carbon monoxide: analysis/harm.

#include "analysis/harm/burn.h"
#include "analysis/harm/burn_integral.h"
#include "analysis/harm/carbon_monoxide.h"
#include "analysis/harm/skin.h"
#include "tests/golden/laws.h"
#include "tests/golden/rows.h"

namespace twinaxis::golden {
namespace {

using namespace harm;

std::string number(double value) {
  std::string text = std::to_string(value);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text;
}

void add_scald_tables(Targets& targets) {
  // Nodes are met up to the rounding of a power.
  targets.row({"C01", "Burns", "water on adult skin, table after Moritz and Henriques", "published",
               "antiscald.com, table after Moritz and Henriques 1947"},
              1e-12);
  struct Node {
    double degC, second_s, third_s;
  };
  for (const Node n : {Node{45, 7200, 10800}, Node{47, 1200, 2700}, Node{48, 900, 1200},
                       Node{49, 480, 600}, Node{51, 120, 252}, Node{55, 17, 30}, Node{60, 3, 5}}) {
    const auto time_s = [n](BurnDegree degree) {
      return law(scald_laws(), "moritz_henriques").threshold_s(degree, kIcePoint_K + n.degC);
    };
    targets
        .relative("second degree at " + number(n.degC) + " degC", "s", n.second_s,
                  [=] { return time_s(BurnDegree::second); })
        .relative("full thickness at " + number(n.degC) + " degC", "s", n.third_s,
                  [=] { return time_s(BurnDegree::third); });
  }
  targets.row({"C02", "Burns", "water on adult skin, third degree", "published", "CPSC 5098"},
              1e-12);
  for (const auto& [degF, time_s] :
       {std::pair{150.0, 2.0}, std::pair{140.0, 6.0}, std::pair{130.0, 30.0}, {120.0, 300.0}}) {
    targets.relative("full thickness at " + number(degF) + " degF", "s", time_s, [degF = degF] {
      return law(scald_laws(), "cpsc").threshold_s(BurnDegree::third, (degF + 459.67) / 1.8);
    });
  }
}

void add_damage_integral(Targets& targets) {
  targets.row({"C03", "Burns", "Henriques, A = 3.1e98 1/s, E = 628 kJ/mol, constant temperature",
               "exact", "Henriques 1947; t = exp(E/RT) / A"},
              1e-5);  // six digits are given
  for (const auto& [degC, time_s] : {std::pair{44.0, 86753.7},
                                     std::pair{50.0, 1042.04},
                                     std::pair{55.0, 29.5935},
                                     {60.0, 0.935261}}) {
    targets.relative("t(Omega = 1) at " + number(degC) + " degC", "s", time_s, [degC = degC] {
      return law(damage_kinetics(), "henriques").time_s(kIcePoint_K + degC);
    });
  }
  targets.row(
      {"C2-step", "Burns",
       "thick skin at 34 degC, its surface at once at the water's temperature, damage at 80 "
       "um",
       "independent run", "Henriques and Diller-Klutke through the exact conduction"},
      2e-3);  // three to five digits are given
  const auto water = [](const char* set, double degC, double damage) {
    return [=] {
      const ThickSkin skin;
      return time_to_damage_s(
          law(damage_kinetics(), set),
          [&](double t) { return skin.after_step_K(kIcePoint_K + degC, skin.basal_m, t); }, damage);
    };
  };
  targets.relative("Omega 0.53, 60 degC, Henriques", "s", 3.683, water("henriques", 60, 0.53))
      .relative("Omega 1, 60 degC, Henriques", "s", 5.2123, water("henriques", 60, 1))
      .relative("Omega 1, 65 degC, Henriques", "s", 1.2758, water("henriques", 65, 1))
      .relative("Omega 1, 55 degC, Henriques", "s", 49.96, water("henriques", 55, 1))
      .relative("Omega 1, 49 degC, Diller-Klutke", "s", 734, water("diller_klutke", 49, 1))
      .relative("Omega 1, 45 degC, Diller-Klutke", "s", 11470, water("diller_klutke", 45, 1));
}

void add_flash_fire(Targets& targets) {
  targets.row({"C05", "Burns",
               "epidermis, dermis and fat of ASTM F1930, Weaver-Stoll, with cooling: shortest "
               "exposure to second degree",
               "published", "ASTM F1930, table of calibration (from memory)"},
              0.03);  // the standard allows 10 %; layers and constants are as published
  for (const auto& [kW_per_m2, time_s] : {std::pair{3.935, 35.9},
                                          std::pair{11.805, 8.30},
                                          std::pair{39.348, 1.41},
                                          {70.827, 0.603}}) {
    targets.relative("at " + number(kW_per_m2) + " kW/m2", "s", time_s, [flux = kW_per_m2 * 1e3] {
      return exposure_to_damage_s(f1930_skin(), law(damage_kinetics(), "weaver_stoll"), flux);
    });
  }
  targets.row({"C06", "Burns", "Stoll curve, second degree", "published",
               "Stoll and Chianta 1969, as tabulated by Oberon"},
              1e-12);
  for (const auto& [time_s, kW_per_m2] : {std::pair{1.0, 50.0},
                                          std::pair{2.0, 31.0},
                                          std::pair{3.0, 23.0},
                                          std::pair{4.0, 19.0},
                                          std::pair{5.0, 16.0},
                                          std::pair{6.0, 14.0},
                                          std::pair{7.0, 13.0},
                                          std::pair{8.0, 11.5},
                                          std::pair{9.0, 10.6},
                                          std::pair{10.0, 9.8},
                                          std::pair{15.0, 7.4},
                                          std::pair{20.0, 6.0},
                                          {30.0, 4.5}}) {
    targets.relative("flux at " + number(time_s) + " s", "kW/m2", kW_per_m2,
                     [time = time_s] { return stoll_flux_W_per_m2(time).value / 1e3; });
  }
}

void add_uptake(Targets& targets) {
  targets.row({"C07", "Carbon monoxide",
               "linear CFK, 100 ppm: DL 30, VA 6000, Vb 5500, O2Hb 0.2, PO2 100, M 218, 0.0016 at "
               "first",
               "exact", "closed form of Coburn, Forster and Kane 1965"},
              1e-5);  // six digits are given
  targets.relative("tau", "min", 364.896, [] { return LinearCfk{}.tau_min(); });
  for (const auto& [min, percent] :
       {std::pair{60.0, 3.07065}, std::pair{240.0, 8.01779}, {480.0, 11.75683}}) {
    targets.relative("COHb after " + number(min) + " min", "%", percent,
                     [min = min] { return 100 * LinearCfk{}.fraction_after(100, min); });
  }
  // The script whose numbers these are does not print its haemoglobin; ours was chosen after the
  // first of them, so that one proves nothing and the others agree within 0.05 %.
  targets.row({"C4-cfk", "Carbon monoxide", "nonlinear CFK, light work, 0.75 % at first",
               "independent run", "Coburn, Forster and Kane 1965, constants of a published script"},
              5e-4);
  struct Case {
    double ppm, min, percent;
  };
  for (const Case c :
       {Case{400, 30, 7.034}, Case{400, 60, 12.580}, Case{400, 120, 21.503}, Case{400, 480, 37.644},
        Case{1600, 30, 25.84}, Case{1600, 60, 46.35}, Case{1600, 120, 67.56},
        Case{1600, 480, 71.34}, Case{3200, 5.23, 10}, Case{3200, 11.02, 20}, Case{3200, 17.00, 30},
        Case{3200, 23.27, 40}, Case{3200, 29.96, 50}}) {
    // At 3200 ppm times are given, to 0.005 min; COHb rises by 1.7 % a minute there.
    const double tolerance = golden::relative(c.percent, 5e-4) + (c.ppm > 3000 ? 0.009 : 0);
    targets.absolute("COHb, " + number(c.ppm) + " ppm, " + number(c.min) + " min", "%", c.percent,
                     tolerance,
                     [c] { return 100 * cfk_after(breather(Activity::light), c.ppm, c.min); });
  }
  targets.row({"C09", "Carbon monoxide", "Stewart, 5000 ppm, 25 L/min, 5 min", "published",
               "Stewart et al. 1973, as in the SFPE Handbook"},
              5e-6);
  targets.relative("COHb", "%", 28.1701, [] { return 100 * stewart_fraction(5000, 25, 5); });
}

void add_room(Targets& targets) {
  targets.row({"C10", "Carbon monoxide", "room of 20 m3, source 0.05 m3/h, ventilation 10 m3/h",
               "exact", "balance of a stirred room"},
              5e-7);  // seven digits are given
  for (const auto& [h, ppm] : {std::pair{0.5, 1105.996}, {2.0, 3160.603}}) {
    targets.relative("after " + number(h) + " h", "ppm", ppm,
                     [h = h] { return room_ppm(0.05 / 3600, 10.0 / 3600, 20, h * 3600); });
  }
}

}  // namespace

std::vector<Target> burn_targets() {
  Targets targets;
  add_scald_tables(targets);
  add_damage_integral(targets);
  add_flash_fire(targets);
  add_uptake(targets);
  add_room(targets);
  return targets.all();
}

}  // namespace twinaxis::golden
