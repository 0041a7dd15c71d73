#include "sim/scenario/extends.h"

#include <algorithm>

#include "sim/core/near.h"

namespace twinaxis::scenario {
namespace {

namespace fs = std::filesystem;

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

  /// `own` over `base`. A value with another tag is another thing: it replaces.
  Node merged(Node base, const Node& own, const std::string& path) {
    const bool same_thing = base.kind == own.kind && (own.tag.empty() || own.tag == base.tag);
    if (same_thing && own.is_sequence() && is_appended(path)) return appended(base, own, path);
    if (!same_thing || !own.is_map()) return own;
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

fs::path folder_of(const fs::path& file) {
  return file.has_parent_path() ? file.parent_path() : fs::path(".");
}

/// Takes `extends` out of the document; the scalar, if there was one.
std::optional<Node> take_extends(Node& document, Problems& problems) {
  const auto entry = std::find_if(document.entries.begin(), document.entries.end(),
                                  [](const Entry& e) { return e.key == "extends"; });
  if (entry == document.entries.end()) return std::nullopt;
  const Node value = entry->value;
  document.entries.erase(entry);
  if (value.is_scalar() && value.tag.empty() && !value.text.empty()) return value;
  problems.add(value.place, "'extends': " + expected_found("the name of a file", kind_of(value)));
  return std::nullopt;
}

/// A variant has another outcome: what was promised of the base is not promised of it.
void forget_expectations(Node& base) {
  std::erase_if(base.entries, [](const Entry& e) { return e.key == "expect"; });
}

class Loader {
 public:
  Loader(Problems& problems, const fs::path& shipped) : problems_(problems), shipped_(shipped) {}

  std::vector<std::string> files;

  std::optional<Node> load(const fs::path& file, const Place& asked_from) {
    files.push_back(file.string());
    auto own = load_document(file, problems_, asked_from);
    if (!own) return std::nullopt;
    const auto extends = take_extends(*own, problems_);
    if (!extends) return own;
    const fs::path base_file = base_of(file, extends->text);
    if (!shipped_.empty() && !fs::exists(base_file)) {
      no_such_base(file, *extends);
      return std::nullopt;
    }
    if (!may_follow(base_file, extends->place)) return std::nullopt;
    auto base = load(base_file, extends->place);
    if (!base) return std::nullopt;
    forget_expectations(*base);
    move_references(*base, folder_of(base_file), folder_of(file));
    return Merger(problems_).merged(std::move(*base), *own, "");
  }

 private:
  /// Beside the file, else among the shipped ones.
  fs::path base_of(const fs::path& file, const std::string& name) const {
    const fs::path beside = (folder_of(file) / name).lexically_normal();
    if (shipped_.empty() || fs::exists(beside)) return beside;
    const fs::path shipped = shipped_ / (name + ".yaml");
    return fs::exists(shipped) ? shipped : beside;
  }

  void no_such_base(const fs::path& file, const Node& extends) {
    std::vector<std::string> names;
    std::error_code error;
    for (fs::directory_iterator entry(folder_of(file), error), end; !error && entry != end;
         entry.increment(error)) {
      if (entry->path().extension() == ".yaml") names.push_back(entry->path().filename());
    }
    for (fs::recursive_directory_iterator entry(shipped_, error), end; !error && entry != end;
         entry.increment(error)) {
      if (entry->path().extension() != ".yaml") continue;
      names.push_back(entry->path().lexically_relative(shipped_).replace_extension());
    }
    std::sort(names.begin(), names.end());  // the order of a folder is the file system's whim
    problems_.add(extends.place,
                  in_marks(extends.text) + ": no such file, and no shipped scenario of that name" +
                      did_you_mean(extends.text, names) + " ('twinaxis list' names them)");
  }

  bool may_follow(const fs::path& base, const Place& place) {
    const auto same_file = [&](const std::string& file) {
      std::error_code error;
      return fs::path(file).lexically_normal() == base || fs::equivalent(file, base, error);
    };
    const bool circular = std::any_of(files.begin(), files.end(), same_file);
    if (!circular && files.size() < kLongestExtends) return true;
    std::string chain;
    for (const std::string& file : files) chain += file + " -> ";
    problems_.add(place, circular ? "circular 'extends': " + chain + base.string()
                                  : "'extends' goes on for more than " +
                                        std::to_string(kLongestExtends) + " files");
    return false;
  }

  Problems& problems_;
  fs::path shipped_;
};

}  // namespace

std::optional<Merged> load_merged(const fs::path& file, Problems& problems,
                                  const fs::path& shipped) {
  Loader loader(problems, shipped);
  auto document = loader.load(file, {});
  if (!document) return std::nullopt;
  return Merged{std::move(*document), std::move(loader.files)};
}

void move_references(Node& document, const fs::path& from_folder, const fs::path& to_folder) {
  for (const std::string_view key : {"site", "mitigates"}) {
    Node* reference = document.find(key);
    if (reference == nullptr || !reference->is_scalar() || reference->text.empty()) continue;
    if (fs::path(reference->text).is_absolute()) continue;
    std::error_code error;
    const fs::path target = fs::absolute(from_folder / reference->text, error).lexically_normal();
    const fs::path seen =
        target.lexically_relative(fs::absolute(to_folder, error).lexically_normal());
    if (seen == fs::path(reference->text).lexically_normal()) continue;
    reference->text = seen.string();
    reference->text_column = 0;
  }
}

}  // namespace twinaxis::scenario
