#include "sim/core/point.h"

#include "sim/core/near.h"
#include "sim/core/require.h"
#include "sim/core/unit.h"

namespace twinaxis {

PointId PointTable::add(Point point) {
  require(find(point.name) == std::nullopt, "point '" + point.name + "' is declared once");
  require(is_unit(point.unit), "point '" + point.name + "' has a known unit: " + point.unit);
  const PointId id{static_cast<std::uint32_t>(points_.size())};
  by_name_.emplace(point.name, id);
  points_.push_back(std::move(point));
  return id;
}

PointId PointTable::truth(std::string name, std::string unit, std::string doc, double initial) {
  return add({.name = std::move(name),
              .kind = PointKind::truth,
              .view = View::truth,
              .unit = std::move(unit),
              .range = {},
              .doc = std::move(doc),
              .initial = initial,
              .shows = {}});
}

PointId PointTable::signal(std::string name, std::string unit, View view, std::string doc,
                           std::string shows, Range range, double initial) {
  return add({.name = std::move(name),
              .kind = PointKind::signal,
              .view = view,
              .unit = std::move(unit),
              .range = range,
              .doc = std::move(doc),
              .initial = initial,
              .shows = std::move(shows)});
}

PointId PointTable::parameter(std::string name, std::string unit, double initial, std::string doc,
                              Range range) {
  return add({.name = std::move(name),
              .kind = PointKind::parameter,
              .view = View::controller,
              .unit = std::move(unit),
              .range = range,
              .doc = std::move(doc),
              .initial = initial,
              .shows = {}});
}

PointId PointTable::host(std::string name, std::string doc) {
  return add({.name = std::move(name),
              .kind = PointKind::host,
              .view = View::truth,
              .unit = "1",
              .range = {},
              .doc = std::move(doc),
              .initial = 1,
              .shows = {}});
}

PointId PointTable::channel(std::string name, std::string doc) {
  return add({.name = std::move(name),
              .kind = PointKind::channel,
              .view = View::truth,
              .unit = "1",
              .range = {},
              .doc = std::move(doc),
              .initial = 1,
              .shows = {}});
}

std::optional<PointId> PointTable::find(std::string_view name) const {
  const auto found = by_name_.find(name);
  if (found == by_name_.end()) return std::nullopt;
  return found->second;
}

PointId PointTable::id(std::string_view name) const {
  const auto found = find(name);
  require(found.has_value(), "there is a point '" + std::string(name) + "'");
  return *found;
}

std::vector<std::string> PointTable::near(std::string_view name, std::size_t at_most) const {
  std::vector<std::string> names;
  for (const auto& point : points_) names.push_back(point.name);
  return nearest(name, names, at_most);
}

}  // namespace twinaxis
