#include "sim/scenario/document.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <map>
#include <sstream>
#include <utility>

#include "sim/scenario/source.h"
#include "sim/scenario/yaml_syntax.h"

namespace twinaxis::scenario {
namespace {

/// Thrown through the parser when going on makes no sense; the problem is reported already.
struct Abandoned {};

/// yaml-cpp marks what is quoted with the tag "!", and everything else without a tag with "?".
std::string tag_as_written(const std::string& tag) {
  constexpr std::string_view core = "tag:yaml.org,2002:";
  if (tag == "?" || tag == "!") return "";
  const bool has_name = tag.size() > core.size();
  return tag.starts_with(core) && has_name ? "!!" + tag.substr(core.size()) : tag;
}

/// Builds the tree from the parser's events.
class Builder final : public YAML::EventHandler {
 public:
  Builder(const SourceText& source, Problems& problems) : source_(source), problems_(problems) {}

  std::optional<Node> root;

  /// The innermost list or map that has begun and not ended.
  const Node* open() const { return open_.empty() ? nullptr : &open_.back().node; }

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (++documents_ == 1) return;
    const Place place = source_.place_at(offset(mark));
    abandon(place, source_.starts_document(place.line)
                       ? "a second document begins here; a file holds one"
                       : "this does not belong to what stands above; check the indentation");
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    Node node = begun(mark);
    if (!open_.empty() && open_.back().key) node.place = open_.back().key->place;
    complete(std::move(node), anchor);
  }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    Node node = begun(mark);
    node.kind = Node::Kind::scalar;
    node.tag = tag_as_written(tag);
    node.text = value;
    const TextStart start = source_.text_start(offset(mark));
    if (start.unclosed) {
      abandon(source_.place_at(start.offset - 1), "the quote that opens here is never closed");
    }
    if (source_.has_verbatim(value, start.offset)) {
      node.text_column = source_.place_at(start.offset).column;
    }
    complete(std::move(node), anchor);
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    const auto found = anchored_.find(anchor);
    const Place place = source_.place_at(offset(mark));
    if (found == anchored_.end()) abandon(place, "an alias inside of what it repeats");
    Node copy = found->second;
    count(value_count(copy), place);
    put(std::move(copy));
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    start(mark, tag, anchor, Node::Kind::sequence);
  }
  void OnSequenceEnd() override { end(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    start(mark, tag, anchor, Node::Kind::map);
  }
  void OnMapEnd() override { end(); }

 private:
  /// A list or map under construction; `key` waits for its value.
  struct Open {
    Node node;
    YAML::anchor_t anchor;
    std::optional<Node> key = {};
    std::map<std::string, Place> keys = {};
  };

  [[noreturn]] void abandon(const Place& place, const std::string& message) {
    problems_.add(place, message);
    throw Abandoned{};
  }
  static std::size_t offset(const YAML::Mark& mark) {
    return static_cast<std::size_t>(std::max(0, mark.pos));
  }
  void count(std::size_t more, const Place& place) {
    nodes_ += more;
    if (nodes_ > kMostNodes) {
      abandon(place, "more than " + std::to_string(kMostNodes) + " values, aliases unfolded");
    }
  }
  Node begun(const YAML::Mark& mark) {
    Node node;
    node.place = source_.place_at(offset(mark));
    count(1, node.place);
    return node;
  }
  void start(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
             Node::Kind kind) {
    Node node = begun(mark);
    node.kind = kind;
    node.tag = tag_as_written(tag);
    if (open_.size() >= kDeepestNesting) {
      abandon(node.place, "nested more than " + std::to_string(kDeepestNesting) + " levels deep");
    }
    open_.push_back({std::move(node), anchor});
  }
  void end() {
    Open closed = std::move(open_.back());
    open_.pop_back();
    complete(std::move(closed.node), closed.anchor);
  }
  void complete(Node node, YAML::anchor_t anchor) {
    if (anchor != 0) anchored_[anchor] = node;
    put(std::move(node));
  }
  void put(Node node) {
    if (open_.empty()) {
      root = std::move(node);
      return;
    }
    Open& parent = open_.back();
    if (parent.node.is_sequence()) parent.node.items.push_back(std::move(node));
    else if (!parent.key) parent.key = std::move(node);
    else add_entry(parent, std::move(node));
  }
  void add_entry(Open& parent, Node value) {
    const Node key = *std::exchange(parent.key, std::nullopt);
    if (!key.is_scalar() || !key.tag.empty()) {
      return problems_.add(key.place, "a key must be a plain text, found " + kind_of(key));
    }
    if (key.text.size() > kLongestKey_bytes) {
      return problems_.add(key.place, "a key has at most " + std::to_string(kLongestKey_bytes) +
                                          " bytes, found " + std::to_string(key.text.size()));
    }
    if (key.text == "<<") {
      return problems_.add(key.place, "the merge key '<<' is not read; use 'extends' or write out");
    }
    const auto [first, is_new] = parent.keys.emplace(key.text, key.place);
    if (!is_new) {
      return problems_.add(key.place, "repeated key " + in_marks(key.text) + "; the first is at " +
                                          text_of(first->second));
    }
    parent.node.entries.push_back({key.text, key.place, std::move(value)});
  }

  const SourceText& source_;
  Problems& problems_;
  std::vector<Open> open_;
  std::map<YAML::anchor_t, Node> anchored_;
  std::size_t nodes_ = 0;
  int documents_ = 0;
};

/// Lets the parser run over the text; false after a syntax error, which is reported.
bool parse(const std::string& text, const SourceText& source, Builder& builder,
           Problems& problems) {
  std::istringstream in(text);
  try {
    YAML::Parser parser(in);
    while (parser.HandleNextDocument(builder)) continue;
    return true;
  } catch (const Abandoned&) {
    return false;
  } catch (const YAML::Exception& error) {
    const auto at = source.place_at(static_cast<std::size_t>(std::max(0, error.mark.pos)));
    const auto [place, message] = source.syntax_problem(at, error.msg, builder.open());
    problems.add(place, message);
    return false;
  }
}

}  // namespace

