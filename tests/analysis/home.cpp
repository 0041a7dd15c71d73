#include "tests/analysis/home.h"

namespace twinaxis::analysis::test {
namespace {

struct QuietPoint {
  const char* name;
  const char* unit;
  double value;
};
constexpr QuietPoint kQuiet[] = {{"water", "K", 293.15},
                                 {"in_shower", "1", 0},
                                 {"air.co", "1", 0},
                                 {"present", "1", 1},
                                 {"wear", "1", 0}};

Site made_home() {
  Site site;
  site.name = {"家庭", "home"};
  site.shift = "evening";
  site.shift_fraction = {{"evening", 1}};
  Stakeholder& maker = site.stakeholders["maker"];
  maker.name = {"製造者", "maker"};
  maker.net_assets_yen = 50e9;
  maker.ordinary_profit_yen = 4e9;
  Stakeholder& residents = site.stakeholders["residents"];
  residents.name = {"居住者", "residents"};
  residents.kind = PartyKind::persons;
  residents.household_count = 1;
  residents.household_income_yen = 5.24e6;
  Group& family = site.groups["family"];
  family.name = {"家族", "family"};
  family.stakeholder = "residents";
  family.distance_m = 1;
  family.present_persons = {{"evening", 2}};
  family.indoor_fraction = 1;
  Asset& heater = site.assets["heater"];
  heater.name = {"給湯器", "heater"};
  heater.stakeholder = "residents";
  heater.distance_m = 1;
  heater.value_yen = 200e3;
  Product& heaters = site.products["heaters"];
  heaters.name = {"給湯器", "heaters"};
  heaters.stakeholder = "maker";
  heaters.units_in_use = 20000;
  heaters.located_fraction = 0.65;
  site.criteria = example_plant().criteria;
  return site;
}

}  // namespace

const Site& home() {
  static const Site site = made_home();
  return site;
}

Recording quiet_home() {
  Recording recording;
  for (int s = 0; s <= 3600; ++s) recording.times.push_back(time_from_s(s));
  recording.end = recording.times.back();
  for (const auto& point : kQuiet) {
    Column column;
    column.name = point.name;
    column.unit = point.unit;
    column.values.assign(recording.times.size(), point.value);
    column.minimum = column.maximum = point.value;
    recording.columns.push_back(std::move(column));
  }
  return recording;
}

double value(const Facts& facts, FactName name) {
  const auto found = facts.find(name);
  return found == facts.end() ? 0 : found->second.value;
}

}  // namespace twinaxis::analysis::test
