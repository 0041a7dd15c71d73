#include "sim/scenario/schema.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "sim/core/unit.h"
#include "sim/scenario/distribution.h"

namespace twinaxis::scenario {

using Json = nlohmann::ordered_json;

namespace {

Json empty_object() {
  return {{"type", "object"}, {"properties", Json::object()}, {"additionalProperties", false}};
}

Json or_distribution(Json type) {
  return {{"anyOf", {std::move(type), {{"$ref", "#/$defs/distribution"}}}}};
}

Json distribution() {
  Json result = empty_object();
  for (const auto tag : distribution_tags()) {
    result["properties"]["!" + std::string(tag)] = {{"type", "object"}};
  }
  result["minProperties"] = result["maxProperties"] = 1;
  return result;
}

std::string description(const FieldInfo& info, const std::string& unit, const Range& range) {
  std::string text(info.doc);
  const std::string bounds = range.text(unit);
  if (unit != "1") text += " [" + unit + "]";
  if (!bounds.empty()) text += "; " + bounds;
  return text;
}

}  // namespace

struct SchemaWriter::Impl {
  enum class Kind { map, list, dictionary };
  struct Frame {
    Json* schema = nullptr;
    Kind kind = Kind::map;
    std::string path = {};
    bool unfinished = false;   ///< a variant inside has alternatives left
    std::string variant = {};  ///< the path of the variant whose alternative this is, or ""
    std::size_t alternative = 0;
    std::size_t alternatives = 0;
  };
  Json root = empty_object();
  std::vector<Frame> frames;
  bool begun = false;
  std::map<std::string, std::set<std::size_t>> finished;  ///< alternatives, by path of the variant

