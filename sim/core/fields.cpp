#include "sim/core/fields.h"

#include <deque>

namespace twinaxis {

std::string_view FieldVisitor::item_name(std::size_t index) {
  static std::deque<std::string> names;  // a deque: views of its members stay valid as it grows
  while (names.size() <= index) names.push_back(std::to_string(names.size()));
  return names[index];
}

}  // namespace twinaxis
