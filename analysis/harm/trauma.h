#pragma once
// Severity of injuries on the Abbreviated Injury Scale (AIS 1 to 6), and what follows from it.

#include <array>
#include <span>
#include <string_view>

#include "analysis/harm/law.h"

namespace twinaxis::harm {

inline constexpr int kWorstAis = 6;

/// Probability of at least AIS 1, 2, ... 6: [0] is AIS 1+. Never rises with the level.
using AisExceedance = std::array<double, kWorstAis>;
/// Raises levels to the worse ones, where fitted curves cross.
AisExceedance ordered(AisExceedance raw);

/// Part of those with a single worst injury of that AIS who die; 0 for AIS 0. 3 to 6: Neal-Sturgess
/// 2010 (secondary): 4.7, 18, 50 and 84 %; 2: 0.4 %, from memory; ContractError beyond 6.
double ais_mortality(int ais);
const LawInfo& neal_sturgess();
/// Of somebody whose severity is distributed so.
double death_probability(const AisExceedance& severity);

/// Injury severity score: sum of the squares of the three worst body regions, 75 if any is 6.
/// `ais` holds the worst injury of each region (ContractError outside 0 to 6).
int injury_severity_score(std::span<const int> ais);

/// Lost working days by rule of the Japanese industrial accident statistics; classes "death",
/// "grade_1" to "grade_14". ContractError for another name.
double lost_days(std::string_view disability_class);
/// Temporary total disability: calendar days off work x 300/365.
double temporary_lost_days(double calendar_days_off);
/// Typical lost days after an injury of that AIS, by way of the classes above: 3 days off, 30 days
/// off, grades 12, 9 and 5, death. The classes are published, their choice for an AIS is an
/// assumption.
double ais_lost_days(int ais);
double expected_lost_days(const AisExceedance& severity);
/// From this AIS on somebody stays off work for four days or more, what Japanese employers report
/// without delay. Assumption, of a piece with ais_lost_days.
inline constexpr int kFourDaysOffFromAis = 2;
const LawInfo& japanese_lost_days();

/// Accidents per million hours worked and lost days per thousand hours worked.
double frequency_rate(double casualties, double hours);
double severity_rate(double lost_days, double hours);

}  // namespace twinaxis::harm
