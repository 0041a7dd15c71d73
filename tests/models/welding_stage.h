#pragma once
// The shipped cell with robot 1 as a body, alone on a bus: no network, no controllers.

#include <gtest/gtest.h>

#include "models/welding_robot/cell_plant.h"
#include "sim/core/bus.h"
#include "sim/scenario/extends.h"
#include "sim/scenario/reader.h"

namespace twinaxis::welding_robot {

/// Robot, program, worker and surroundings are those of scenarios/welding_robot/normal.yaml, all
/// else the defaults.
inline CellParams shipped_cell() {
  const std::string scenarios = std::string(TWINAXIS_SOURCE_DIR) + "/scenarios";
  CellParams p;
  p.motion = MotionKind::rigid;
  scenario::Problems problems;
  scenario::Places places;
  const auto all =
      scenario::load_merged(scenarios + "/welding_robot/normal.yaml", problems, scenarios);
  const scenario::Node* node = all ? &all->document : nullptr;
  for (const char* key : {"twin", "plant", "stage"}) {
    if (node != nullptr) node = node->find(key);
  }
  if (node == nullptr) throw std::runtime_error("no stage; " + problems.text());
  scenario::read(*node, p.stage, {.problems = problems, .places = places});
  if (!problems.empty()) throw std::runtime_error(problems.text());
  return p;
}

class StagedCell {
 public:
  explicit StagedCell(const CellParams& p = shipped_cell()) {
    const Cell cell(p);
    const auto input = cell.nominal_input();
    for (std::size_t i = 0; i < cell::input_count; ++i) {
      table_.parameter(cell.inputs()[i], "1", input[i], "");
    }
    for (const auto& point : cell::truth_points()) table_.truth(point.name, point.unit, "");
    if (p.motion == MotionKind::rigid) declare_stage(p.stage, table_);
    bus_ = std::make_unique<Bus>(table_);
    IntegratorSpec spec;
    spec.step = duration_from_s(0.025);
    plant_ = std::make_unique<CellPlant>(p, spec, table_);
    plant_->publish(*bus_, now_);
  }

  void set(const std::string& point, double value) { bus_->write(table_.id(point), value, now_); }
  double truth(const std::string& point) const { return bus_->read(table_.id(point)); }
  /// In steps of 100 ms, the step of the shipped scenarios.
  void run_to(double time_s) {
    while (now_ < time_from_s(time_s)) step(duration_from_s(0.1));
  }
  void step(Duration length) {
    plant_->advance(*bus_, now_, now_ + length, events_);
    now_ += length;
    plant_->publish(*bus_, now_);
  }
  const Event* event(std::string_view name) const {
    for (const Event& e : events_) {
      if (e.name == name) return &e;
    }
    return nullptr;
  }
  Time now() const { return now_; }
  const CellPlant& plant() const { return *plant_; }
  const Stage& stage() const { return plant_->stage(); }

 private:
  PointTable table_;
  std::unique_ptr<Bus> bus_;
  std::unique_ptr<CellPlant> plant_;
  EventLog events_;
  Time now_{};
};

}  // namespace twinaxis::welding_robot
