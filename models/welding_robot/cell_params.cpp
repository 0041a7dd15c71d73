#include "models/welding_robot/cell_params.h"

namespace twinaxis::welding_robot {

void fields(FieldVisitor& v, LineParams& p) {
  v("takt", p.takt_s, "s", above(0), "from one order to the next");
  v("handling", p.handling_s, "s", at_least(0), "of a cycle, besides welding");
  v("flow_lag", p.flow_lag_s, "s", above(0), "over which the flow of parts is averaged");
  v("start", p.start_fraction, "1", between(0, 0.999), "of the way to the next order and lorry");
}

void fields(FieldVisitor& v, InspectionParams& p) {
  v("every", p.every, at_least(1), "one of so many parts is tested");
  v("found", p.found_probability, "1", between(0, 0.999), "share of bad parts that a test sees");
  v("patience", p.patience, "1", above(0), "sum of hazards at which the first bad one is found");
}

void fields(FieldVisitor& v, ShippingParams& p) {
  v("lot", p.lot_parts, at_least(1), "parts that are traced together");
  v("lot_bad", p.lot_bad_parts, "1", above(0), "expected bad parts that make a lot bad");
  v("part_bad", p.part_bad_probability, "1", fraction(), "probability up to which a part is good");
  v("every", p.every_s, "s", above(0), "from one lorry to the next");
  v("stock", p.stock_s, "s", above(0), "time that the car maker's stock lasts at the start");
}

void fields(FieldVisitor& v, WorkerParams& p) {
  v("path", p.path_m, "m", above(0), "from outside the fence to the fixture");
  v("walks", p.walks_m_per_s, "m/s", above(0), "speed of walking");
  v("sweep", p.sweep_m, "m", above(0), "from the fixture: where the tool goes");
  v("curtain", p.curtain_m, "m", above(0), "from the fixture: light curtain");
  v("gap", p.gap_m, "m", above(0), "between a resting tool and somebody at the fixture");
  v("reacts", p.reacts_s, "s", above(0), "to letting go of the enabling switch");
  v("stiffness", p.stiffness_N_per_m, "N/m", above(0), "of the region that is struck");
}

void fields(FieldVisitor& v, CellParams& p) {
  v("seam", p.seam, "joint, and what is asked of it");
  v("weld_1", p.weld[0], "settings of robot 1 at the start");
  v("weld_2", p.weld[1], "settings of robot 2 at the start");
  v("weld_3", p.weld[2], "settings of robot 3 at the start");
  v("arm", p.arm, "of every robot");
  v("motion", p.motion, kMotionNames, "how the tool moves");
  v("stage", p.stage, "robot 1, its fixture and the worker as bodies, of 'motion: rigid'");
  v("stop_category", p.stop_category, between(0, 2), "of a stop by the safety system");
  v("line", p.line, "pace of the line");
  v("inspection", p.inspection, "tests by sample");
  v("shipping", p.shipping, "lots, lorries, stock of the car maker");
  v("worker", p.worker, "who may enter, and where");
  v("manual_limit", p.manual_limit_m_per_s, "m/s", above(0), "speed of the tool in manual mode");
}

}  // namespace twinaxis::welding_robot
