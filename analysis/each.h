#pragma once
// One rule for each member of a family of points: for_each "<each>.in_shower" holds for every
// resident, however many a scenario has, and "<each>" in the rule's other texts is who it is.

#include <string>
#include <vector>

#include "analysis/consequences.h"

namespace twinaxis::analysis {

/// A point of a family, and what "<each>" stands for in its name.
struct Member {
  std::string point;  ///< "adult.in_shower"
  std::string name;   ///< "adult"
};
/// The points of the form "<each>.in_shower", in their order; none without "<each>" in it.
std::vector<Member> points_like(const std::string& form, const std::vector<std::string>& points);
/// The text with the name in place of every "<each>".
std::string filled(std::string text, const std::string& name);

/// What "<each>" stands for: the names, in the order of `points`, for which the rule's `for_each`
/// is one of them. A rule without `for_each` has the one member "".
std::vector<std::string> members_of(const Rule& rule, const std::vector<std::string>& points);

/// The rule as it is for that member; its sentence says the name that the site has for such a
/// group.
Rule bound_to(const Rule& rule, const std::string& member, const Site& site);

/// A `for_each` that fits no point or says "<each>" not once.
void check_each(const Rule& rule, const std::string& path, const TwinNames& twin,
                ProblemList& list);

}  // namespace twinaxis::analysis
