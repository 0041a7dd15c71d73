#pragma once
// What the parts of check() share.

#include <optional>
#include <string>

#include "sim/scenario/check.h"

namespace twinaxis::scenario {

/// "30 min", "10.05 s", "70 ms": as a person would write it.
std::string readable(Duration time);

/// The scenario under check and its surroundings. Paths are dotted, as in Places.
struct Checker {
  const Scenario& scenario;
  const PointTable& points;
  const Places& places;
  const Catalogue& catalogue;
  const ModelKnowledge& model;
  Problems& problems;

  /// "'from': message" at the place of "interventions[2].from".
  void fail(const std::string& path, const std::string& message) const;
  /// The point of that name, or null with a problem; null without one if it was not read.
  const Point* point(const std::string& path, const std::string& name) const;
  /// The same for a host.
  const Point* host(const std::string& path, const std::string& name) const;
  void on_grid(const std::string& path, Duration time) const;
  /// Whether the technique exists.
  void technique(const std::string& path, const std::string& id) const;
  /// A condition, or a trigger (which may end in "for 2 s"); "" is none.
  void condition(const std::string& path, const std::string& text) const;
  void trigger(const std::string& path, const std::string& text) const;
  /// Reports ids that occur twice in a list; `id_of(i)` gives the i-th.
  template <class Items>
  void unique_ids(const std::string& list, const Items& items) const {
    for (std::size_t i = 0; i < items.size(); ++i) {
      for (std::size_t k = 0; k < i; ++k) {
        if (items[i].id.empty() || items[i].id != items[k].id) continue;
        repeated_id(item_path(list, i) + ".id", items[i].id, item_path(list, k) + ".id");
        break;
      }
    }
  }
  static std::string item_path(const std::string& list, std::size_t index) {
    return list + "[" + std::to_string(index) + "]";
  }

 private:
  void repeated_id(const std::string& path, const std::string& id, const std::string& first) const;
};

void check_interventions(const Checker& checker);
void check_path(const Checker& checker);
void check_expectations(const Checker& checker);

}  // namespace twinaxis::scenario
