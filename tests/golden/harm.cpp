// Fire, blast, probits, release, dispersion: analysis/harm.

#include <numbers>

#include "analysis/harm/blast.h"
#include "analysis/harm/dense_gas.h"
#include "analysis/harm/dispersion.h"
#include "analysis/harm/fireball.h"
#include "analysis/harm/probit.h"
#include "analysis/harm/release.h"
#include "analysis/harm/vessel_burst.h"
#include "tests/golden/laws.h"
#include "tests/golden/rows.h"

namespace twinaxis::golden {
namespace {

using namespace harm;

double circle_m2(double diameter_m) { return std::numbers::pi / 4 * diameter_m * diameter_m; }

void add_fireballs(Targets& targets) {
  const std::string ccps = "AIChE/CCPS correlations (widely quoted; primary not seen)";
  targets.row({"B01", "Fireball", "CCPS, 1000 kg", "exact", ccps}, 5e-4);
  const auto small = [] { return fireball_ccps(1000); };
  targets.relative("D", "m", 58.000, [=] { return small().diameter_m; })
      .relative("t", "s", 4.500, [=] { return small().duration_s; })
      .relative("H", "m", 43.5, [=] { return small().centre_height_m; });
  targets.row({"B01", "Fireball", "CCPS, 100000 kg", "exact", ccps}, 5e-4);
  const auto large = [] { return fireball_ccps(1e5); };
  targets.relative("D", "m", 269.212, [=] { return large().diameter_m; })
      .relative("t", "s", 17.7136, [=] { return large().duration_s; })
      .relative("H", "m", 201.909, [=] { return large().centre_height_m; });

  targets.row({"B02", "Fireball",
               "GOST, propane sphere 600 m3, 80 % full, 530 kg/m3 (2.54e5 kg), 500 m, 450 kW/m2",
               "published", "GOST R 12.3.047-98, Appendix D (prints 12.9 kW/m2 and 40 s)"},
              2e-3);
  const auto gost = [] { return fireball_gost(2.54e5); };
  targets.relative("Ds", "m", 312.0, [=] { return gost().diameter_m; })
      .relative("ts", "s", 39.94, [=] { return gost().duration_s; })
      .relative("Fq", "1", 0.03708, [=] { return gost_view_factor(gost(), 500); })
      .relative("tau", "1", 0.7730, [=] { return gost_transmissivity(gost(), 500); })
      .relative("q", "kW/m2", 12.90,
                [=] { return gost_received_flux_W_per_m2(gost(), 500, 450e3) / 1e3; });
}

void add_blast(Targets& targets) {
  targets.row({"B05", "Blast", "Kingery-Bulmash, 10000 kg TNT at 500 m", "published",
               "Swisdak 1994, worked by the README of kingery-bulmash (F. Cento)"},
              5e-4);
  const auto wave = [] { return kingery_bulmash(10000, 500); };
  targets
      .relative("Ps", "kPa", 5.05496, [=] { return wave().incident_overpressure_Pa.value / 1e3; })
      .relative("i", "kPa ms", 295.877, [=] { return wave().incident_impulse_Pa_s.value; })
      .relative("ta", "ms", 1276.165, [=] { return wave().arrival_s.value * 1e3; })
      .relative("td", "ms", 133.2334, [=] { return wave().positive_duration_s.value * 1e3; })
      .relative("Pr", "kPa", 10.2446, [=] { return wave().reflected_overpressure_Pa.value / 1e3; })
      .relative("Us", "m/s", 347.330, [=] { return wave().front_velocity_m_per_s.value; });

  targets.row({"B07", "Blast", "Crowl-Louvar, 1000 kg CH4 (802.3 MJ/kmol, 16 kg/kmol), 2 %, 50 m",
               "published",
               "Crowl and Louvar, worked example (prints 214 kg and 25 kPa; primary not seen)"},
              1e-3);
  const auto charge_kg = [] { return tnt_of_cloud_kg(1000, 802.3e6 / 16, 0.02); };
  const auto z = [=] { return scaled_distance(50, charge_kg()); };
  targets.relative("mTNT", "kg", 214.015, charge_kg)
      .relative("z", "m/kg^(1/3)", 8.3590, z)
      .relative("p/pa", "1", 0.251881, [=] { return crowl_louvar_overpressure_ratio(z()); })
      .relative("p", "kPa", 25.5, [=] {
        return crowl_louvar_overpressure_ratio(z()) * kStandardAtmosphere_Pa / 1e3;
      });
}

void add_vessel_burst(Targets& targets) {
  targets.row({"B2-burst", "Blast", "1 m3 of gas at 10 bar absolute, gamma 1.4", "exact",
               "energies after Crowl 2003, Appendix B"},
              5e-6);  // six digits are given
  const GasVessel bottle{.burst_Pa = 1e6, .gas_m3 = 1, .heat_capacity_ratio = 1.4};
  targets.relative("Brode", "MJ", 2.24669, [=] { return brode_J(bottle) / 1e6; })
      .relative("isentropic", "MJ", 1.20025, [=] { return isentropic_J(bottle) / 1e6; })
      .relative("isothermal", "MJ", 2.28942, [=] { return isothermal_J(bottle) / 1e6; })
      .relative("availability", "MJ", 1.39075, [=] { return availability_J(bottle) / 1e6; });

  targets.row({"B2-cloud", "Blast", "detonating cloud, Bauwens-Dorofeev", "exact",
               "fit as used in Sandia HyRAM"},
              2e-4);  // four and five digits are given
  targets
      .relative("p/pa at R = 1", "1", 0.4053, [] { return bauwens_dorofeev_overpressure_ratio(1); })
      .relative("p/pa at R = 2", "1", 0.15085,
                [] { return bauwens_dorofeev_overpressure_ratio(2); });

  targets.row({"B2-chain", "Blast",
               "burst at 14 bar absolute, 60 m3 of gas, gamma 1.1, isentropic, Kingery-Bulmash",
               "independent run", "the same published laws computed separately"},
              2e-3);  // three digits are given
  const auto energy_J = [] {
    return isentropic_J({.burst_Pa = 14e5, .gas_m3 = 60, .heat_capacity_ratio = 1.1});
  };
  const auto at_kPa = [=](double distance_m) {
    return kingery_bulmash(tnt_kg(energy_J()), distance_m).incident_overpressure_Pa.value / 1e3;
  };
  targets.relative("energy", "MJ", 178.4, [=] { return energy_J() / 1e6; })
      .relative("mTNT", "kg", 38.07, [=] { return tnt_kg(energy_J()); })
      .relative("Ps at 20 m", "kPa", 32.29, [=] { return at_kPa(20); })
      .relative("Ps at 50 m", "kPa", 8.86, [=] { return at_kPa(50); })
      .relative("Ps at 100 m", "kPa", 3.61, [=] { return at_kPa(100); });
}

void add_probits(Targets& targets) {
  const std::string hyram = "tests of Sandia HyRAM";
  targets.row({"B09", "Probit", "thermal dose 1e7 (W/m2)^(4/3) s", "published", hyram}, 0);
  const auto thermal = [](const std::string& name) {
    return [name] { return law(thermal_probits(), name).probit(1e7); };
  };
  targets.absolute("Pr Eisenberg", "1", 2.7823249, 1e-6, thermal("eisenberg"))
      .absolute("Pr Tsao-Perry (-36.38)", "1", 4.8823249, 1e-6, thermal("tsao_perry"))
      .absolute("Pr HyRAM TNO (-37.23)", "1", 4.0323249, 1e-6, thermal("hyram_tno"))
      .absolute("Pr Lees", "1", 1.6756475, 1e-6, thermal("lees"));
  targets.row({"B10", "Probit", "Eisenberg, 15796.170691 W/m2 for 60 s", "published", hyram}, 0);
  targets.absolute("P", "1", 0.5, 1e-6, [] {
    return law(thermal_probits(), "eisenberg").probability(thermal_dose(15796.170691, 60));
  });

  targets.row({"B12", "Probit", "overpressure 1e5 Pa, impulse 1e4 Pa s", "published", hyram}, 0);
  const auto blast = [](const std::string& name) {
    return [name] {
      return law(overpressure_probits(), name)
          .probit({.overpressure_Pa = 1e5, .impulse_Pa_s = 1e4});
    };
  };
  targets.absolute("Pr lung Eisenberg", "1", 2.4543150, 1e-6, blast("lung_eisenberg"))
      .absolute("Pr HSE", "1", 5.13, 1e-6, blast("fatality_hse"))
      .absolute("Pr TNO head", "1", 12.2786003, 1e-6, blast("head_tno"))
      .absolute("Pr TNO collapse", "1", 6.4917213, 1e-6, blast("collapse_tno"));

  targets.row({"B14", "Probit", "chlorine, -8.29 + 0.92 ln(C^2 t), ppm and min", "published",
               "Withers and Lees 1985, abstract"},
              3e-3);
  const auto lc50 = [](double exposure_s) {
    return [=] { return law(toxic_probits(), "chlorine").concentration_ppm(5, exposure_s); };
  };
  targets.relative("LC50 10 min", "ppm", 433, lc50(600))
      .relative("LC50 30 min", "ppm", 250, lc50(1800));
}

void add_plumes(Targets& targets) {
  const PlumeSource source{.rate_kg_per_s = 0.1, .wind_m_per_s = 2, .stability = Stability::F};
  const auto spread = [](const std::string& name) {
    return law(plume_spread_laws(), name).spread(Stability::F, 500);
  };
  const auto ground = [=](const std::string& name) {
    return [=] { return plume_kg_per_m3(source, law(plume_spread_laws(), name), {.x_m = 500}); };
  };
  targets.row({"B15", "Dispersion",
               "plume 0.1 kg/s, 2 m/s, class F, rural Briggs, 500 m, centreline on the ground",
               "exact", "set-up of CCPS 1999, p. 97; coefficients of Briggs 1973"},
              1e-3);
  targets.relative("sigma_y", "m", 19.5180, [=] { return spread("briggs_rural").y_m; })
      .relative("sigma_z", "m", 6.95652, [=] { return spread("briggs_rural").z_m; })
      .relative("C", "kg/m3", 1.17218e-4, ground("briggs_rural"));
  targets.row({"B4-plume", "Dispersion", "the same plume, other spread laws", "published",
               "laws as collected in GasDispersion.jl"},
              1e-5);  // six digits are given
  targets.relative("C urban Briggs", "kg/m3", 1.04835e-5, ground("briggs_urban"))
      .relative("C TNO", "kg/m3", 1.16666e-4, ground("tno"))
      .relative("C Spicer-Havens", "kg/m3", 1.03467e-4, ground("spicer_havens"));
}

void add_clouds(Targets& targets) {
  targets.row({"B16", "Dispersion", "puff 1 kg, class F CCPS, 2 m/s, 500 m after 250 s",
               "published", "tests of GasDispersion.jl; CCPS 1999, p. 101 misprints sigma_y"},
              1e-3);
  const auto puff = [] { return law(puff_spread_laws(), "ccps_puff"); };
  const auto spread = [=] { return puff().spread(Stability::F, 500); };
  targets.relative("sigma_x", "m", 5.047930, [=] { return spread().x_m; })
      .relative("sigma_y", "m", 5.047930, [=] { return spread().y_m; })
      .relative("sigma_z", "m", 2.214837, [=] { return spread().z_m; })
      .relative("C", "kg/m3", 2.250049e-3, [=] {
        return puff_kg_per_m3({.mass_kg = 1, .wind_m_per_s = 2, .stability = Stability::F}, puff(),
                              {.x_m = 500}, 250);
      });

  // Dry air at 298 K; the last digits depend on its molar mass and on the value of gravity.
  targets.row({"B4-dense", "Dispersion",
               "Britter-McQuaid, LNG 0.23 m3/s of 425.6 kg/m3, u10 10.9 m/s, at 367 m", "published",
               "tests of GasDispersion.jl after CCPS 1999, p. 122"},
              1e-4);
  const double gas_kg_per_m3 = 1.76;
  const DensePlume lng{
      .gas_m3_per_s = 0.23 * 425.6 / gas_kg_per_m3,
      .gas_kg_per_m3 = gas_kg_per_m3,
      .gas_K = 273.15 - 162,
      .wind_at_10_m_per_s = 10.9,
      .air_kg_per_m3 = 28.96 * kStandardAtmosphere_Pa / (kGasConstant_J_per_kmol_K * 298),
      .air_K = 298};
  targets.relative("C", "1", 0.0507177, [=] { return dense_plume_fraction(lng, 367).value; });
}

void add_releases(Targets& targets) {
  targets.row(
      {"B18", "Release", "choked jet, propane 8.90 kg/m3, k 1.15, 501 kPa, 298 K, 10 mm, Cd 0.85",
       "published", "CCPS 1999, p. 47, as tested by GasDispersion.jl"},
      5e-4);
  const auto gas = [] {
    return gas_jet({.area_m2 = circle_m2(0.010),
                    .discharge_coefficient = 0.85,
                    .density_kg_per_m3 = 8.90,
                    .heat_capacity_ratio = 1.15,
                    .upstream_Pa = 501e3,
                    .upstream_K = 298});
  };
  targets.relative("m", "kg/s", 0.0900280, [=] { return gas().mass_flow_kg_per_s; })
      .relative("Pc", "Pa", 287766, [=] { return gas().pressure_Pa; })
      .relative("Tc", "K", 277.209, [=] { return gas().temperature_K; });

  targets.row({"B19", "Release",
               "liquid jet, 490 kg/m3, 10 mm, Cd 0.63, 120935.04 Pa absolute into 101325 Pa",
               "published", "CCPS 1999, p. 40"},
              5e-4);
  const auto liquid = [] {
    return liquid_jet({.area_m2 = circle_m2(0.010),
                       .discharge_coefficient = 0.63,
                       .density_kg_per_m3 = 490,
                       .upstream_Pa = 120935.04});
  };
  targets.relative("m", "kg/s", 0.216912, [=] { return liquid().mass_flow_kg_per_s; })
      .relative("v", "m/s", 5.63633, [=] { return liquid().velocity_m_per_s; });
}

}  // namespace

std::vector<Target> harm_targets() {
  Targets targets;
  add_fireballs(targets);
  add_blast(targets);
  add_vessel_burst(targets);
  add_probits(targets);
  add_plumes(targets);
  add_clouds(targets);
  add_releases(targets);
  return targets.all();
}

}  // namespace twinaxis::golden
