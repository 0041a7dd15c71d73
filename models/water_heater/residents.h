#pragma once
// Who is where in the home, and what drives a person out of the water: the skin hurts above a
// threshold, and after a reaction time the person has left; a shower that stays cold is left after
// some patience, as everybody waits for the warm water. A day is a list of visits.
//
// Pain threshold of skin 43 to 45 degC: J. D. Hardy et al. 1952 and A. R. Moritz, F. C. Henriques,
// Am. J. Pathol. 23 (1947) 695 (from memory). Reaction times are assumptions: an adult steps aside;
// a child cannot turn the tap and has to be taken out; an elderly person feels later and moves
// slowly.

#include <map>
#include <string>
#include <vector>

#include "sim/core/fields.h"
#include "sim/core/time.h"

namespace twinaxis::water_heater {

struct Resident {
  double pain_K = 318.15;   ///< skin above this hurts
  double reaction_s = 2;    ///< from pain to being out of the water
  double chill_K = 298.15;  ///< a shower below this is cold
  double patience_s = 60;   ///< in a cold shower
};
void fields(FieldVisitor& v, Resident& r);

enum class Place { home, shower, bath, room };
inline constexpr std::array<std::string_view, 4> kPlaceNames = {"home", "shower", "bath", "room"};

/// One stay. `room` is where flue gas would spill: shower, bath and room share its air.
struct Visit {
  std::string who = "adult";
  Place where = Place::shower;
  Duration at{};
  Duration lasts{600 * kNanosecondsPerSecond};
};
void fields(FieldVisitor& v, Visit& visit);

using Residents = std::map<std::string, Resident>;
Residents usual_residents();

/// The visits as moments: who goes where, in order of time (ties: ends before beginnings, then in
/// the order of the list).
struct Move {
  double at_s = 0;
  std::size_t who = 0;  ///< index among the residents, in the order of their names
  Place to = Place::home;
};
std::vector<Move> moves(const Residents& residents, const std::vector<Visit>& visits);

/// Visits of unknown people, and of one person at two places at once.
std::vector<FieldProblem> problems(const Residents& residents, const std::vector<Visit>& visits);

}  // namespace twinaxis::water_heater
