#pragma once
// The text of a YAML file with its places, and syntax errors in words that help.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "sim/scenario/document.h"

namespace twinaxis::scenario {

/// Where the text of a scalar begins, behind its tag, anchor and quote.
struct TextStart {
  std::size_t offset = 0;
  bool unclosed = false;  ///< an opening quote stands before it and no closing one follows
};

/// Keeps a reference to the text.
class SourceText {
 public:
  SourceText(const std::string& text, std::string file);

  Place place_at(std::size_t offset) const;
  /// Whether that line is "---".
  bool starts_document(int line) const;
  TextStart text_start(std::size_t scalar_offset) const;
  /// Whether `value` stands at `offset` as it is, on one line.
  bool has_verbatim(std::string_view value, std::size_t offset) const;
  /// What the parser stumbled over, in words for users; `open` is the list or map that had begun.
  Problem syntax_problem(const Place& at, const std::string& parser_message,
                         const Node* open) const;

 private:
  std::string_view line_text(int line) const;
  std::string_view text_;
  std::string file_;
  std::vector<std::size_t> line_starts_;
  std::vector<int> columns_;  ///< of each byte, and of the end
};

}  // namespace twinaxis::scenario
