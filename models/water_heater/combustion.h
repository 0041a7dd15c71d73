#pragma once
// What a gas burner makes of its air, and what a room makes of the flue gas.
//   lambda = air / stoichiometric air
//   share of the carbon that becomes CO where the air is short (carbon and oxygen balance of
//   CH4 + (2 - x/2) O2 -> (1 - x) CO2 + x CO + 2 H2O):   x = 4 (1 - lambda), 0 <= x <= 1
//   unevenness: lambda is normal with deviation s over the burner, so the mean of x is
//   x = 4 s [ phi(z) + z Phi(z) ],  z = (1 - lambda) / s
//   room:  V dC/dt = G - Q C,   C(t) = (G/Q) (1 - e^(-Qt/V)) from C = 0
// Valid: methane-like gas, 0.75 < lambda (below it soot and hydrogen form; x is held at 1), well
// mixed room at constant temperature. Source: balance of atoms; mixed room as in any text on
// ventilation, e.g. ASHRAE Handbook, Fundamentals, 2017, ch. 16; that the unevenness is normal is
// an assumption, its size set so that CO/CO2 is below 1e-4 at lambda 1.4.

#include "sim/core/fields.h"

namespace twinaxis::water_heater {

struct CombustionParams {
  double full_air_ratio = 1.6;       ///< lambda at full fan, full gas, free flue
  double unevenness_ratio = 0.12;    ///< s
  double lean_limit_ratio = 4;       ///< above this lambda the flame blows off
  double rich_limit_ratio = 0.5;     ///< below this it goes out
  double fan_s = 0.8;                ///< time constant of the fan
  double valve_s = 0.25;             ///< time constant of the gas valves
  double least_gas_fraction = 0.03;  ///< of the rated input: less gas carries no flame
};
void fields(FieldVisitor& v, CombustionParams& p);

/// Share of the burnt carbon that leaves as CO.
double carbon_monoxide_fraction(double air_ratio, double unevenness_ratio);
/// Heat set free over that of complete combustion.
double heat_ratio(double carbon_monoxide_fraction);
/// CO made, kg/s, by gas of this heating power.
double carbon_monoxide_kg_per_s(double gas_W, double carbon_monoxide_fraction);

/// Room of flue-gas spill; also the closed form of its concentration.
struct RoomParams {
  double volume_m3 = 12;
  double temperature_K = 293.15;
};
void fields(FieldVisitor& v, RoomParams& p);

/// Volume fraction of a mass of CO in the room.
double carbon_monoxide_in_room(const RoomParams& room, double mass_kg);
/// Volume flow of CO at the temperature of the room.
double carbon_monoxide_m3_per_s(const RoomParams& room, double mass_kg_per_s);
/// Fraction after t of a constant source in a room that was clean.
double room_fraction(double source_m3_per_s, double air_m3_per_s, double volume_m3, double time_s);

}  // namespace twinaxis::water_heater
