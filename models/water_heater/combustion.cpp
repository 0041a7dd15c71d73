#include "models/water_heater/combustion.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "models/water_heater/constants.h"

namespace twinaxis::water_heater {

void fields(FieldVisitor& v, CombustionParams& p) {
  v("full_air_ratio", p.full_air_ratio, "1", between(0.5, 3),
    "air over stoichiometric air at full fan, full gas and free flue (assumption)");
  v("unevenness", p.unevenness_ratio, "1", between(0.01, 0.5),
    "deviation of the air ratio over the burner (assumption)");
  v("lean_limit", p.lean_limit_ratio, "1", between(1.5, 10), "above it the flame blows off");
  v("rich_limit", p.rich_limit_ratio, "1", between(0, 0.9), "below it the flame goes out");
  v("fan_time", p.fan_s, "s", above(0.1), "time constant of the fan (assumption)");
  v("valve_time", p.valve_s, "s", above(0.05), "time constant of the gas valves (assumption)");
  v("least_gas", p.least_gas_fraction, "1", between(0.001, 0.1),
    "share of the rated input below which no flame stays");
}

void fields(FieldVisitor& v, RoomParams& p) {
  v("volume", p.volume_m3, "m^3", above(0), "room into which spilt flue gas goes (assumption)");
  v("temperature", p.temperature_K, "K", above(0), "of the room");
}

double carbon_monoxide_fraction(double air_ratio, double unevenness_ratio) {
  const double z = (1 - air_ratio) / unevenness_ratio;
  if (z < -8) return 0;  // below 1e-15
  const double density = std::exp(-0.5 * z * z) / std::sqrt(2 * std::numbers::pi);
  const double below_fraction = 0.5 * std::erfc(-z / std::numbers::sqrt2);
  return std::min(1.0, 4 * unevenness_ratio * std::max(0.0, density + z * below_fraction));
}

double heat_ratio(double carbon_monoxide_fraction) {
  return 1 - carbon_monoxide_fraction * kCarbonMonoxide_J_per_kmol / kMethane_J_per_kmol;
}

double carbon_monoxide_kg_per_s(double gas_W, double carbon_monoxide_fraction) {
  return gas_W / kMethane_J_per_kmol * carbon_monoxide_fraction * kCarbonMonoxide_kg_per_kmol;
}

namespace {
double molar_m3_per_kmol(const RoomParams& room) {
  return kGas_J_per_kmol_K * room.temperature_K / kAtmosphere_Pa;
}
}  // namespace

double carbon_monoxide_in_room(const RoomParams& room, double mass_kg) {
  return mass_kg / kCarbonMonoxide_kg_per_kmol * molar_m3_per_kmol(room) / room.volume_m3;
}

double carbon_monoxide_m3_per_s(const RoomParams& room, double mass_kg_per_s) {
  return mass_kg_per_s / kCarbonMonoxide_kg_per_kmol * molar_m3_per_kmol(room);
}

double room_fraction(double source_m3_per_s, double air_m3_per_s, double volume_m3, double time_s) {
  if (air_m3_per_s <= 0) return source_m3_per_s * time_s / volume_m3;
  return source_m3_per_s / air_m3_per_s * -std::expm1(-air_m3_per_s * time_s / volume_m3);
}

}  // namespace twinaxis::water_heater
