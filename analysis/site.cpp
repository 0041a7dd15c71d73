#include "analysis/site.h"

#include <algorithm>

namespace twinaxis::analysis {

void fields(FieldVisitor& v, Stakeholder& s) {
  v("name", s.name, "what people call it", required);
  v("place", s.place, any_value(), "in tables: lower comes first");
  v("kind", s.kind, kPartyKindNames, "company or persons", required);
  v("net_assets", s.net_assets_yen, "yen", at_least(0), "of a company");
  v("ordinary_profit", s.ordinary_profit_yen, "yen", at_least(0), "of a company in a year");
  v("households", s.household_count, "1", at_least(0), "of persons");
  v("household_income", s.household_income_yen, "yen", at_least(0), "of one in a year");
  v("target", s.target, "target level of risk", required);
  v("answers_for", s.answers_for,
    "parties whose harm counts as caused by it: users of its product");
  v("source", s.source, "where the numbers come from");
}

std::vector<std::string> ordered_stakeholders(const Site& site) {
  std::vector<std::string> keys;
  for (const auto& [key, stakeholder] : site.stakeholders) keys.push_back(key);
  std::ranges::stable_sort(keys, {},
                           [&](const std::string& key) { return site.stakeholders.at(key).place; });
  return keys;
}

void fields(FieldVisitor& v, Group& g) {
  v("name", g.name, "what people call it", required);
  v("stakeholder", g.stakeholder, "to whom they belong", required);
  v("distance", g.distance_m, "m", above(0), "from the equipment that may fail", required);
  v("direction", g.direction_rad, "rad", any_value(), "seen from there; north 0, east 90 degree");
  v("present", g.present_persons, "1", at_least(0), "number by shift", required);
  v("indoors", g.indoor_fraction, "1", fraction(), "part that is in a building");
  v("skin", g.skin, harm::kSkinNames, "adult, child or elderly, for burns");
  v("age", g.age_years, "year", between(0, 120), "for burns that kill");
}

void fields(FieldVisitor& v, Asset& a) {
  v("name", a.name, "what people call it", required);
  v("stakeholder", a.stakeholder, "whose it is", required);
  v("distance", a.distance_m, "m", above(0), "from the equipment that may fail", required);
  v("count", a.count, "1", above(0), "equal ones");
  v("value", a.value_yen, "yen", at_least(0), "replacement of one", required);
  v("vital", a.vital, "without it the site counts as destroyed");
  v("source", a.source, "where the value comes from");
}

void fields(FieldVisitor& v, Supply& s) {
  v("service", s.service, "whose output it needs", required);
  v("stock", s.stock, "recorded point: how long the store lasts at normal use", required);
  v("enough", s.enough_fraction, "1", fraction(),
    "of that service's normal output; with less the store shrinks");
  v("arrives", s.arrives, "from when that service is back until this one is");
  v("replaced", s.replaced, "from when it stands until others supply it");
}

void fields(FieldVisitor& v, Service& s) {
  v("name", s.name, "what people call it", required);
  v("stakeholder", s.stakeholder, "whose it is", required);
  v("unit", s.unit, "of what is produced");
  v("normal_per_s", s.normal_per_s, "1", at_least(0),
    "production of a normal second, in that unit");
  v("margin", s.margin_yen, "yen", at_least(0),
    "operating profit of one unit: its contribution less fixed cost");
  v("stock", s.stock_s, "s", at_least(0), "an outage of this length is bridged by stock");
  v("idle_cost_per_s", s.idle_yen_per_s, "yen", at_least(0),
    "standing charges: fixed cost that goes on, a second");
  v("supply", s.supply, "the service that it lives on, with a store between");
  v("source", s.source, "where the numbers come from");
}

void fields(FieldVisitor& v, DataSet& d) {
  const Range jo_class = between(1, 3);
  v("name", d.name, "what it is", required);
  v("stakeholder", d.stakeholder, "who holds it", required);
  v("subjects", d.subjects, "party whom it speaks of, if it is one of the site");
  v("persons", d.persons, "1", at_least(0), "whom it speaks of", required);
  v("bytes", d.bytes, "1", above(0), "size", required);
  v("mental_class", d.mental_class, jo_class, "x of the JO model");
  v("economic_class", d.economic_class, jo_class, "y of the JO model");
  v("identifiability", d.identifiability, between(1, 6), "of the JO model: 6, 3 or 1");
  v("above_ordinary_responsibility", d.above_ordinary_responsibility, "factor 2 of the JO model");
  v("bad_after_care", d.bad_after_care, "factor 2 of the JO model");
  v("secret", d.secret, "trade secret");
  v("yearly_advantage", d.advantage_yen_per_year, "yen/year", at_least(0), "that a secret brings");
  v("lasts", d.lasts_years, "year", at_least(0), "until rivals would know it anyway");
  v("rival_uses", d.rival_uses_probability, "1", fraction(), "a rival that has it uses it");
  v("discount", d.discount_per_year, "1", at_least(0), "of later years; 5 % is an assumption");
  v("source", d.source, "where the numbers come from");
}

void fields(FieldVisitor& v, Product& p) {
  v("name", p.name, "what people call it", required);
  v("stakeholder", p.stakeholder, "who made it and calls it back", required);
  v("units_in_use", p.units_in_use, "1", at_least(0), "with their users", required);
  v("located_fraction", p.located_fraction, "1", fraction(), "of them that a call reaches");
  v("source", p.source, "where the numbers come from");
}

void fields(FieldVisitor& v, Weather& w) {
  v("wind", w.wind_m_per_s, "m/s", above(0), "speed");
  v("wind_height", w.wind_height_m, "m", above(0), "where it is measured");
  v("wind_towards", w.wind_towards_rad, "rad", any_value(), "where it blows to; north 0");
  v("stability", w.stability, harm::kStabilityNames, "Pasquill class");
  v("terrain", w.terrain, harm::kTerrainNames, "rural or urban");
  v("temperature", w.temperature_K, "K", above(0), "of the air");
  v("water_vapour", w.water_vapour_Pa, "Pa", above(0), "partial pressure in the air");
  v("random_direction", w.random_direction, "a sample draws where the wind blows to");
}

void fields(FieldVisitor& v, Contract& c) {
  v("name", c.name, "what it is", required);
  v("liable", c.liable, "who answers", required);
  v("to", c.to, "to whom", required);
  v("share", c.share_fraction, "1", fraction(), "of the loss");
  v("cap", c.cap_yen, "yen", at_least(0), "liability ends here", required);
  v("source", c.source, "where it comes from");
}

void fields(FieldVisitor& v, Site& s) {
  v("name", s.name, "what people call it", required);
  v("price_year", s.price_year, between(1990, 2100), "of all money of the site", required);
  v("shift", s.shift, "who is there in a plain run", required);
  v("shift_fraction", s.shift_fraction, "1", fraction(), "part of the year of each shift",
    required);
  v("stakeholders", s.stakeholders, "parties", required);
  v("groups", s.groups, "people by place");
  v("assets", s.assets, "things");
  v("services", s.services, "what is produced or offered");
  v("data_sets", s.data_sets, "personal data and secrets");
  v("products", s.products, "goods that are out with their users");
  v("contracts", s.contracts, "who answers to whom");
  v("region", s.region, "businesses that live on its services, by sector");
  v("crews", s.crews, "who repairs");
  v("weather", s.weather, "air");
  v("criteria", s.criteria, "when a risk is how grave", required);
}

}  // namespace twinaxis::analysis
