#include "analysis/words.h"

#include <cmath>

#include "sim/core/text.h"
#include "sim/core/unit.h"

namespace twinaxis::analysis {
namespace {

/// In groups of three: 2,880.
std::string grouped(std::string digits) {
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, ",");
  return digits;
}

/// Three digits without an exponent: 0.0123, 8.86, 14,000. Below a billionth of its unit an amount
/// is what rounding left of nothing.
std::string plain(double value, int digits = 3) {
  const double size = std::abs(value);
  if (size < 1e-9) return "0";
  if (size < 1000) return rounded(value, digits);
  const double unit = std::pow(10, std::floor(std::log10(size)) - (digits - 1));
  const auto text = grouped(std::to_string(std::llround(std::round(size / unit) * unit)));
  return value < 0 ? "-" + text : text;
}

/// Units that people of safety engineering use, beyond those of display_of().
Display display_for(double value, const std::string& si_unit) {
  if (si_unit == "W/m^2") return {"kW/m²", 1e-3, 0};
  if (si_unit == "Pa.s") return {"Pa·s", 1, 0};
  if (si_unit == "m^3") return {"m³", 1, 0};
  if (si_unit == "J") return {"MJ", 1e-6, 0};
  if (si_unit == "Pa" && std::abs(value) >= 1e6) return {"MPa", 1e-6, 0};
  if (si_unit == "bytes" && std::abs(value) >= 1e9) return {"GB", 1e-9, 0};
  if (si_unit == "bytes" && std::abs(value) >= 1e6) return {"MB", 1e-6, 0};
  if (si_unit == "bytes") return {"kB", 1e-3, 0};
  if (si_unit == "kg" && std::abs(value) >= 1e3) return {"t", 1e-3, 0};
  return display_of(si_unit);
}

}  // namespace

// The page's yen() says the same.
Text yen_words(double yen) {
  constexpr int kDigits = 4;
  // What rounds up takes the next unit: 99,999,999 yen are 100 million.
  const double size = std::abs(split_number(rounded(yen, kDigits)).number.value_or(yen));
  const std::string sign = yen < 0 ? "−" : "";
  const auto japanese = size >= 1e12  ? plain(size / 1e12, kDigits) + "兆円"
                        : size >= 1e8 ? plain(size / 1e8, kDigits) + "億円"
                        : size >= 1e4 ? plain(size / 1e4, kDigits) + "万円"
                                      : plain(size, kDigits) + "円";
  const auto english =
      size >= 1e6 ? plain(size / 1e6, kDigits) + " Myen" : plain(size, kDigits) + " yen";
  return {sign + japanese, sign + english};
}

Text time_words(double seconds) {
  if (seconds < 60) return {plain(seconds) + "秒", plain(seconds) + " s"};
  if (seconds < 5400) return {plain(seconds / 60) + "分", plain(seconds / 60) + " min"};
  if (seconds < 2 * 86400) return {plain(seconds / 3600) + "時間", plain(seconds / 3600) + " h"};
  return {plain(seconds / 86400) + "日", plain(seconds / 86400) + " days"};
}

Text quantity_words(double value, const std::string& si_unit) {
  if (si_unit == "part") {  // what is made by the piece is counted whole
    const std::string count = count_words(std::round(value));
    return {count + "個", count + (count == "1" ? " part" : " parts")};
  }
  const Display display = display_for(value, si_unit);
  std::string words = plain(value * display.factor + display.offset);
  if (!display.unit.empty()) words += " " + display.unit;
  return {words, words};
}

std::string count_words(double count) {
  const std::string words = rounded(count, 6);
  const bool whole = words.find_first_not_of("0123456789") == std::string::npos;
  return whole ? grouped(words) : words;
}

std::string percent_words(double probability) {
  if (probability > 0 && probability < 1e-4) return "< 0.01 %";
  return rounded(100 * probability, 3) + " %";
}

Text operator+(const Text& a, const Text& b) { return {a.ja + b.ja, a.en + b.en}; }

}  // namespace twinaxis::analysis
