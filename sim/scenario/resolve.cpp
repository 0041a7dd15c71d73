#include "sim/scenario/resolve.h"

#include "sim/core/random.h"
#include "sim/scenario/distribution.h"

namespace twinaxis::scenario {
namespace {

std::string item_path(const std::string& list, const Node& item, std::size_t index) {
  const Node* id = item.find("id");
  const bool named = id != nullptr && id->is_scalar();
  return list + "[" + (named ? id->text : std::to_string(index)) + "]";
}

/// Walks the tree and replaces in place.
class Resolver {
 public:
  Resolver(const ProbabilityOf& probability_of, Problems& problems)
      : probability_of_(probability_of), problems_(problems) {}

  std::vector<Draw> draws;

  void visit(Node& node, const std::string& path) {
    if (is_distribution(node)) return draw(node, path);
    for (std::size_t i = 0; i < node.items.size(); ++i) {
      visit(node.items[i], item_path(path, node.items[i], i));
    }
    for (Entry& entry : node.entries) {
      visit(entry.value, path.empty() ? entry.key : path + "." + entry.key);
    }
  }

 private:
  void draw(Node& node, const std::string& path) {
    const double probability = probability_of_(path);
    Node value = quantile_of(node, probability, problems_);
    if (!value.reported) draws.push_back({path, probability, value.text});
    const bool nested = node.tag == "!choice";  // what was chosen may be uncertain in turn
    node = std::move(value);
    if (nested) visit(node, path + ".of");
  }

  const ProbabilityOf& probability_of_;
  Problems& problems_;
};

}  // namespace

Resolved resolve(const Node& document, const ProbabilityOf& probability_of, Problems& problems) {
  Resolver resolver(probability_of, problems);
  Node copy = document;
  resolver.visit(copy, "");
  return {std::move(copy), std::move(resolver.draws)};
}

Resolved resolve(const Node& document, std::uint64_t seed, std::uint64_t sample,
                 Problems& problems) {
  const auto random = [=](const std::string& path) {
    return uniform(stream(seed, sample, "field:" + path), 0);
  };
  return resolve(document, random, problems);
}

Resolved resolve_to_medians(const Node& document, Problems& problems) {
  return resolve(
      document, [](const std::string&) { return 0.5; }, problems);
}

}  // namespace twinaxis::scenario
