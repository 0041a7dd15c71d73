#include "analysis/harm/trauma.h"

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

#include "sim/core/require.h"

namespace twinaxis::harm {
namespace {

struct DisabilityClass {
  std::string_view name;
  double days;
};
/// Japan Association of Workers' Compensation, table of lost days.
constexpr std::array<DisabilityClass, 15> kClasses = {{{"death", 7500},
                                                       {"grade_1", 7500},
                                                       {"grade_2", 7500},
                                                       {"grade_3", 7500},
                                                       {"grade_4", 5500},
                                                       {"grade_5", 4000},
                                                       {"grade_6", 3000},
                                                       {"grade_7", 2200},
                                                       {"grade_8", 1500},
                                                       {"grade_9", 1000},
                                                       {"grade_10", 600},
                                                       {"grade_11", 400},
                                                       {"grade_12", 200},
                                                       {"grade_13", 100},
                                                       {"grade_14", 50}}};

void require_ais(int ais) {
  require(ais >= 0 && ais <= kWorstAis, "an injury has an AIS of 0 to 6");
}

/// Mean of something over the severities.
double mean_of(const AisExceedance& severity, double (*of_ais)(int)) {
  double mean = 0;
  for (int ais = 1; ais <= kWorstAis; ++ais) {
    const auto level = static_cast<std::size_t>(ais - 1);
    const double worse = ais < kWorstAis ? severity[level + 1] : 0;
    mean += (severity[level] - worse) * of_ais(ais);
  }
  return mean;
}

}  // namespace

AisExceedance ordered(AisExceedance raw) {
  for (std::size_t i = raw.size() - 1; i-- > 0;) raw[i] = std::max(raw[i], raw[i + 1]);
  return raw;
}

double ais_mortality(int ais) {
  require_ais(ais);
  constexpr std::array<double, kWorstAis + 1> died = {0, 0, 0.004, 0.047, 0.18, 0.5, 0.84};
  return died[static_cast<std::size_t>(ais)];
}

const LawInfo& neal_sturgess() {
  static const LawInfo info{"neal_sturgess", "death after a single injury",
                            "AIS 3: 4.7 %, 4: 18 %, 5: 50 %, 6: 84 %; AIS 2: 0.4 %",
                            "Neal-Sturgess 2010, primary not seen; AIS 2 from memory"};
  return info;
}

double death_probability(const AisExceedance& severity) { return mean_of(severity, ais_mortality); }

int injury_severity_score(std::span<const int> ais) {
  std::vector<int> worst(ais.begin(), ais.end());
  for (const int a : worst) require_ais(a);
  std::ranges::sort(worst, std::greater<>());
  if (!worst.empty() && worst.front() == kWorstAis) return 75;
  int score = 0;
  for (std::size_t i = 0; i < std::min<std::size_t>(3, worst.size()); ++i) {
    score += worst[i] * worst[i];
  }
  return score;
}

double lost_days(std::string_view disability_class) {
  const auto found = std::ranges::find(kClasses, disability_class, &DisabilityClass::name);
  require(found != kClasses.end(),
          "'" + std::string(disability_class) + "' is a class of lost days");
  return found->days;
}

double temporary_lost_days(double calendar_days_off) { return calendar_days_off * 300 / 365; }

double ais_lost_days(int ais) {
  require_ais(ais);
  switch (ais) {
    case 0:
      return 0;
    case 1:
      return temporary_lost_days(3);
    case 2:
      return temporary_lost_days(30);
    case 3:
      return lost_days("grade_12");
    case 4:
      return lost_days("grade_9");
    case 5:
      return lost_days("grade_5");
    default:
      return lost_days("death");
  }
}

double expected_lost_days(const AisExceedance& severity) {
  return mean_of(severity, ais_lost_days);
}

const LawInfo& japanese_lost_days() {
  static const LawInfo info{
      "japanese_lost_days", "working days lost",
      "AIS 1, 2: 3 and 30 days off x 300/365; AIS 3, 4, 5: grades 12, 9, 5; AIS 6: death, 7500",
      "Japanese statistics of industrial accidents (jaw.or.jp); class by AIS is an assumption"};
  return info;
}

double frequency_rate(double casualties, double hours) { return casualties * 1e6 / hours; }

double severity_rate(double lost_days, double hours) { return lost_days * 1e3 / hours; }

}  // namespace twinaxis::harm
