#include "sim/core/text.h"

#include <array>
#include <charconv>
#include <cmath>

namespace twinaxis {

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blank = " \t\r\n";
  const auto first = text.find_first_not_of(blank);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blank) - first + 1);
}

NumberAndRest split_number(std::string_view text) {
  text = trimmed(text);
  std::string_view digits = text;
  // std::from_chars takes no plus sign; YAML writers do.
  if (digits.starts_with('+') && digits.size() > 1 && digits[1] != '-') digits.remove_prefix(1);
  double number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error == std::errc::result_out_of_range) number = HUGE_VAL;
  if (error == std::errc::invalid_argument) {
    if (text == ".nan" || text == ".NaN" || text == ".inf" || text == "-.inf")
      return {HUGE_VAL, {}};
    return {std::nullopt, text};
  }
  return {number, trimmed(digits.substr(static_cast<std::size_t>(end - digits.data())))};
}

std::string number_to_text(double value) {
  std::array<char, 32> buffer{};
  const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  return {buffer.data(), result.ptr};
}

std::string rounded(double value, int significant_digits) {
  std::array<char, 64> buffer{};
  const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                    std::chars_format::general, significant_digits);
  return {buffer.data(), result.ptr};
}

bool is_utf8(std::string_view bytes) {
  constexpr std::array<char32_t, 5> least{0, 0, 0x80, 0x800,
                                          0x10000};  // by length; less is a trick
  for (std::size_t i = 0; i < bytes.size();) {
    const auto lead = static_cast<unsigned char>(bytes[i]);
    const std::size_t length = lead < 0x80       ? 1
                               : lead >> 5 == 6  ? 2
                               : lead >> 4 == 14 ? 3
                               : lead >> 3 == 30 ? 4
                                                 : 0;
    if (lead == 0 || length == 0 || i + length > bytes.size()) return false;
    char32_t letter = length == 1 ? lead : lead & (0xFFU >> (length + 1));
    for (std::size_t k = 1; k < length; ++k) {
      const auto byte = static_cast<unsigned char>(bytes[i + k]);
      if ((byte & 0xC0) != 0x80) return false;
      letter = letter << 6 | (byte & 0x3FU);
    }
    const bool surrogate = letter >= 0xD800 && letter <= 0xDFFF;
    if (letter < least[length] || surrogate || letter > 0x10FFFF) return false;
    i += length;
  }
  return true;
}

std::string listed(const std::vector<std::string>& words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) text += i + 1 == words.size() ? " and " : ", ";
    text += words[i];
  }
  return text;
}

}  // namespace twinaxis
