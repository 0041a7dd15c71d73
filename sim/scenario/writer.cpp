#include "sim/scenario/writer.h"

#include <algorithm>
#include <cctype>

#include "sim/scenario/excerpt.h"

namespace twinaxis::scenario {
namespace {

constexpr std::size_t kLineColumns = 100;

enum class Context { block, flow };  ///< flow: inside of [] or {}

bool plain_start(std::string_view text) {
  const auto c = static_cast<unsigned char>(text[0]);
  if (c >= 0x80 || std::isalnum(c) != 0 || std::string_view("/._+(<=").find(text[0]) < 7) {
    return !text.starts_with("...");
  }
  return c == '-' && text.size() > 1 &&
         (std::isalnum(static_cast<unsigned char>(text[1])) != 0 || text[1] == '.');
}

/// Characters that a YAML reader may take for line breaks or a byte order mark.
bool has_invisible_break(std::string_view text) {
  constexpr std::string_view breaks[] = {"\xC2\x85", "\xE2\x80\xA8", "\xE2\x80\xA9",
                                         "\xEF\xBB\xBF"};
  return std::any_of(std::begin(breaks), std::end(breaks),
                     [&](std::string_view b) { return text.find(b) != std::string_view::npos; });
}

/// Whether the text stands for itself without quotes. Rather one quote too many than too few.
bool is_plain(std::string_view text, Context context) {
  if (text.empty() || !plain_start(text) || text.back() == ' ' || text.back() == ':') return false;
  if (text == "null" || text == "Null" || text == "NULL") return false;
  if (text.find(": ") != text.npos || text.find(" #") != text.npos) return false;
  if (context == Context::flow && text.find_first_of(",[]{}:") != text.npos) return false;
  const auto control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
  return std::none_of(text.begin(), text.end(), control) && !has_invisible_break(text);
}

std::string in_quotes(std::string_view text) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string result = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') result += {'\\', c};
    else if (c == '\n') result += "\\n";
    else if (c == '\t') result += "\\t";
    else if (byte < 0x20 || byte == 0x7F)
      result += {'\\', 'x', digits[byte >> 4], digits[byte & 15]};
    else result += c;
  }
  return result + "\"";
}

std::string scalar(std::string_view text, Context context) {
  return is_plain(text, context) ? std::string(text) : in_quotes(text);
}

std::string tag_of(const Node& node) {
  if (node.tag.empty()) return "";
  return (node.tag.starts_with('!') ? node.tag : "!<" + node.tag + ">") + " ";
}

/// On one line.
std::string flow(const Node& node, Context context) {
  std::string inside;
  switch (node.kind) {
    case Node::Kind::null:
      return "null";
    case Node::Kind::scalar:
      return tag_of(node) + scalar(node.text, context);
    case Node::Kind::sequence:
      for (const Node& item : node.items) {
        inside += (inside.empty() ? "" : ", ") + flow(item, Context::flow);
      }
      return tag_of(node) + "[" + inside + "]";
    case Node::Kind::map:
      for (const auto& [key, place, value] : node.entries) {
        inside += (inside.empty() ? "" : ", ") + scalar(key, Context::flow) + ": " +
                  flow(value, Context::flow);
      }
      return tag_of(node) + "{" + inside + "}";
  }
  return "";
}

bool has_children(const Node& node) { return !node.items.empty() || !node.entries.empty(); }

/// Writes lines.
class Lines {
 public:
  std::string text;

  /// `head` is what stands before the value on its line: "  key:" or "  -".
  void write(const std::string& head, const Node& node, std::size_t indent) {
    const std::string line = head + " " + flow(node, Context::block);
    if (!has_children(node) || character_count(line) <= kLineColumns) {
      text += line + "\n";
      return;
    }
    text += head + (node.tag.empty() ? "" : " " + tag_of(node));
    if (text.back() == ' ') text.pop_back();
    text += "\n";
    children(node, indent);
  }

  void children(const Node& node, std::size_t indent) {
    const std::string blank(indent, ' ');
    for (const Node& item : node.items) write(blank + "-", item, indent + 2);
    for (const auto& [key, place, value] : node.entries) {
      write(blank + scalar(key, Context::block) + ":", value, indent + 2);
    }
  }
};

}  // namespace

std::string to_yaml(const Node& document) {
  if (!has_children(document)) return flow(document, Context::block) + "\n";
  Lines lines;
  lines.children(document, 0);
  return std::move(lines.text);
}

}  // namespace twinaxis::scenario
