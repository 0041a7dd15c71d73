#pragma once
// The plant's parameters: a user's own heater, pipe, bath, room and residents are YAML.

#include "models/water_heater/combustion.h"
#include "models/water_heater/exchanger.h"
#include "models/water_heater/pipe.h"
#include "models/water_heater/residents.h"

namespace twinaxis::water_heater {

struct BurnerParams {
  double size_go = 24;             ///< 1 go: 1 L/min warmed by 25 K
  double efficiency_ratio = 0.80;  ///< of the main burner; 0.95 condensing
  double bath_heat_W = 9.3e3;      ///< reheating, into the bath water
  double bath_efficiency_ratio = 0.80;

  double rated_heat_W() const;  ///< into the water at full gas
  double rated_gas_W() const;
  double bath_gas_W() const;
};
void fields(FieldVisitor& v, BurnerParams& p);

/// Largest flow that a heater of this size warms from one temperature to another.
double largest_flow_kg_per_s(double size_go, double from_K, double to_K);
/// Time to draw a mass of hot water at that flow.
double filling_time_s(double size_go, double mass_kg, double from_K, double to_K);

struct BathParams {
  double area_m2 = 0.45;
  double rim_m = 0.52;                ///< overflow edge
  double port_m = 0.12;               ///< circulation port: below it the pump draws air
  double loss_W_per_K = 18;           ///< to the room
  double tub_J_per_K = 8e3;           ///< what the tub itself stores
  double loop_m3_per_s = 6e-3 / 60;   ///< of the circulation pump: 6 L/min
  double fill_m3_per_s = 15e-3 / 60;  ///< of the open filling valve: 15 L/min
  double initial_level_m = 0;
  double initial_K = 288.15;
};
void fields(FieldVisitor& v, BathParams& p);

struct TapParams {
  double shower_m3_per_s = 10e-3 / 60;  ///< of mixed water: 10 L/min
  double valve_s = 1;                   ///< wax element of the thermal mixing valve
  double valve_limit_K = 323.15;        ///< what it lets pass at most
};
void fields(FieldVisitor& v, TapParams& p);

/// What protects, breaks and burns.
struct LimitParams {
  double fuse_K = 388.15;         ///< thermal fuse melts
  double fuse_s = 1.5;            ///< its time constant on the copper
  double solder_K = 503.15;       ///< solder of the exchanger melts
  double burner_K = 1200;         ///< copper this hot takes no more heat
  double burst_ice_ratio = 0.15;  ///< share of ice at which the tubes burst
  double casing_J_per_K = 8e3;
  double casing_loss_W_per_K = 4;     ///< to the surroundings of the heater
  double ignition_K = 533.15;         ///< of wood beside the casing
  double co_shutoff_fraction = 3e-4;  ///< of an independent CO alarm with shut-off valve
  double freeze_heater_W = 120;       ///< on each exchanger
};
void fields(FieldVisitor& v, LimitParams& p);

/// What comes from outside or is fitted by hand, at the start: the first values of parameters that
/// are points (outside_inputs() in heater_layout.h has names, ranges, sources).
struct OutsideParams {
  double cold_K = 288.15;
  double ambient_K = 288.15;
  double gas_supply_fraction = 1;
  double kitchen_kg_per_s = 0;
  double hot_share_fraction = 0.92;
  double flue_blockage_fraction = 0;
  double ventilation_m3_per_s = 20.0 / 3600;
  double fuse_fitted = 1;  ///< 1 or 0, as the following
  double scald_valve_fitted = 0;
  double co_shutoff_fitted = 0;
};
void fields(FieldVisitor& v, OutsideParams& p);

struct HeaterParams {
  ExchangerParams exchanger;
  ExchangerParams bath_exchanger;
  BurnerParams burner;
  CombustionParams combustion;
  PipeParams pipe;
  TapParams taps;
  BathParams bath;
  RoomParams room;
  LimitParams limits;
  OutsideParams outside;
  Residents residents = usual_residents();
  std::vector<Visit> visits;
  double initial_K = 293.15;  ///< exchanger, pipe and casing
  HeaterParams();
};
void fields(FieldVisitor& v, HeaterParams& p);

/// Contradictions between admissible values; `step_s` is that of the integrator (Courant number).
std::vector<FieldProblem> problems(const HeaterParams& p, double step_s);

}  // namespace twinaxis::water_heater
