#include "models/distillation/bt1_params.h"

namespace twinaxis::distillation {

void fields(FieldVisitor& v, Bt1DesignParams& p) {
  v("feed", p.feed_kmol_per_s, "kmol/s", above(0), "saturated liquid feed");
  v("feed_benzene", p.feed_benzene_fraction, "1", between(0.05, 0.95), "mole fraction");
  v("distillate_benzene", p.distillate_benzene_fraction, "1", between(0.5, 0.9999), "purity");
  v("bottoms_benzene", p.bottoms_benzene_fraction, "1", between(0.0001, 0.5), "impurity");
  v("top_pressure", p.top_Pa, "Pa", between(60e3, 1e6), "top tray, absolute");
  v("tray_drop", p.tray_drop_Pa, "Pa", at_least(0), "pressure drop of a tray");
  v("condenser_drop", p.condenser_drop_Pa, "Pa", at_least(0), "top tray to reflux drum");
  v("level", p.level_fraction, "1", between(0.1, 0.9), "of sump and drum");
}

void fields(FieldVisitor& v, Bt1ValveParams& p) {
  v("control_stroke", p.control_stroke_s, "s", above(0), "lag of control valves");
  v("trip_stroke", p.trip_stroke_s, "s", above(0), "lag of trip and block valves");
  v("pump_run_down", p.pump_run_down_s, "s", above(0), "lag of pumps");
  v("nominal", p.nominal_fraction, "1", between(0.1, 1), "opening of control valves at design");
}

void fields(FieldVisitor& v, Bt1VesselsParams& p) {
  v("sump", p.sump_m3, "m^3", above(0), "sump at 100 % level");
  v("drum", p.drum_m3, "m^3", above(0), "reflux drum at 100 % level");
  v("vapour", p.vapour_m3, "m^3", above(0), "vapour space");
  v("steel", p.steel_kg, "kg", at_least(0), "column steel");
  v("steel_heat_capacity", p.steel_J_per_kg_K, "J/kg/K", above(0), "of steel");
  v("steel_lag", p.steel_lag_s, "s", above(0), "steel against liquid");
  v("drum_steel", p.drum_steel_J_per_K, "J/K", at_least(0), "heat capacity of the drum");
  v("heat_loss", p.loss_W_per_K, "W/K", at_least(0), "to ambient, whole column");
  v("drum_surface", p.drum_surface_W_per_K, "W/K", at_least(0), "condensation on drum liquid");
  v("drum_flash", p.drum_flash_W_per_K, "W/K", at_least(0), "boiling of drum liquid");
  v("vent", p.vent_kmol_per_s_Pa, "kmol/s/Pa", at_least(0), "vent valve, open");
  v("ambient_pressure", p.ambient_Pa, "Pa", above(0), "of the air");
  v("ambient_temperature", p.ambient_K, "K", above(0), "of the air");
}

void fields(FieldVisitor& v, Bt1Params& p) {
  v("mixture", p.mixture, "benzene and toluene");
  v("design", p.design, "duty and starting point");
  v("valves", p.valves, "actuators");
  v("vessels", p.vessels, "volumes, steel, losses");
  v("tray", p.tray, "sieve trays");
  v("condenser", p.condenser, "total condenser");
  v("reboiler", p.reboiler, "steam reboiler");
  v("relief", p.relief, "relief valve PSV-401");
  v("shell", p.shell, "pressure boundary");
  v("on_spec_distillate", p.on_spec_distillate_fraction, "1", fraction(), "benzene, at least");
  v("on_spec_bottoms", p.on_spec_bottoms_fraction, "1", fraction(), "benzene, at most");
}

}  // namespace twinaxis::distillation
