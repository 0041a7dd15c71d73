#pragma once
// Where things stand in the state, input, mode, root and output vectors of the welding cell.

#include <cstddef>
#include <string>
#include <vector>

#include "models/welding_robot/cell_params.h"

namespace twinaxis::welding_robot::cell {

/// Commands and settings; points of these names are read.
enum Input : std::size_t {
  current,  ///< + robot, and so on: settings of the weld
  voltage = current + kRobots,
  travel = voltage + kRobots,
  offset = travel + kRobots,
  run_command = offset + kRobots,             ///< + robot, 0 to 1: speed override
  drives_command = run_command + kRobots,     ///< + robot, 1: the safety system gives the drives
  orders_command = drives_command + kRobots,  ///< parts released, 1/s
  store_hold_command,                         ///< 1: nothing is loaded
  store_sort_command,                         ///< 1: bad lots are taken out before loading
  consumption,                                ///< of the car maker, 1/s
  manual_mode,                                ///< of robot 1, 1: manual
  manual_limit,                               ///< of its tool, m/s
  manual_drives_command,                      ///< 1: the safety system lets it move in manual mode
  jog,                                        ///< 1: somebody moves it by the pendant
  enters,  ///< 0 nobody, 1 a worker by the gate, 2 by the loading opening
  input_count,
  // What robot 1 does while it is a body; only of `motion: rigid`.
  as_body = input_count,
  body_pace,          ///< of its program
  body_acceleration,  ///< of the tool between seams, m/s^2
  body_tool_speed,    ///< of the tool as it really moves, m/s
  body_struck,        ///< 1: it has struck somebody
  body_struck_at,     ///< m/s
  input_count_rigid
};
const std::vector<std::string>& input_names(MotionKind motion);

enum State : std::size_t {
  released,                   ///< of the next part
  progress,                   ///< + robot, of its cycle
  risk = progress + kRobots,  ///< + robot, -ln of the probability that the part is good
  speed = risk + kRobots,     ///< + robot, of the tool
  stock = speed + kRobots,    ///< parts at the car maker
  lorry,                      ///< of the way to the next one
  flow,                       ///< parts made, averaged
  worker_away,                ///< from the fixture, m
  gap,                        ///< between tool and worker, m
  startled,                   ///< time that the tool has moved towards the worker
  state_count
};

inline constexpr double kStep_m = 0.05;  ///< behind the fence by that much nobody is inside
/// A tool slower than that does not strike: nobody would call it moving.
inline constexpr double kStands_m_per_s = 0.02;

/// What a robot does.
inline constexpr double waits = 0, welds = 1, holds_finished = 2;

enum Mode : std::size_t {
  task,                                        ///< + robot
  queue = task + kRobots,                      ///< + robot, parts before it
  queued_risk = queue + kRobots,               ///< + robot * kQueue + place
  lot_count = queued_risk + kRobots * kQueue,  ///< parts of the lot that is being made
  lot_bad,                                     ///< expected bad ones in it
  store_parts,
  store_bad,
  store_suspect,      ///< in lots that count as bad
  store_suspect_bad,  ///< expected bad ones in these
  scrapped,           ///< taken out
  finished,
  shipped,
  shipped_bad,
  shipped_suspect,
  found_hazard,
  found,
  last_bad,  ///< probability that the last part is bad
  car_line_stopped,
  startled_off,  ///< the enabling switch was let go
  struck,
  struck_at_m_per_s,
  mode_count
};

enum Root : std::size_t {
  part_released,
  cycle_ends,  ///< + robot
  lorry_leaves = cycle_ends + kRobots,
  stock_ends,
  worker_in_sweep,
  tool_meets_worker,
  body_strikes,
  lets_go,
  root_count
};

enum Output : std::size_t {
  truth_speed,  ///< + robot, and so on
  truth_throat = truth_speed + kRobots,
  truth_penetration = truth_throat + kRobots,
  truth_cooling = truth_penetration + kRobots,
  truth_resistance = truth_cooling + kRobots,
  truth_bad = truth_resistance + kRobots,
  truth_busy = truth_bad + kRobots,
  truth_current = truth_busy + kRobots,
  truth_voltage = truth_current + kRobots,
  truth_travel = truth_voltage + kRobots,
  truth_offset = truth_travel + kRobots,
  truth_altered = truth_offset + kRobots,
  truth_flow,
  truth_finished,
  truth_on_spec,
  truth_last_bad,
  truth_found,
  truth_store,
  truth_store_suspect,
  truth_scrapped,
  truth_shipped,
  truth_shipped_suspect,
  truth_shipped_bad,
  truth_stock,
  truth_stock_s,
  truth_car_flow,
  truth_away,
  truth_gate,
  truth_curtain,
  truth_manual_speed,
  truth_struck,
  truth_struck_speed,
  truth_force,
  truth_face_force,
  truth_face_clamped,
  truth_face_struck_at,
  truth_face_struck_by,
  truth_striking_kg,
  output_count
};
struct TruthPoint {
  std::string name, unit, doc;
};
const std::vector<TruthPoint>& truth_points();
/// What a stage publishes for the inputs from `as_body` on, in their order.
const std::vector<TruthPoint>& body_points();
/// "worker.chest.force", "worker.chest.clamped_force".
std::string force_point(const std::string& region);
std::string clamped_point(const std::string& region);
/// Of the head: how hard it was struck is kept beside the force, for HIC. "worker.face.struck_at",
/// "worker.face.struck_by".
std::string head_speed_point(const std::string& region);
std::string head_mass_point(const std::string& region);
std::vector<std::string> state_names();
/// "robot1.".
std::string of_robot(std::size_t robot);

}  // namespace twinaxis::welding_robot::cell
