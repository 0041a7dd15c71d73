// A scenario says only what differs from another.

#include "sim/scenario/extends.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace twinaxis::scenario {
namespace {

namespace fs = std::filesystem;

class Extends : public testing::Test {
 protected:
  void SetUp() override {
    const std::string name = testing::UnitTest::GetInstance()->current_test_info()->name();
    folder_ = fs::temp_directory_path() / ("twinaxis_extends_" + name);
    fs::remove_all(folder_);
    fs::create_directories(folder_ / "incidents");
    fs::current_path(folder_);
  }
  void TearDown() override {
    fs::current_path("/");
    fs::remove_all(folder_);
  }
  static void write(const std::string& file, const std::string& text) {
    std::ofstream(file) << text;
  }
  static Merged merged(const std::string& file) {
    Problems problems;
    auto result = load_merged(file, problems);
    EXPECT_TRUE(result && problems.empty()) << problems.text();
    return result ? *result : Merged{};
  }
  static std::string problems_of(const std::string& file) {
    Problems problems;
    EXPECT_FALSE(load_merged(file, problems).has_value());
    return problems.sorted().front().message;
  }
  static std::string text_at(const Node& node, const std::string& key) {
    const Node* found = node.find(key);
    return found == nullptr ? "(none)" : found->text;
  }
  fs::path folder_;
};

TEST_F(Extends, MapsMergeByKeyAndTheChildWins) {
  write("base.yaml", "run: {for: 1 h, step: 100 ms}\nseed: 1\n");
  write("own.yaml", "extends: base.yaml\nrun: {for: 2 h}\n");
  const Node document = merged("own.yaml").document;
  EXPECT_EQ(text_at(*document.find("run"), "for"), "2 h");
  EXPECT_EQ(text_at(*document.find("run"), "step"), "100 ms");
  EXPECT_EQ(text_at(document, "seed"), "1");
  EXPECT_EQ(document.find("extends"), nullptr);
}

TEST_F(Extends, ATextMayStandInAFileOfItsOwn) {
  write("incidents/floor.map", "height 1\nwidth 2\n..\n");
  write("incidents/base.yaml", "twin:\n  roads: {map: !text_of floor.map, lane: 3}\n");
  write("own.yaml", "extends: incidents/base.yaml\ntwin: {roads: {lane: 4}}\n");
  const Merged all = merged("own.yaml");
  const Node& roads = *all.document.find("twin")->find("roads");
  EXPECT_EQ(text_at(roads, "map"), "height 1\nwidth 2\n..\n");
  EXPECT_EQ(roads.find("map")->tag, "");
  EXPECT_EQ(text_at(roads, "lane"), "4");
  EXPECT_EQ(all.files.back(), "incidents/floor.map") << "its hash belongs to the run";

  write("other.yaml", "twin: {map: !text_of catalogue/hall.map}\n");
  fs::create_directories("shipped/catalogue");
  write("shipped/catalogue/hall.map", "..\n");
  Problems none;
  const auto of_shipped = load_merged("other.yaml", none, "shipped");
  ASSERT_TRUE(of_shipped && none.empty()) << none.text();
  EXPECT_EQ(text_at(*of_shipped->document.find("twin"), "map"), "..\n");

  write("own.yaml", "twin: {map: !text_of flour.map, note: !text_of [a]}\n");
  Problems problems;
  load_merged("own.yaml", problems);
  ASSERT_EQ(problems.sorted().size(), 2u) << problems.text();
  EXPECT_NE(problems.text().find("own.yaml:1:13"), std::string::npos) << problems.text();
  EXPECT_NE(problems.text().find("flour.map"), std::string::npos);
  EXPECT_NE(problems.text().find("expected the name of a file, found a list"), std::string::npos);
}

TEST_F(Extends, PlacesStayThoseOfTheFileWhereAValueWasWritten) {
  write("base.yaml", "seed: 1\n");
  write("own.yaml", "extends: base.yaml\ntitle: x\n");
  const Node document = merged("own.yaml").document;
  EXPECT_EQ(text_of(document.find("seed")->place), "base.yaml:1:7");
  EXPECT_EQ(text_of(document.find("title")->place), "own.yaml:2:8");
}

TEST_F(Extends, ListsOfEntriesGrowAndOtherListsAreReplaced) {
  write("base.yaml",
        "interventions: [{id: a}]\nattack: {path: [{id: s}]}\ntwin: {marks: [1, 2, 3]}\n");
  write("own.yaml",
        "extends: base.yaml\ninterventions: [{id: b}]\nattack: {path: [{id: t}]}\n"
        "twin: {marks: [9]}\nexpect: [{event: e}]\n");
  const Node document = merged("own.yaml").document;
  EXPECT_EQ(document.find("interventions")->items.size(), 2u);
  EXPECT_EQ(text_at(document.find("interventions")->items[1], "id"), "b");
  EXPECT_EQ(document.find("attack")->find("path")->items.size(), 2u);
  EXPECT_EQ(document.find("twin")->find("marks")->items.size(), 1u);
  EXPECT_EQ(document.find("expect")->items.size(), 1u);
}

TEST_F(Extends, EntryWithTheIdOfAnInheritedOneAmendsIt) {
  write("base.yaml",
        "interventions:\n- {id: a, on: p, effect: !bias {by: 1 m}}\n- {id: b, from: 1 s}\n");
  write("own.yaml",
        "extends: base.yaml\ninterventions:\n- {id: b, from: 2 s}\n"
        "- {id: a, effect: !hold {}}\n");
  const auto items = merged("own.yaml").document.find("interventions")->items;
  ASSERT_EQ(items.size(), 2u);  // the order is that of the base
  EXPECT_EQ(text_at(items[0], "on"), "p");
  EXPECT_EQ(items[0].find("effect")->tag, "!hold");
  EXPECT_EQ(items[0].find("effect")->find("by"), nullptr);  // another effect, not an amended one
  EXPECT_EQ(text_at(items[1], "from"), "2 s");
}

TEST_F(Extends, RemovedEntryIsGoneAndTheOthersKeepTheirOrder) {
  write("base.yaml",
        "interventions: [{id: a}, {id: b}, {id: c}]\nattack: {path: [{id: s}, {id: t}]}\n");
  write("own.yaml",
        "extends: base.yaml\ninterventions: [{id: b, remove: true}, {id: c, on: p}]\n"
        "attack: {path: [{id: s, remove: true}]}\n");
  const Node document = merged("own.yaml").document;
  const auto& items = document.find("interventions")->items;
  ASSERT_EQ(items.size(), 2u);
  EXPECT_EQ(text_at(items[0], "id"), "a");
  EXPECT_EQ(text_at(items[1], "on"), "p");
  ASSERT_EQ(document.find("attack")->find("path")->items.size(), 1u);
  EXPECT_EQ(text_at(document.find("attack")->find("path")->items[0], "id"), "t");
}

TEST_F(Extends, EntryThatCanOnlyAmendNeedsAnInheritedId) {
  write("base.yaml", "interventions: [{id: no_cooling, side: attack}]\n");
  write("own.yaml", "extends: base.yaml\ninterventions: [{id: no_coolng, from: 2 s}]\n");
  Problems problems;
  load_merged("own.yaml", problems);
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_EQ(problems.sorted().front().message,
            "no inherited entry has the id 'no_coolng'; did you mean 'no_cooling'?");
  // One that says all that an intervention needs is a new one, however near its id is.
  write("new.yaml",
        "extends: base.yaml\n"
        "interventions: [{id: no_coolng, side: fault, on: p, effect: !hold {}}]\n");
  EXPECT_EQ(merged("new.yaml").document.find("interventions")->items.size(), 2u);
}

TEST_F(Extends, RepeatedIdInOneFileIsNotTakenForAnAmendment) {
  write("base.yaml", "interventions: [{id: a}]\n");
  write("own.yaml", "extends: base.yaml\ninterventions: [{id: a}, {id: a}]\n");
  EXPECT_EQ(merged("own.yaml").document.find("interventions")->items.size(), 2u);
}

TEST_F(Extends, InheritedReferencesHoldSeenFromTheChild) {
  write("normal.yaml", "site: sites/plant.yaml\n");
  write("incidents/attack.yaml", "extends: ../normal.yaml\n");
  write("incidents/mitigated.yaml", "extends: attack.yaml\nmitigates: attack.yaml\n");
  const Merged result = merged("incidents/mitigated.yaml");
  EXPECT_EQ(text_at(result.document, "site"), "../sites/plant.yaml");
  EXPECT_EQ(text_at(result.document, "mitigates"), "attack.yaml");
  EXPECT_EQ(result.files, (std::vector<std::string>{"incidents/mitigated.yaml",
                                                    "incidents/attack.yaml", "normal.yaml"}));
}

TEST_F(Extends, ReferencesCanBeMovedToTheFolderOfTheResults) {
  write("a.yaml", "site: sites/plant.yaml\n");
  Node document = merged("a.yaml").document;
  move_references(document, ".", "results/run_1");
  EXPECT_EQ(text_at(document, "site"), "../../sites/plant.yaml");
}

TEST_F(Extends, CircleIsPrintedWhole) {
  write("a.yaml", "extends: b.yaml\n");
  write("b.yaml", "extends: ./incidents/../c.yaml\n");
  write("c.yaml", "extends: a.yaml\n");
  EXPECT_EQ(problems_of("a.yaml"), "circular 'extends': a.yaml -> b.yaml -> c.yaml -> a.yaml");
}

TEST_F(Extends, ChainHasAnEnd) {
  for (int i = 0; i < 20; ++i) {
    write(std::to_string(i) + ".yaml", "extends: " + std::to_string(i + 1) + ".yaml\n");
  }
  EXPECT_EQ(problems_of("0.yaml"), "'extends' goes on for more than 16 files");
}

TEST_F(Extends, MissingBaseIsReportedWhereItIsNamed) {
  write("normal.yaml", "seed: 1\n");
  write("a.yaml", "title: x\nextends: norml.yaml\n");
  Problems problems;
  EXPECT_FALSE(load_merged("a.yaml", problems).has_value());
  EXPECT_EQ(text_of(problems.sorted().front().place), "a.yaml:2:10");
  EXPECT_EQ(problems.sorted().front().message,
            "'norml.yaml': no such file; did you mean 'normal.yaml'?");
}

TEST_F(Extends, APartMayExtendAFileOfItsOwn) {
  fs::create_directories("parts");
  write("parts/frame.yaml", "mass: 1 kg\nrotor: {blades: 2}\n");
  write("parts/iris.yaml", "extends: frame.yaml\nmass: 1.5 kg\n");
  write("own.yaml", "twin:\n  vehicle: {extends: parts/iris.yaml, width: 1 m}\n");
  const Merged all = merged("own.yaml");
  const Node vehicle = *all.document.find("twin")->find("vehicle");
  EXPECT_EQ(text_at(vehicle, "mass"), "1.5 kg");
  EXPECT_EQ(text_at(vehicle, "width"), "1 m");
  EXPECT_EQ(text_at(*vehicle.find("rotor"), "blades"), "2");
  EXPECT_EQ(vehicle.find("extends"), nullptr);
  EXPECT_EQ(vehicle.find("mass")->place.file, "parts/iris.yaml");
  EXPECT_EQ(all.files,
            (std::vector<std::string>{"own.yaml", "parts/iris.yaml", "parts/frame.yaml"}));
}

TEST_F(Extends, ALaterFileBeginsAPartAnew) {
  write("iris.yaml", "mass: 1.5 kg\nwidth: 1 m\n");
  write("small.yaml", "mass: 30 g\n");
  write("base.yaml", "vehicle: {extends: iris.yaml}\n");
  write("amends.yaml", "extends: base.yaml\nvehicle: {mass: 2 kg}\n");
  write("anew.yaml", "extends: base.yaml\nvehicle: {extends: small.yaml}\n");
  EXPECT_EQ(text_at(*merged("amends.yaml").document.find("vehicle"), "width"), "1 m");
  EXPECT_EQ(text_at(*merged("anew.yaml").document.find("vehicle"), "mass"), "30 g");
  EXPECT_EQ(text_at(*merged("anew.yaml").document.find("vehicle"), "width"), "(none)");
}

TEST_F(Extends, OneFileMayServeManyParts) {
  write("person.yaml", "height: 1.7 m\n");
  write("own.yaml",
        "people:\n  - {extends: person.yaml}\n  - {extends: person.yaml, height: 1.5 m}\n");
  const Node people = *merged("own.yaml").document.find("people");
  EXPECT_EQ(text_at(people.items.at(0), "height"), "1.7 m");
  EXPECT_EQ(text_at(people.items.at(1), "height"), "1.5 m");
}

TEST_F(Extends, PartsThatExtendEachOtherEnd) {
  write("a.yaml", "part: {extends: b.yaml}\n");
  write("b.yaml", "part: {extends: a.yaml}\n");
  Problems problems;
  load_merged("a.yaml", problems);
  ASSERT_FALSE(problems.empty());
  EXPECT_EQ(problems.sorted().front().message, "circular 'extends': a.yaml -> b.yaml -> a.yaml");
}

TEST_F(Extends, PartsOfPartsDoNotGrowWithoutEnd) {
  write("p0.yaml", "x: 1\n");
  for (int i = 1; i <= 9; ++i) {
    std::string text;
    for (int k = 0; k < 8; ++k) {
      text += "k" + std::to_string(k) + ": {extends: p" + std::to_string(i - 1) + ".yaml}\n";
    }
    write("p" + std::to_string(i) + ".yaml", text);
  }
  Problems problems;
  load_merged("p9.yaml", problems);
  ASSERT_FALSE(problems.empty());
  EXPECT_EQ(problems.sorted().front().message, "more than 100000 values, with what they extend");
}

}  // namespace
}  // namespace twinaxis::scenario
