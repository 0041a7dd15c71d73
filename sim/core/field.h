#pragma once
// What a field list says about a field besides its value.

#include <string>
#include <string_view>

namespace twinaxis {

enum class Presence { optional, required };
inline constexpr Presence required = Presence::required;

struct FieldInfo {
  std::string_view name;
  std::string_view doc;
  Presence presence = Presence::optional;
};

/// A text in both languages of the tool; `en` stands in for a missing `ja` and the other way round.
struct Text {
  std::string ja;
  std::string en;
};

/// A problem that a model finds among its own parameters: which field, and what is wrong with it.
struct FieldProblem {
  std::string path;     ///< dotted, as in YAML: "column.feed_stage"
  std::string message;  ///< "must be below 'stages' (41), found 50"
};

/// How a number relates to the unit of the point that it is about.
enum class Amount {
  value,       ///< a value of the point: "180 degC"
  difference,  ///< between two values: "5 K"; "5 degC" means the same
  rate,        ///< change per second: "2 kPa/s"
};

}  // namespace twinaxis
