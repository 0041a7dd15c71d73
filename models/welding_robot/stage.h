#pragma once
// Robot 1, its fixture and the worker as bodies. They are moved while somebody is inside the fence
// and something moves; else they stand as they were, or where the program of the arm has it.
//
// The arm follows its planner by computed torque (rigid/drive.h). What it touches gives way by the
// skins of the regions of ISO/TS 15066, so the force of a blow is a force. What is met first says
// when and how fast; from then on every region keeps the greatest force on it, free and clamped.

#include <array>
#include <span>
#include <string>
#include <vector>

#include "models/welding_robot/cell_params.h"
#include "sim/core/scene.h"
#include "sim/core/time.h"
#include "sim/physics/rigid/world.h"

namespace twinaxis::welding_robot {

/// What the stage must know of the cell at the beginning of a step.
struct StageOrder {
  ArmOrder arm;
  bool comes = false;        ///< somebody goes to the fixture, or stays there
  double away_m = 0;         ///< the worker, from the fixture
  double walks_m_per_s = 0;  ///< away from it
  double outside_m = 0;      ///< so far away he is behind the fence
};

/// What the cell must know of the stage at the end of it.
struct StageReport {
  bool awake = false;        ///< robot 1 is a body
  double pace_ratio = 0;     ///< of the program, mean of the step
  double speed_m_per_s = 0;  ///< of the tool between seams, at the end
  double tool_m_per_s = 0;   ///< of the tool as it really moves
};

/// A blow: what it met first.
struct Blow {
  bool struck = false;
  std::string region;        ///< as the laws of harm call it
  double speed_m_per_s = 0;  ///< at which link and region closed in
};
/// The greatest forces on a region since the blow, and of the head how hard it was struck.
struct RegionLoad {
  double force_N = 0;
  double clamped_N = 0;       ///< while it could not get away
  double struck_m_per_s = 0;  ///< head: link and region closing in, where it had most energy
  double struck_by_kg = 0;    ///< head: what the arm weighed along that blow
};

/// Arm, worker, fixture and fence, as they are made.
rigid::WorldSpec world_of(const CellParams& cell);

class Stage {
 public:
  Stage(const CellParams& cell, const ArmMotion& motion);

  /// Nothing moves or will before the order changes, and nobody is inside.
  bool idle(const StageOrder& order) const;
  /// To `to`, or to the step in which somebody is struck for the first time.
  Time advance(const StageOrder& order, Time from, Time to);
  const StageReport& report() const { return report_; }
  const Blow& blow() const { return blow_; }
  /// Of each region, in the order of `regions`.
  std::span<const RegionLoad> loads() const { return loads_; }
  const std::vector<std::string>& regions() const { return regions_; }
  /// Of the tool at this moment, awake or not.
  double tool_m_per_s(const StageOrder& order) const;

  std::vector<std::string> names() const;
  void show(const StageOrder& order, std::span<const ArmOrder> others, Scene& scene) const;
  /// What decides the future, beside the order.
  void put_state(std::vector<double>& to) const;

  const rigid::World& world() const { return world_; }
  const ArmPlanner& planner() const { return planner_; }
  /// Largest distance of a joint from what was wanted, since the beginning.
  double worst_rad() const { return worst_rad_; }

 private:
  enum class Role { fixed, region, link };
  struct Body {
    Role role = Role::fixed;
    std::size_t index = 0;  ///< of a region in `regions_`, of a link in the arm
  };
  bool inside(const StageOrder& order) const;
  bool wanted(const StageOrder& order);
  void wake(const StageOrder& order);
  void place_worker(const StageOrder& order);
  void move_worker(const StageOrder& order);
  void step(double step_s);
  void feel();
  void touch(const rigid::Contact& contact, rigid::BodyId link, rigid::BodyId part);
  void strike_head(const rigid::Contact& contact, rigid::BodyId link, double closing_m_per_s,
                   RegionLoad& load) const;
  bool held(rigid::BodyId part) const;

  StageParams p_;
  ArmPlanner planner_;
  rigid::World world_;
  rigid::ArmId arm_;
  rigid::PersonId person_;
  std::vector<Body> bodies_;          ///< by index of BodyId
  std::vector<rigid::Chain> others_;  ///< robots 2 and 3
  std::vector<double> most_N_m_;
  std::array<double, rigid::kMostJoints> torque_N_m_{};
  Time clock_{};  ///< of the bodies; they move in whole steps
  bool awake_ = false, bent_ = false;
  bool fetched_ = false;  ///< by others after the blow: what touches then hurts nobody
  double rested_s_ = 0, placed_m_ = -1, worst_rad_ = 0;
  StageReport report_;
  Blow blow_;
  std::vector<std::string> regions_;
  std::vector<bool> heads_;  ///< whether a region is of the head
  std::vector<RegionLoad> loads_;
};

}  // namespace twinaxis::welding_robot
