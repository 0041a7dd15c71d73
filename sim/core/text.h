#pragma once
// Numbers as text, the same on every machine and locale.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace twinaxis {

struct NumberAndRest {
  std::optional<double> number;  ///< nothing if the text does not start with a decimal number
  std::string_view rest;         ///< what follows, trimmed
};
/// Splits "5.2e3 L/min"; accepts inf and nan so that the caller can name them. Not hexadecimal.
NumberAndRest split_number(std::string_view text);

/// The shortest decimal text that reads back to the same bits.
std::string number_to_text(double value);
/// With a number of significant digits, for people.
std::string rounded(double value, int significant_digits);

std::string_view trimmed(std::string_view text);
/// As RFC 3629 has it: no overlong forms, no surrogates, nothing above U+10FFFF; and no NUL.
bool is_utf8(std::string_view bytes);

/// "a, b and c".
std::string listed(const std::vector<std::string>& words);

}  // namespace twinaxis
