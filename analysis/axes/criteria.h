#pragma once
// The levels of the two axes as data: which fact of a stakeholder, from which value, means which
// level. Three levels per axis; a fact that no criterion names leaves the level at 1.

#include <array>
#include <string>
#include <vector>

#include "analysis/axes/facts.h"
#include "analysis/provenance.h"
#include "sim/core/fields.h"

namespace twinaxis::analysis {

inline constexpr int kLevelCount = 3;

enum class Axis : std::uint8_t {
  recovery,  ///< 1, difficulty of recovery
  economic,  ///< 2, economic impact
};
inline constexpr std::array<std::string_view, 2> kAxisNames = {"recovery", "economic"};

/// `fact` at or above `at_least` means `level` on `axis`.
struct Criterion {
  std::string id;
  Axis axis = Axis::recovery;
  int level = 2;
  FactName fact = FactName::deaths;
  double at_least = 1;  ///< in the unit of the fact
  Text what;
  Provenance provenance = Provenance::assumption;
  std::string source;
};
void fields(FieldVisitor& v, Criterion& c);

/// A class of accident in the law: the first whose any threshold is reached. 0 means not used.
struct AccidentClass {
  std::string name;  ///< "A", "B1"
  double deaths = 0;
  double deaths_and_serious = 0;
  double casualties = 0;
  double damage_yen = 0;
  std::vector<std::string> tags;  ///< any finding that carries one of these is enough
  Text what;
  Provenance provenance = Provenance::law;
  std::string source;
};
void fields(FieldVisitor& v, AccidentClass& c);

/// Something that must be reported to somebody when a fact is reached.
struct Duty {
  std::string id;
  FactName fact = FactName::leaked_persons;
  double at_least = 1;
  Text what;
  Provenance provenance = Provenance::law;
  std::string source;
};
void fields(FieldVisitor& v, Duty& d);

/// The stepped line in the 3 x 3 map: the highest level of axis 2 that is still accepted at each
/// level of axis 1; 0 means that no level is.
struct TargetLine {
  int at_level_1 = 1;
  int at_level_2 = 0;
  int at_level_3 = 0;

  bool accepts(int axis1, int axis2) const;
};
void fields(FieldVisitor& v, TargetLine& t);

struct LevelNames {
  Text level_1;
  Text level_2;
  Text level_3;

  const Text& operator[](int level) const;  ///< 1 to 3
};
void fields(FieldVisitor& v, LevelNames& n);

struct Criteria {
  LevelNames axis1_names;
  LevelNames axis2_names;
  std::vector<Criterion> levels;
  std::vector<AccidentClass> accident_classes;  ///< gravest first
  std::vector<Duty> duties;
  std::vector<std::string> accident_tags;  ///< what counts as an accident by itself: "fire"
};
void fields(FieldVisitor& v, Criteria& c);

/// A higher level with a lower threshold than a lower level of the same fact, money on axis 1 or
/// anything else on axis 2, two criteria for one step, a level that nothing leads to, an accident
/// class whose tag is no accident tag.
std::vector<FieldProblem> problems(const Criteria& criteria);

}  // namespace twinaxis::analysis
