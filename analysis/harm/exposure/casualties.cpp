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

/// Of the people of a stakeholder: expected number and probability of nobody, by "this or worse".
struct AtLeast {
  double expected = 0, nobody = 1;
  void add(double persons, double not_so_bad) {
    expected += persons * (1 - not_so_bad);
    nobody *= std::pow(not_so_bad, persons);
  }
};

/// Each class "this or worse" at its median: somebody who is hurt for certain, and seriously with a
/// chance of one half, counts as hurt.
void count_medians(int persons, const AtLeast& dead, const AtLeast& serious, const AtLeast& hurt,
                   Casualties& c) {
  const auto median = [&](const AtLeast& a) { return hits(persons, a.expected, a.nobody, 0.5); };
  c.deaths = median(dead);
  c.serious = std::max(0.0, median(serious) - c.deaths);
  c.slight = std::max(0.0, median(hurt) - c.deaths - c.serious);
}

/// Who dies; of the others, who is seriously hurt; of the others, who slightly.
void draw_counts(int persons, const AtLeast& dead, const AtLeast& serious, const AtLeast& hurt,
                 const Draw& draw, Casualties& c) {
  int left = persons;
  const auto next = [&](const char* what, const AtLeast& worse, const AtLeast& now) {
    const double spared = persons - worse.expected;
    const double chance = spared > 0 ? (now.expected - worse.expected) / spared : 0;
    const bool all_left = left == persons && worse.nobody > 0;
    const double nobody = all_left ? now.nobody / worse.nobody : std::pow(1 - chance, left);
    const double u = draw.uniform("casualties." + c.stakeholder + "." + what);
    const int hit = hits(left, left * chance, nobody, u);
    left -= hit;
    return hit;
  };
  c.deaths = next("deaths", {}, dead);
  c.serious = next("serious", dead, serious);
  c.slight = next("slight", serious, hurt);
}

Casualties casualties_of(const std::string& stakeholder, const Places& places, const Draw& draw) {
  Casualties c;
  c.stakeholder = stakeholder;
  AtLeast dead, serious, hurt;
  for (const auto& [key, p] : places) {
    c.persons += p.persons;
    dead.add(p.persons, p.not_dead);
    serious.add(p.persons, p.not_serious);
    hurt.add(p.persons, p.unhurt);
  }
  c.expected_deaths = dead.expected;
  c.expected_serious = serious.expected - dead.expected;
  c.expected_slight = hurt.expected - serious.expected;
  c.probability_of_death = 1 - dead.nobody;
  c.probability_of_serious = 1 - serious.nobody;
  c.probability_of_injury = 1 - hurt.nobody;
  const auto persons = static_cast<int>(std::ceil(c.persons - 1e-9));
  if (draw.plain()) count_medians(persons, dead, serious, hurt, c);
  else draw_counts(persons, dead, serious, hurt, draw, c);
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
