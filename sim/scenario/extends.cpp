#include "sim/scenario/extends.h"

#include <algorithm>

#include "sim/core/near.h"
#include "sim/scenario/merge.h"
#include "sim/scenario/source.h"

namespace twinaxis::scenario {
namespace {

namespace fs = std::filesystem;
constexpr std::string_view kTextOf = "!text_of";

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
    if (std::find(files.begin(), files.end(), file.string()) == files.end()) {
      files.push_back(file.string());
    }
    auto own = load_document(file, problems_, asked_from);
    if (!own || !counted(*own, asked_from)) return std::nullopt;
    chain_.push_back(file.string());
    lay_parts(*own, file);
    const bool whole = lay_over_base(*own, file);
    chain_.pop_back();
    return whole ? std::move(own) : std::nullopt;
  }

 private:
  /// Files that name each other often would grow without end.
  bool counted(const Node& document, const Place& asked_from) {
    const bool told = values_ > kMostNodes;
    values_ += value_count(document);
    if (values_ <= kMostNodes) return true;
    if (told) return false;
    problems_.add(asked_from,
                  "more than " + std::to_string(kMostNodes) + " values, with what they extend");
    return false;
  }

  /// Maps inside of a document that extend files of their own. Readers pass over what is missing,
  /// so that all other problems are found.
  void lay_parts(Node& node, const fs::path& file) {
    const auto lay = [&](Node& part) {
      if (part.tag == kTextOf) return put_text(part, file);
      lay_parts(part, file);
      const Node* extends = part.find("extends");
      if (extends == nullptr) return;
      const bool named = extends->is_scalar();
      const bool whole = lay_over_base(part, file);
      part.begins_anew = true;
      part.reported = part.reported || !named || !whole;
    };
    for (Node& item : node.items) lay(item);
    for (Entry& entry : node.entries) lay(entry.value);
  }

  /// The text of another file in place of its name.
  void put_text(Node& named, const fs::path& file) {
    if (!named.is_scalar() || named.text.empty()) {
      problems_.add(named.place, std::string(kTextOf) + ": " +
                                     expected_found("the name of a file", kind_of(named)));
      named.reported = true;
      return;
    }
    const fs::path source = beside_or_shipped(file, named.text, "");
    const auto text = read_source(source, problems_, named.place);
    if (text && text->empty()) problems_.add(named.place, in_marks(source.string()) + " is empty; expected a text");
    named.reported = !text || text->empty();
    named.tag.clear();
    if (named.reported) return;
    named.text = *text;
    named.text_column = 0;
    if (std::find(files.begin(), files.end(), source.string()) == files.end()) {
      files.push_back(source.string());
    }
  }

  /// What a map of that file extends goes under it; false if that cannot be had.
  bool lay_over_base(Node& own, const fs::path& file) {
    const auto extends = take_extends(own, problems_);
    if (!extends) return true;
    const fs::path base_file = beside_or_shipped(file, extends->text, ".yaml");
    std::error_code error;
    if (!shipped_.empty() && !fs::exists(base_file, error)) {
      no_such_base(file, *extends);
      return false;
    }
    if (!may_follow(base_file, extends->place)) return false;
    auto base = load(base_file, extends->place);
    if (!base) return false;
    forget_expectations(*base);
    move_references(*base, folder_of(base_file), folder_of(file));
    own = merged(std::move(*base), own, problems_);
    return true;
  }

  /// Beside the file, else among the shipped ones, which are named without `ending`.
  fs::path beside_or_shipped(const fs::path& file, const std::string& name,
                             const std::string& ending) const {
    const fs::path beside = (folder_of(file) / name).lexically_normal();
    std::error_code error;  // a text in place of a name is no name of a file
    if (shipped_.empty() || fs::exists(beside, error)) return beside;
    const fs::path shipped = shipped_ / (name + ending);
    return fs::exists(shipped, error) ? shipped : beside;
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
    const bool circular = std::any_of(chain_.begin(), chain_.end(), same_file);
    if (!circular && chain_.size() < kLongestExtends) return true;
    std::string chain;
    for (const std::string& file : chain_) chain += file + " -> ";
    problems_.add(place, circular ? "circular 'extends': " + chain + base.string()
                                  : "'extends' goes on for more than " +
                                        std::to_string(kLongestExtends) + " files");
    return false;
  }

  Problems& problems_;
  fs::path shipped_;
  std::vector<std::string> chain_;  ///< files that wait for what they extend, the given one first
  std::size_t values_ = 0;
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
