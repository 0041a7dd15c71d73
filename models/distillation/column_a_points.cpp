// The names by which Column A is seen: inputs, outputs, states.

#include "models/distillation/column_a.h"

namespace twinaxis::distillation {
namespace {

/// An input or output of the model, in the order of the vectors it stands for.
struct Item {
  std::string name;
  std::string unit;
  std::string doc;
};

constexpr const char* kFlow = "kmol/s";

std::vector<Item> input_items(Configuration configuration) {
  const Item reflux{"reflux.command", kFlow, "reflux L"};
  const Item boilup{"boilup.command", kFlow, "boilup V"};
  const Item distillate{"distillate.command", kFlow, "distillate D"};
  const Item bottoms{"bottoms.command", kFlow, "bottom product B"};
  std::vector<Item> items;
  switch (configuration) {
    case Configuration::LV:
      items = {reflux, boilup};
      break;
    case Configuration::DV:
      items = {distillate, boilup};
      break;
    case Configuration::LB:
      items = {reflux, bottoms};
      break;
    case Configuration::DB:
      items = {distillate, bottoms};
      break;
    case Configuration::double_ratio:
      items = {{"reflux_ratio.command", "1", "reflux over distillate L/D"},
               {"boilup_ratio.command", "1", "boilup over bottom product V/B"}};
      break;
    case Configuration::none:
      items = {reflux, boilup, distillate, bottoms};
      break;
  }
  items.push_back({"feed.rate", kFlow, "feed F"});
  items.push_back({"feed.light_fraction", "1", "mole fraction of the light component in the feed"});
  items.push_back({"feed.liquid_fraction", "1", "liquid fraction of the feed qF"});
  return items;
}

std::vector<Item> output_items(const ColumnAParams& p) {
  std::vector<Item> items = {
      {"column.top_composition", "1", "light component in the distillate"},
      {"column.bottom_composition", "1", "light component in the bottom product"},
      {"column.drum_holdup", "kmol", "liquid in the reflux drum"},
      {"column.reboiler_holdup", "kmol", "liquid in the reboiler"},
      {"column.reflux_flow", kFlow, "reflux L"},
      {"column.boilup_flow", kFlow, "boilup V"},
      {"column.distillate_flow", kFlow, "distillate D"},
      {"column.bottoms_flow", kFlow, "bottom product B"}};
  for (const double number : p.reported_stages) {
    const auto stage = "column.stage_" + std::to_string(static_cast<int>(number));
    items.push_back({stage + ".composition", "1", "light component in the liquid"});
    items.push_back({stage + ".temperature", "K", "boiling point, linear in composition"});
  }
  return items;
}

std::vector<std::string> names_of(const std::vector<Item>& items) {
  std::vector<std::string> names;
  for (const auto& item : items) names.push_back(item.name);
  return names;
}

}  // namespace

std::vector<std::string> ColumnA::inputs() const { return names_of(input_items(p_.configuration)); }

std::vector<std::string> ColumnA::output_names() const { return names_of(output_items(p_)); }

std::vector<std::string> ColumnA::state_names() const {
  std::vector<std::string> names;
  for (const char* quantity : {" light component", " holdup"}) {
    for (int i = 1; i <= p_.stages_count; ++i) {
      const std::string place = i == 1                 ? "reboiler"
                                : i == p_.stages_count ? "reflux drum"
                                                       : "stage " + std::to_string(i);
      names.push_back(place + quantity);
    }
  }
  return names;
}

void ColumnA::declare_points(PointTable& table) const {
  const auto input = nominal_input();
  std::size_t i = 0;
  for (auto& [name, unit, doc] : input_items(p_.configuration)) {
    table.signal(name, unit, View::truth, doc, {}, any_value(), input[i++]);
  }
  for (auto& [name, unit, doc] : output_items(p_)) table.truth(name, unit, doc);
}

}  // namespace twinaxis::distillation
