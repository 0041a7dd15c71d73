#include "sim/scenario/extends.h"

#include <algorithm>

namespace twinaxis::scenario {
namespace {

namespace fs = std::filesystem;

bool is_appended(const std::string& path) {
  return path == "interventions" || path == "attack.path";
}

Node merged(Node base, const Node& own, const std::string& path);

Node* entry_with_id(Node& list, const Node& item) {
  const Node* id = item.find("id");
  if (id == nullptr) return nullptr;
  const auto found = std::find_if(list.items.begin(), list.items.end(), [&](const Node& other) {
    const Node* other_id = other.find("id");
    return other_id != nullptr && other_id->text == id->text;
  });
  return found == list.items.end() ? nullptr : &*found;
}

Node appended(Node base, const Node& own, const std::string& path) {
  std::vector<Node> added;
  std::vector<const Node*> amended;
  for (const Node& item : own.items) {
    Node* inherited = entry_with_id(base, item);
    // A second entry of one file with the same id is a mistake to be reported, not an amendment.
    if (inherited == nullptr || std::count(amended.begin(), amended.end(), inherited) > 0) {
      added.push_back(item);
    } else {
      *inherited = merged(*inherited, item, path);
      amended.push_back(inherited);
    }
  }
  base.items.insert(base.items.end(), added.begin(), added.end());
  return base;
}

/// `own` over `base`. A value with another tag is another thing: it replaces.
Node merged(Node base, const Node& own, const std::string& path) {
  const bool same_thing = base.kind == own.kind && (own.tag.empty() || own.tag == base.tag);
  if (same_thing && own.is_sequence() && is_appended(path)) return appended(base, own, path);
  if (!same_thing || !own.is_map()) return own;
  for (const Entry& entry : own.entries) {
    const std::string below = path.empty() ? entry.key : path + "." + entry.key;
    if (Node* inherited = base.find(entry.key)) *inherited = merged(*inherited, entry.value, below);
    else base.entries.push_back(entry);
  }
  base.place = own.place;
  return base;
}

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
    if (!may_follow(base_file, extends->place)) return std::nullopt;
    auto base = load(base_file, extends->place);
    if (!base) return std::nullopt;
    forget_expectations(*base);
    move_references(*base, folder_of(base_file), folder_of(file));
    return merged(std::move(*base), *own, "");
  }

 private:
  /// Beside the file, else among the shipped ones.
  fs::path base_of(const fs::path& file, const std::string& name) const {
    const fs::path beside = (folder_of(file) / name).lexically_normal();
    if (shipped_.empty() || fs::exists(beside)) return beside;
    const fs::path shipped = shipped_ / (name + ".yaml");
    return fs::exists(shipped) ? shipped : beside;
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
