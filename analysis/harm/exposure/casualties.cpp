#include "analysis/harm/exposure/casualties.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "analysis/quantile.h"

namespace twinaxis::analysis {
namespace {

/// The people of a group at one place after all hazards; probabilities that a person escapes.
struct Place {
  double persons = 0;
  double not_dead = 1;
  double not_serious = 1;
  double unhurt = 1;
};
using Places = std::map<std::pair<std::string, bool>, Place>;

Places places_of(const std::vector<Finding>& findings, const std::string& stakeholder) {
  Places places;
  const auto each = [&](auto&& visit) {
    for (const Finding& finding : findings) {
      if (finding.stakeholder != stakeholder) continue;
      for (const Exposed& e : finding.exposed) visit(places[{e.group, e.indoors}], e);
    }
  };
  each([](Place& place, const Exposed& e) { place.persons = std::max(place.persons, e.persons); });
  each([](Place& place, const Exposed& e) {
    if (place.persons <= 0) return;
    const double reached = e.persons / place.persons;  // some hazards reach only a part
    place.not_dead *= 1 - reached * e.death_probability;
    place.not_serious *= 1 - reached * e.serious_probability;
    place.unhurt *= 1 - reached * e.slight_probability;
  });
  return places;
}

/// How many of `persons` are hit; `none_probability` is exact where the mean is only an average.
int hits(int persons, double expected, double none_probability, double u) {
  if (persons <= 0 || u <= none_probability) return 0;
  return std::max(1, binomial_quantile(persons, std::min(1.0, expected / persons), u));
}

Casualties casualties_of(const std::string& stakeholder, const Places& places, const Draw& draw) {
  Casualties c;
  c.stakeholder = stakeholder;
  double no_death = 1, no_serious = 1, no_injury = 1, none_just_serious = 1, none_just_slight = 1;
  for (const auto& [key, p] : places) {
    c.persons += p.persons;
    c.expected_deaths += p.persons * (1 - p.not_dead);
    c.expected_serious += p.persons * (p.not_dead - p.not_serious);
    c.expected_slight += p.persons * (p.not_serious - p.unhurt);
    no_death *= std::pow(p.not_dead, p.persons);
    no_serious *= std::pow(p.not_serious, p.persons);
    no_injury *= std::pow(p.unhurt, p.persons);
    none_just_serious *= std::pow(1 - (p.not_dead - p.not_serious), p.persons);
    none_just_slight *= std::pow(1 - (p.not_serious - p.unhurt), p.persons);
  }
  c.probability_of_death = 1 - no_death;
  c.probability_of_serious = 1 - no_serious;
  c.probability_of_injury = 1 - no_injury;
  const auto u = [&](const char* what) {
    return draw.uniform("casualties." + stakeholder + "." + what);
  };
  const auto persons = static_cast<int>(std::ceil(c.persons - 1e-9));
  const int deaths = hits(persons, c.expected_deaths, no_death, u("deaths"));
  const int serious = hits(persons - deaths, c.expected_serious, none_just_serious, u("serious"));
  const int slight =
      hits(persons - deaths - serious, c.expected_slight, none_just_slight, u("slight"));
  c.deaths = deaths;
  c.serious = serious;
  c.slight = slight;
  c.drawn = !draw.plain();
  return c;
}

}  // namespace

std::vector<Casualties> count_casualties(const std::vector<Finding>& findings, const Draw& draw) {
  std::vector<Casualties> all;
  for (const Finding& finding : findings) {
    if (finding.exposed.empty()) continue;
    const bool done = std::ranges::any_of(
        all, [&](const Casualties& c) { return c.stakeholder == finding.stakeholder; });
    if (done) continue;
    all.push_back(
        casualties_of(finding.stakeholder, places_of(findings, finding.stakeholder), draw));
  }
  return all;
}

}  // namespace twinaxis::analysis
