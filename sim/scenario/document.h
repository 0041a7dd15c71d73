#pragma once
// What a YAML file says, as a tree of our own with the place of every value. Home of yaml-cpp,
// whose types stay in document.cpp.

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/scenario/diagnostics.h"

namespace twinaxis::scenario {

struct Entry;

/// A value as written; nothing is interpreted yet. Entries keep the order of the file.
struct Node {
  enum class Kind { null, scalar, sequence, map };
  Kind kind = Kind::null;
  std::string tag;             ///< "!bias"; "" if none was written
  std::string text;            ///< of a scalar, without quotes
  std::vector<Node> items;     ///< of a sequence
  std::vector<Entry> entries;  ///< of a map; keys are unique
  Place place;                 ///< of its first character
  int text_column = 0;  ///< where the text itself begins on that line, behind tag and quote; 0 if
                        ///< the text is folded or escaped, so that no offset in it has a column
  bool begins_anew = false;  ///< replaces what is inherited; see extends.h
  bool reported = false;     ///< a problem here was reported already; readers pass it over

  bool is_map() const { return kind == Kind::map; }
  bool is_scalar() const { return kind == Kind::scalar; }
  bool is_sequence() const { return kind == Kind::sequence; }
  /// The value of that key, or null.
  const Node* find(std::string_view key) const;
  Node* find(std::string_view key);
};

struct Entry {
  std::string key;
  Place key_place;
  Node value;
};

/// "a map", "a list", "a text", "nothing": for messages.
std::string kind_of(const Node& node);
/// Same kind, tag, text and children; places do not count.
bool same(const Node& a, const Node& b);

/// Limits that no honest scenario meets: they stop alias bombs and run-away nesting.
inline constexpr std::size_t kDeepestNesting = 64;
inline constexpr std::size_t kMostNodes = 100'000;
inline constexpr std::size_t kLongestKey_bytes = 200;

/// Of the tree, itself counted.
std::size_t value_count(const Node& node);

/// The one document in `text`, whose root is a map. Nothing after a problem that leaves no tree
/// (syntax, several documents, limits); problems that leave one, such as a repeated key, are
/// reported and the tree is returned without the offending part. `file` is for places.
std::optional<Node> parse_document(const std::string& text, const std::string& file,
                                   Problems& problems);

/// read_source(), then parse_document().
std::optional<Node> load_document(const std::filesystem::path& file, Problems& problems,
                                  const Place& asked_from = {});

}  // namespace twinaxis::scenario
