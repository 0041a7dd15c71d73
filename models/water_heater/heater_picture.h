#pragma once
// Everything algebraic about the heater and the home at one moment: what derivative, outputs, roots
// and balances share.

#include <algorithm>

#include "models/water_heater/exchanger.h"

namespace twinaxis::water_heater {

struct HeaterPicture {
  ExchangerPicture main, loop;  ///< temperatures; flows completed by rates()

  // water
  double asked_kg_per_s = 0;      ///< by shower, bath filling and kitchen, as the valve lets pass
  double scald_share = 0;         ///< of it that the thermal mixing valve takes cold
  double heater_kg_per_s = 0;     ///< through the heater, bypass included
  double exchanger_kg_per_s = 0;  ///< before ice
  double inlet_kg_per_s = 0;      ///< cold water that really enters
  double house_kg_per_s = 0;      ///< that really leaves; less while the exchanger refills
  double shower_kg_per_s = 0;     ///< hot share of the shower
  double shower_cold_kg_per_s = 0;
  double fill_kg_per_s = 0;
  double kitchen_kg_per_s = 0;
  double outlet_K = 0;  ///< after the bypass
  double house_K = 0;   ///< after the thermal mixing valve
  double skin_K = 0;    ///< shower

  // bath
  double bath_K = 0;
  double bath_level_m = 0;
  double loop_asked_kg_per_s = 0;
  double overflow_kg_per_s = 0;

  // fire
  double air_ratio = 0;
  double co_fraction = 0;  ///< of the carbon
  double heat_W = 0;       ///< into the exchanger
  double bath_heat_W = 0;
  double body_K = 0;

  /// Of the worse of both exchangers.
  double ice_fraction() const { return std::max(main.ice_fraction, loop.ice_fraction); }
};

}  // namespace twinaxis::water_heater
