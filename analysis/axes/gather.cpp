#include "analysis/axes/gather.h"

#include <algorithm>
#include <tuple>

#include "analysis/axes/hurt.h"
#include "analysis/words.h"

namespace twinaxis::analysis {
namespace {

/// Keeps the fact if it is the greatest of its name so far.
void keep_greatest(Facts& facts, FactName name, double value, const std::string& driver,
                   const Text& because) {
  if (value <= 0) return;
  Fact& fact = facts[name];
  if (value > fact.value) fact = {value, driver, because};
}

Text cause(const Finding& finding) {
  return {"原因:" + finding.what.ja + "。", "Cause: " + finding.what.en + "."};
}

void add_things_and_data(const std::string& stakeholder, const Assessment& assessment,
                         const Site& site, Facts& facts) {
  for (const Finding& f : assessment.findings) {
    if (f.kind == FindingKind::damage && f.stakeholder == stakeholder &&
        site.assets.at(f.subject).vital) {
      keep_greatest(facts, FactName::destroyed_fraction, f["repair_fraction"], f.rule, cause(f));
    }
    if (f.kind != FindingKind::leak) continue;
    const bool concerned =
        f.stakeholder == stakeholder || site.data_sets.at(f.subject).subjects == stakeholder;
    if (!concerned) continue;
    for (const auto& [name, quantity] : {std::pair{FactName::leaked_persons, "persons"},
                                         std::pair{FactName::leaked_secrets, "secrets"}}) {
      if (f[quantity] <= 0) continue;
      Fact& fact = facts[name];
      fact = {fact.value + f[quantity], f.rule, cause(f)};
    }
  }
}

void add_recovery(const std::string& stakeholder, const Recovery& recovery, const Site& site,
                  Facts& facts) {
  for (const ServiceRecovery& service : recovery.services) {
    if (service.stakeholder != stakeholder) continue;
    const Work* last = nullptr;
    for (const Work& work : recovery.schedule.works) {
      if (!work.holds_down.contains(service.service)) continue;
      if (last == nullptr || work.finish_s > last->finish_s) last = &work;
    }
    const auto& [name, supply] =
        std::tie(site.services.at(service.service).name, site.services.at(service.service).supply);
    Text because{name.ja + "の停止・低下。", "Reduced: " + name.en + ". "};
    if (supply) {
      const Text& source = site.services.at(supply->service).name;
      because = because + Text{"供給元:" + source.ja + "。", "It lives on: " + source.en + "."};
    }
    if (last != nullptr) {
      because = because + Text{"最後に終わる作業:" + last->what.ja + "。",
                               "Last work to finish: " + last->what.en + "."};
    }
    keep_greatest(facts, FactName::time_to_recover, service.to_95_percent_s,
                  last != nullptr ? last->task : service.service, because);
  }
  for (const SectorRecovery& sector : recovery.sectors) {
    if (sector.stakeholder != stakeholder) continue;
    const Text& name = site.region.at(sector.sector).name;
    const Text& service = site.services.at(sector.service).name;
    keep_greatest(facts, FactName::time_to_recover, sector.to_95_percent_s,
                  "region." + sector.sector,
                  {service.ja + "の停止の波及による低下:" + name.ja + "。",
                   "Reduced as a stop spreads (" + service.en + "): " + name.en + "."});
  }
}

}  // namespace

Facts facts_of(const std::string& stakeholder, const Assessment& assessment,
               const Recovery& recovery, const Site& site) {
  Facts facts;
  add_own_people(stakeholder, assessment, facts);
  add_things_and_data(stakeholder, assessment, site, facts);
  add_caused(stakeholder, assessment, site, facts);
  add_recovery(stakeholder, recovery, site, facts);
  return facts;
}

void add_losses(const std::string& stakeholder, const Ledger& ledger, const Site& site,
                Facts& facts) {
  const double loss_yen = ledger.balance_of(stakeholder).loss_yen();
  const LedgerLine* greatest = nullptr;
  for (const LedgerLine& line : ledger.lines) {
    if (line.from != stakeholder) continue;
    if (greatest == nullptr || line.amount_yen > greatest->amount_yen) greatest = &line;
  }
  if (loss_yen <= 0 || greatest == nullptr) return;
  const Text amount = yen_words(greatest->amount_yen);
  const Text because{"最大の項目:" + greatest->what.ja + "、" + amount.ja + "。",
                     "Greatest item: " + greatest->what.en + ", " + amount.en + "."};
  const auto add = [&](FactName name, double over, const Text& of = {}) {
    if (over > 0) facts[name] = {loss_yen / over, greatest->id, of + because};
  };
  const Stakeholder& party = site.stakeholders.at(stakeholder);
  if (party.kind == PartyKind::company) {
    add(FactName::loss_yen, 1);
    add(FactName::loss_per_net_assets, party.net_assets_yen);
    add(FactName::loss_per_ordinary_profit, party.ordinary_profit_yen);
  } else {
    const std::string many = count_words(party.household_count);
    const Text mean{many + "世帯の平均。", "Mean over " + many + " households. "};
    add(FactName::loss_per_household_income, party.household_count * party.household_income_yen,
        party.household_count > 1 ? mean : Text{});
  }
}

}  // namespace twinaxis::analysis
