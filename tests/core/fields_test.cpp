#include "sim/core/fields.h"

#include <gtest/gtest.h>

#include "sim/core/text.h"

namespace twinaxis {
namespace {

enum class Colour { red, green };
constexpr std::array<std::string_view, 2> kColours{"red", "green"};

struct Inner {
  double depth_m = 4;
};
void fields(FieldVisitor& v, Inner& i) { v("depth", i.depth_m, "m", at_least(0), "how deep"); }

struct Push {
  static constexpr std::string_view tag = "push";
  double by = 0;
};
void fields(FieldVisitor& v, Push& p) { v("by", p.by, Amount::difference, "how far", required); }
struct Rest {
  static constexpr std::string_view tag = "rest";
};
void fields(FieldVisitor&, Rest&) {}

/// One field of every form that a field list may have.
struct Everything {
  double number = 1;
  Duration duration{2};
  int integer = 3;
  bool boolean = true;
  std::string text = "t";
  Text bilingual{"ja", "en"};
  double amount = 5;
  Colour colour = Colour::green;
  Inner inner;
  std::optional<Inner> absent_map;
  std::optional<double> set_number = 6.0;
  std::optional<Duration> set_duration = Duration{7};
  std::optional<int> set_integer = 8;
  std::optional<std::string> set_text = "o";
  std::vector<Inner> list{{10}, {11}};
  std::vector<std::string> texts{"x"};
  std::vector<double> numbers{12};
  std::map<std::string, Inner> dictionary{{"b", {13}}, {"a", {14}}};
  std::map<std::string, double> number_of{{"k", 15}};
  std::variant<Rest, Push> variant = Push{16};
};
void fields(FieldVisitor& v, Everything& e) {
  v("number", e.number, "Pa", above(0), "", required);
  v("duration", e.duration, at_least(0), "");
  v("integer", e.integer, at_least(0), "");
  v("boolean", e.boolean, "");
  v("text", e.text, "");
  v("bilingual", e.bilingual, "");
  v.amounts_of("PT-101.reading");
  v("amount", e.amount, Amount::rate, "");
  v("colour", e.colour, kColours, "");
  v("inner", e.inner, "");
  v("absent_map", e.absent_map, "");
  v("set_number", e.set_number, "K", any_value(), "");
  v("set_duration", e.set_duration, any_value(), "");
  v("set_integer", e.set_integer, any_value(), "a doc");
  v("set_text", e.set_text, "");
  v("list", e.list, "");
  v("texts", e.texts, "");
  v("numbers", e.numbers, "m", any_value(), "");
  v("dictionary", e.dictionary, "");
  v("number_of", e.number_of, "yen", any_value(), "");
  v("variant", e.variant, "");
}

/// Writes down every call; the answers come from the members below.
class Recorder : public FieldVisitor {
 public:
  std::vector<std::string> calls;
  bool declines = false;                         ///< enter_* says no
  bool finds_optionals = false;                  ///< has_optional() says found whatever is set
  std::optional<std::size_t> size;               ///< of every list found
  std::optional<std::vector<std::string>> keys;  ///< of every dictionary found
  std::optional<std::size_t> alternative;        ///< of every variant found

  void amounts_of(std::string_view point) override { note("of", point); }

 protected:
  void number(const FieldInfo& f, double& x, std::string_view unit, Range) override {
    note("number", f.name, number_to_text(x) + " " + std::string(unit));
  }
  void amount(const FieldInfo& f, double& x, Amount kind) override {
    note("amount", f.name, number_to_text(x) + " " + std::to_string(static_cast<int>(kind)));
  }
  void duration(const FieldInfo& f, Duration& d, Range) override {
    note("duration", f.name, std::to_string(d.ns));
  }
  void integer(const FieldInfo& f, int& i, Range) override {
    note("integer", f.name, std::to_string(i));
  }
  void boolean(const FieldInfo& f, bool& b) override { note("boolean", f.name, b ? "yes" : "no"); }
  void text(const FieldInfo& f, std::string& s) override { note("text", f.name, s); }
  void bilingual(const FieldInfo& f, Text& t) override {
    note("bilingual", f.name, t.ja + " " + t.en);
  }
  void choice(const FieldInfo& f, std::size_t& index,
              std::span<const std::string_view> names) override {
    note("choice", f.name, names[index]);
    index = 0;
  }
  bool enter_map(const FieldInfo& f) override { return enter("map", f); }
  std::optional<std::size_t> enter_list(const FieldInfo& f, std::size_t now) override {
    if (!enter("list", f)) return std::nullopt;
    return size.value_or(now);
  }
  bool enter_dictionary(const FieldInfo& f, std::vector<std::string>& found) override {
    if (keys) found = *keys;
    return enter("dictionary", f);
  }
  std::optional<std::size_t> enter_variant(const FieldInfo& f, std::size_t now,
                                           std::span<const std::string_view> tags) override {
    if (!enter("variant", f)) return std::nullopt;
    note("tag", tags[alternative.value_or(now)]);
    return alternative.value_or(now);
  }
  void leave() override { calls.emplace_back("leave"); }
  bool has_optional(const FieldInfo& f, bool is_set) override {
    note(is_set ? "set" : "unset", f.name, f.doc);
    return is_set || finds_optionals;
  }

