#pragma once
// The heater's control board: a pure function of readings, settings and its memory, once a scan.
//   flow switch -> prepurge -> ignition -> burning; gas by feed-forward P = m c (T* - T_in)/eta and
//   a PI trim on the exchanger's outlet, T* = T_in + (T_set - T_in)/(1 - bypass); the bypass mixes
//   the exchanger's outlet down to T_set; the water valve holds back what the burner cannot warm.
//   bath: filling to a level, reheating, keeping warm; freeze guard.
// Safety functions, each with a setting by which it can be weakened and a reading that can lie:
// limit of the set-point, high-limit thermistor (14), flame rod (11 no ignition, 12 flame lost),
// fan check (61), CO sensor (99), flow switch, bath flow switch (632). An error locks the gas until
// the power is switched off and on. Numbers of errors as Japanese makers use them (from memory).

#include "sim/core/fields.h"

namespace twinaxis::water_heater {

/// The board's fixed data: how it was designed.
struct BoardParams {
  double rated_gas_W = 0;  ///< from the plant's parameters
  double bath_gas_W = 0;
  double efficiency_ratio = 0.8;
  double full_air_ratio = 1.6;
  double turndown_ratio = 10;         ///< full gas over least gas
  double stop_flow_ratio = 0.8;       ///< of the flow that starts: hysteresis
  double nominal_bypass_share = 0.2;  ///< keeps the exchanger above the dew point
  double most_bypass_share = 0.6;
  double hottest_target_K = 353.15;  ///< of the exchanger's outlet, for the sake of the bypass
  double trim_gain_per_K = 0.004;    ///< of full gas
  double trim_integral_s = 8;
  double prepurge_s = 0.8;
  double ignition_s = 4;   ///< without flame until error 11
  double flame_out_s = 2;  ///< without flame until error 12
  double ignition_gas_fraction = 0.3;
  double purge_fan_fraction = 0.35;
  double gas_rise_per_s = 0.4;  ///< of full gas: the fan has to follow
  double least_fan_fraction = 0.12;
  double fan_error_s = 5;         ///< a fan that does not follow
  double bath_flow_error_s = 10;  ///< no circulation
  double bath_level_m = 0.40;     ///< automatic filling ends: 180 L
  double keep_warm_band_K = 1;
  double keep_warm_s = 4 * 3600;
  double freeze_on_K = 276.15;
  double freeze_off_K = 281.15;
};
void fields(FieldVisitor& v, BoardParams& p);

/// Settings in the board's memory: points that orders, service tools and malware write.
struct BoardSettings {
  double setpoint_limit_K = 333.15;  ///< 60 degC
  double high_limit_K = 368.15;      ///< 95 degC
  double start_flow_kg_per_s = 2.5 / 60;
  double bath_flow_kg_per_s = 0.05;
  double co_limit_fraction = 2e-4;
  double air_ratio = 1.5;
  double flame_check = 1, fan_check = 1;  ///< 0: defeated
  double guard_when_off = 0;              ///< 1: the freeze guard works without power order
};

/// What the controller orders.
struct BoardOrders {
  bool power = true;
  double setpoint_K = 315.15, bath_setpoint_K = 314.15;
  bool automatic = false, reheat = false;
};

struct BoardReadings {
  double inlet_K = 0, exchanger_K = 0, loop_K = 0, body_K = 0, outlet_K = 0, flow_kg_per_s = 0;
  bool flame = false, bath_flame = false;
  double fan_fraction = 0, co_fraction = 0;
  double bath_K = 0, bath_level_m = 0, bath_flow_kg_per_s = 0;
};

struct BoardCommands {
  double gas = 0, bath_gas = 0, igniter = 0, fan = 0, bypass = 0.2, water = 1;
  double fill = 0, pump = 0, freeze_heater = 0;
};

/// One burner's way from rest to fire.
struct BurnerMemory {
  enum class Phase { rest, purge, ignition, fire };
  Phase phase = Phase::rest;
  double in_phase_s = 0;
  double no_flame_s = 0;
};

struct BoardMemory {
  BurnerMemory main, bath;
  double trim_fraction = 0;  ///< integral
  double gas_fraction = 0;   ///< last command
  double bypass_share = 0.2;
  double water_fraction = 1;
  double fan_astray_s = 0;
  double pump_s = 0;  ///< since it started
  double kept_warm_s = 0;
  bool was_on = true, filled = false, reheating = false, reheat_seen = false, guard = false;
  int error = 0;
};

/// One scan, `interval_s` after the last.
BoardCommands run_board(const BoardParams& p, const BoardSettings& s, const BoardOrders& orders,
                        const BoardReadings& r, BoardMemory& m, double interval_s);

}  // namespace twinaxis::water_heater
