// Which effect may stand on which kind of point, and that each can be written in a scenario.
#include <gtest/gtest.h>

#include <set>

#include "sim/intervene/effect.h"
#include "sim/intervene/intervention.h"

namespace twinaxis {
namespace {

const std::vector<std::string> kOnSignals{"override", "bias",   "scale",   "ramp",
                                          "hold",     "replay", "clamp",   "rate_limit",
                                          "quantise", "noise",  "drop_out"};
const std::vector<std::string> kOnChannels{
    "drop",   "delay", "jitter",       "duplicate", "reorder", "replay_messages",
    "tamper", "flood", "authenticate", "block"};
const std::vector<std::string> kOnHosts{"turn_off", "slow",    "isolate",
                                        "encrypt",  "restart", "replace_logic",
                                        "copy_out", "harden",  "monitor"};

template <std::size_t... I>
std::vector<Effect> one_of_each(std::index_sequence<I...>) {
  return {Effect(std::in_place_index<I>)...};
}
const std::vector<Effect> kEffects =
    one_of_each(std::make_index_sequence<std::variant_size_v<Effect>>{});

std::vector<std::string> expected_on(PointKind kind) {
  switch (kind) {
    case PointKind::truth:
      return {};
    case PointKind::signal:
    case PointKind::parameter:
      return kOnSignals;
    case PointKind::channel:
      return kOnChannels;
    case PointKind::host:
      return kOnHosts;
  }
  return {};
}

constexpr PointKind kKinds[] = {PointKind::truth, PointKind::signal, PointKind::parameter,
                                PointKind::host, PointKind::channel};

TEST(Effects, FitTheKindsOfTheTableAndNoOther) {
  for (const PointKind kind : kKinds) {
    const auto expected = expected_on(kind);
    for (const Effect& effect : kEffects) {
      const std::string tag(tag_of(effect));
      const bool listed = std::find(expected.begin(), expected.end(), tag) != expected.end();
      EXPECT_EQ(fits(effect, kind), listed)
          << tag << " on a " << kPointKindNames[static_cast<std::size_t>(kind)];
    }
  }
}

TEST(Effects, TheTableNamesEveryEffectOnce) {
  std::set<std::string> tags;
  for (const Effect& effect : kEffects) tags.emplace(tag_of(effect));
  EXPECT_EQ(tags.size(), kEffects.size());
  EXPECT_EQ(kEffects.size(), kOnSignals.size() + kOnChannels.size() + kOnHosts.size());
}

TEST(Effects, TagsForAKindAreWrittenAsInYaml) {
  for (const PointKind kind : kKinds) {
    auto expected = expected_on(kind);
    for (auto& tag : expected) tag = "!" + tag;
    EXPECT_EQ(tags_for(kind), expected);
  }
}

TEST(Effects, OnlyThoseOnSignalsAreSignalEffects) {
  for (const Effect& effect : kEffects) {
    const auto inside = as_signal_effect(effect);
    EXPECT_EQ(inside.has_value(), fits(effect, PointKind::signal)) << tag_of(effect);
    if (inside) {
      EXPECT_EQ(std::visit([](const auto& e) { return e.tag; }, *inside), tag_of(effect));
    }
  }
  EXPECT_EQ(std::get<Bias>(as_signal_effect(Bias{7}).value()).by, 7);
}

/// Names of the fields of a struct, without what lies inside them.
class FieldNames : public FieldVisitor {
 public:
  std::vector<std::string> names;
  std::vector<std::string> points;
  void amounts_of(std::string_view point) override { points.emplace_back(point); }

 protected:
  void number(const FieldInfo& f, double&, std::string_view, Range) override { add(f); }
  void amount(const FieldInfo& f, double&, Amount) override { add(f); }
  void duration(const FieldInfo& f, Duration&, Range) override { add(f); }
  void integer(const FieldInfo& f, int&, Range) override { add(f); }
  void boolean(const FieldInfo& f, bool&) override { add(f); }
  void text(const FieldInfo& f, std::string&) override { add(f); }
  void bilingual(const FieldInfo& f, Text&) override { add(f); }
  void choice(const FieldInfo& f, std::size_t&, std::span<const std::string_view>) override {
    add(f);
  }
  bool enter_map(const FieldInfo& f) override { return add(f); }
  std::optional<std::size_t> enter_list(const FieldInfo& f, std::size_t) override {
    return add(f), std::nullopt;
  }
  bool enter_dictionary(const FieldInfo& f, std::vector<std::string>&) override { return add(f); }
  std::optional<std::size_t> enter_variant(const FieldInfo& f, std::size_t,
                                           std::span<const std::string_view>) override {
    return add(f), std::nullopt;
  }
  void leave() override {}
  bool has_optional(const FieldInfo& f, bool) override { return add(f); }

 private:
  bool add(const FieldInfo& f) {
    EXPECT_FALSE(f.doc.empty()) << f.name;
    names.emplace_back(f.name);
    return false;
  }
};

TEST(Effects, CanBeWrittenWithTheirFields) {
  const std::map<std::string, std::vector<std::string>> expected{
      {"override", {"value"}},
      {"bias", {"by"}},
      {"scale", {"by"}},
      {"ramp", {"rate", "limit"}},
      {"replay", {"window"}},
      {"clamp", {"low", "high"}},
      {"rate_limit", {"rate"}},
      {"quantise", {"step"}},
      {"noise", {"deviation"}},
      {"drop_out", {"probability"}},
      {"drop", {"probability"}},
      {"delay", {"by"}},
      {"jitter", {"up_to"}},
      {"duplicate", {"probability"}},
      {"reorder", {"probability", "by"}},
      {"replay_messages", {"window"}},
      {"tamper", {"target", "with"}},
      {"flood", {"rate"}},
      {"slow", {"factor"}},
      {"restart", {"off_for"}},
      {"replace_logic", {"logic"}},
      {"copy_out", {"to", "service", "rate"}},
      {"harden", {"success_factor", "time_factor"}},
      {"monitor", {"detection"}}};
  for (Effect effect : kEffects) {
    FieldNames seen;
    std::visit([&seen](auto& e) { fields(seen, e); }, effect);
    const auto found = expected.find(std::string(tag_of(effect)));
    EXPECT_EQ(seen.names, found == expected.end() ? std::vector<std::string>{} : found->second)
        << tag_of(effect);
  }
}

TEST(Effects, AmountsAreInTheUnitOfThePointThatTheyActOn) {
  FieldNames seen;
  Intervention intervention;
  intervention.on = "PT-101.reading";
  fields(seen, intervention);
  EXPECT_EQ(seen.points, std::vector<std::string>{"PT-101.reading"});
  FieldNames inside;
  Tamper tamper{.target = "XV-301.command", .with = {}};
  fields(inside, tamper);
  EXPECT_EQ(inside.points, std::vector<std::string>{"XV-301.command"});
}

}  // namespace
}  // namespace twinaxis
