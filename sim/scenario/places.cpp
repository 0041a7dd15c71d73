#include "sim/scenario/excerpt.h"
#include "sim/scenario/reader.h"

namespace twinaxis::scenario {

void Places::set(const std::string& path, const Node& node) {
  spots_[path] = {node.place, node.text_column};
}

bool Places::clean(const std::string& path) const {
  const auto first = faulty_.lower_bound(path);
  return first == faulty_.end() || !first->starts_with(path);
}

Place Places::of(std::string path) const {
  while (true) {
    const auto found = spots_.find(path);
    if (found != spots_.end()) return found->second.place;
    if (path.empty()) return {};
    const std::size_t end = path.find_last_of(".[");
    path.resize(end == std::string::npos ? 0 : end);
  }
}

Place Places::inside(const std::string& path, std::string_view text, std::size_t offset) const {
  const auto found = spots_.find(path);
  if (found == spots_.end() || found->second.text_column == 0) return of(path);
  Place place = found->second.place;
  place.column =
      found->second.text_column + static_cast<int>(character_count(text.substr(0, offset)));
  return place;
}

}  // namespace twinaxis::scenario
