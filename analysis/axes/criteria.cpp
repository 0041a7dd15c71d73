#include "analysis/axes/criteria.h"

#include <algorithm>
#include <iterator>

#include "analysis/problem_list.h"
#include "sim/core/require.h"
#include "sim/core/text.h"

namespace twinaxis::analysis {
namespace {

/// One criterion by itself.
void check_one(const Criterion& c, std::size_t i, std::vector<FieldProblem>& problems) {
  if (is_money(c.fact) != (c.axis == Axis::economic)) {
    problems.push_back({at("levels", i, "fact"),
                        c.axis == Axis::economic
                            ? "axis 2 looks at money only; take one of the loss facts"
                            : "axis 1 does not look at money; take a fact that is no loss"});
  }
}

/// Two criteria of one axis and fact must climb together.
void check_pair(const Criterion& a, const Criterion& b, std::size_t ib,
                std::vector<FieldProblem>& problems) {
  if (a.axis != b.axis || a.fact != b.fact) return;
  if (a.level == b.level) {
    problems.push_back({at("levels", ib, "level"),
                        "'" + a.id + "' already says from where this fact means level " +
                            std::to_string(a.level)});
  } else if ((a.at_least < b.at_least) != (a.level < b.level)) {
    problems.push_back({at("levels", ib, "at_least"),
                        "level " + std::to_string(b.level) + " from " + number_to_text(b.at_least) +
                            " contradicts level " + std::to_string(a.level) + " from " +
                            number_to_text(a.at_least) + " ('" + a.id + "')"});
  }
}

void check_gaps(const Criteria& criteria, std::vector<FieldProblem>& problems) {
  for (const Axis axis : {Axis::recovery, Axis::economic}) {
    for (int level = 2; level <= kLevelCount; ++level) {
      const bool reached = std::ranges::any_of(
          criteria.levels, [&](const Criterion& c) { return c.axis == axis && c.level == level; });
      if (reached) continue;
      problems.push_back(
          {"levels", "nothing leads to level " + std::to_string(level) + " of axis '" +
                         std::string(kAxisNames[static_cast<std::size_t>(axis)]) + "'"});
    }
  }
}

}  // namespace

bool TargetLine::accepts(int axis1, int axis2) const {
  require(axis1 >= 1 && axis1 <= kLevelCount, "axis 1 has levels 1 to 3");
  return axis2 <= (axis1 == 1 ? at_level_1 : axis1 == 2 ? at_level_2 : at_level_3);
}

const Text& LevelNames::operator[](int level) const {
  require(level >= 1 && level <= kLevelCount, "an axis has levels 1 to 3");
  return level == 1 ? level_1 : level == 2 ? level_2 : level_3;
}

std::vector<FieldProblem> problems(const Criteria& criteria) {
  std::vector<FieldProblem> problems;
  const auto& levels = criteria.levels;
  for (std::size_t i = 0; i < levels.size(); ++i) {
    check_one(levels[i], i, problems);
    for (std::size_t j = 0; j < i; ++j) check_pair(levels[j], levels[i], i, problems);
  }
  check_gaps(criteria, problems);
  ProblemList tags;
  for (std::size_t i = 0; i < criteria.accident_classes.size(); ++i) {
    for (const std::string& tag : criteria.accident_classes[i].tags) {
      tags.must_exist(at("accident_classes", i, "tags"), "accident tag", tag,
                      criteria.accident_tags);
    }
  }
  std::ranges::move(tags.take(), std::back_inserter(problems));
  return problems;
}

void fields(FieldVisitor& v, Criterion& c) {
  v("id", c.id, "name of the criterion", required);
  v("axis", c.axis, kAxisNames, "recovery (axis 1) or economic (axis 2)", required);
  v("level", c.level, between(2, kLevelCount), "level that it means", required);
  v("fact", c.fact, kFactNames, "what is looked at", required);
  v("at_least", c.at_least, unit_of(c.fact), above(0), "from this value on", required);
  v("what", c.what, "in words", required);
  v("provenance", c.provenance, kProvenanceNames, "what kind of source", required);
  v("source", c.source, "where it comes from", required);
}

void fields(FieldVisitor& v, AccidentClass& c) {
  v("name", c.name, "as the law calls it", required);
  v("deaths", c.deaths, "1", at_least(0), "from this number on; 0: not looked at");
  v("deaths_and_serious", c.deaths_and_serious, "1", at_least(0), "dead and seriously injured");
  v("casualties", c.casualties, "1", at_least(0), "dead and injured");
  v("damage", c.damage_yen, "yen", at_least(0), "direct property damage");
  v("tags", c.tags, "accident_tags any of which is enough: a fire");
  v("what", c.what, "in words", required);
  v("provenance", c.provenance, kProvenanceNames, "what kind of source");
  v("source", c.source, "where it comes from", required);
}

void fields(FieldVisitor& v, Duty& d) {
  v("id", d.id, "name of the duty", required);
  v("fact", d.fact, kFactNames, "what is looked at", required);
  v("at_least", d.at_least, unit_of(d.fact), above(0), "from this value on", required);
  v("what", d.what, "to whom and within what time", required);
  v("provenance", d.provenance, kProvenanceNames, "what kind of source");
  v("source", d.source, "where it comes from", required);
}

void fields(FieldVisitor& v, TargetLine& t) {
  const Range level = between(0, kLevelCount);
  v("at_level_1", t.at_level_1, level, "highest level of axis 2 accepted at level 1 of axis 1");
  v("at_level_2", t.at_level_2, level, "the same at level 2; 0: none");
  v("at_level_3", t.at_level_3, level, "the same at level 3; 0: none");
}

void fields(FieldVisitor& v, LevelNames& n) {
  v("level_1", n.level_1, "name of the lowest level", required);
  v("level_2", n.level_2, "name of the middle level", required);
  v("level_3", n.level_3, "name of the highest level", required);
}

void fields(FieldVisitor& v, Criteria& c) {
  v("axis1_names", c.axis1_names, "levels of axis 1", required);
  v("axis2_names", c.axis2_names, "levels of axis 2", required);
  v("levels", c.levels, "which fact means which level", required);
  v("accident_classes", c.accident_classes, "classes of accident in the law, gravest first");
  v("duties", c.duties, "what must be reported");
  v("accident_tags", c.accident_tags, "what rules may count as: accidents by themselves");
}

}  // namespace twinaxis::analysis
