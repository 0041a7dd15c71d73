#include "sim/scenario/yaml_syntax.h"

#include <algorithm>

#include "sim/scenario/excerpt.h"

namespace twinaxis::scenario {
namespace {

/// Offset of the closing quote of a text that begins at `at`, or npos.
std::size_t closing_quote(std::string_view text, std::size_t at, char quote) {
  for (; at < text.size(); ++at) {
    if (quote == '"' && text[at] == '\\') {
      ++at;
    } else if (text[at] == quote) {
      if (quote == '"' || at + 1 >= text.size() || text[at + 1] != '\'') return at;
      ++at;  // '' inside single quotes is one quote
    }
  }
  return std::string_view::npos;
}

/// The parser's messages in words for those who write scenarios; "" if its own will do.
std::string in_plain_words(std::string_view parser_message) {
  struct Translation {
    std::string_view from, to;
  };
  constexpr Translation translations[] = {
      {"illegal map value", "no ':' is possible here; check the indentation, or quote the text"},
      {"illegal block entry", "no list item '- ' can begin here; put it on a line of its own"},
      {"illegal map key", "no key can begin here; check the indentation"},
      {"unknown token", "a text cannot begin with this character; put it in quotes"},
      {"illegal flow end", "nothing is open that this could close"},
      {"illegal EOF in scalar", "the file ends inside a quoted text"},
      {"unexpected character in block scalar", "a text that begins with '>' or '|' needs quotes"},
      {"the referenced anchor is not defined", "there is no anchor of this name above"},
      {"end of map not found", "expected a key of the map above; check the indentation"},
      {"end of sequence not found", "expected '- ' of the list above; check the indentation"},
      {"illegal tab when looking for indentation", "a tab indents this line; use spaces"},
      {"bad file", "nested too deeply"}};
  for (const auto& [from, to] : translations) {
    if (parser_message == from) return std::string(to);
  }
  return "not valid YAML: " + std::string(parser_message);
}

}  // namespace

SourceText::SourceText(const std::string& text, std::string file)
    : text_(text), file_(std::move(file)), line_starts_{0} {
  int column = 0;
  columns_.reserve(text_.size() + 1);
  for (std::size_t i = 0; i < text_.size(); ++i) {
    if (begins_character(text_[i])) ++column;
    columns_.push_back(column);
    if (text_[i] != '\n') continue;
    line_starts_.push_back(i + 1);
    column = 0;
  }
  columns_.push_back(column + 1);
}

Place SourceText::place_at(std::size_t offset) const {
  offset = std::min(offset, text_.size());
  // The end of a file that ends with a line break is shown behind its last line.
  if (offset == text_.size() && offset > 0 && text_[offset - 1] == '\n') --offset;
  const auto line = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset) - 1;
  return {file_, static_cast<int>(line - line_starts_.begin()) + 1, columns_[offset]};
}

std::string_view SourceText::line_text(int line) const {
  const std::size_t start = line_starts_[static_cast<std::size_t>(line - 1)];
  return text_.substr(start, text_.find('\n', start) - start);
}

bool SourceText::starts_document(int line) const { return line_text(line).starts_with("---"); }

TextStart SourceText::text_start(std::size_t offset) const {
  const auto at = [this](std::size_t i) { return i < text_.size() ? text_[i] : '\0'; };
  while (at(offset) == '!' || at(offset) == '&') {  // tag and anchor stand before the text
    offset = std::min(text_.find_first_of(" \t\r\n,]}", offset), text_.size());
    offset = std::min(text_.find_first_not_of(" \t\r\n", offset), text_.size());
  }
  const char quote = at(offset);
  if (quote != '"' && quote != '\'') return {offset, false};
  return {offset + 1, closing_quote(text_, offset + 1, quote) == std::string_view::npos};
}

bool SourceText::has_verbatim(std::string_view value, std::size_t offset) const {
  return offset <= text_.size() && text_.substr(offset).starts_with(value) &&
         value.find('\n') == std::string_view::npos;
}

Problem SourceText::syntax_problem(const Place& at, const std::string& parser_message,
                                   const Node* open) const {
  const std::string_view line = line_text(at.line);
  const std::size_t indentation = std::min(line.find_first_not_of(" \t"), line.size());
  const std::size_t tab = line.substr(0, indentation).find('\t');
  if (tab != std::string_view::npos) {
    return {{at.file, at.line, static_cast<int>(tab) + 1}, "a tab indents this line; use spaces"};
  }
  if (open != nullptr && parser_message.ends_with("flow not found")) {
    return {open->place, std::string("the ") + (open->is_map() ? "'{'" : "'['") +
                             " that opens here is never closed"};
  }
  return {at, in_plain_words(parser_message)};
}

}  // namespace twinaxis::scenario
