#include <nlohmann/json.hpp>

#include "analysis/report/report_data.h"
#include "analysis/report/text_json.h"

namespace twinaxis::analysis {
namespace {

using Json = nlohmann::ordered_json;

/// What people call the things, people and services that a finding or a recovery names; the site's
/// word counts before the use case's.
Json names_of(const Site& site, const Words& words) {
  Json names = Json::object();
  for (const auto& [id, thing] : words.names) names[id] = json_of(thing.name);
  const auto add = [&](const auto& things) {
    for (const auto& [id, thing] : things) names[id] = json_of(thing.name);
  };
  add(site.groups);
  add(site.assets);
  add(site.services);
  add(site.region);
  add(site.data_sets);
  add(site.products);
  add(site.crews);
  return names;
}

/// How single values of points read.
Json values_of(const Words& words) {
  Json points = Json::object();
  for (const auto& [id, thing] : words.names) {
    for (const auto& [value, text] : thing.values) points[id][value] = json_of(text.text);
  }
  return points;
}

/// From which value of which fact on a level begins.
Json criteria_of(const Criteria& criteria) {
  Json list = Json::array();
  for (const Criterion& c : criteria.levels) {
    list.push_back({{"axis", static_cast<int>(c.axis) + 1},
                    {"level", c.level},
                    {"fact", json_of(text_of(c.fact))},
                    {"at_least", json_of(fact_words(c.fact, c.at_least))},
                    {"what", json_of(c.what)},
                    {"source", c.source}});
  }
  return list;
}

}  // namespace

std::string site_json(const Site& site, const Words& words) {
  Json json{{"name", json_of(site.name)},
            {"price_year", site.price_year},
            {"axis1", Json::array()},
            {"axis2", Json::array()},
            {"stakeholders", Json::array()},
            {"names", names_of(site, words)},
            {"values", values_of(words)},
            {"criteria", criteria_of(site.criteria)},
            {"accident_classes", Json::object()}};
  for (const AccidentClass& c : site.criteria.accident_classes) {
    json["accident_classes"][c.name] = json_of(c.what);
  }
  for (int level = 1; level <= kLevelCount; ++level) {
    json["axis1"].push_back(json_of(site.criteria.axis1_names[level]));
    json["axis2"].push_back(json_of(site.criteria.axis2_names[level]));
  }
  for (const std::string& id : ordered_stakeholders(site)) {
    const Stakeholder& s = site.stakeholders.at(id);
    json["stakeholders"].push_back(
        {{"id", id},
         {"name", json_of(s.name)},
         {"target", {s.target.at_level_1, s.target.at_level_2, s.target.at_level_3}}});
  }
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace twinaxis::analysis
