#include "sim/intervene/tokens.h"

#include <cctype>

namespace twinaxis {
namespace {

bool starts_number(std::string_view s) {
  const auto digit = [](char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; };
  if (s.starts_with('-') || s.starts_with('+') || s.starts_with('.')) s.remove_prefix(1);
  return !s.empty() && digit(s[0]);
}

bool of_word(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 ||
         std::string_view("_.-:/^%*").find(c) != std::string_view::npos ||
         (static_cast<unsigned char>(c) & 0x80) != 0;
}

}  // namespace

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  for (std::size_t i = 0; i < text.size();) {
    if (std::isspace(static_cast<unsigned char>(text[i]))) {
      ++i;
      continue;
    }
    std::size_t length = 1;
    auto kind = Token::Kind::sign;
    if (std::string_view("<>=!").find(text[i]) != std::string_view::npos) {
      length = i + 1 < text.size() && text[i + 1] == '=' ? 2 : 1;
    } else if (starts_number(text.substr(i)) || (of_word(text[i]) && text[i] != '-')) {
      kind = starts_number(text.substr(i)) ? Token::Kind::number : Token::Kind::word;
      while (i + length < text.size() && of_word(text[i + length])) ++length;
    }
    tokens.push_back({kind, text.substr(i, length), i});
    i += length;
  }
  tokens.push_back({Token::Kind::end, {}, text.size()});
  return tokens;
}

bool is_keyword(std::string_view word) {
  return word == "and" || word == "or" || word == "not" || word == "for";
}

}  // namespace twinaxis
