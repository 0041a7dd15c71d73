#pragma once
// The numbers of the benzene/toluene plant BT-1. Defaults are the shipped plant; sources in
// README.md.

#include "models/distillation/exchangers.h"
#include "models/distillation/hydraulics.h"
#include "models/distillation/relief.h"
#include "models/distillation/vessel.h"
#include "models/distillation/vle.h"

namespace twinaxis::distillation {

inline constexpr std::size_t kBt1Trays = 24;
inline constexpr std::size_t kBt1Stages = kBt1Trays + 1;  ///< 0 is sump and reboiler
inline constexpr std::size_t kBt1Top = kBt1Stages - 1;    ///< the uppermost tray
inline constexpr std::size_t kBt1FeedStage = 12;          ///< the 13th from the bottom

/// The duty for which valves and exchangers are sized, and where a run starts. Stage i stands at
/// top + (24 - i) * tray drop; the drop profile is fixed (assumption), the top pressure moves.
struct Bt1DesignParams {
  double feed_kmol_per_s = 5.0 / 60;
  double feed_benzene_fraction = 0.5;
  double distillate_benzene_fraction = 0.99;
  double bottoms_benzene_fraction = 0.01;
  double top_Pa = 112e3;  ///< top tray, absolute
  double tray_drop_Pa = 750;
  double condenser_drop_Pa = 2e3;  ///< top tray to reflux drum
  double level_fraction = 0.5;     ///< of sump and drum
};

/// First-order lag of every actuator, and where the shipped plant holds them.
struct Bt1ValveParams {
  double control_stroke_s = 4;    ///< lag of a control valve (assumption)
  double trip_stroke_s = 2;       ///< lag of a trip or block valve (assumption)
  double pump_run_down_s = 3;     ///< lag of a pump (assumption)
  double nominal_fraction = 0.6;  ///< opening of every control valve at design
};

struct Bt1VesselsParams {
  double sump_m3 = 14.2;  ///< sump at 100 % level; 60 kmol at half
  double drum_m3 = 11.7;  ///< reflux drum at 100 % level; 60 kmol at half
  double vapour_m3 = 60;  ///< column, overhead line and drum; constant (assumption)
  double steel_kg = 25e3;
  double steel_J_per_kg_K = 480;
  double steel_lag_s = 100;           ///< steel against the liquid of its stage (assumption)
  double drum_steel_J_per_K = 1.4e6;  ///< 3 t (assumption)
  double loss_W_per_K = 100;          ///< through the insulation, all stages (assumption)
  double drum_surface_W_per_K = 5e3;  ///< hot vapour on colder drum liquid (assumption)
  double drum_flash_W_per_K = 4e5;    ///< boiling of superheated drum liquid (assumption)
  double vent_kmol_per_s_Pa = 2e-7;   ///< vent valve, open, per pascal above ambient
  double ambient_Pa = 101325;
  double ambient_K = 288.15;
};

struct Bt1Params {
  Mixture mixture;
  Bt1DesignParams design;
  Bt1ValveParams valves;
  Bt1VesselsParams vessels;
  TrayParams tray;
  CondenserParams condenser;
  ReboilerParams reboiler;
  ReliefParams relief;
  VesselParams shell;
  double on_spec_distillate_fraction = 0.985;  ///< benzene, at least
  double on_spec_bottoms_fraction = 0.015;     ///< benzene, at most
};

void fields(FieldVisitor& v, Bt1DesignParams& p);
void fields(FieldVisitor& v, Bt1ValveParams& p);
void fields(FieldVisitor& v, Bt1VesselsParams& p);
void fields(FieldVisitor& v, Bt1Params& p);

}  // namespace twinaxis::distillation
