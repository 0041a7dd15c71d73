#include "models/water_heater/heater_params.h"

#include "models/water_heater/constants.h"
#include "sim/core/text.h"

namespace twinaxis::water_heater {
namespace {

constexpr double kGo_K = 25;                 ///< by which a go warms a litre a minute
constexpr double kMostWater_kg_per_s = 0.6;  ///< of all taps; what a house connection gives

}  // namespace

double BurnerParams::rated_heat_W() const {
  return size_go * kPerMinute * kGo_K * kWater_J_per_kg_K;
}
double BurnerParams::rated_gas_W() const { return rated_heat_W() / efficiency_ratio; }
double BurnerParams::bath_gas_W() const { return bath_heat_W / bath_efficiency_ratio; }

double largest_flow_kg_per_s(double size_go, double from_K, double to_K) {
  return size_go * kPerMinute * kGo_K / (to_K - from_K);
}

double filling_time_s(double size_go, double mass_kg, double from_K, double to_K) {
  return mass_kg / largest_flow_kg_per_s(size_go, from_K, to_K);
}

void fields(FieldVisitor& v, BurnerParams& p) {
  v("size", p.size_go, "1", between(5, 50),
    "go: litres a minute warmed by 25 K; 16, 20 and 24 are sold (Keiyo Gas, FAQ)");
  v("efficiency", p.efficiency_ratio, "1", between(0.5, 1.05),
    "heat in water over gas: 0.80 conventional, 0.95 condensing (Eco-Jozu)");
  v("bath_heat", p.bath_heat_W, "W", above(0),
    "reheating, into the bath (9 to 10 kW, from memory)");
  v("bath_efficiency", p.bath_efficiency_ratio, "1", between(0.5, 1.05), "of the bath burner");
}

void fields(FieldVisitor& v, BathParams& p) {
  v("area", p.area_m2, "m^2", above(0), "of the water surface (assumption)");
  v("rim", p.rim_m, "m", above(0), "overflow edge above the bottom (assumption)");
  v("port", p.port_m, "m", above(0), "circulation port above the bottom (assumption)");
  v("loss", p.loss_W_per_K, "W/K", at_least(0), "to the room; 15 to 20 with a lid (from memory)");
  v("tub", p.tub_J_per_K, "J/K", above(0), "heat capacity of the tub (assumption)");
  v("loop_flow", p.loop_m3_per_s, "m^3/s", above(0), "of the circulation pump (assumption)");
  v("fill_flow", p.fill_m3_per_s, "m^3/s", above(0), "of the open filling valve (assumption)");
  v("initial_level", p.initial_level_m, "m", at_least(0), "water at the start");
  v("initial_temperature", p.initial_K, "K", above(0), "of tub and water at the start");
}

void fields(FieldVisitor& v, TapParams& p) {
  v("shower", p.shower_m3_per_s, "m^3/s", above(0), "mixed water of a shower; 10 L/min (usual)");
  v("valve_time", p.valve_s, "s", above(0.05),
    "wax element of the thermal mixing valve, where fitted (assumption)");
  v("valve_limit", p.valve_limit_K, "K", above(0), "what the thermal mixing valve lets pass");
}

void fields(FieldVisitor& v, LimitParams& p) {
  v("fuse", p.fuse_K, "K", above(373), "thermal fuse melts (100 degC and more, from memory)");
  v("fuse_time", p.fuse_s, "s", above(0.05), "of the fuse on the copper (assumption)");
  v("solder", p.solder_K, "K", above(373), "solder melts: 230 degC (tin-copper, from memory)");
  v("burner", p.burner_K, "K", above(600), "copper this hot takes no more heat (assumption)");
  v("burst_ice", p.burst_ice_ratio, "1", between(0.01, 1),
    "share of ice at which the tubes burst (assumption)");
  v("casing", p.casing_J_per_K, "J/K", above(0), "heat capacity of the casing (assumption)");
  v("casing_loss", p.casing_loss_W_per_K, "W/K", above(0), "of the casing (assumption)");
  v("ignition", p.ignition_K, "K", above(373),
    "of wood beside the casing, long exposure (from memory)");
  v("co_shutoff", p.co_shutoff_fraction, "1", fraction(),
    "at which an independent CO alarm, where fitted, closes its valve (assumption)");
  v("freeze_heater", p.freeze_heater_W, "W", at_least(0),
    "electric, on each exchanger (assumption)");
}

HeaterParams::HeaterParams()
    : bath_exchanger{.cells_count = 1, .water_kg = 0.3, .copper_kg = 1.0, .loss_W_per_K = 6} {}

void fields(FieldVisitor& v, HeaterParams& p) {
  v("exchanger", p.exchanger, "of the hot water");
  v("bath_exchanger", p.bath_exchanger, "of the reheating loop");
  v("burner", p.burner, "sizes and efficiencies");
  v("combustion", p.combustion, "air, flame, fan, valves");
  v("pipe", p.pipe, "from the heater to the shower");
  v("taps", p.taps, "shower and thermal mixing valve");
  v("bath", p.bath, "tub and circulation");
  v("room", p.room, "where spilt flue gas goes");
  v("limits", p.limits, "what protects, breaks and burns");
  v("outside", p.outside, "water, air, gas and what is fitted, at the start; keys are points");
  v("residents", p.residents, "pain, reaction and patience, by name");
  v("visits", p.visits, "who is in shower, bath or room, when");
  v("initial_temperature", p.initial_K, "K", above(kZero_K), "of exchanger, pipe and casing");
}

std::vector<FieldProblem> problems(const HeaterParams& p, double step_s) {
  std::vector<FieldProblem> found;
  const double courant = courant_ratio(p.pipe, p.taps.shower_m3_per_s * kWater_kg_per_m3, step_s);
  if (courant > 1) {
    found.push_back({"pipe.cells", "the shower's flow passes " + rounded(courant, 3) +
                                       " cells in a step (Courant number, at most 1): fewer "
                                       "cells, a longer pipe or a shorter step"});
  }
  const auto passed_s = [](const ExchangerParams& e, double flow_kg_per_s) {
    const double as_water_kg = e.water_kg + e.copper_kg * kCopper_J_per_kg_K / kWater_J_per_kg_K;
    return as_water_kg / e.cells_count / flow_kg_per_s;
  };
  const auto too_fast = [&](const char* field, double cell_s) {
    if (step_s <= 2 * cell_s) return;
    found.push_back({field, "a cell is passed in " + rounded(cell_s, 3) +
                                " s at full flow, too fast for the step"});
  };
  too_fast("exchanger.cells", passed_s(p.exchanger, kMostWater_kg_per_s));
  too_fast("bath_exchanger.cells",
           passed_s(p.bath_exchanger, p.bath.loop_m3_per_s * kWater_kg_per_m3));
  for (const ExchangerParams* e : {&p.exchanger, &p.bath_exchanger}) {
    if (step_s <= e->boiling_s) continue;
    found.push_back({e == &p.exchanger ? "exchanger.boiling_time" : "bath_exchanger.boiling_time",
                     "shorter than the step"});
  }
  if (p.bath.port_m >= p.bath.rim_m) {
    found.push_back({"bath.port", "must be below 'rim'"});
  }
  if (p.bath.initial_level_m > p.bath.rim_m) {
    found.push_back({"bath.initial_level", "must not be above 'rim'"});
  }
  for (const auto& problem : problems(p.residents, p.visits)) found.push_back(problem);
  return found;
}

}  // namespace twinaxis::water_heater
