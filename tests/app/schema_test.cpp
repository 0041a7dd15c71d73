// What an editor marks in a file: keys that the schema does not know, keys that are missing, a list
// in place of a map. Nothing of that is in a shipped scenario.

#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "sim/run/use_case.h"
#include "sim/scenario/document.h"
#include "tests/app/program.h"

namespace twinaxis::test {
namespace {

using Json = nlohmann::json;
using scenario::Entry;
using scenario::Node;

/// The small part of JSON Schema that ours is written in, on a YAML tree.
class Schema {
 public:
  explicit Schema(const std::string& text) : root_(Json::parse(text)) {}

  /// Where the first contradiction is, or "".
  std::string contradiction(const Node& node) const { return at(root_, node, ""); }

 private:
  std::string at(const Json& schema, const Node& node, const std::string& path) const {
    if (schema.contains("$ref")) return at(root_["$defs"]["distribution"], node, path);
    if (schema.contains("anyOf")) {
      const auto admits = [&](const Json& one) { return at(one, node, path).empty(); };
      const bool any = std::any_of(schema["anyOf"].begin(), schema["anyOf"].end(), admits);
      return any ? "" : path + ": none of the alternatives";
    }
    if (!node.tag.empty()) return tagged(schema, node, path);
    if (node.is_sequence()) return list(schema, node, path);
    if (node.is_map()) return map(schema, node, path);
    const bool structure = schema.value("type", Json()) == "object" || schema.contains("items");
    return structure ? path + ": not a single value" : "";
  }

  std::string tagged(const Json& schema, const Node& node, const std::string& path) const {
    if (!schema.contains("properties") || !schema["properties"].contains(node.tag)) {
      return path + ": no " + node.tag;
    }
    Node plain = node;
    plain.tag = "";
    return plain.is_map() ? map(schema["properties"][node.tag], plain, path + node.tag) : "";
  }

  std::string list(const Json& schema, const Node& node, const std::string& path) const {
    if (schema.value("type", Json()) != "array") return path + ": no list";
    for (const Node& item : node.items) {
      const std::string wrong = at(schema["items"], item, path + "[]");
      if (!wrong.empty()) return wrong;
    }
    return "";
  }

  std::string map(const Json& schema, const Node& node, const std::string& path) const {
    if (schema.value("type", Json()) != "object") return path + ": no map";
    for (const Json& key : schema.value("required", Json::array())) {
      if (node.find(key.get<std::string>()) == nullptr) return path + ": needs " + key.dump();
    }
    for (const Entry& entry : node.entries) {
      const std::string below = path + "." + entry.key;
      const Json known = schema.value("properties", Json::object());
      const Json other = schema.value("additionalProperties", Json(true));
      if (!known.contains(entry.key) && other == false) return below + ": not known";
      const Json& of_value = known.contains(entry.key) ? known[entry.key] : other;
      const std::string wrong = of_value.is_object() ? at(of_value, entry.value, below) : "";
      if (!wrong.empty()) return wrong;
    }
    return "";
  }

  Json root_;
};

Schema schema_of(const std::string& arguments) {
  const TemporaryFolder folder;
  const Ended told = shell("twinaxis schema " + arguments, folder.path());
  EXPECT_EQ(told.code, 0) << told.err;
  return Schema(told.out);
}

Node document_of(const fs::path& file) {
  scenario::Problems problems;
  auto document = scenario::load_document(file, problems);
  EXPECT_TRUE(document) << problems.text();
  return document.value_or(Node{});
}

const fs::path kScenarios = TWINAXIS_SOURCE_DIR "/scenarios";

TEST(SchemaCommand, AdmitsEveryShippedScenario) {
  const Schema any = schema_of("scenario");
  std::size_t seen = 0;
  for (const auto& entry : fs::recursive_directory_iterator(kScenarios)) {
    const std::string folder = entry.path().parent_path().filename();
    if (entry.path().extension() != ".yaml" || folder == "sites" || folder == "catalogue") continue;
    ++seen;
    EXPECT_EQ(any.contradiction(document_of(entry.path())), "") << entry.path();
  }
  EXPECT_GT(seen, 40u);
}

// Reference plants share the folder of another use case, so their `twin` is no matter here.
TEST(SchemaCommand, AdmitsTheTwinsOfTheirUseCase) {
  for (const UseCase& use_case : use_cases()) {
    if (!use_case.judged) continue;
    const Schema own = schema_of("scenario --use-case " + use_case.name);
    for (const auto& entry : fs::directory_iterator(kScenarios / use_case.folder)) {
      if (entry.path().extension() != ".yaml") continue;
      EXPECT_EQ(own.contradiction(document_of(entry.path())), "") << entry.path();
    }
  }
}

TEST(SchemaCommand, RefusesWhatTheReaderRefuses) {
  const TemporaryFolder folder;
  const auto contradiction = [&](const Schema& schema, const std::string& text) {
    return schema.contradiction(document_of(folder.file("a.yaml", text)));
  };
  const Schema any = schema_of("scenario");
  EXPECT_EQ(contradiction(any, "titel: x\n"), ".titel: not known");
  EXPECT_EQ(contradiction(any, "interventions: [{on: P-200.command}]\n"),
            ".interventions[]: needs \"id\"");
  EXPECT_EQ(contradiction(any, "interventions: [{id: a, effect: !bais {by: 1 K}}]\n"),
            ".interventions[].effect: no !bais");
  EXPECT_EQ(contradiction(any, "interventions: [{id: a, remove: true}]\n"), "");
  EXPECT_EQ(contradiction(any, "twin: {anything: 1}\n"), "");
  const Schema bt1 = schema_of("scenario --use-case distillation/bt1");
  EXPECT_EQ(contradiction(bt1, "twin: {anything: 1}\n"), ".twin.anything: not known");
}

}  // namespace
}  // namespace twinaxis::test