const Node* Node::find(std::string_view key) const {
  for (const Entry& entry : entries) {
    if (entry.key == key) return &entry.value;
  }
  return nullptr;
}
Node* Node::find(std::string_view key) {
  return const_cast<Node*>(static_cast<const Node*>(this)->find(key));
}

std::string kind_of(const Node& node) {
  switch (node.kind) {
    case Node::Kind::null:
      return "nothing";
    case Node::Kind::scalar:
      return in_marks(node.text);
    case Node::Kind::sequence:
      return "a list";
    case Node::Kind::map:
      return "a map";
  }
  return "";
}

bool same(const Node& a, const Node& b) {
  const auto same_entry = [](const Entry& x, const Entry& y) {
    return x.key == y.key && same(x.value, y.value);
  };
  return a.kind == b.kind && a.tag == b.tag && a.text == b.text &&
         std::equal(a.items.begin(), a.items.end(), b.items.begin(), b.items.end(), same) &&
         std::equal(a.entries.begin(), a.entries.end(), b.entries.begin(), b.entries.end(),
                    same_entry);
}

std::size_t value_count(const Node& node) {
  std::size_t count = 1;
  for (const Node& item : node.items) count += value_count(item);
  for (const Entry& entry : node.entries) count += value_count(entry.value);
  return count;
}

std::optional<Node> parse_document(const std::string& text, const std::string& file,
                                   Problems& problems) {
  const SourceText source(text, file);
  Builder builder(source, problems);
  if (!parse(text, source, builder, problems)) return std::nullopt;
  if (!builder.root || builder.root->kind == Node::Kind::null) {
    problems.add({file}, "the file is empty; expected a map of keys and values");
    return std::nullopt;
  }
  if (!builder.root->is_map()) {
    problems.add(builder.root->place,
                 expected_found("a map of keys and values", kind_of(*builder.root)));
    return std::nullopt;
  }
  return std::move(builder.root);
}

std::optional<Node> load_document(const std::filesystem::path& file, Problems& problems,
                                  const Place& asked_from) {
  const auto text = read_source(file, problems, asked_from);
  if (!text) return std::nullopt;
  return parse_document(*text, file.string(), problems);
}

}  // namespace twinaxis::scenario
