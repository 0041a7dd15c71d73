#include "analysis/loss/book.h"

#include <algorithm>

#include "analysis/loss/interruption.h"
#include "analysis/loss/leak.h"
#include "sim/core/text.h"

namespace twinaxis::analysis {
namespace {

// Outside accounts.
constexpr const char* kDestroyed = "destroyed";
constexpr const char* kSuppliers = "suppliers";
constexpr const char* kRivals = "competitors";
constexpr const char* kDataSubjects = "data_subjects";
constexpr double kDay_s = 86400;

TimeLine from_first_shortfall(const TimeLine& line) {
  const auto first = std::ranges::find_if(line, [](const Knot& k) { return k.level < 1; });
  return {first, line.end()};
}

/// The rule that saw the interruption, or the first work that holds the service down; else those of
/// the service that it lives on.
std::string reason_of(const Books& books, const std::string& service) {
  for (const Finding& f : books.assessment.findings) {
    if (f.kind == FindingKind::interruption && f.subject == service) return f.rule;
  }
  for (const Work& work : books.recovery.schedule.works) {
    if (work.holds_down.contains(service)) return work.task;
  }
  const auto& supply = books.site.services.at(service).supply;
  return supply ? reason_of(books, supply->service) : std::string{};
}

}  // namespace

void add(Ledger& ledger, LedgerLine line) {
  line.amount_yen = line.quantity * line.unit_price_yen;
  if (line.amount_yen > 0) ledger.lines.push_back(std::move(line));
}

void book_damage(const Books& books, Ledger& ledger) {
  for (const auto& [id, asset] : books.site.assets) {
    const Finding* worst = nullptr;
    for (const Finding& f : books.assessment.findings) {
      if (f.kind != FindingKind::damage || f.subject != id) continue;
      if (worst == nullptr || f["repair_fraction"] > (*worst)["repair_fraction"]) worst = &f;
    }
    if (worst == nullptr) continue;
    LedgerLine line;
    line.id = "repair." + id;
    line.rule = worst->rule;
    line.what = {asset.name.ja + "の修理・再建", "repair or replacement: " + asset.name.en};
    line.from = asset.stakeholder;
    line.to = kSuppliers;
    line.category = LossClass::property;
    line.quantity = (*worst)["repair_fraction"] * asset.count;
    line.unit = "asset";
    line.unit_price_yen = asset.value_yen;
    line.price = "site.assets." + id + ".value";
    line.price_year = books.site.price_year;
    line.source = asset.source;
    add(ledger, std::move(line));
  }
}

void book_interruption(const Books& books, const ServiceRecovery& recovered, Ledger& ledger) {
  const Service& service = books.site.services.at(recovered.service);
  const Interruption margin{.level = from_first_shortfall(recovered.level),
                            .margin_yen_per_s = service.normal_per_s * service.margin_yen,
                            .waiting_s = service.stock_s};
  Interruption idle = margin;
  idle.margin_yen_per_s = service.idle_yen_per_s;
  LedgerLine line;
  line.id = "lost_margin." + recovered.service;
  line.rule = reason_of(books, recovered.service);
  line.what = {service.name.ja + "の停止による営業利益の喪失",
               "operating profit lost: " + service.name.en};
  line.from = recovered.stakeholder;
  line.to = kDestroyed;
  line.category = LossClass::lost_profit;
  line.unit = service.unit;
  line.price_year = books.site.price_year;
  line.source = service.source;
  if (service.margin_yen > 0) {
    line.unit_price_yen = service.margin_yen;
    line.quantity = business_interruption_yen(margin) / service.margin_yen;
    line.price = "site.services." + recovered.service + ".margin";
    add(ledger, line);
  }
  if (service.idle_yen_per_s > 0) {
    line.id = "idle." + recovered.service;
    line.what = {service.name.ja + "の停止中も掛かる経常費",
                 "standing charges: " + service.name.en};
    line.unit = "s";
    line.unit_price_yen = service.idle_yen_per_s;
    line.quantity = business_interruption_yen(idle) / service.idle_yen_per_s;
    line.price = "site.services." + recovered.service + ".idle_cost_per_s";
    add(ledger, line);
  }
}

void book_region(const Books& books, Ledger& ledger) {
  for (const SectorRecovery& recovered : books.recovery.sectors) {
    const Sector& sector = books.site.region.at(recovered.sector);
    LedgerLine line;
    line.id = "region." + recovered.sector;
    line.rule = reason_of(books, recovered.service);
    line.what = {"波及による操業の喪失:" + sector.name.ja,
                 "output lost as the stop spreads: " + sector.name.en};
    line.from = recovered.stakeholder;
    line.to = kDestroyed;
    line.category = LossClass::lost_profit;
    line.quantity = recovered.lost_s / kDay_s;
    line.unit = "day";
    line.unit_price_yen = sector.output_yen_per_s * kDay_s;
    line.price = "site.region." + recovered.sector + ".output";
    line.price_year = books.site.price_year;
    line.source = sector.source;
    add(ledger, std::move(line));
  }
}

void book_secrets(const Books& books, Ledger& ledger) {
  for (const Finding& f : books.assessment.findings) {
    if (f.kind != FindingKind::leak || f["secrets"] <= 0) continue;
    const DataSet& data = books.site.data_sets.at(f.subject);
    const double years = annuity_years(data.lasts_years, data.discount_per_year);
    LedgerLine line;
    line.id = "advantage_lost." + f.subject;
    line.rule = f.rule;
    line.what = {"営業秘密による優位の喪失:" + data.name.ja,
                 "advantage lost with the secret: " + data.name.en};
    line.from = data.subjects.empty() ? data.stakeholder : data.subjects;
    line.to = kRivals;
    line.category = LossClass::lost_profit;
    line.quantity = f["share"] * data.rival_uses_probability * years;
    line.unit = "year";
    line.unit_price_yen = data.advantage_yen_per_year;
    line.price = "site.data_sets." + f.subject + ".yearly_advantage";
    line.price_year = books.site.price_year;
    line.source = data.source + (data.source.empty() ? "" : "; ") + "share " +
                  rounded(f["share"], 3) + " x rival uses it " +
                  rounded(data.rival_uses_probability, 3) + " x annuity " + rounded(years, 4) +
                  " = (1 - (1 + " + rounded(data.discount_per_year, 3) + ")^-" +
                  rounded(data.lasts_years, 3) + ") / " + rounded(data.discount_per_year, 3);
    add(ledger, std::move(line));
  }
}

void inform_of_jo(const Books& books, Ledger& ledger) {
  for (const Finding& f : books.assessment.findings) {
    if (f.kind != FindingKind::leak || f["persons"] <= 0) continue;
    const DataSet& data = books.site.data_sets.at(f.subject);
    LedgerLine line;
    line.id = "jo_model." + f.subject;
    line.rule = f.rule;
    line.what = {"JO モデルによる想定損害賠償額(上限の目安):" + data.name.ja,
                 "damages by the JO model (upper bound): " + data.name.en};
    line.from = data.stakeholder;
    line.to = kDataSubjects;
    line.category = LossClass::liability;
    line.quantity = f["persons"];
    line.unit = "person";
    line.unit_price_yen = jo_yen_per_person(
        {data.mental_class, data.economic_class, data.identifiability,
         data.above_ordinary_responsibility ? 2 : 1, data.bad_after_care ? 2 : 1});
    line.price = "jo_model";
    line.amount_yen = line.quantity * line.unit_price_yen;
    line.price_year = 2018;
    line.source = "JNSA, JO model";
    ledger.information.push_back(std::move(line));
  }
}

}  // namespace twinaxis::analysis
