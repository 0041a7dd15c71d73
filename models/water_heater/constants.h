#pragma once
// Physical constants of water, copper, gas and air, each with its source.

namespace twinaxis::water_heater {

inline constexpr double kZero_K = 273.15;  ///< 0 degC; energies are counted from water at 0 degC
inline constexpr double kPerMinute = 1.0 / 60;

/// Specific heat of liquid water, with which the trade defines its "go": 1 L/min by 25 K.
inline constexpr double kWater_J_per_kg_K = 4186;
/// The trade counts 1 L as 1 kg (JIS S 2109 practice, from memory).
inline constexpr double kWater_kg_per_m3 = 1000;
/// Saturated at 101.325 kPa: IAPWS-95 values in W. Wagner, A. Pruss, J. Phys. Chem. Ref. Data 31
/// (2002).
inline constexpr double kBoiling_K = 373.15;
inline constexpr double kEvaporation_J_per_kg = 2.257e6;
/// Ice at 0 degC: CRC Handbook of Chemistry and Physics (from memory).
inline constexpr double kFusion_J_per_kg = 3.335e5;
inline constexpr double kIce_J_per_kg_K = 2100;
/// Copper at 25 degC: CRC Handbook of Chemistry and Physics (from memory).
inline constexpr double kCopper_J_per_kg_K = 385;

/// Methane stands for city gas 13A (about 89 % methane). Higher heating value, molar heat of
/// oxidation of CO: standard enthalpies of formation, CRC Handbook (from memory).
inline constexpr double kMethane_J_per_kmol = 8.906e8;
inline constexpr double kCarbonMonoxide_J_per_kmol = 2.83e8;
inline constexpr double kCarbonMonoxide_kg_per_kmol = 28.01;
inline constexpr double kGas_J_per_kmol_K = 8314.462618;  ///< CODATA 2018
inline constexpr double kAtmosphere_Pa = 101325;

}  // namespace twinaxis::water_heater
