#pragma once
// One field list per struct: reading, units, ranges, unknown keys, dump, schema and documentation.
//
//   struct TankParams { double area_m2 = 2.0; };
//   inline void fields(FieldVisitor& v, TankParams& p) {
//     v("area", p.area_m2, "m^2", above(0), "cross-section", required);
//   }
//
// A visitor reads into, writes from, or describes the struct; the struct does not know which.

#include <array>
#include <concepts>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <variant>
#include <vector>

#include "sim/core/field.h"
#include "sim/core/range.h"
#include "sim/core/time.h"

namespace twinaxis {

class FieldVisitor;
template <class T>
concept HasFields = requires(FieldVisitor& v, T& value) {
  fields(v, value);
};

/// Visits one struct. The overloads of operator() are what `fields()` functions call.
class FieldVisitor {
 public:
  virtual ~FieldVisitor() = default;

  /// A number with a unit; text such as "5 L/min" becomes SI.
  void operator()(std::string_view name, double& value, std::string_view si_unit, Range range,
                  std::string_view doc, Presence presence = Presence::optional) {
    number({name, doc, presence}, value, si_unit, range);
  }
  void operator()(std::string_view name, Duration& value, Range range_s, std::string_view doc,
                  Presence presence = Presence::optional) {
    duration({name, doc, presence}, value, range_s);
  }
  void operator()(std::string_view name, int& value, Range range, std::string_view doc,
                  Presence presence = Presence::optional) {
    integer({name, doc, presence}, value, range);
  }
  void operator()(std::string_view name, bool& value, std::string_view doc,
                  Presence presence = Presence::optional) {
    boolean({name, doc, presence}, value);
  }
  void operator()(std::string_view name, std::string& value, std::string_view doc,
                  Presence presence = Presence::optional) {
    text({name, doc, presence}, value);
  }
  void operator()(std::string_view name, Text& value, std::string_view doc,
                  Presence presence = Presence::optional) {
    bilingual({name, doc, presence}, value);
  }
  /// The following amounts are in the unit of that point; declared by `v.amounts_of(i.on)`.
  virtual void amounts_of(std::string_view point) { (void)point; }
  /// A number in the unit of the point named last by amounts_of().
  void operator()(std::string_view name, double& value, Amount kind, std::string_view doc,
                  Presence presence = Presence::optional) {
    amount({name, doc, presence}, value, kind);
  }
  /// A closed choice; enum class values must be 0, 1, 2, ... in the order of `names`.
  template <class E, std::size_t N>
  requires std::is_enum_v<E>
  void operator()(std::string_view name, E& value, const std::array<std::string_view, N>& names,
                  std::string_view doc, Presence presence = Presence::optional) {
    auto index = static_cast<std::size_t>(value);
    choice({name, doc, presence}, index, names);
    value = static_cast<E>(index);
  }
  template <HasFields T>
  void operator()(std::string_view name, T& value, std::string_view doc,
                  Presence presence = Presence::optional) {
    if (enter_map({name, doc, presence})) {
      fields(*this, value);
      leave();
    }
  }
  /// A field that may be absent: what follows is as for the value itself, the doc last.
  template <class T, class... Details>
  void operator()(std::string_view name, std::optional<T>& value, const Details&... details) {
    const std::string_view doc = std::get<sizeof...(Details) - 1>(std::tie(details...));
    if (!has_optional({name, doc}, value.has_value())) return value.reset();
    if (!value) value.emplace();
    (*this)(name, *value, details...);
  }
  /// A list of structs, or of texts.
  template <class T>
  requires HasFields<T> || std::same_as<T, std::string>
  void operator()(std::string_view name, std::vector<T>& values, std::string_view doc,
                  Presence presence = Presence::optional) {
    const auto size = enter_list({name, doc, presence}, values.size());
    if (!size) return;
    values.resize(*size);
    for (std::size_t i = 0; i < *size; ++i) item(i, values[i]);
    leave();
  }
  /// A list of numbers of one unit.
  void operator()(std::string_view name, std::vector<double>& values, std::string_view si_unit,
                  Range range, std::string_view doc, Presence presence = Presence::optional) {
    const auto size = enter_list({name, doc, presence}, values.size());
    if (!size) return;
    values.resize(*size);
    for (std::size_t i = 0; i < *size; ++i) number({item_name(i), doc}, values[i], si_unit, range);
    leave();
  }
  /// A dictionary of structs, in the order of its keys. What is there already stays and is amended.
  template <HasFields T>
  void operator()(std::string_view name, std::map<std::string, T>& values, std::string_view doc,
                  Presence presence = Presence::optional) {
    std::vector<std::string> keys;
    for (const auto& [key, value] : values) keys.push_back(key);
    if (!enter_dictionary({name, doc, presence}, keys)) return;
    for (const auto& key : keys) (*this)(key, values[key], doc);
    leave();
  }
  /// A dictionary of numbers of one unit.
  void operator()(std::string_view name, std::map<std::string, double>& values,
                  std::string_view si_unit, Range range, std::string_view doc,
                  Presence presence = Presence::optional) {
    std::vector<std::string> keys;
    for (const auto& [key, value] : values) keys.push_back(key);
    if (!enter_dictionary({name, doc, presence}, keys)) return;
    for (const auto& key : keys) number({key, doc}, values[key], si_unit, range);
    leave();
  }
  /// A tagged alternative, written `!bias {by: 5 kPa}`; each has `static constexpr ... tag`.
  template <class... Ts>
  void operator()(std::string_view name, std::variant<Ts...>& value, std::string_view doc,
                  Presence presence = Presence::optional) {
    constexpr std::array<std::string_view, sizeof...(Ts)> tags{Ts::tag...};
    const auto chosen = enter_variant({name, doc, presence}, value.index(), tags);
    if (!chosen) return;
    if (*chosen != value.index()) emplace_alternative<0, Ts...>(value, *chosen);
    std::visit([this](auto& alternative) { fields(*this, alternative); }, value);
    leave();
  }

