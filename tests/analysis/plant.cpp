#include "tests/analysis/plant.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "sim/core/unit.h"
#include "sim/scenario/document.h"
#include "sim/scenario/reader.h"

namespace twinaxis::analysis::test {
namespace {

struct NormalPoint {
  const char* name;
  const char* unit;
  double value;
};
// Design values of BT-1: 5 kmol/min of feed, half benzene, split into 3.255 and 3.839 kg/s.
constexpr NormalPoint kNormal[] = {
    {"distillate.flow", "kg/s", 3.255},
    {"bottoms.flow", "kg/s", 3.839},
    {"product.on_spec", "1", 1},
    {"AT-101.reading", "1", 0.99},
    {"leak.flow", "kg/s", 0},
    {"relief.flow", "kg/s", 0},
    {"burst.pressure", "Pa", 0},
    {"burst.vapour_volume", "m^3", 0},
    {"burst.benzene", "kg", 0},
    {"burst.toluene", "kg", 0},
    {"burst.flash_fraction", "1", 0},
    {"plc1.logic", "1", 0},
    {"mes.copied_bytes", "1", 0},
    {"mes.encrypted", "1", 0},
    {"backup.offline", "1", 0},
    {"response.rehearsed", "1", 0},
    {"business_server.encrypted", "1", 0},
};

template <class T>
T from_file(const std::string& file) {
  scenario::Problems problems;
  scenario::Places places;
  const auto document =
      scenario::load_document(std::string(TWINAXIS_SOURCE_DIR "/") + file, problems);
  T value;
  const scenario::ReadContext context{
      problems, places, [](std::string_view) { return std::optional<std::string>("1"); }};
  if (document) scenario::read(*document, value, context);
  if (!problems.empty()) throw std::runtime_error(problems.text());
  return value;
}

}  // namespace

const Site& example_plant() {
  static const Site site = from_file<Site>("scenarios/sites/example-plant.yaml");
  return site;
}

const UnitCosts& unit_costs() {
  static const UnitCosts costs = from_file<UnitCosts>("scenarios/catalogue/unit_costs.yaml");
  return costs;
}

const Consequences& distillation() {
  static const Consequences consequences =
      from_file<Consequences>("models/distillation/consequences.yaml");
  return consequences;
}

TwinNames distillation_names() {
  TwinNames names;
  for (const auto& point : kNormal) names.points.emplace_back(point.name);
  names.attackable = {"engineering_firm", "engineering_firm.package.plc1",
                      "engineering_firm->plc1:update", "PT-101.reading"};
  return names;
}

Recording normal_hour() {
  Recording recording;
  for (int s = 0; s <= 3600; ++s) recording.times.push_back(time_from_s(s));
  recording.end = recording.times.back();
  for (const auto& point : kNormal) {
    Column column;
    column.name = point.name;
    column.unit = point.unit;
    column.values.assign(recording.times.size(), point.value);
    column.minimum = column.maximum = point.value;
    recording.columns.push_back(std::move(column));
  }
  return recording;
}

void set(Recording& recording, const std::string& name, double from_s, double value) {
  const auto column = std::ranges::find(recording.columns, name, &Column::name);
  ASSERT_NE(column, recording.columns.end()) << name;
  for (std::size_t i = 0; i < recording.times.size(); ++i) {
    if (to_s(recording.times[i]) >= from_s) column->values[i] = value;
  }
  const auto [least, greatest] = std::ranges::minmax_element(column->values);
  column->minimum = *least;
  column->maximum = *greatest;
  column->at_minimum = recording.times[static_cast<std::size_t>(least - column->values.begin())];
  column->at_maximum = recording.times[static_cast<std::size_t>(greatest - column->values.begin())];
}

void happen(Recording& recording, const std::string& event, double at_s) {
  recording.events.push_back({time_from_s(at_s), event, "", 0, ""});
}

void attack(Recording& recording, const std::string& point, const std::string& effect,
            double at_s) {
  const std::string name = "any name " + std::to_string(recording.manifest.attacks.size());
  recording.manifest.attacks.push_back({"attack." + name + ".start", effect, {point}});
  happen(recording, "attack." + name + ".start", at_s);
}

Recording rupture(double burst_Pa) {
  // 14 t of liquid; half of it flashes at 199 degC, so all of it is in the fireball.
  Recording recording = normal_hour();
  happen(recording, "attack.pressure_reading_frozen.start", 300);
  happen(recording, "vessel.ruptured", 1800);
  for (const auto& [name, value] :
       {std::pair{"burst.pressure", burst_Pa}, std::pair{"burst.vapour_volume", 60.0},
        std::pair{"burst.benzene", 6500.0}, std::pair{"burst.toluene", 7500.0},
        std::pair{"burst.flash_fraction", 0.5}, std::pair{"distillate.flow", 0.0},
        std::pair{"bottoms.flow", 0.0}}) {
    set(recording, name, 1800, value);
  }
  return recording;
}

Outcome judge(const Recording& recording, const Draw& draw) {
  return outcome_of(recording, distillation(), example_plant(), unit_costs(), draw);
}

const Placement& of(const Outcome& outcome, const std::string& stakeholder) {
  const auto found = std::ranges::find(outcome.placements, stakeholder, &Placement::stakeholder);
  if (found == outcome.placements.end()) throw std::runtime_error("no " + stakeholder);
  return *found;
}

}  // namespace twinaxis::analysis::test
