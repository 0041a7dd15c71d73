#include <cmath>

#include "analysis/problem_list.h"
#include "analysis/site.h"
#include "sim/core/text.h"

namespace twinaxis::analysis {
namespace {

void check_target(const std::string& path, const TargetLine& target, ProblemList& list) {
  if (target.at_level_2 > target.at_level_1 || target.at_level_3 > target.at_level_2) {
    list.add(path, "a graver level of axis 1 must not accept more on axis 2");
  }
}

void check_stakeholder(const std::string& id, const Stakeholder& s, ProblemList& list) {
  const std::string path = "stakeholders." + id;
  check_target(path + ".target", s.target, list);
  if (s.kind == PartyKind::company && s.net_assets_yen <= 0) {
    list.add(path + ".net_assets", "a company needs net assets above 0 yen to compare with");
  }
  if (s.kind == PartyKind::persons && s.household_count * s.household_income_yen <= 0) {
    list.add(path + ".household_income", "persons need households and an income to compare with");
  }
}

void check_shifts(const Site& site, ProblemList& list) {
  const auto shifts = keys_of(site.shift_fraction);
  list.must_exist("shift", "shift", site.shift, shifts);
  double sum = 0;
  for (const auto& [shift, part] : site.shift_fraction) sum += part;
  if (std::abs(sum - 1) > 1e-9) {
    list.add("shift_fraction", "the parts of the year must sum to 1, found " + rounded(sum, 6));
  }
  for (const auto& [id, group] : site.groups) {
    for (const auto& [shift, persons] : group.present_persons) {
      list.must_exist("groups." + id + ".present", "shift", shift, shifts);
    }
  }
}

template <class Owned>
void check_owners(const std::string& list_name, const std::map<std::string, Owned>& owned,
                  const std::vector<std::string>& parties, ProblemList& list) {
  for (const auto& [id, thing] : owned) {
    list.must_exist(list_name + "." + id + ".stakeholder", "stakeholder", thing.stakeholder,
                    parties);
  }
}

}  // namespace

std::vector<FieldProblem> problems(const Site& site) {
  ProblemList list;
  const auto parties = keys_of(site.stakeholders);
  for (const auto& [id, s] : site.stakeholders) {
    check_stakeholder(id, s, list);
    for (const auto& other : s.answers_for) {
      list.must_exist("stakeholders." + id + ".answers_for", "stakeholder", other, parties);
    }
  }
  check_shifts(site, list);
  check_owners("groups", site.groups, parties, list);
  check_owners("assets", site.assets, parties, list);
  check_owners("services", site.services, parties, list);
  check_owners("data_sets", site.data_sets, parties, list);
  check_owners("products", site.products, parties, list);
  for (const auto& [id, data] : site.data_sets) {
    list.must_exist("data_sets." + id + ".subjects", "stakeholder", data.subjects, parties, false);
    if (data.advantage_yen_per_year > 0 && !data.secret) {
      list.add("data_sets." + id + ".yearly_advantage", "only a set with 'secret: true' has one");
    }
  }
  for (const auto& [id, contract] : site.contracts) {
    list.must_exist("contracts." + id + ".liable", "stakeholder", contract.liable, parties);
    list.must_exist("contracts." + id + ".to", "stakeholder", contract.to, parties);
  }
  for (const auto& problem : problems(site.region, parties, keys_of(site.services))) {
    list.add(problem.path, problem.message);
  }
  list.append("criteria", problems(site.criteria));
  return list.take();
}

}  // namespace twinaxis::analysis