 private:
  bool enter(std::string_view what, const FieldInfo& f) {
    note(what, f.name);
    return !declines;
  }
  void note(std::string_view what, std::string_view name, std::string_view value = {}) {
    calls.push_back(std::string(what) + " " + std::string(name) +
                    (value.empty() ? "" : " " + std::string(value)));
  }
};

TEST(Fields, EveryFormIsVisitedOnceInTheOrderOfTheList) {
  Recorder seen;
  Everything e;
  fields(seen, e);
  const std::vector<std::string> expected{"number number 1 Pa",
                                          "duration duration 2",
                                          "integer integer 3",
                                          "boolean boolean yes",
                                          "text text t",
                                          "bilingual bilingual ja en",
                                          "of PT-101.reading",
                                          "amount amount 5 2",
                                          "choice colour green",  //
                                          "map inner",
                                          "number depth 4 m",
                                          "leave",             //
                                          "unset absent_map",  //
                                          "set set_number",
                                          "number set_number 6 K",  //
                                          "set set_duration",
                                          "duration set_duration 7",  //
                                          "set set_integer a doc",
                                          "integer set_integer 8",  //
                                          "set set_text",
                                          "text set_text o",  //
                                          "list list",
                                          "map 0",
                                          "number depth 10 m",
                                          "leave",  //
                                          "map 1",
                                          "number depth 11 m",
                                          "leave",
                                          "leave",  //
                                          "list texts",
                                          "text 0 x",
                                          "leave",  //
                                          "list numbers",
                                          "number 0 12 m",
                                          "leave",  //
                                          "dictionary dictionary",
                                          "map a",
                                          "number depth 14 m",
                                          "leave",  //
                                          "map b",
                                          "number depth 13 m",
                                          "leave",
                                          "leave",  //
                                          "dictionary number_of",
                                          "number k 15 yen",
                                          "leave",  //
                                          "variant variant",
                                          "tag push",
                                          "amount by 16 1",
                                          "leave"};
  EXPECT_EQ(seen.calls, expected);
  EXPECT_EQ(e.colour, Colour::red);  // the visitor's choice comes back
  EXPECT_EQ(e.absent_map, std::nullopt);
}

TEST(Fields, WhoDeclinesToEnterSeesNothingInsideAndNoLeave) {
  Recorder seen;
  seen.declines = true;
  Everything e;
  fields(seen, e);
  EXPECT_EQ(std::count(seen.calls.begin(), seen.calls.end(), "leave"), 0);
  EXPECT_EQ(std::count(seen.calls.begin(), seen.calls.end(), "number depth 4 m"), 0);
  EXPECT_EQ(e.list.size(), 2u);
  EXPECT_EQ(std::get<Push>(e.variant).by, 16);
}

TEST(Fields, AnOptionalThatIsFoundIsMadeWithItsDefaultsAndVisited) {
  Recorder seen;
  seen.finds_optionals = true;
  Everything e;
  fields(seen, e);
  ASSERT_TRUE(e.absent_map.has_value());
  EXPECT_EQ(e.absent_map->depth_m, 4);
}

TEST(Fields, AListTakesTheSizeThatIsFound) {
  Recorder seen;
  seen.size = 3;
  Everything e;
  fields(seen, e);
  ASSERT_EQ(e.list.size(), 3u);
  EXPECT_EQ(e.list[1].depth_m, 11);  // what was there stays
  EXPECT_EQ(e.list[2].depth_m, 4);   // what is new has its defaults
  EXPECT_EQ(e.texts.size(), 3u);
}

TEST(Fields, ADictionaryIsAmended) {
  Recorder seen;
  seen.keys = {"a", "new"};
  Everything e;
  fields(seen, e);
  ASSERT_EQ(e.dictionary.size(), 3u);
  EXPECT_EQ(e.dictionary["a"].depth_m, 14);   // amended in place
  EXPECT_EQ(e.dictionary["b"].depth_m, 13);   // not named: stays
  EXPECT_EQ(e.dictionary["new"].depth_m, 4);  // added with its defaults
}

TEST(Fields, AnotherTagBringsAnotherAlternativeWithItsDefaults) {
  Recorder seen;
  seen.alternative = 0;
  Everything e;
  fields(seen, e);
  EXPECT_TRUE(std::holds_alternative<Rest>(e.variant));
  seen.alternative = 1;
  fields(seen, e);
  EXPECT_EQ(std::get<Push>(e.variant).by, 0);
}

}  // namespace
}  // namespace twinaxis
