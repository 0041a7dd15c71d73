#pragma once
// The numbers of the welding cell: three robots in a row, a store, lorries, the car maker's stock,
// and a worker who may enter. Defaults are the shipped cell; where nothing else is said they are
// assumptions.

#include "models/welding_robot/motion.h"
#include "models/welding_robot/seam.h"
#include "models/welding_robot/stage_params.h"

namespace twinaxis::welding_robot {

inline constexpr std::size_t kRobots = 3;
inline constexpr std::size_t kQueue = 3;  ///< places before each robot

struct LineParams {
  double takt_s = 60;              ///< from one order to the next; what the car maker uses, too
  double handling_s = 6.37;        ///< of a cycle: change of part, moves between seams
  double flow_lag_s = 600;         ///< over which the flow of parts is averaged
  double start_fraction = 0.3012;  ///< of the way from one order, and one lorry, to the next
};
void fields(FieldVisitor& v, LineParams& p);

/// Every n-th part is tested by ultrasound. Of a bad one the share `found` is seen. The first find
/// comes when the sum of the hazards passes `patience`, a unit exponential deviate (its median is
/// ln 2): so a find is exactly as likely as it should be, and a sample draws one number.
struct InspectionParams {
  int every = 20;
  double found_probability = 0.9;
  double patience = 0.6931471805599453;
};
void fields(FieldVisitor& v, InspectionParams& p);

struct ShippingParams {
  int lot_parts = 20;                  ///< traced together
  double lot_bad_parts = 0.1;          ///< expected ones from which a lot counts as bad
  double part_bad_probability = 0.01;  ///< up to it a part is as ordered
  double every_s = 7200;               ///< lorry
  double stock_s = 28800;              ///< of the car maker at the start: its buffer
};
void fields(FieldVisitor& v, ShippingParams& p);

/// One path from the fence to the fixture of robot 1.
struct WorkerParams {
  double path_m = 6;           ///< from outside the fence to the fixture
  double walks_m_per_s = 1.6;  ///< ISO 13855
  double sweep_m = 0.8;        ///< from the fixture: where the tool goes
  double curtain_m = 2.2;      ///< from the fixture: light curtain of the loading opening
  double gap_m = 0.5;          ///< between a resting tool and somebody at the fixture
  double reacts_s = 0.8;       ///< from an unexpected move to letting go of the enabling switch
  double stiffness_N_per_m = 75e3;  ///< face, of somebody who bends over the fixture: ISO/TS 15066
};
void fields(FieldVisitor& v, WorkerParams& p);

struct CellParams {
  SeamParams seam;
  std::array<WeldSettings, kRobots> weld;
  ArmParams arm;
  MotionKind motion = MotionKind::kinematic;
  StageParams stage;      ///< of `motion: rigid`
  int stop_category = 1;  ///< of a stop by the safety system
  LineParams line;
  InspectionParams inspection;
  ShippingParams shipping;
  WorkerParams worker;
  double manual_limit_m_per_s = 0.25;  ///< ISO 10218-1
};
void fields(FieldVisitor& v, CellParams& p);

}  // namespace twinaxis::welding_robot
