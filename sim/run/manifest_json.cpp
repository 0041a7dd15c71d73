#include "sim/run/manifest_json.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "sim/core/hash.h"

namespace twinaxis {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kFormat = "twinaxis recording";
constexpr int kLayout = 2;  ///< to be raised when a reader of before would misread a file

template <std::size_t N>
std::size_t index_of(const Json& json, const std::string_view (&names)[N]) {
  const auto name = json.get<std::string>();
  const auto found = std::find(std::begin(names), std::end(names), name);
  if (found == std::end(names)) throw std::runtime_error("unknown word '" + name + "'");
  return static_cast<std::size_t>(found - std::begin(names));
}

template <class E>
std::size_t index(E value) {
  return static_cast<std::size_t>(value);
}

std::string text_of(const Json& json) {
  // Texts come from users: what is not UTF-8 is replaced, a run must not fail for it.
  return json.dump(1, ' ', false, Json::error_handler_t::replace);
}

/// Runs `read` on the parsed text; JSON's own errors become ours.
template <class Read>
void parsed(const std::string& text, Read read) {
  try {
    read(Json::parse(text));
  } catch (const nlohmann::json::exception& error) {
    throw std::runtime_error(error.what());
  }
}

Json column_to_json(const Column& column) {
  return {{"name", column.name},
          {"unit", column.unit},
          {"kind", kPointKindNames[index(column.kind)]},
          {"view", kViewNames[index(column.view)]},
          {"doc", column.doc},
          {"shows", column.shows}};
}

Column column_from_json(const Json& json) {
  Column column;
  json.at("name").get_to(column.name);
  json.at("unit").get_to(column.unit);
  column.kind = static_cast<PointKind>(index_of(json.at("kind"), kPointKindNames));
  column.view = static_cast<View>(index_of(json.at("view"), kViewNames));
  json.at("doc").get_to(column.doc);
  json.at("shows").get_to(column.shows);
  return column;
}

Json attack_to_json(const AttackAct& act) {
  return {{"event", act.event}, {"effect", act.effect}, {"points", act.points}};
}

AttackAct attack_from_json(const Json& json) {
  AttackAct act;
  json.at("event").get_to(act.event);
  json.at("effect").get_to(act.effect);
  json.at("points").get_to(act.points);
  return act;
}

}  // namespace

std::string head_to_json(const Recording& recording) {
  const auto& manifest = recording.manifest;
  Json columns = Json::array();
  for (const auto& column : recording.columns) columns.push_back(column_to_json(column));
  Json attacks = Json::array();
  for (const auto& act : manifest.attacks) attacks.push_back(attack_to_json(act));
  Json head{{"format", kFormat},
            {"layout", kLayout},
            {"scenario", manifest.scenario},
            {"use_case", manifest.use_case},
            {"title", {{"ja", manifest.title.ja}, {"en", manifest.title.en}}},
            {"seed", manifest.seed},
            {"sample", manifest.sample},
            {"step_ns", manifest.step.ns},
            {"record_every_ns", manifest.record_every.ns},
            {"planned_ns", manifest.planned.ns},
            {"resolved_yaml", manifest.resolved_yaml},
            {"attacks", attacks},
            {"inputs", manifest.inputs},
            {"versions", manifest.versions},
            {"columns", columns}};
  if (!manifest.bodies.empty()) {
    head["bodies"] = manifest.bodies;
    head["film_every_ns"] = manifest.film_every.ns;
  }
  return text_of(head);
}

void head_from_json(const std::string& text, Recording& recording) {
  parsed(text, [&](const Json& json) {
    if (json.at("format").get<std::string>() != kFormat)
      throw std::runtime_error("not a recording");
    if (const int layout = json.at("layout").get<int>(); layout != kLayout) {
      throw std::runtime_error("layout " + std::to_string(layout) + ", this program reads " +
                               std::to_string(kLayout));
    }
    auto& manifest = recording.manifest;
    json.at("scenario").get_to(manifest.scenario);
    json.at("use_case").get_to(manifest.use_case);
    json.at("title").at("ja").get_to(manifest.title.ja);
    json.at("title").at("en").get_to(manifest.title.en);
    json.at("seed").get_to(manifest.seed);
    json.at("sample").get_to(manifest.sample);
    json.at("step_ns").get_to(manifest.step.ns);
    json.at("record_every_ns").get_to(manifest.record_every.ns);
    json.at("planned_ns").get_to(manifest.planned.ns);
    json.at("resolved_yaml").get_to(manifest.resolved_yaml);
    for (const auto& act : json.at("attacks")) manifest.attacks.push_back(attack_from_json(act));
    json.at("inputs").get_to(manifest.inputs);
    json.at("versions").get_to(manifest.versions);
    if (json.contains("bodies")) {
      json.at("bodies").get_to(manifest.bodies);
      json.at("film_every_ns").get_to(manifest.film_every.ns);
    }
    for (const auto& column : json.at("columns")) {
      recording.columns.push_back(column_from_json(column));
    }
  });
}

std::string tail_to_json(const Recording& recording) {
  return text_of({{"complete", true},
                  {"ending", kEndingNames[index(recording.ending)]},
                  {"reason", recording.reason},
                  {"end_ns", recording.end.ns},
                  {"hash", hex(recording.hash)}});
}

void tail_from_json(const std::string& text, Recording& recording) {
  parsed(text, [&](const Json& json) {
    recording.ending = static_cast<Ending>(index_of(json.at("ending"), kEndingNames));
    json.at("reason").get_to(recording.reason);
    json.at("end_ns").get_to(recording.end.ns);
    const auto digits = json.at("hash").get<std::string>();
    std::from_chars(digits.data(), digits.data() + digits.size(), recording.hash, 16);
  });
}

}  // namespace twinaxis