 protected:
  virtual void number(const FieldInfo&, double&, std::string_view si_unit, Range) = 0;
  virtual void amount(const FieldInfo&, double&, Amount) = 0;
  virtual void duration(const FieldInfo&, Duration&, Range range_s) = 0;
  virtual void integer(const FieldInfo&, int&, Range) = 0;
  virtual void boolean(const FieldInfo&, bool&) = 0;
  virtual void text(const FieldInfo&, std::string&) = 0;
  virtual void bilingual(const FieldInfo&, Text&) = 0;
  virtual void choice(const FieldInfo&, std::size_t& index,
                      std::span<const std::string_view> names) = 0;
  /// Each enter_* is followed by leave() only if it did not decline (false, nullopt).
  virtual bool enter_map(const FieldInfo&) = 0;
  virtual std::optional<std::size_t> enter_list(const FieldInfo&, std::size_t current_size) = 0;
  /// `keys` holds the current keys and may be replaced by those found.
  virtual bool enter_dictionary(const FieldInfo&, std::vector<std::string>& keys) = 0;
  virtual std::optional<std::size_t> enter_variant(const FieldInfo&, std::size_t current,
                                                   std::span<const std::string_view> tags) = 0;
  virtual void leave() = 0;
  /// Whether an optional field is there: found in the text (reader) or set in the value (writer).
  virtual bool has_optional(const FieldInfo&, bool is_set) = 0;

 private:
  static std::string_view item_name(std::size_t index);
  template <HasFields T>
  void item(std::size_t index, T& value) {
    if (enter_map({item_name(index), {}})) {
      fields(*this, value);
      leave();
    }
  }
  void item(std::size_t index, std::string& value) { text({item_name(index), {}}, value); }

  template <std::size_t I, class... Ts>
  static void emplace_alternative(std::variant<Ts...>& value, std::size_t index) {
    if constexpr (I < sizeof...(Ts)) {
      if (I == index) value.template emplace<I>();
      else emplace_alternative<I + 1, Ts...>(value, index);
    }
  }
};

inline void fields(FieldVisitor& v, std::monostate&) { (void)v; }

}  // namespace twinaxis
