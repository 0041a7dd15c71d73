#include "sim/scenario/reader.h"

#include <algorithm>
#include <charconv>

#include "sim/core/near.h"
#include "sim/core/text.h"
#include "sim/scenario/distribution.h"

namespace twinaxis::scenario {
namespace {

bool contains(const std::vector<std::string>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::vector<std::string> with_marks(std::span<const std::string_view> tags) {
  std::vector<std::string> result;
  for (const auto tag : tags) result.push_back("!" + std::string(tag));
  return result;
}

}  // namespace

Reader::Reader(const ReadContext& context) : context_(context) {}

bool Reader::begin(const Node& root) {
  if (root.reported) return false;
  if (!root.is_map()) {
    const std::string whose = context_.path.empty() ? "" : "'" + context_.path + "': ";
    context_.problems.add(root.place, whose + expected_found("a map", kind_of(root)));
    return false;
  }
  context_.places.set(context_.path, root);
  Frame frame;
  frame.node = &root;
  frame.path = context_.path;
  frame.known = context_.elsewhere;
  frames_.push_back(std::move(frame));
  return true;
}

void Reader::end() { pop(); }

void Reader::amounts_of(std::string_view point) {
  frames_.back().unit = context_.unit_of ? context_.unit_of(point) : std::nullopt;
}

std::string Reader::path_to(const FieldInfo& info) const {
  const Frame& frame = frames_.back();
  if (frame.node->is_sequence()) return frame.path + "[" + std::string(info.name) + "]";
  return frame.path.empty() ? std::string(info.name) : frame.path + "." + std::string(info.name);
}

void Reader::fail(const FieldInfo& info, const Node& node, const std::string& message) {
  const Frame& frame = frames_.back();
  const std::string name(info.name);
  context_.places.set_faulty(path_to(info));
  context_.problems.add(
      node.place,
      "'" + (frame.node->is_sequence() ? frame.label + "[" + name + "]" : name) + "': " + message);
}

/// The node of that field, or null.
const Node* Reader::present(const FieldInfo& info) const {
  const Node& parent = *frames_.back().node;
  if (!parent.is_sequence()) return parent.find(info.name);
  std::size_t index = 0;
  std::from_chars(info.name.data(), info.name.data() + info.name.size(), index);
  return index < parent.items.size() ? &parent.items[index] : nullptr;
}

/// The node of that field, unless it is absent, empty, or a problem already.
const Node* Reader::wanted(const FieldInfo& info) {
  Frame& frame = frames_.back();
  frame.known.emplace_back(info.name);
  const Node* node = present(info);
  if (node == nullptr) {
    if (info.presence == required && !frame.amends) frame.missing.emplace_back(info.name, info.doc);
    return nullptr;
  }
  if (node->reported) return nullptr;
  if (node->kind == Node::Kind::null) {
    fail(info, *node, "has no value; write one or leave the key out");
    return nullptr;
  }
  return node;
}

bool Reader::untagged(const FieldInfo& info, const Node& node) {
  if (node.tag.empty()) return true;
  const auto tags = with_marks(distribution_tags());
  fail(info, node,
       contains(tags, node.tag)
           ? "no distribution is possible here"
           : "the tag " + in_marks(node.tag) + " is not known here" + did_you_mean(node.tag, tags));
  return false;
}

void Reader::push(const FieldInfo& info, const Node& node) {
  const Frame& parent = frames_.back();
  Frame frame;
  frame.node = &node;
  frame.path = path_to(info);
  frame.label = std::string(info.name);
  frame.unit = parent.unit;
  frame.amends = parent.amends || contains(parent.existing, info.name);
  context_.places.set(frame.path, node);
  frames_.push_back(std::move(frame));
}

bool Reader::enter_map(const FieldInfo& info) {
  const Node* node = wanted(info);
  if (node == nullptr || !untagged(info, *node)) return false;
  if (!node->is_map()) {
    fail(info, *node, expected_found("a map", kind_of(*node)));
    return false;
  }
  push(info, *node);
  return true;
}

std::optional<std::size_t> Reader::enter_list(const FieldInfo& info, std::size_t) {
  const Node* node = wanted(info);
  if (node == nullptr || !untagged(info, *node)) return std::nullopt;
  if (!node->is_sequence()) {
    fail(info, *node, expected_found("a list", kind_of(*node)));
    return std::nullopt;
  }
  push(info, *node);
  return node->items.size();
}

bool Reader::enter_dictionary(const FieldInfo& info, std::vector<std::string>& keys) {
  if (!enter_map(info)) return false;
  Frame& frame = frames_.back();
  frame.dictionary = true;
  frame.existing = keys;
  for (const Entry& entry : frame.node->entries) {
    if (!contains(frame.existing, entry.key)) keys.push_back(entry.key);
  }
  return true;
}

std::optional<std::size_t> Reader::enter_variant(const FieldInfo& info, std::size_t,
                                                 std::span<const std::string_view> tags) {
  const Node* node = wanted(info);
  if (node == nullptr) return std::nullopt;
  const auto marks = with_marks(tags);
  const auto chosen = std::find(marks.begin(), marks.end(), node->tag);
  if (chosen == marks.end()) {
    fail(info, *node,
         node->tag.empty()
             ? expected_found("a tag such as " + marks.front(), kind_of(*node) + " without one")
             : "the tag " + in_marks(node->tag) + " is not known here" +
                   did_you_mean(node->tag, marks));
    return std::nullopt;
  }
  if (!node->is_map() && !(node->is_scalar() && node->text.empty())) {  // "!hold" is "!hold {}"
    fail(info, *node, expected_found("a map behind " + node->tag, kind_of(*node)));
    return std::nullopt;
  }
  push(info, *node);
  return static_cast<std::size_t>(chosen - marks.begin());
}

void Reader::leave() { pop(); }

void Reader::report_unknown(const Frame& frame, std::vector<std::string>& suggested) {
  for (const Entry& entry : frame.node->entries) {
    if (contains(frame.known, entry.key)) continue;
    const auto close = nearest(entry.key, frame.known, 1);
    suggested.insert(suggested.end(), close.begin(), close.end());
    context_.problems.add(entry.key_place,
                          "unknown key " + in_marks(entry.key) +
                              (!close.empty()        ? "; did you mean '" + close.front() + "'?"
                               : frame.known.empty() ? "; no key is possible here"
                                                     : "; possible here: " + listed(frame.known)));
  }
}

void Reader::pop() {
  const Frame frame = std::move(frames_.back());
  frames_.pop_back();
  std::vector<std::string> suggested;
  if (!frame.dictionary) report_unknown(frame, suggested);
  for (const auto& [name, doc] : frame.missing) {
    if (contains(suggested, name)) continue;  // mistyped, not missing
    context_.problems.add(
        frame.node->place,
        "missing key '" + name + "'" + (doc.empty() ? "" : " (" + std::string(doc) + ")"));
  }
}

bool Reader::has_optional(const FieldInfo& info, bool is_set) {
  const Node* node = present(info);
  const bool is_there = is_set || (node != nullptr && !node->reported);
  if (!is_there) frames_.back().known.emplace_back(info.name);  // else the visit of its fields does
  return is_there;
}

}  // namespace twinaxis::scenario
