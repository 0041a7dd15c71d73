#include "models/drone/battery.h"

#include <algorithm>
#include <cmath>

namespace twinaxis::drone {
namespace {

constexpr double kKnee_fraction = 0.1;

}  // namespace

void fields(FieldVisitor& v, BatteryParams& p) {
  v("cells", p.cells_count, between(1, 14), "in series");
  v("capacity", p.capacity_As, "A s", above(0), "from full to empty");
  v("full", p.full_V, "V", above(0), "of a full cell without load");
  v("knee", p.knee_V, "V", above(0), "of a cell at 10 % of charge");
  v("empty", p.empty_V, "V", above(0), "of an empty cell");
  v("resistance", p.resistance_Ohm, "ohm", above(0), "of all cells");
  v("nominal", p.nominal_V, "V", above(0), "at which rotors reach their top speed");
  v("cutoff", p.cutoff_V, "V", at_least(0), "below it the rotors stop");
  v("efficiency", p.efficiency_ratio, "1", between(0.05, 1), "shaft over electric power");
  v("electronics", p.electronics_W, "W", at_least(0), "camera, radio, computer");
  v("initial", p.initial_fraction, "1", fraction(), "charge at the start");
}

double open_circuit_V(const BatteryParams& p, double charge_fraction) {
  const double charge = std::clamp(charge_fraction, 0.0, 1.0);
  const double cell_V =
      charge < kKnee_fraction
          ? p.empty_V + (p.knee_V - p.empty_V) * charge / kKnee_fraction
          : p.knee_V + (p.full_V - p.knee_V) * (charge - kKnee_fraction) / (1 - kKnee_fraction);
  return p.cells_count * cell_V;
}

double shaft_power_W(const Vehicle& v, const std::array<double, kRotorCount>& rotor_rad_per_s) {
  double sum_W = 0;
  for (std::size_t i = 0; i < kRotorCount; ++i) {
    const double w = rotor_rad_per_s[i];
    sum_W += v.rotors[i].blades_fraction * v.torque_m * v.thrust_N_s2 * w * w * w;
  }
  return sum_W;
}

BatteryLoad load_of(const BatteryParams& p, double charge_fraction, double shaft_W) {
  const double open_V = open_circuit_V(p, charge_fraction), ohm = p.resistance_Ohm;
  BatteryLoad load;
  load.power_W = shaft_W / p.efficiency_ratio + p.electronics_W;
  const double root = std::sqrt(std::max(open_V * open_V - 4 * ohm * load.power_W, 0.0));
  load.current_A = charge_fraction > 0 ? (open_V - root) / (2 * ohm) : 0;
  load.voltage_V = open_V - ohm * load.current_A;
  return load;
}

}  // namespace twinaxis::drone