  /// Where the schema of that field belongs; created by the first pass.
  Json& slot(const FieldInfo& info) {
    Json& parent = *frames.back().schema;
    if (frames.back().kind == Kind::list) return parent["items"];
    if (frames.back().kind == Kind::dictionary) return parent["additionalProperties"];
    const std::string name(info.name);
    if (info.presence == required) {
      Json& names = parent["required"];
      if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    }
    return parent["properties"][name];
  }
  void describe(const FieldInfo& info, Json type, const std::string& text,
                const Json& default_value = {}) {
    type["description"] = text;
    if (!default_value.is_null() && has_defaults(info)) type["default"] = default_value;
    slot(info) = std::move(type);
  }
  /// An entry of a list or a map, and an alternative, begin as nothing that anybody would want.
  bool has_defaults(const FieldInfo& info) const {
    if (info.presence == required) return false;
    return std::all_of(frames.begin(), frames.end(),
                       [](const Frame& f) { return f.kind == Kind::map && f.variant.empty(); });
  }
  Json& structure(const FieldInfo& info, Json type) {
    Json& place = slot(info);
    if (!place.is_object()) {  // the first pass; a dictionary has false here
      place = std::move(type);
      if (!info.doc.empty()) place["description"] = std::string(info.doc);
    }
    return place;
  }
  void enter(const FieldInfo& info, Json& schema, Kind kind) {
    frames.push_back({&schema, kind, frames.back().path + "." + std::string(info.name)});
  }
};

SchemaWriter::SchemaWriter() : impl_(std::make_unique<Impl>()) {}
SchemaWriter::~SchemaWriter() = default;

bool SchemaWriter::unfinished() const { return !impl_->begun || impl_->frames.front().unfinished; }

void SchemaWriter::begin_pass() {
  impl_->begun = true;
  impl_->frames.assign(1, {&impl_->root});
}

std::string SchemaWriter::text(const std::string& title) const {
  Json result = {{"$schema", "https://json-schema.org/draft/2020-12/schema"}, {"title", title}};
  result.update(impl_->root);
  result["$defs"] = {{"distribution", distribution()}};
  return result.dump(2) + "\n";
}

void SchemaWriter::number(const FieldInfo& info, double& value, std::string_view si_unit,
                          Range range) {
  const std::string unit(si_unit);
  Json now;
  if (std::isfinite(value)) now = unit == "1" ? Json(value) : Json(quantity_to_text(value, unit));
  const Json type = unit == "1" ? Json{{"type", {"number", "string"}}} : Json{{"type", "string"}};
  impl_->describe(info, or_distribution(type), description(info, unit, range), now);
}

void SchemaWriter::amount(const FieldInfo& info, double&, Amount kind) {
  const std::string what = kind == Amount::rate ? " per second" : "";
  impl_->describe(info, or_distribution({{"type", {"number", "string"}}}),
                  std::string(info.doc) + " [unit of the point" + what + "]");
}

void SchemaWriter::duration(const FieldInfo& info, Duration& value, Range range_s) {
  impl_->describe(info, or_distribution({{"type", "string"}}), description(info, "s", range_s),
                  duration_to_text(value));
}

void SchemaWriter::integer(const FieldInfo& info, int& value, Range range) {
  impl_->describe(info, or_distribution({{"type", "integer"}}), description(info, "1", range),
                  value);
}

void SchemaWriter::boolean(const FieldInfo& info, bool& value) {
  impl_->describe(info, or_distribution({{"type", "boolean"}}), std::string(info.doc), value);
}

void SchemaWriter::text(const FieldInfo& info, std::string&) {
  impl_->describe(info, {{"type", {"string", "number", "boolean"}}}, std::string(info.doc));
}

void SchemaWriter::bilingual(const FieldInfo& info, Text&) {
  Json both = empty_object();
  both["properties"] = {{"ja", {{"type", "string"}}}, {"en", {{"type", "string"}}}};
  impl_->describe(info, {{"anyOf", {{{"type", "string"}}, both}}}, std::string(info.doc));
}

void SchemaWriter::choice(const FieldInfo& info, std::size_t& index,
                          std::span<const std::string_view> names) {
  Json words = Json::array();
  for (const auto name : names) words.push_back(std::string(name));
  impl_->describe(info, {{"enum", words}}, std::string(info.doc), std::string(names[index]));
}

bool SchemaWriter::enter_map(const FieldInfo& info) {
  impl_->enter(info, impl_->structure(info, empty_object()), Impl::Kind::map);
  return true;
}

std::optional<std::size_t> SchemaWriter::enter_list(const FieldInfo& info, std::size_t) {
  Json list = {{"type", "array"}};
  impl_->enter(info, impl_->structure(info, list), Impl::Kind::list);
  return 1;  // one item shows what all are like
}

bool SchemaWriter::enter_dictionary(const FieldInfo& info, std::vector<std::string>& keys) {
  Json dictionary = {{"type", "object"}};
  impl_->enter(info, impl_->structure(info, dictionary), Impl::Kind::dictionary);
  keys = {"*"};
  return true;
}

std::optional<std::size_t> SchemaWriter::enter_variant(const FieldInfo& info, std::size_t,
                                                       std::span<const std::string_view> tags) {
  const std::string path = impl_->frames.back().path + "." + std::string(info.name);
  const auto& finished = impl_->finished[path];
  std::size_t next = 0;
  while (next + 1 < tags.size() && finished.count(next) != 0) ++next;
  const std::string tag = "!" + std::string(tags[next]);

  Json& variant = impl_->structure(info, empty_object());
  variant["minProperties"] = variant["maxProperties"] = 1;
  Json& alternative = variant["properties"][tag];
  if (alternative.is_null()) alternative = empty_object();
  impl_->frames.push_back(
      {&alternative, Impl::Kind::map, path + tag, false, path, next, tags.size()});
  return next;
}

void SchemaWriter::leave() {
  const Impl::Frame left = impl_->frames.back();
  impl_->frames.pop_back();
  bool unfinished = left.unfinished;
  if (!left.variant.empty()) {
    auto& finished = impl_->finished[left.variant];
    if (!left.unfinished) finished.insert(left.alternative);
    unfinished = finished.size() < left.alternatives;
  }
  impl_->frames.back().unfinished |= unfinished;
}

}  // namespace twinaxis::scenario
