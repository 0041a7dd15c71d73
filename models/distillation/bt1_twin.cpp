#include "models/distillation/bt1_twin.h"

#include <algorithm>

#include "models/distillation/bt1_layout.h"
#include "models/distillation/twins.h"
#include "sim/core/near.h"
#include "sim/physics/system_plant.h"

namespace twinaxis::distillation {

Bt1TwinParams::Bt1TwinParams() : procedures(bt1_procedures()) {}

void fields(FieldVisitor& v, Bt1SafetyParams& p) {
  v("high_pressure", p.high_pressure_Pa, "Pa", above(0), "trip by PT-102A/B/C, 2oo3");
  v("low_sump_level", p.low_sump_level, "1", fraction(), "trip by LT-303, 1oo1");
  v("high_temperature", p.high_temperature_K, "K", above(0), "trip by TT-302A/B, 1oo2");
  v("sis", p.sis, "the logic solver");
}

void fields(FieldVisitor& v, Bt1AlarmParams& p) {
  v("high_pressure", p.high_pressure_Pa, "Pa", above(0), "PAH-101");
  v("high_top_temperature", p.high_top_temperature_K, "K", above(0), "TAH-101");
  v("low_level", p.low_level, "1", fraction(), "of drum and sump");
  v("high_level", p.high_level, "1", fraction(), "of drum and sump");
  v("low_purity", p.low_purity, "1", fraction(), "of the distillate");
}

void fields(FieldVisitor& v, Bt1BoardParams& p) {
  v("cool_tray", p.cool_tray_K, "K", above(0), "set-point of TIC-105 when the pressure is high");
  v("hot_tray", p.hot_tray_K, "K", above(0), "the same when the operator errs");
  v("manual_feed", p.manual_feed_kg_per_s, "kg/s", at_least(0), "FIC-101 without orders");
}

void fields(FieldVisitor& v, Bt1TwinParams& p) {
  v("plant", p.plant, "column, exchangers, relief, shell");
  v("integrator", p.integrator, "how the plant is integrated");
  v("control", p.control, "plc1");
  v("safety", p.safety, "sis1");
  v("alarms", p.alarms, "limits of the alarms at the HMI");
  v("field", p.field, "field station");
  v("hmi", p.hmi, "screens");
  v("update", p.update, "update of plc1 from the engineering firm");
  v("procedures", p.procedures, "what the board operator reacts to, and how fast");
  v("board", p.board, "what the board operator sets then");
}

void Bt1Twin::parameters(FieldVisitor& v) {
  fields(v, params_);
  designed_.reset();
}

const Bt1& Bt1Twin::designed() const {
  if (!designed_) designed_.emplace(params_.plant);
  return *designed_;
}

std::vector<FieldProblem> Bt1Twin::problems() const {
  std::vector<FieldProblem> found;
  try {
    designed();
  } catch (const std::domain_error& error) {
    found.push_back({"plant", error.what()});
  }
  std::vector<std::string> known;
  for (const auto& [id, procedure] : bt1_procedures()) known.push_back(id);
  for (const auto& [id, procedure] : params_.procedures) {
    if (std::ranges::find(known, id) != known.end()) continue;
    found.push_back(
        {"procedures." + id, "the board has no such procedure" + did_you_mean(id, known)});
  }
  return found;
}

void Bt1Twin::build(PointTable& table, cyber::NetworkPlan& plan) const {
  const Bt1& plant = designed();
  const auto first = bt1_first_outputs(plant);
  const auto& truths = bt1::truth_points();
  for (std::size_t i = 0; i < truths.size(); ++i) {
    table.truth(truths[i].name, truths[i].unit, truths[i].doc, first[i]);
  }
  const auto input = plant.nominal_input();
  const auto outside = [&](bt1::Input which, const char* unit, const char* doc, Range range) {
    table.parameter(bt1::input_names()[which], unit, input[which], doc, range);
  };
  outside(bt1::feed_benzene, "1", "benzene in the feed, mole fraction", fraction());
  outside(bt1::feed_supply, "1", "feed pressure over that of the design", at_least(0));
  outside(bt1::water_temperature, "K", "cooling water supply", above(0));
  outside(bt1::steam_header, "Pa", "steam header, absolute", above(0));
  outside(bt1::inert_ingress, "kmol/s", "air that leaks in", at_least(0));
  outside(bt1::fire_heat, "W", "heat of a fire around the sump", at_least(0));
  table.signal("HV-401.command", "1", View::controller,
               "block valve below the relief valve, sealed open; moved by hand only", {},
               fraction(), 1);
  add_bt1_network(plan);
  add_bt1_devices(params_, plant, table, plan);
  add_bt1_people(params_, table, plan);
}

std::unique_ptr<Plant> Bt1Twin::plant(const PointTable& table) const {
  return std::make_unique<SystemPlant>("BT-1", std::make_unique<Bt1>(designed()),
                                       params_.integrator, table);
}

std::unique_ptr<Model> make_bt1_twin() { return std::make_unique<Bt1Twin>(); }

}  // namespace twinaxis::distillation
