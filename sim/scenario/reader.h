#pragma once
// From a tree of text to a struct in SI, by the struct's own field list. Every problem is reported
// with its place; nothing is thrown. What could not be read keeps its default.

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sim/core/fields.h"
#include "sim/scenario/document.h"

namespace twinaxis::scenario {

/// Where each value that was read stands in the text: "interventions[2].from" -> place. Checks that
/// come after reading point with it.
class Places {
 public:
  void set(const std::string& path, const Node& node);
  /// True if the value was written by the user and read without a problem.
  bool has(const std::string& path) const { return spots_.count(path) != 0; }
  void set_faulty(const std::string& path) { faulty_.insert(path); }
  /// True if no problem was found at or below that path while reading.
  bool clean(const std::string& path) const;
  /// Of that value, or of what encloses it if it was left out.
  Place of(std::string path) const;
  /// Of the byte at `offset` inside a text; of the text if that cannot be told.
  Place inside(const std::string& path, std::string_view text, std::size_t offset) const;

 private:
  struct Spot {
    Place place;
    int text_column = 0;
  };
  std::map<std::string, Spot> spots_;
  std::set<std::string> faulty_;
};

/// The SI unit of a point; nothing if there is no such point (reported by whoever checks names: the
/// amount is then read without its unit).
using UnitOfPoint = std::function<std::optional<std::string>(std::string_view point)>;

struct ReadContext {
  Problems& problems;
  Places& places;
  UnitOfPoint unit_of = {};
  std::string path = "";                    ///< of the node: "" for a root, "twin" for its child
  std::vector<std::string> elsewhere = {};  ///< keys of the root that somebody else reads
};

class Reader final : public FieldVisitor {
 public:
  explicit Reader(const ReadContext& context);

  /// False, with a problem, if the node is no map.
  bool begin(const Node& root);
  void end();
  void amounts_of(std::string_view point) override;

 private:
  void number(const FieldInfo&, double&, std::string_view si_unit, Range) override;
  void amount(const FieldInfo&, double&, Amount) override;
  void duration(const FieldInfo&, Duration&, Range range_s) override;
  void integer(const FieldInfo&, int&, Range) override;
  void boolean(const FieldInfo&, bool&) override;
  void text(const FieldInfo&, std::string&) override;
  void bilingual(const FieldInfo&, Text&) override;
  void choice(const FieldInfo&, std::size_t& index, std::span<const std::string_view>) override;
  bool enter_map(const FieldInfo&) override;
  std::optional<std::size_t> enter_list(const FieldInfo&, std::size_t current_size) override;
  bool enter_dictionary(const FieldInfo&, std::vector<std::string>& keys) override;
  std::optional<std::size_t> enter_variant(const FieldInfo&, std::size_t current,
                                           std::span<const std::string_view> tags) override;
  void leave() override;
  bool has_optional(const FieldInfo&, bool is_set) override;

  /// The list or map that is being read.
  struct Frame {
    const Node* node = nullptr;
    std::string path;
    std::string label;                  ///< of a list: an item of "weights" is called "weights[2]"
    std::optional<std::string> unit;    ///< of amounts
    bool dictionary = false;            ///< its keys are the user's own
    bool amends = false;                ///< completes a value that is there: nothing is missing
    std::vector<std::string> known;     ///< keys asked for
    std::vector<std::string> existing;  ///< of a dictionary: keys with a value before reading
    std::vector<std::pair<std::string, std::string_view>> missing;  ///< required keys, with doc
  };

  const Node* present(const FieldInfo& info) const;
  const Node* wanted(const FieldInfo& info);
  const Node* scalar(const FieldInfo& info, std::string_view expected);
  void push(const FieldInfo& info, const Node& node);
  void pop();
  void fail(const FieldInfo& info, const Node& node, const std::string& message);
  bool untagged(const FieldInfo& info, const Node& node);
  void report_unknown(const Frame& frame, std::vector<std::string>& suggested);
  std::string path_to(const FieldInfo& info) const;
  /// False, with a problem, if `found` is out of range.
  bool store(const FieldInfo& info, const Node& node, double& value, double found, Range range,
             const std::string& unit);

  const ReadContext& context_;
  std::vector<Frame> frames_;
};

/// Reads the node into `value`, which holds the defaults. Unknown keys, missing required ones,
/// wrong kinds, units and ranges are reported.
template <HasFields T>
void read(const Node& node, T& value, const ReadContext& context) {
  Reader reader(context);
  if (!reader.begin(node)) return;
  fields(reader, value);
  reader.end();
}

}  // namespace twinaxis::scenario
