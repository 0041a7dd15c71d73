#include "tests/golden/golden.h"

namespace twinaxis::golden {

std::vector<Target> all_targets() {
  std::vector<Target> all;
  const auto add = [&](const std::vector<Target>& targets) {
    all.insert(all.end(), targets.begin(), targets.end());
  };
  add(column_a_targets());
  add(wood_berry_targets());
#ifdef TWINAXIS_GOLDEN_BT1
  add(bt1_targets());
#endif
  add(water_heater_targets());
  add(safety_targets());
  add(harm_targets());
  add(burn_targets());
  add(furnace_targets());
  add(impact_targets());
  add(drone_targets());
  add(welding_targets());
  add(rigid_targets());
  add(warehouse_targets());
  add(economics_targets());
  return all;
}

}  // namespace twinaxis::golden
