#pragma once
// Battery of cells in series and what the rotors draw from it.
//
//   shaft power  P_s = sum cm kf w^3;   electric  P = P_s / eta + P_electronics
//   V = E(charge) - R I,  P = V I:   I = (E - sqrt(E^2 - 4 R P)) / (2 R)
//   d(charge)/dt = -I / Q;   rotors reach at most  top V / V_nominal
//
// E of a cell is straight from `knee` at 10 % charge to `full`, and from `empty` at 0 to `knee`.
// Valid at constant temperature, without ageing. Source: equivalent circuit of order zero, e.g.
// Plett, Battery Management Systems, vol. 1 (2015), section 2.1; figures: README.

#include <array>

#include "models/drone/vehicle.h"

namespace twinaxis::drone {

struct BatteryParams {
  int cells_count = 4;
  double capacity_As = 13860;                        ///< 3.85 A h
  double full_V = 4.2, knee_V = 3.5, empty_V = 3.0;  ///< of a cell, without load
  double resistance_Ohm = 0.04;                      ///< of all cells
  double nominal_V = 15.4;
  double cutoff_V = 12;  ///< below it under load the rotors stop
  double efficiency_ratio = 0.68;
  double electronics_W = 12;
  double initial_fraction = 1;
};
void fields(FieldVisitor& v, BatteryParams& p);

double open_circuit_V(const BatteryParams& p, double charge_fraction);
double shaft_power_W(const Vehicle& v, const std::array<double, kRotorCount>& rotor_rad_per_s);

struct BatteryLoad {
  double current_A = 0, voltage_V = 0, power_W = 0;
};
/// With this power at the shafts; more than the battery can give is what it can give.
BatteryLoad load_of(const BatteryParams& p, double charge_fraction, double shaft_W);

}  // namespace twinaxis::drone
