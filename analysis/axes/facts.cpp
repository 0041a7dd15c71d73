#include "analysis/axes/facts.h"

#include "analysis/words.h"

namespace twinaxis::analysis {
namespace {

/// A fraction or a probability, said in per cent.
bool is_share(FactName name) {
  return name == FactName::destroyed_fraction || name == FactName::death_probability ||
         name == FactName::caused_death_probability || name == FactName::serious_probability ||
         name == FactName::injury_probability;
}

}  // namespace

std::string_view unit_of(FactName name) {
  switch (name) {
    case FactName::time_to_recover:
      return "s";
    case FactName::loss_yen:
      return "yen";
    default:
      return "1";
  }
}

const Text& text_of(FactName name) {
  static const std::array<Text, kFactNames.size()> texts = {{
      {"死者", "deaths"},
      {"重傷者(治療30日以上)", "serious injuries (treatment of 30 days or more)"},
      {"軽傷者", "slight injuries"},
      {"復旧までの期間(95 %)", "time to recover (to 95 %)"},
      {"主要設備の損壊率", "share of a vital asset destroyed"},
      {"個人データが流出した人数", "persons whose data leaked"},
      {"流出した営業秘密の件数", "sets of trade secrets leaked"},
      {"自社の製品・サービスの利用者の死者", "deaths among those it answers for"},
      {"自社の製品・サービスの利用者の重傷者(治療30日以上)",
       "serious injuries (30 days or more) among those it answers for"},
      {"自社の製品・サービスによる重大な事故の件数", "grave accidents among those it answers for"},
      {"1人以上が死亡する確率", "probability of a death"},
      {"自社の製品・サービスの利用者の1人以上が死亡する確率",
       "probability of a death among those it answers for"},
      {"1人以上が重傷以上を負う確率", "probability of a serious injury or a death"},
      {"1人以上が負傷する確率", "probability of an injury"},
      {"損失額(補償の受取前)", "loss before compensation received"},
      {"損失額(補償の受取前)/純資産", "loss before compensation received over net assets"},
      {"損失額(補償の受取前)/年間経常利益",
       "loss before compensation received over yearly ordinary profit"},
      {"一世帯当たりの平均損失額(補償の受取前)/年収",
       "mean loss of a household before compensation received over its yearly income"},
  }};
  return texts[static_cast<std::size_t>(name)];
}

Text fact_words(FactName name, double value) {
  if (name == FactName::loss_yen) return yen_words(value);
  if (name == FactName::time_to_recover) return time_words(value);
  if (is_money(name) || is_share(name)) {
    return {percent_words(value), percent_words(value)};
  }
  const bool things = name == FactName::leaked_secrets || name == FactName::caused_accidents;
  return {count_words(value) + (things ? "件" : "人"), count_words(value)};
}

}  // namespace twinaxis::analysis
