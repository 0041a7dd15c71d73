#include "analysis/recovery/recovery.h"

#include <algorithm>
#include <optional>
#include <set>

#include "analysis/loss/production.h"
#include "analysis/recovery/supply.h"
#include "sim/core/require.h"

namespace twinaxis::analysis {
namespace {

/// What made a task necessary: the earliest of its findings.
const Finding* reason_for(const Task& task, const Assessment& assessment) {
  const Finding* first = nullptr;
  for (const Finding& finding : assessment.findings) {
    if (std::ranges::find(task.follows, finding.rule) == task.follows.end()) continue;
    if (!task.if_quantity.empty() && finding[task.if_quantity] < task.if_at_least) continue;
    if (first == nullptr || finding.from < first->from) first = &finding;
  }
  return first;
}

/// The needed tasks before `task`; a task that is not needed hands on what it waits for.
void add_needed_before(const std::string& id, const std::map<std::string, const Task*>& all,
                       const std::set<std::string>& needed, std::vector<std::string>& before) {
  for (const auto& previous : all.at(id)->after) {
    if (!needed.contains(previous)) {
      add_needed_before(previous, all, needed, before);
    } else if (std::ranges::find(before, previous) == before.end()) {
      before.push_back(previous);
    }
  }
}

std::vector<Work> works_for(const Assessment& assessment, const Consequences& consequences,
                            const Draw& draw) {
  std::map<std::string, const Task*> all;
  std::set<std::string> needed;
  for (const Task& task : consequences.tasks) {
    all[task.id] = &task;
    if (reason_for(task, assessment) != nullptr) needed.insert(task.id);
  }
  std::vector<Work> works;
  for (const Task& task : consequences.tasks) {
    if (!needed.contains(task.id)) continue;
    Work work;
    work.task = task.id;
    work.what = task.what;
    work.stakeholder = task.restores;
    work.takes_s = quantile_s(task.takes, draw.uniform("recovery." + task.id));
    work.lead_s = quantile_s(task.lead, draw.uniform("recovery." + task.id + ".lead"));
    add_needed_before(task.id, all, needed, work.after);
    work.crew = task.crew;
    work.crew_count = task.crew_count;
    work.holds_down = task.holds_down;
    work.irreversible = task.irreversible;
    works.push_back(std::move(work));
  }
  return works;
}

/// Level during the run: production as recorded, or, for a service that nothing measures, what the
/// coming work allows from the time of the finding that calls for it.
TimeLine during_run(const std::string& service, const Recording& recording,
                    const Assessment& assessment, const Consequences& consequences,
                    const Site& site, const Schedule& schedule) {
  for (const Rule& rule : consequences.rules) {
    const auto* law = std::get_if<ServiceInterruption>(&rule.law);
    if (law != nullptr && law->service == service) return production_line(*law, site, recording);
  }
  std::map<Time, double> caps;
  for (const Task& task : consequences.tasks) {
    const Finding* reason = reason_for(task, assessment);
    const auto held = task.holds_down.find(service);
    if (reason == nullptr || held == task.holds_down.end()) continue;
    const auto [cap, is_new] = caps.emplace(reason->from, held->second);
    if (!is_new) cap->second = std::min(cap->second, held->second);
  }
  TimeLine line{{0, 1}};
  for (const auto& [at, cap] : caps) {
    const double level = std::min(line.back().level, cap);
    line.push_back({to_s(at), line.back().level});
    line.push_back({to_s(at), level});
  }
  const double end_s = to_s(recording.end);
  line.push_back({end_s, line.back().level});
  const double held = service_level(schedule, service, 0);
  if (held < line.back().level) line.push_back({end_s, held});
  return line;
}

/// When the level that the run ended with is overcome: when all work that allows no more than it is
/// finished, or all work that holds the service down if none explains it.
double overcome_s(const std::vector<const Work*>& holding, const std::string& service,
                  double last_level) {
  double explained_s = -1, all_s = 0;
  for (const Work* work : holding) {
    all_s = std::max(all_s, work->finish_s);
    if (work->holds_down.at(service) > last_level) continue;
    explained_s = std::max(explained_s, work->finish_s);
  }
  return explained_s < 0 ? all_s : explained_s;
}

void append_recovery(const std::string& service, const Schedule& schedule, double end_s,
                     TimeLine& line) {
  std::vector<const Work*> holding;
  std::set<double> finishes;
  for (const Work& work : schedule.works) {
    if (!work.holds_down.contains(service)) continue;
    holding.push_back(&work);
    finishes.insert(work.finish_s);
  }
  if (holding.empty()) return;
  const double last_level = line.empty() ? 1 : line.back().level;
  const double until_s = overcome_s(holding, service, last_level);
  const auto level_after = [&](double t_s) {
    const double allowed = service_level(schedule, service, t_s);
    return t_s < until_s ? std::min(last_level, allowed) : allowed;
  };
  double level = level_after(0);
  line.push_back({end_s, level});
  for (const double finish_s : finishes) {
    line.push_back({end_s + finish_s, level});
    level = level_after(finish_s);
    line.push_back({end_s + finish_s, level});
  }
}

/// What services live on is known once their suppliers are.
void follow_supply(const Recording& recording, const Site& site, const Draw& draw,
                   Recovery& recovery) {
  for (ServiceRecovery& s : recovery.services) {
    const auto& supply = site.services.at(s.service).supply;
    if (!supply) continue;
    const Column* stock = recording.find(supply->stock);
    require(stock != nullptr && !stock->values.empty(), "recorded point '" + supply->stock + "'");
    const std::string name = "supply." + s.service;
    Store store{.lasts_s = std::max(0.0, stock->values.back()),
                .enough_fraction = supply->enough_fraction,
                .arrives_s = quantile_s(supply->arrives, draw.uniform(name + ".arrives"))};
    if (supply->replaced) {
      store.replaced_s = quantile_s(*supply->replaced, draw.uniform(name + ".replaced"));
    }
    s.level = supplied(s.level, recovery.find(supply->service)->level, to_s(recording.end), store);
    s.to_95_percent_s = time_below_s(s.level, 0.95);
  }
}

void list_irreversible(const Assessment& assessment, const Site& site, Recovery& recovery) {
  for (const Casualties& c : assessment.casualties) {
    if (c.deaths <= 0) continue;
    recovery.irreversible.push_back({c.stakeholder, {"人命の喪失", "loss of life"}, "casualties"});
  }
  for (const Finding& f : assessment.findings) {
    if (f.kind != FindingKind::leak) continue;
    const DataSet& data = site.data_sets.at(f.subject);
    const std::string& whose = data.subjects.empty() ? f.stakeholder : data.subjects;
    recovery.irreversible.push_back(
        {whose, {data.name.ja + "の流出", "leak of " + data.name.en}, f.rule});
  }
  for (const Work& work : recovery.schedule.works) {
    if (!work.irreversible.en.empty()) {
      recovery.irreversible.push_back({work.stakeholder, work.irreversible, work.task});
    }
  }
}

}  // namespace

const ServiceRecovery* Recovery::find(const std::string& service) const {
  const auto found = std::ranges::find(services, service, &ServiceRecovery::service);
  return found == services.end() ? nullptr : &*found;
}

Recovery recover(const Recording& recording, const Assessment& assessment,
                 const Consequences& consequences, const Site& site, const Draw& draw) {
  Recovery recovery;
  recovery.schedule = schedule(works_for(assessment, consequences, draw), site.crews);
  for (const auto& [id, service] : site.services) {
    ServiceRecovery s{id, service.stakeholder, {}, 0};
    s.level = during_run(id, recording, assessment, consequences, site, recovery.schedule);
    append_recovery(id, recovery.schedule, to_s(recording.end), s.level);
    s.to_95_percent_s = time_below_s(s.level, 0.95);
    recovery.services.push_back(std::move(s));
  }
  follow_supply(recording, site, draw, recovery);
  std::map<std::string, TimeLine> levels;
  for (const ServiceRecovery& s : recovery.services) levels[s.service] = s.level;
  recovery.sectors = spread(site.region, levels);
  list_irreversible(assessment, site, recovery);
  return recovery;
}

}  // namespace twinaxis::analysis
