#pragma once
// The words of a condition.

#include <cstddef>
#include <string_view>
#include <vector>

namespace twinaxis {

struct Token {
  enum class Kind { end, word, number, sign } kind = Kind::end;
  std::string_view text;
  std::size_t offset = 0;
};

/// Never fails: what is no word and no number is a sign of one byte. Ends with an end token.
std::vector<Token> tokens_of(std::string_view text);
/// "and", "or", "not", "for".
bool is_keyword(std::string_view word);

}  // namespace twinaxis
