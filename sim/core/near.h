#pragma once
// Nearest names, for "did you mean".

#include <string>
#include <string_view>
#include <vector>

namespace twinaxis {

/// Edits (insert, delete, replace, swap of neighbours) between two words, ignoring case.
std::size_t edit_distance(std::string_view a, std::string_view b);
/// The names within a third of the word's length, nearest first, ties in the order given.
std::vector<std::string> nearest(std::string_view word, const std::vector<std::string>& names,
                                 std::size_t at_most = 3);
/// "; did you mean 'x'?" or "".
std::string did_you_mean(std::string_view word, const std::vector<std::string>& names);

}  // namespace twinaxis
