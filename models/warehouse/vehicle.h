#pragma once
// One automated guided vehicle: straight runs between nodes with turns on the spot, a lift, a
// battery, a scanner that looks ahead.
//
//   run      trapezoid of speed: a to v, brake to stand at the target; exact in time, whatever the
//            step (phases of constant acceleration in closed form)
//   scanner  something within v T + v^2 / (2 a) ahead: protective stop; it goes on by itself when
//            the way has been free for a while (ISO 3691-4)
//   battery  rolling friction and electronics; charges where it parks
//
// Numbers: speeds of a Kiva-type drive unit, 145 kg with a pod of 450 kg (IEEE Spectrum); turn and
// lift as in RAWSim-O (Merschformann et al., Logistics Research 11:8 (2018)); battery as MP-500 of
// Neobotix. What is said nowhere is an assumption.

#include <array>
#include <cstdint>

#include "models/warehouse/motion.h"
#include "sim/core/fields.h"

namespace twinaxis::warehouse {

struct ScannerParams {
  Braking braking;        ///< that the field counts on
  double margin_m = 0.2;  ///< for people: beyond the distance of the stop
  double clear_s = 2;     ///< free before it goes on by itself
};
void fields(FieldVisitor& v, ScannerParams& p);

struct VehicleParams {
  double speed_m_per_s = 1.3;
  double acceleration_m_per_s2 = 0.6;  ///< 0.5 to 1 in RAWSim-O
  double emergency_m_per_s2 = 1;       ///< of a protective stop
  double quarter_turn_s = 0.625;
  double lift_s = 3;
  double mass_kg = 145, pod_kg = 450;
  double bumper_m_per_s = 0.3;  ///< closing speed that it takes without damage (assumption)
  double length_m = 1;          ///< and width
  double pod_half_width_m = 0.45, pod_centre_m = 1.1;  ///< half the base; height of the mass
  double battery_J = 4.32e6;                           ///< 24 V, 50 Ah
  double rolling_ratio = 0.015, efficiency = 0.7;
  double idle_W = 40, charger_W = 1200;
  ScannerParams scanner;
};
void fields(FieldVisitor& v, VehicleParams& p);
/// Deceleration beyond which a pod tips over its front edge.
double tipping_m_per_s2(const VehicleParams& p);

/// East, north, west, south.
inline constexpr std::array<std::array<int, 2>, 4> kHeadings{{{1, 0}, {0, 1}, {-1, 0}, {0, -1}}};

/// What the vehicle's controller wants, held over a step.
struct DriveOrder {
  int x = 0, y = 0;             ///< the node in a straight line where it should stand
  double speed_m_per_s = 1.3;   ///< limit
  double braking_m_per_s2 = 0;  ///< 0: as built
  bool stop = false;            ///< protective stop, or no power: brakes on
};

/// In nodes; `ahead_m` beyond the node in the direction of the heading.
struct DriveState {
  int x = 0, y = 0;
  int heading = 0;
  double ahead_m = 0;
  double speed_m_per_s = 0;
  double turning_s = 0;        ///< left of a turn
  double braked_m_per_s2 = 0;  ///< the hardest of the last step
};

/// Moves it on by `step_s`. Nodes that it passes count when their centre is reached.
void move(const VehicleParams& p, double pitch_m, const DriveOrder& order, double step_s,
          DriveState& d);

}  // namespace twinaxis::warehouse
