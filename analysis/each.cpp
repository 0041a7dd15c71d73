#include "analysis/each.h"

#include <algorithm>
#include <string_view>

namespace twinaxis::analysis {
namespace {

constexpr std::string_view kEach = "<each>";

/// Visits every field of a rule and fills the texts; numbers and choices stay.
class Filler : public FieldVisitor {
 public:
  Filler(std::string name, Text spoken) : name_(std::move(name)), spoken_(std::move(spoken)) {}

 protected:
  void number(const FieldInfo&, double&, std::string_view, Range) override {}
  void amount(const FieldInfo&, double&, Amount) override {}
  void duration(const FieldInfo&, Duration&, Range) override {}
  void integer(const FieldInfo&, int&, Range) override {}
  void boolean(const FieldInfo&, bool&) override {}
  void text(const FieldInfo&, std::string& value) override { value = filled(value, name_); }
  void bilingual(const FieldInfo&, Text& value) override {
    value = {filled(value.ja, spoken_.ja), filled(value.en, spoken_.en)};
  }
  void choice(const FieldInfo&, std::size_t&, std::span<const std::string_view>) override {}
  bool enter_map(const FieldInfo&) override { return true; }
  std::optional<std::size_t> enter_list(const FieldInfo&, std::size_t size) override {
    return size;
  }
  bool enter_dictionary(const FieldInfo&, std::vector<std::string>&) override { return true; }
  std::optional<std::size_t> enter_variant(const FieldInfo&, std::size_t current,
                                           std::span<const std::string_view>) override {
    return current;
  }
  void leave() override {}
  bool has_optional(const FieldInfo&, bool is_set) override { return is_set; }

 private:
  std::string name_;
  Text spoken_;
};

}  // namespace

std::string filled(std::string text, const std::string& name) {
  for (std::size_t at = 0; (at = text.find(kEach, at)) != std::string::npos; at += name.size()) {
    text.replace(at, kEach.size(), name);
  }
  return text;
}

std::vector<Member> points_like(const std::string& form, const std::vector<std::string>& points) {
  const auto at = form.find(kEach);
  if (at == std::string::npos) return {};
  const std::string_view before = std::string_view(form).substr(0, at);
  const std::string_view after = std::string_view(form).substr(at + kEach.size());
  std::vector<Member> members;
  for (const std::string& point : points) {
    const bool longer = point.size() > before.size() + after.size();
    if (!longer || !point.starts_with(before) || !point.ends_with(after)) continue;
    members.push_back(
        {point, point.substr(before.size(), point.size() - before.size() - after.size())});
  }
  return members;
}

std::vector<std::string> members_of(const Rule& rule, const std::vector<std::string>& points) {
  if (rule.for_each.empty()) return {""};
  std::vector<std::string> names;
  for (auto& member : points_like(rule.for_each, points)) names.push_back(std::move(member.name));
  return names;
}

Rule bound_to(const Rule& rule, const std::string& member, const Site& site) {
  if (rule.for_each.empty()) return rule;
  const auto group = site.groups.find(member);
  Rule bound = rule;
  Filler filler(member, group == site.groups.end() ? Text{member, member} : group->second.name);
  fields(filler, bound);
  return bound;
}

void check_each(const Rule& rule, const std::string& path, const TwinNames& twin,
                ProblemList& list) {
  if (rule.for_each.empty()) return;
  const auto at = rule.for_each.find(kEach);
  if (at == std::string::npos || rule.for_each.find(kEach, at + 1) != std::string::npos) {
    list.add(path,
             "expected a point with <each> in it once, such as "
             "'<each>.in_shower', found '" +
                 rule.for_each + "'");
  } else if (members_of(rule, twin.points).empty()) {
    list.add(path, "no recorded point is like '" + rule.for_each + "'");
  }
}

}  // namespace twinaxis::analysis
