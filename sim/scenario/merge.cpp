#include "sim/scenario/merge.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "sim/core/near.h"

namespace twinaxis::scenario {
namespace {

bool is_appended(const std::string& path) {
  return path == "interventions" || path == "attack.path";
}

/// Keys without which an entry of that list can only be meant to amend another.
const std::vector<std::string>& keys_of_a_whole(const std::string& path) {
  static const std::vector<std::string> intervention{"side", "on", "effect"};
  static const std::vector<std::string> step{"technique", "from", "to"};
  return path == "interventions" ? intervention : step;
}

std::vector<std::string> ids_of(const Node& list) {
  std::vector<std::string> ids;
  for (const Node& item : list.items) {
    if (const Node* id = item.find("id")) ids.push_back(id->text);
  }
  return ids;
}

/// Lays documents over one another.
class Merger {
 public:
  explicit Merger(Problems& problems) : problems_(problems) {}

  /// A value with another tag is another thing: it replaces.
  Node merged(Node base, const Node& own, const std::string& path) {
    const bool same_thing = base.kind == own.kind && (own.tag.empty() || own.tag == base.tag);
    if (same_thing && own.is_sequence() && is_appended(path)) return appended(base, own, path);
    if (!same_thing || !own.is_map() || own.begins_anew) return own;
    for (const Entry& entry : own.entries) {
      const std::string below = path.empty() ? entry.key : path + "." + entry.key;
      Node* inherited = base.find(entry.key);
      if (inherited != nullptr) *inherited = merged(*inherited, entry.value, below);
      else base.entries.push_back(entry);
    }
    base.place = own.place;
    return base;
  }

 private:
  Node appended(const Node& base, const Node& own, const std::string& path) {
    const std::vector<std::string> ids = ids_of(base);
    std::vector<std::optional<Node>> kept(base.items.begin(), base.items.end());
    std::vector<bool> amended(base.items.size());
    std::vector<Node> added;
    for (const Node& item : own.items) {
      const Node* id = item.find("id");
      const auto same_id = [&](const Node& other) {
        const Node* other_id = other.find("id");
        return id != nullptr && other_id != nullptr && other_id->text == id->text;
      };
      const auto found = std::find_if(base.items.begin(), base.items.end(), same_id);
      const auto k = static_cast<std::size_t>(found - base.items.begin());
      // A second entry of one file with the same id is a mistake to be reported, not an amendment.
      if (found == base.items.end() || amended[k]) {
        added.push_back(item);
        if (found == base.items.end()) mistyped_id(added.back(), ids, path);
        continue;
      }
      amended[k] = true;
      if (removes(item)) kept[k].reset();
      else kept[k] = merged(*found, item, path);
    }
    Node result = base;
    result.items.clear();
    for (auto& item : kept) {
      if (item) result.items.push_back(std::move(*item));
    }
    result.items.insert(result.items.end(), added.begin(), added.end());
    return result;
  }

  /// Whether an amendment says `remove: true`.
  bool removes(const Node& item) {
    const Node* remove = item.find("remove");
    if (remove == nullptr) return false;
    if (!remove->is_scalar() || remove->text != "true") {
      problems_.add(remove->place, "'remove': " + expected_found("true", kind_of(*remove)));
    }
    for (const Entry& entry : item.entries) {
      if (entry.key == "id" || entry.key == "remove") continue;
      problems_.add(entry.key_place, "what is removed has no " + in_marks(entry.key));
    }
    return true;
  }

  /// An entry that can only amend, under an id that nothing inherited has.
  void mistyped_id(Node& item, const std::vector<std::string>& ids, const std::string& path) {
    const Node* id = item.find("id");
    if (id == nullptr || !id->is_scalar()) return;
    const bool removal = item.find("remove") != nullptr;
    const auto& needed = keys_of_a_whole(path);
    const bool whole = std::all_of(needed.begin(), needed.end(), [&](const std::string& key) {
      return item.find(key) != nullptr;
    });
    // Any two ids of one or two letters are near.
    const std::string near = id->text.size() < 3 ? "" : did_you_mean(id->text, ids);
    if (!removal && (whole || near.empty())) return;
    problems_.add(id->place, "no inherited entry has the id " + in_marks(id->text) + near);
    item.reported = true;
  }

  Problems& problems_;
};

}  // namespace

Node merged(Node base, const Node& own, Problems& problems) {
  return Merger(problems).merged(std::move(base), own, "");
}

}  // namespace twinaxis::scenario
