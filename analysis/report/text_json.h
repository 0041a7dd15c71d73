#pragma once
// A text in both languages, as the JSON of the report has it.

#include <nlohmann/json.hpp>

#include "sim/core/field.h"

namespace twinaxis {  // where Text is, so that it is found beside writers of the same name

inline nlohmann::ordered_json json_of(const Text& text) {
  return {{"ja", text.ja}, {"en", text.en}};
}

}  // namespace twinaxis
