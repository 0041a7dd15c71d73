#pragma once
// The cell with robot 1 as a body while somebody is near: a System for the line, a Stage for the
// few seconds in which somebody may be struck. The stage goes first in each sub-step of the
// integrator; what it finds are inputs of the cell for the same sub-step, so neither lags behind.

#include <optional>

#include "models/welding_robot/cell.h"
#include "sim/core/bus.h"
#include "sim/physics/system_plant.h"

namespace twinaxis::welding_robot {

/// The truths that a stage adds to those of the cell.
void declare_stage(const StageParams& stage, PointTable& table);

class CellPlant final : public Plant {
 public:
  /// Contract: `params.motion` is rigid.
  CellPlant(const CellParams& params, const IntegratorSpec& integrator, const PointTable& table);
  void publish(Bus& bus, Time now) override;
  void advance(const Bus& bus, Time from, Time to, EventLog& log) override;
  std::span<const double> state() const override { return state_; }
  const System* balanced() const override { return &line_.system(); }
  std::vector<std::string> bodies() const override { return stage_.names(); }
  void show(Scene& scene) const override;

  const Stage& stage() const { return stage_; }

 private:
  Instant instant(Time now) const;
  void read(const Bus& bus);
  void move_line(Time from, Time to, EventLog& log);
  void keep_state();

  Cell cell_;  ///< asked for orders; the same as that of `line_`
  SystemPlant line_;
  Stage stage_;
  Duration step_;
  Bus inputs_;  ///< of the cell: those of the twin, and what the stage found
  std::vector<PointId> input_ids_;
  struct HeadIds {
    PointId speed, mass;
  };
  std::vector<PointId> force_ids_, clamped_ids_;  ///< of each region
  std::vector<std::optional<HeadIds>> heads_;     ///< likewise, of the head
  PointId force_, manual_, tool_;
  std::vector<double> input_, state_;
  Time now_{};
};

}  // namespace twinaxis::welding_robot
