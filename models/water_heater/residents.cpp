#include "models/water_heater/residents.h"

#include <algorithm>

#include "sim/core/near.h"

namespace twinaxis::water_heater {

void fields(FieldVisitor& v, Resident& r) {
  v("pain", r.pain_K, "K", above(0), "skin above this hurts");
  v("reaction", r.reaction_s, "s", at_least(0), "from pain to being out of the water (assumption)");
  v("chill", r.chill_K, "K", above(0), "a shower below this is cold (assumption)");
  v("patience", r.patience_s, "s", at_least(0), "in a cold shower, then it is left (assumption)");
}

void fields(FieldVisitor& v, Visit& visit) {
  v("who", visit.who, "name of a resident", required);
  v("where", visit.where, kPlaceNames, "shower, bath, or room: where flue gas would spill");
  v("at", visit.at, at_least(0), "since the start of the run", required);
  v("for", visit.lasts, above(0), "unless pain ends it");
}

Residents usual_residents() {
  return {{"adult", {.pain_K = 318.15, .reaction_s = 2}},
          {"child", {.pain_K = 318.15, .reaction_s = 15}},
          {"elderly", {.pain_K = 319.15, .reaction_s = 12}}};
}

std::vector<Move> moves(const Residents& residents, const std::vector<Visit>& visits) {
  std::vector<Move> all;
  for (const Visit& visit : visits) {
    const auto person = residents.find(visit.who);
    if (person == residents.end()) continue;
    const auto who = static_cast<std::size_t>(std::distance(residents.begin(), person));
    all.push_back({to_s(visit.at), who, visit.where});
    all.push_back({to_s(visit.at + visit.lasts), who, Place::home});
  }
  std::ranges::stable_sort(all, [](const Move& a, const Move& b) {
    if (a.at_s != b.at_s) return a.at_s < b.at_s;
    return a.to == Place::home && b.to != Place::home;
  });
  return all;
}

std::vector<FieldProblem> problems(const Residents& residents, const std::vector<Visit>& visits) {
  std::vector<FieldProblem> found;
  std::vector<std::string> known;
  for (const auto& [name, resident] : residents) known.push_back(name);
  for (std::size_t i = 0; i < visits.size(); ++i) {
    const std::string field = "visits[" + std::to_string(i) + "]";
    if (!residents.contains(visits[i].who)) {
      found.push_back({field + ".who",
                       "no resident '" + visits[i].who + "'" + did_you_mean(visits[i].who, known)});
    }
    for (std::size_t j = 0; j < i; ++j) {
      const bool apart = visits[i].at + visits[i].lasts <= visits[j].at ||
                         visits[j].at + visits[j].lasts <= visits[i].at;
      if (visits[i].who == visits[j].who && !apart) {
        found.push_back({field + ".at", "'" + visits[i].who + "' is still at the place of visit " +
                                            std::to_string(j)});
      }
    }
  }
  return found;
}

}  // namespace twinaxis::water_heater
