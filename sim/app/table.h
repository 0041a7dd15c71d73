#pragma once
// Text for a terminal: columns that line up in Japanese too, times.

#include <string>
#include <string_view>
#include <vector>

#include "sim/core/fields.h"
#include "sim/core/time.h"

namespace twinaxis::app {

enum class Language { ja, en };
/// Japanese if LC_ALL, LC_MESSAGES or LANG begins with "ja", else English.
Language language_of_environment();
/// The text in that language, or the other one if it is empty.
const std::string& in(Language language, const Text& text);

/// Columns on a terminal: wide characters count two.
std::size_t shown_width(std::string_view utf8);

/// Rows of cells; a cell may hold several lines, separated by '\n'. The first row is the head.
std::string table_text(const std::vector<std::vector<std::string>>& rows);

/// "0:23:03".
std::string clock_text(Time at);

}  // namespace twinaxis::app
