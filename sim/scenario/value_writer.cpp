#include "sim/scenario/value_writer.h"

#include <cmath>

#include "sim/core/unit.h"
#include "sim/scenario/amount.h"

namespace twinaxis::scenario {

ValueWriter::ValueWriter(UnitOfPoint unit_of) : unit_of_(std::move(unit_of)), open_(1) {
  open_.front().node.kind = Node::Kind::map;
}

void ValueWriter::amounts_of(std::string_view point) {
  open_.back().unit = unit_of_ ? unit_of_(point) : std::nullopt;
}

void ValueWriter::put(std::string name, Node node) {
  Node& parent = open_.back().node;
  if (parent.is_sequence()) parent.items.push_back(std::move(node));
  else parent.entries.push_back({std::move(name), {}, std::move(node)});
}

void ValueWriter::scalar(const FieldInfo& info, std::string text) {
  Node node;
  node.kind = Node::Kind::scalar;
  node.text = std::move(text);
  put(std::string(info.name), std::move(node));
}

void ValueWriter::number(const FieldInfo& info, double& value, std::string_view si_unit, Range) {
  scalar(info, quantity_to_text(value, std::string(si_unit)));
}

void ValueWriter::amount(const FieldInfo& info, double& value, Amount kind) {
  if (std::isinf(value)) return;
  const auto& unit = open_.back().unit;
  scalar(info, quantity_to_text(value, unit ? unit_of_amount(*unit, kind) : "1"));
}

void ValueWriter::duration(const FieldInfo& info, Duration& value, Range) {
  scalar(info, duration_to_text(value));
}

void ValueWriter::integer(const FieldInfo& info, int& value, Range) {
  scalar(info, std::to_string(value));
}

void ValueWriter::boolean(const FieldInfo& info, bool& value) {
  scalar(info, value ? "true" : "false");
}

void ValueWriter::text(const FieldInfo& info, std::string& value) { scalar(info, value); }

void ValueWriter::bilingual(const FieldInfo& info, Text& value) {
  open(info, Node::Kind::map);
  scalar({"ja", {}}, value.ja);
  scalar({"en", {}}, value.en);
  leave();
}

void ValueWriter::choice(const FieldInfo& info, std::size_t& index,
                         std::span<const std::string_view> names) {
  scalar(info, std::string(names[index]));
}

void ValueWriter::open(const FieldInfo& info, Node::Kind kind, const std::string& tag) {
  Open opened{{}, std::string(info.name), open_.back().unit};
  opened.node.kind = kind;
  opened.node.tag = tag;
  open_.push_back(std::move(opened));
}

bool ValueWriter::enter_map(const FieldInfo& info) {
  open(info, Node::Kind::map);
  return true;
}

std::optional<std::size_t> ValueWriter::enter_list(const FieldInfo& info,
                                                   std::size_t current_size) {
  open(info, Node::Kind::sequence);
  return current_size;
}

bool ValueWriter::enter_dictionary(const FieldInfo& info, std::vector<std::string>&) {
  return enter_map(info);
}

std::optional<std::size_t> ValueWriter::enter_variant(const FieldInfo& info, std::size_t current,
                                                      std::span<const std::string_view> tags) {
  open(info, Node::Kind::map, "!" + std::string(tags[current]));
  return current;
}

void ValueWriter::leave() {
  Open closed = std::move(open_.back());
  open_.pop_back();
  put(std::move(closed.name), std::move(closed.node));
}

}  // namespace twinaxis::scenario
