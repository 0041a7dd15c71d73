#pragma once
// The welding cell: three robots in a row weld one seam each.
//
//   tool      dv/dt by motion.h; the demand is the override x programmed speed while it has work
//   cycle     d(progress)/dt = (v / v_program) / (seam / travel + handling)
//   quality   risk of a part: sum of -ln(1 - p_bad) over its seams, p_bad of the settings (seam.h)
//   line      orders release parts; each robot takes from its queue and gives to the next
//   shipping  lots of parts go to a store, a lorry takes it along, the car maker uses them up;
//             without stock its line stands
//   worker    walks to the fixture of robot 1; where the tool sweeps and moves, it strikes, unless
//             robot 1 is a body while somebody is near (motion rigid): then the stage says so
//
// Parts move at roots, quietly: an event is only what somebody would tell. Quality is expected, not
// drawn: a part carries its probability of being bad, lots and shipments carry sums of them.
// Validity, assumptions: README.md.

#include <array>
#include <memory>
#include <optional>

#include "models/welding_robot/cell_layout.h"
#include "models/welding_robot/stage.h"
#include "sim/physics/system.h"

namespace twinaxis::welding_robot {

class Cell final : public System {
 public:
  explicit Cell(const CellParams& params = {});

  const CellParams& params() const { return p_; }
  const ArmMotion& motion() const { return *motion_; }
  /// Every robot runs, nobody is in the cell.
  std::vector<double> nominal_input() const;
  /// Of a seam and what belongs to it, at a speed of travel.
  double cycle_s(double travel_m_per_s) const;

  /// What is asked of robot 1, and where the worker is.
  StageOrder stage_order(const Instant& now) const;
  /// Likewise of any robot.
  ArmOrder arm_order(const Instant& now, std::size_t robot) const;

  std::vector<std::string> inputs() const override { return cell::input_names(p_.motion); }
  std::vector<std::string> output_names() const override;
  std::vector<std::string> state_names() const override { return cell::state_names(); }
  std::vector<double> initial_state() const override;
  std::vector<double> initial_mode() const override;

  void derivative(const Instant& now, std::span<double> rate) const override;
  void outputs(const Instant& now, std::span<double> truth) const override;
  std::size_t root_count() const override { return cell::root_count; }
  void roots(const Instant& now, std::span<double> values) const override;
  void cross(const Crossing& crossing, const Instant& now, std::span<double> state,
             std::span<double> mode, EventLog& log) const override;
  /// Parts, from release to use.
  std::vector<Balance> balances(const Instant& now) const override;

 private:
  WeldSettings settings(const Instant& now, std::size_t robot) const;
  /// A setting of a weld, or the limit of the manual mode, is not what it was at first.
  bool altered(const Instant& now) const;
  /// The weld of these settings, and the hazard -ln(1 - bad probability) of a whole seam.
  struct Welded {
    WeldSettings by;
    Seam seam;
    double hazard = 0;
  };
  const Welded& welded(const Instant& now, std::size_t robot) const;
  /// What controllers and safety system ask of a robot's tool.
  MotionDemand demand(const Instant& now, std::size_t robot) const;
  double pace_per_s(const Instant& now, std::size_t robot) const;
  double released_per_s(const Instant& now) const;
  double used_per_s(const Instant& now) const;
  bool in_sweep(const Instant& now) const;
  /// Robot 1 is a body now: others move it, the cell follows.
  bool is_body(const Instant& now, std::size_t robot) const;
  double tool_m_per_s(const Instant& now) const;
  double walks_m_per_s(const Instant& now) const;
  void worker_rates(const Instant& now, std::span<double> rate) const;
  double force_N(const Instant& now) const;

  // cell_events.cpp
  void cross_line(std::size_t root, const Instant& now, std::span<double> state,
                  std::span<double> mode, Time at, EventLog& log) const;
  void pass_on(std::span<double> state, std::span<double> mode, Time at, EventLog& log) const;
  bool give(std::size_t robot, std::span<double> state, std::span<double> mode, Time at,
            EventLog& log) const;
  bool take(std::size_t robot, std::span<double> state, std::span<double> mode) const;
  void finish(double risk, std::span<double> mode, Time at, EventLog& log) const;
  void inspect(double bad_probability, std::span<double> mode, Time at, EventLog& log) const;
  void load(const Instant& now, std::span<double> state, std::span<double> mode, Time at,
            EventLog& log) const;
  void strike(double speed_m_per_s, std::span<double> mode, Time at, EventLog& log) const;

  CellParams p_;
  std::unique_ptr<const ArmMotion> motion_;
  /// The last weld of each robot: a pure function of settings that rest for hours, asked for twelve
  /// times a step; without this it took two thirds of a run.
  mutable std::array<std::optional<Welded>, kRobots> welded_;
};

}  // namespace twinaxis::welding_robot
