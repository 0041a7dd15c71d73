#pragma once
// A line of the user's text with a caret below the right character.

#include <string>
#include <string_view>

namespace twinaxis::scenario {

/// Two lines, "     7 |   pump_max: -5 L/s" and the caret under `column` (in characters, from 1).
/// A line that is too long for a terminal is cut around the caret; tabs become spaces; wide
/// characters count twice, so that the caret stands where it should.
std::string excerpt(std::string_view line, int number, int column);

/// Control characters and line breaks become spaces; what exceeds `at_most` characters, "...".
std::string on_one_line(std::string_view text, std::size_t at_most);

/// Whether a byte of valid UTF-8 begins a character (a code point).
constexpr bool begins_character(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
}
/// Characters in valid UTF-8.
std::size_t character_count(std::string_view utf8);

}  // namespace twinaxis::scenario
