#pragma once
// Problems in the user's text: where, what was expected, what was found. Collected, never thrown,
// so that one reading shows all of them.

#include <compare>
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace twinaxis::scenario {

/// A place in a file. Line and column count from 1, columns in characters (not bytes); 0 means the
/// whole file, or the whole line.
struct Place {
  std::string file;
  int line = 0;
  int column = 0;
  friend auto operator<=>(const Place&, const Place&) = default;
  friend bool operator==(const Place&, const Place&) = default;
};
/// "spoof.yaml:7:13", or as much of it as is known.
std::string text_of(const Place& place);

struct Problem {
  Place place;
  std::string message;
};

/// Collects problems and the sources that they point into.
class Problems {
 public:
  /// The same message at the same place counts once.
  void add(Place place, std::string message);
  /// Remembers the text of a file, to print its lines.
  void keep_source(const std::string& file, std::string_view text);

  bool empty() const { return problems_.empty(); }
  std::size_t size() const { return problems_.size(); }
  /// By file, line and column; at one place in the order added.
  std::vector<Problem> sorted() const;
  /// Everything as shown to the user, ending with "2 problems; nothing was run\n". At most
  /// `at_most` are printed in full; the rest are counted. "" if there is none.
  std::string text(std::size_t at_most = 50) const;

 private:
  std::string excerpt_at(const Place& place) const;
  std::vector<Problem> problems_;
  std::set<std::pair<Place, std::string>> seen_;
  std::map<std::string, std::vector<std::string>> lines_;
};

/// A text of the user inside a message: in quotes, on one line, cut after 60 characters.
std::string in_marks(std::string_view text);
/// "expected a map, found a list": used with `expected` and `found` as they stand.
std::string expected_found(std::string_view expected, std::string_view found);

}  // namespace twinaxis::scenario
