#pragma once
// Numbers as people say them, in both languages of the tool.

#include <string>

#include "sim/core/fields.h"

namespace twinaxis::analysis {

/// {"3.4億円", "340 Myen"}: four digits, the same on terminal, page and in JSON.
Text yen_words(double yen);
/// {"12日", "12 days"}; minutes, hours or days, whichever reads best.
Text time_words(double seconds);
/// {"8.9 kPa", "8.9 kPa"}: in the unit that people of the field read, three digits.
Text quantity_words(double value, const std::string& si_unit);
/// "20,000": of people or things.
std::string count_words(double count);
/// A probability as a percentage, or "< 0.01 %".
std::string percent_words(double probability);

Text operator+(const Text& a, const Text& b);

}  // namespace twinaxis::analysis
