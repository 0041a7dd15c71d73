#include "models/welding_robot/cell_plant.h"

#include <algorithm>

#include "sim/core/require.h"

namespace twinaxis::welding_robot {

using namespace cell;

void declare_stage(const StageParams& stage, PointTable& table) {
  for (const TruthPoint& point : body_points()) table.truth(point.name, point.unit, point.doc);
  for (const std::string& region : regions(stage)) {
    if (table.find(force_point(region))) continue;  // the face is a point of any cell
    table.truth(force_point(region), "N", "greatest of the arm on that region");
    table.truth(clamped_point(region), "N", "greatest while that region could not get away");
    if (!rigid::is_head(region)) continue;
    table.truth(head_speed_point(region), "m/s", "at which the arm struck it, along the push");
    table.truth(head_mass_point(region), "kg", "what the arm weighed in that blow");
  }
}

CellPlant::CellPlant(const CellParams& params, const IntegratorSpec& integrator,
                     const PointTable& table)
    : cell_(params),
      line_("welding cell", std::make_unique<Cell>(params), integrator, table),
      stage_(params, cell_.motion()),
      step_(integrator.step),
      inputs_(table),
      force_(table.id(truth_points()[truth_force].name)),
      manual_(table.id(truth_points()[truth_manual_speed].name)),
      tool_(table.id(body_points()[body_tool_speed - as_body].name)) {
  require(params.motion == MotionKind::rigid, "a stage is for rigid motion");
  for (const std::string& name : cell_.inputs()) input_ids_.push_back(table.id(name));
  for (const std::string& region : regions(params.stage)) {
    force_ids_.push_back(table.id(force_point(region)));
    clamped_ids_.push_back(table.id(clamped_point(region)));
    heads_.emplace_back();
    if (!rigid::is_head(region)) continue;
    heads_.back() = {table.id(head_speed_point(region)), table.id(head_mass_point(region))};
  }
  input_ = cell_.nominal_input();
  keep_state();
}

Instant CellPlant::instant(Time now) const {
  const auto values = line_.state();
  return {.time_s = to_s(now),
          .state = values.first(state_count),
          .input = input_,
          .mode = values.subspan(state_count)};
}

void CellPlant::read(const Bus& bus) {
  for (std::size_t i = 0; i < input_count; ++i) input_[i] = bus.read(input_ids_[i]);
}

void CellPlant::publish(Bus& bus, Time now) {
  line_.publish(bus, now);
  for (std::size_t i = as_body; i < input_count_rigid; ++i)
    bus.write(input_ids_[i], input_[i], now);
  const StageOrder order = cell_.stage_order(instant(now));
  const double tool_m_per_s = stage_.tool_m_per_s(order);
  bus.write(tool_, tool_m_per_s, now);
  bus.write(manual_, order.arm.manual ? tool_m_per_s : 0, now);
  double greatest_N = 0;
  for (std::size_t i = 0; i < force_ids_.size(); ++i) {
    const RegionLoad& load = stage_.loads()[i];
    bus.write(force_ids_[i], load.force_N, now);
    bus.write(clamped_ids_[i], load.clamped_N, now);
    greatest_N = std::max(greatest_N, load.force_N);
    if (!heads_[i]) continue;
    bus.write(heads_[i]->speed, load.struck_m_per_s, now);
    bus.write(heads_[i]->mass, load.struck_by_kg, now);
  }
  bus.write(force_, greatest_N, now);
  now_ = now;
}

void CellPlant::advance(const Bus& bus, Time from, Time to, EventLog& log) {
  read(bus);
  for (Time t = from; t < to;) {
    const StageOrder order = cell_.stage_order(instant(t));
    const bool idle = stage_.idle(order);
    const Time end = idle ? to : std::min(t + step_, to);
    const Time next = idle ? to : stage_.advance(order, t, end);
    const StageReport report = idle ? StageReport{} : stage_.report();
    input_[as_body] = report.awake;
    input_[body_pace] = report.pace_ratio;
    input_[body_acceleration] =
        report.awake ? (report.speed_m_per_s - order.arm.speed_m_per_s) / to_s(next - t) : 0;
    input_[body_tool_speed] = report.tool_m_per_s;
    move_line(t, next, log);
    // A blow acts on people and drives from the moment on at which it happened.
    input_[body_struck] = stage_.blow().struck;
    input_[body_struck_at] = stage_.blow().speed_m_per_s;
    t = next;
  }
  keep_state();
}

void CellPlant::move_line(Time from, Time to, EventLog& log) {
  for (std::size_t i = 0; i < input_.size(); ++i) inputs_.write(input_ids_[i], input_[i], from);
  line_.advance(inputs_, from, to, log);
}

void CellPlant::show(Scene& scene) const {
  const Instant now = instant(now_);
  const ArmOrder others[] = {cell_.arm_order(now, 1), cell_.arm_order(now, 2)};
  stage_.show(cell_.stage_order(now), others, scene);
}

void CellPlant::keep_state() {
  const auto line = line_.state();
  state_.assign(line.begin(), line.end());
  state_.insert(state_.end(), input_.begin() + as_body, input_.end());
  stage_.put_state(state_);
}

}  // namespace twinaxis::welding_robot
