#pragma once
// The numbers of the metalworks: a reheating furnace for steel slabs with its combustion air fan,
// and a holding furnace for melt. Defaults are the shipped plant; sources in README.md. Where
// nothing else is said, sizes of equipment are assumptions.

#include <array>
#include <string>
#include <vector>

#include "models/furnace/bearing.h"
#include "models/furnace/lining.h"
#include "models/furnace/slab.h"
#include "models/furnace/steel_quality.h"

namespace twinaxis::furnace {

/// What the layout of a step holds room for; a reheating furnace has three to eight zones.
inline constexpr std::size_t kMostZones = 20;
using ByZone = std::array<double, kMostZones>;

/// A zone of the reheating furnace. Its place in the list is its place on the way of the slabs, and
/// its number: the first has BRN-101, TIC-101, TT-101, gw1.
struct ZoneParams {
  std::string name;  ///< "heating", in the names of points; unique
  int slab_count = 6;
  double setpoint_K = 1473.15;
  double rated_W = 25e6;                ///< burners at full fuel
  double heat_capacity_J_per_K = 30e6;  ///< inner skin of the lining, rails, gas
  double loss_W_per_K = 250;            ///< through lining, doors and cooled rails
  /// Its temperature decides over no slab: too cold it does not stop the line, and the shift leaves
  /// it alone.
  bool preheats = false;
  int well_count = 2;  ///< thermocouples in the wells
  int roof_count = 6;  ///< thermocouples under the roof
};
void fields(FieldVisitor& v, ZoneParams& p);

/// Burning of natural gas with ten per cent of excess air, and a recuperator.
struct FuelParams {
  double heating_value_J_per_kg = 50e6;  ///< lower, methane
  double air_ratio = 18.9;               ///< kg of air per kg of gas: 17.2 x 1.1
  double flue_J_per_kg_K = 1250;         ///< mean heat capacity of hot flue gas
  double recovered_fraction = 0.35;      ///< of the flue's heat, back with the combustion air
  double flue_kg_per_J() const { return (1 + air_ratio) / heating_value_J_per_kg; }
};
void fields(FieldVisitor& v, FuelParams& p);

struct LineParams {
  double period_s = 400;           ///< from one slab to the next
  double start_fraction = 0.3012;  ///< of a period that has gone by at the start
  double convection_W_per_m2_K = 15;
  double lower_ratio = 0.9;  ///< exchange of the lower face over the upper: rails shade
  double well_lag_s = 20;    ///< of the zone thermocouples in their wells
};
void fields(FieldVisitor& v, LineParams& p);

/// What a slab must be when it leaves. Limits lie between the normal run and fifty kelvin more.
struct QualityParams {
  GrainGrowth grain;
  Decarburisation carbon;
  Scale scale;
  double least_core_K = 1423.15;        ///< 1150 degC: below it the mill may trip
  double greatest_uneven_K = 60;        ///< hottest less coldest place over the thickness
  double greatest_surface_K = 1623.15;  ///< 1350 degC: grain boundaries melt ("burning")
  double greatest_grain_m = 165e-6;
  double greatest_scale_m = 2.5e-3;
  double greatest_carbon_depth_m = 3e-3;
};
void fields(FieldVisitor& v, QualityParams& p);

/// A bearing of the fan or of its motor.
struct FanBearing {
  std::string name;  ///< "fan_drive", in the names of points; unique
  int thermocouple_count = 2;
  BearingParams design;
};
void fields(FieldVisitor& v, FanBearing& p);

struct FanParams {
  double run_s = 5;            ///< lag of the speed
  double seized_run_s = 2;     ///< to a stop with a seized bearing
  double winding_rise_K = 85;  ///< over ambient at full speed
  std::vector<FanBearing> bearings{
      {"fan_drive", 2, {}}, {"fan_free", 2, {}}, {"motor_drive", 2, {}}, {"motor_free", 2, {}}};
  InsulationParams insulation;
};
void fields(FieldVisitor& v, FanParams& p);

/// Life of the furnace lining: at the reference temperature, halved every so many kelvin more
/// (assumption, the form of Montsinger's rule).
struct WearParams {
  double life_s = 1.26e8;  ///< four years
  double reference_K = 1523.15;
  double halving_K = 30;
};
void fields(FieldVisitor& v, WearParams& p);

struct HolderParams {
  LiningParams lining;
  double melt_K = 1723.15;  ///< iron at 1450 degC, kept by an inductor
  double content_kg = 60e3;
  double delivery_kg_per_s = 5;  ///< to the casting line, made up by the melting shop
  double drain_s = 1200;         ///< to empty it into the pit ladles
  double wall_m2 = 40;
  double spot_m2 = 0.5;           ///< where a joint lets melt in
  double wear_m_per_s = 7e-9;     ///< 0.2 m in 8000 h, a year's campaign of the lining (assumption)
  double shell_alarm_K = 673.15;  ///< 400 degC (350 to 400 usual, from memory)
};
void fields(FieldVisitor& v, HolderParams& p);

struct WorksParams {
  SlabParams slab;
  std::vector<ZoneParams> zones{{"preheat", 6, 1173.15, 25e6, 30e6, 250, true, 2, 4},
                                {"heating", 8, 1523.15, 60e6, 35e6, 300, false, 2, 8},
                                {"soaking", 6, 1513.15, 15e6, 30e6, 250, false, 2, 6}};
  FuelParams fuel;
  LineParams line;
  QualityParams quality;
  FanParams fan;
  WearParams wear;
  HolderParams holder;
  double ambient_K = 303.15;
  double charge_K = 293.15;
};
void fields(FieldVisitor& v, WorksParams& p);

/// Zones and bearings without a name of their own, none of them, or too many.
std::vector<FieldProblem> problems(const WorksParams& p);

}  // namespace twinaxis::furnace
