#include "sim/app/judge.h"

#include <algorithm>
#include <iterator>

#include "analysis/each.h"
#include "sim/app/promises.h"
#include "sim/app/workspace.h"
#include "sim/core/require.h"
#include "sim/intervene/touch.h"
#include "sim/scenario/reader.h"

namespace twinaxis::app {
namespace {

/// A data file read into a value; `check` finds what single fields cannot say.
template <class T, class Check>
T read_data(const std::filesystem::path& file, scenario::Problems& problems, Check check,
            const scenario::UnitOfPoint& unit_of = {}, const scenario::Place& asked_from = {}) {
  T value;
  const auto document = scenario::load_document(file, problems, asked_from);
  if (!document) return value;
  scenario::Places places;
  const std::size_t before = problems.size();
  scenario::read(*document, value, {problems, places, unit_of});
  if (problems.size() > before) return value;
  for (const FieldProblem& p : check(value)) {
    problems.add(places.of(p.path), "'" + p.path + "': " + p.message);
  }
  return value;
}

analysis::TwinNames names_of(const PointTable& table) {
  analysis::TwinNames names{{}, {}, effect_tags()};
  names.effects.push_back(kEnters);
  for (const Point& point : table.all()) {
    names.points.push_back(point.name);
    if (point.kind != PointKind::truth) names.attackable.push_back(point.name);
  }
  return names;
}

/// The unit of a point; of a family such as "furnace.<each>.temperature" that of its first one.
std::optional<std::string> unit_in(const PointTable& table, std::string_view name) {
  if (const auto id = table.find(name)) return table[*id].unit;
  const auto members = analysis::points_like(std::string(name), names_of(table).points);
  if (members.empty()) return std::nullopt;
  return table[table.id(members.front().point)].unit;
}

const UseCase& use_case_of(const std::string& name) {
  const auto found = std::find_if(use_cases().begin(), use_cases().end(),
                                  [&](const UseCase& u) { return u.name == name; });
  require(found != use_cases().end(), "a prepared scenario has a use case");
  return *found;
}

}  // namespace

Judge load_judge(const Prepared& prepared, const std::filesystem::path& folder,
                 scenario::Problems& problems) {
  Judge j;
  const auto& s = prepared.scenario;
  const UseCase& use_case = use_case_of(s.use_case);
  if (!use_case.judged) {
    check_promised_events(prepared, j.words, problems);
    check_promised_stakeholders(prepared, j.site, problems);
    return j;
  }
  const analysis::TwinNames twin = names_of(prepared.table);
  const auto unit_of = [&](std::string_view point) { return unit_in(prepared.table, point); };
  const auto model = data_folder() / "models" / use_case.folder;
  const std::size_t before = problems.size();
  j.words = read_data<analysis::Words>(
      model / "words.yaml", problems,
      [&](const auto& w) { return analysis::problems(w, prepared.table.all()); }, unit_of);
  std::ranges::move(
      read_data<analysis::Phrases>(data_folder() / "scenarios/catalogue/phrases.yaml", problems,
                                   [](const auto&) { return std::vector<FieldProblem>{}; })
          .phrases,
      std::back_inserter(j.words.phrases));
  if (problems.size() == before) check_promised_events(prepared, j.words, problems);
  if (s.site.empty()) {
    problems.add(prepared.document.place, "the scenario names no 'site', so nothing can be judged");
    return j;
  }
  j.site_file = (folder / s.site).lexically_normal();
  const scenario::Node* site_node = prepared.document.find("site");
  const std::size_t before_site = problems.size();
  j.site = read_data<analysis::Site>(
      j.site_file, problems, [](const auto& site) { return analysis::problems(site); }, {},
      site_node != nullptr ? site_node->place : scenario::Place{});
  j.prices = read_data<analysis::UnitCosts>(
      data_folder() / "scenarios/catalogue/unit_costs.yaml", problems,
      [](const auto& prices) { return analysis::problems(prices); });
  if (problems.size() > before_site) return j;
  check_promised_stakeholders(prepared, j.site, problems);

  j.consequences = read_data<analysis::Consequences>(
      model / "consequences.yaml", problems,
      [&](const auto& c) { return analysis::problems(c, j.site, j.prices, twin); }, unit_of);
  return j;
}

DataKind check_data(const std::filesystem::path& file, scenario::Problems& problems) {
  scenario::Problems unread;  // whoever reads it as what it is reports them
  const auto document = scenario::load_document(file, unread);
  if (!document) return DataKind::none;
  if (document->find("stakeholders") != nullptr) {
    read_data<analysis::Site>(file, problems,
                              [](const auto& site) { return analysis::problems(site); });
    return DataKind::site;
  }
  if (document->find("prices") != nullptr) {
    read_data<analysis::UnitCosts>(file, problems,
                                   [](const auto& prices) { return analysis::problems(prices); });
    return DataKind::prices;
  }
  if (document->find("rules") == nullptr) return DataKind::none;
  problems.add(
      document->place,
      "these are consequences; they speak of points and parties: check a scenario of their "
      "use case, which reads them");
  return DataKind::consequences;
}

analysis::Draw draw_of(std::uint64_t seed, std::uint64_t sample) {
  return sample == 0 ? analysis::Draw() : analysis::Draw({seed, sample});
}

analysis::Outcome judge(const Judge& j, const Recording& recording) {
  return analysis::outcome_of(recording, j.consequences, j.site, j.prices,
                              draw_of(recording.manifest.seed, recording.manifest.sample));
}

}  // namespace twinaxis::app
