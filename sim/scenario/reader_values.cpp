// Reading single values.

#include <algorithm>
#include <cmath>

#include "sim/core/near.h"
#include "sim/core/text.h"
#include "sim/core/unit.h"
#include "sim/scenario/amount.h"
#include "sim/scenario/reader.h"

namespace twinaxis::scenario {
namespace {

/// "a length such as '1.5 m'": what the unit's own error text says.
std::string expectation_of(const std::string& si_unit) {
  return std::get<UnitProblem>(quantity_from_text("", si_unit)).expected;
}

std::string text_of(const UnitProblem& problem) {
  return expected_found(problem.expected, problem.found);
}

}  // namespace

const Node* Reader::scalar(const FieldInfo& info, std::string_view expected) {
  const Node* node = wanted(info);
  if (node == nullptr || !untagged(info, *node)) return nullptr;
  if (node->is_scalar()) return node;
  fail(info, *node, expected_found(expected, kind_of(*node)));
  return nullptr;
}

bool Reader::store(const FieldInfo& info, const Node& node, double& value, double found,
                   Range range, const std::string& unit) {
  if (!range.contains(found)) {
    fail(info, node, "must be " + range.text(unit) + ", found " + shown(found, unit));
    return false;
  }
  value = found;
  context_.places.set(path_to(info), node);
  return true;
}

void Reader::number(const FieldInfo& info, double& value, std::string_view si_unit, Range range) {
  const std::string unit(si_unit);
  const Node* node = scalar(info, expectation_of(unit));
  if (node == nullptr) return;
  const auto read = quantity_from_text(node->text, unit);
  if (const auto* bad = std::get_if<UnitProblem>(&read)) return fail(info, *node, text_of(*bad));
  store(info, *node, value, std::get<double>(read), range, unit);
}

void Reader::amount(const FieldInfo& info, double& value, Amount kind) {
  const auto& unit = frames_.back().unit;
  const Node* node = scalar(info, unit ? expectation_of(unit_of_amount(*unit, kind))
                                       : std::string("a number and a unit"));
  if (node == nullptr) return;
  if (!unit) {  // the point itself is a problem; the number can be looked at all the same
    const auto number = split_number(node->text).number;
    if (number && std::isfinite(*number)) store(info, *node, value, *number, {}, "1");
    else fail(info, *node, expected_found("a number and a unit", kind_of(*node)));
    return;
  }
  const auto read = amount_from_text(node->text, *unit, kind);
  if (const auto* bad = std::get_if<UnitProblem>(&read)) return fail(info, *node, text_of(*bad));
  store(info, *node, value, std::get<double>(read), {}, unit_of_amount(*unit, kind));
}

void Reader::duration(const FieldInfo& info, Duration& value, Range range_s) {
  const Node* node = scalar(info, expectation_of("s"));
  if (node == nullptr) return;
  const auto read = duration_from_text(node->text);
  if (const auto* bad = std::get_if<UnitProblem>(&read)) return fail(info, *node, text_of(*bad));
  const Duration found = std::get<Duration>(read);
  double found_s = 0;
  if (store(info, *node, found_s, to_s(found), range_s, "s")) value = found;
}

void Reader::integer(const FieldInfo& info, int& value, Range range) {
  const Node* node = scalar(info, "a whole number");
  if (node == nullptr) return;
  const auto [number, rest] = split_number(node->text);
  if (!number || !rest.empty() || !std::isfinite(*number) || *number != std::round(*number) ||
      std::abs(*number) > 2e9) {
    return fail(info, *node, expected_found("a whole number", kind_of(*node)));
  }
  double found = 0;
  if (store(info, *node, found, *number, range, "1")) value = static_cast<int>(found);
}

void Reader::boolean(const FieldInfo& info, bool& value) {
  const Node* node = scalar(info, "true or false");
  if (node == nullptr) return;
  if (node->text != "true" && node->text != "false") {
    return fail(info, *node, "write true or false, found " + kind_of(*node));
  }
  value = node->text == "true";
  context_.places.set(path_to(info), *node);
}

void Reader::text(const FieldInfo& info, std::string& value) {
  const Node* node = scalar(info, "a text");
  if (node == nullptr) return;
  value = node->text;
  context_.places.set(path_to(info), *node);
}

void Reader::bilingual(const FieldInfo& info, Text& value) {
  const Node* node = present(info);
  if (node != nullptr && node->is_scalar()) {
    text(info, value.ja);
    value.en = value.ja;
  } else if (enter_map(info)) {
    text({"ja", "in Japanese"}, value.ja);
    text({"en", "in English"}, value.en);
    if (value.ja.empty()) value.ja = value.en;
    if (value.en.empty()) value.en = value.ja;
    leave();
  }
}

void Reader::choice(const FieldInfo& info, std::size_t& index,
                    std::span<const std::string_view> names) {
  const std::vector<std::string> words(names.begin(), names.end());
  const Node* node = scalar(info, "one of " + listed(words));
  if (node == nullptr) return;
  const auto found = std::find(words.begin(), words.end(), node->text);
  if (found == words.end()) {
    return fail(info, *node,
                expected_found("one of " + listed(words), kind_of(*node)) +
                    did_you_mean(node->text, words));
  }
  index = static_cast<std::size_t>(found - words.begin());
  context_.places.set(path_to(info), *node);
}

}  // namespace twinaxis::scenario
