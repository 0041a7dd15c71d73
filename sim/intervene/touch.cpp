#include "sim/intervene/touch.h"

#include <variant>

namespace twinaxis {
namespace {

template <class... Ts>
std::vector<std::string> tags_of(const std::variant<Ts...>*) {
  return {std::string(Ts::tag)...};
}

}  // namespace

std::vector<std::string> touched(const Intervention& intervention) {
  std::vector<std::string> points{intervention.on};
  if (const auto* tamper = std::get_if<Tamper>(&intervention.effect)) {
    points.push_back(tamper->target);
  }
  return points;
}

std::vector<std::string> effect_tags() { return tags_of(static_cast<const Effect*>(nullptr)); }

}  // namespace twinaxis
