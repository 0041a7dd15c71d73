// The schema accepts what the reader accepts, for a sample, and rejects a mistyped key.

#include "sim/scenario/schema.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "sim/scenario/value_writer.h"
#include "tests/scenario/tank.h"

namespace twinaxis::test {
namespace {

using nlohmann::json;
using scenario::Node;

/// A tree as JSON, the way the schema sees it: a tag is a key around its value.
json to_json(const Node& node) {
  json value;
  if (node.is_scalar()) {
    value = json::parse(node.text, nullptr, false);  // 5, true; everything else is a string
    if (value.is_discarded() || !value.is_primitive()) value = node.text;
  } else if (node.is_sequence()) {
    value = json::array();
    for (const Node& item : node.items) value.push_back(to_json(item));
  } else {
    value = json::object();
    for (const auto& entry : node.entries) value[entry.key] = to_json(entry.value);
  }
  return node.tag.empty() ? value : json{{node.tag, value}};
}

/// The part of JSON Schema that our schemas use.
class Validator {
 public:
  explicit Validator(json schema) : root_(std::move(schema)) {}
  bool accepts(const json& value) const { return accepts(root_, value); }

 private:
  bool accepts(const json& schema, const json& value) const {
    if (schema.is_boolean()) return schema.get<bool>();
    if (schema.contains("$ref")) {
      const std::string pointer = schema["$ref"].get<std::string>().substr(1);
      return accepts(root_.at(json::json_pointer(pointer)), value);
    }
    if (schema.contains("anyOf")) {
      for (const auto& option : schema["anyOf"]) {
        if (accepts(option, value)) return true;
      }
      return false;
    }
    if (schema.contains("enum")) {
      return std::find(schema["enum"].begin(), schema["enum"].end(), value) != schema["enum"].end();
    }
    if (schema.contains("type") && !has_type(schema["type"], value)) return false;
    if (value.is_array()) {
      for (const auto& item : value) {
        if (schema.contains("items") && !accepts(schema["items"], item)) return false;
      }
    }
    return !value.is_object() || accepts_object(schema, value);
  }
  bool accepts_object(const json& schema, const json& value) const {
    for (const auto& name : schema.value("required", json::array())) {
      if (!value.contains(name.get<std::string>())) return false;
    }
    if (value.size() < schema.value("minProperties", std::size_t{0})) return false;
    for (const auto& [key, part] : value.items()) {
      const bool known = schema.contains("properties") && schema["properties"].contains(key);
      const json others = schema.value("additionalProperties", json(true));
      if (!accepts(known ? schema["properties"][key] : others, part)) return false;
    }
    return true;
  }
  static bool has_type(const json& type, const json& value) {
    if (type.is_array()) {
      return std::any_of(type.begin(), type.end(),
                         [&](const json& one) { return has_type(one, value); });
    }
    if (type == "integer") return value.is_number_integer();
    if (type == "number") return value.is_number();
    return type == value.type_name();
  }
  json root_;
};

template <HasFields T>
Validator validator() {
  return Validator(json::parse(scenario::json_schema<T>("test")));
}

TEST(Schema, AcceptsTheDefaultsOfAStruct) {
  EXPECT_TRUE(validator<Tank>().accepts(to_json(scenario::to_node(Tank{}))));
  EXPECT_TRUE(validator<Network>().accepts(to_json(scenario::to_node(Network{}))));
}

TEST(Schema, AcceptsAScenarioAndRejectsAMistypedKey) {
  const Validator schema = validator<scenario::Scenario>();
  const std::string text = R"(
use_case: tank
title: {ja: a, en: b}
run: {for: 30 min}
interventions:
- {id: a, side: attack, on: p, effect: !tamper {target: q, with: !clamp {low: 1 m, high: 2 m}}}
- {id: b, side: fault, on: p, from: !uniform {low: 1 s, high: 2 s}, effect: !harden {time_factor: 2}}
expect:
- {stakeholder: residents, axis1: {at_least: 2}, outside_target: true}
)";
  EXPECT_TRUE(schema.accepts(to_json(parsed(text))));
  for (const auto& [from, to] : std::vector<std::pair<std::string, std::string>>{
           {"low: 1 m", "lwo: 1 m"},
           {"title:", "titel:"},
           {"!clamp", "!clmap"},
           {"side: attack", "side: atack"},
           {"for: 30 min", "step: 1 s"},  // 'for' is required
           {"at_least: 2", "at_least: two"}}) {
    std::string wrong = text;
    wrong.replace(wrong.find(from), from.size(), to);
    EXPECT_FALSE(schema.accepts(to_json(parsed(wrong)))) << to;
  }
}

TEST(Schema, DescribesEveryAlternativeWithUnitsAndRanges) {
  const json schema = json::parse(scenario::json_schema<scenario::Scenario>("scenario"));
  const json& effects = schema["properties"]["interventions"]["items"]["properties"]["effect"];
  EXPECT_EQ(effects["properties"].size(), std::variant_size_v<Effect>);
  const json& inner = effects["properties"]["!tamper"]["properties"]["with"];
  EXPECT_EQ(inner["properties"].size(), std::variant_size_v<SignalEffect>);
  const json tank = json::parse(scenario::json_schema<Tank>("tank"));
  EXPECT_EQ(tank["properties"]["pump_max"]["description"],
            "flow of the pump at full speed [m^3/s]; > 0 m^3/s");
}

}  // namespace
}  // namespace twinaxis::test
