#include "models/distillation/column_a.h"

namespace twinaxis::distillation {

void fields(FieldVisitor& v, ColumnAParams& p) {
  v("stages", p.stages_count, between(3, kStagesAtMost),
    "equilibrium stages with reboiler and total condenser");
  v("feed_stage", p.feed_stage_number, between(2, kStagesAtMost - 1),
    "stage number of the feed, the reboiler is 1");
  v("relative_volatility", p.relative_volatility_ratio, "1", above(1), "alpha");
  v("liquid_time_constant", p.liquid_time_constant_s, "s", above(0),
    "hydraulic time constant of a tray");
  v("vapour_effect", p.vapour_effect_ratio, "1", between(-5, 5),
    "lambda: change of a tray's liquid flow per change of vapour flow at constant holdup");
  v("feed", p.feed_kmol_per_s, "kmol/s", above(0), "nominal feed F");
  v("feed_light", p.feed_light_fraction, "1", fraction(), "nominal feed composition zF");
  v("feed_liquid", p.feed_liquid_fraction, "1", between(-1, 2), "nominal liquid fraction qF");
  v("reflux", p.reflux_kmol_per_s, "kmol/s", above(0), "nominal reflux L");
  v("boilup", p.boilup_kmol_per_s, "kmol/s", above(0), "nominal boilup V");
  v("distillate", p.distillate_kmol_per_s, "kmol/s", above(0), "nominal distillate D");
  v("bottoms", p.bottoms_kmol_per_s, "kmol/s", above(0), "nominal bottom product B");
  v("tray_holdup", p.tray_holdup_kmol, "kmol", above(0), "nominal liquid on a tray");
  v("reboiler_holdup", p.reboiler_holdup_kmol, "kmol", above(0),
    "nominal liquid in the reboiler; 10 kmol is realistic after the author");
  v("condenser_holdup", p.condenser_holdup_kmol, "kmol", above(0),
    "nominal liquid in the reflux drum; 32.1 kmol is realistic after the author");
  v("configuration", p.configuration, kConfigurationNames,
    "the two free flows; the others hold the levels");
  v("drum_level_gain", p.drum_level_gain_per_s, "1/s", above(0), "flow per holdup error");
  v("reboiler_level_gain", p.reboiler_level_gain_per_s, "1/s", above(0), "flow per holdup error");
  v("light_boiling", p.light_boiling_K, "K", above(0), "boiling point of the light component");
  v("heavy_boiling", p.heavy_boiling_K, "K", above(0), "boiling point of the heavy component");
  v("reported_stages", p.reported_stages, "1", between(1, kStagesAtMost),
    "stage numbers whose composition and temperature are published");
}

}  // namespace twinaxis::distillation
