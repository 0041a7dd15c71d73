#pragma once
// Everything that can be seen or touched in a twin has a name in one table.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/core/range.h"

namespace twinaxis {

enum class PointKind : std::uint8_t {
  truth,   ///< what really is: recorded, drawn, used by consequences; never attackable, no trigger
  signal,  ///< a value that travels or stands in a device's memory
  parameter,  ///< a setting: set-point, limit, key position, logic version
  host,       ///< a computer or controller
  channel,    ///< a data path between hosts, or a firewall rule
};
constexpr std::string_view kPointKindNames[] = {"truth", "signal", "parameter", "host", "channel"};

/// Whose eyes see a point: the world, the controllers, or the people at the screens.
enum class View : std::uint8_t { truth, controller, operators };
constexpr std::string_view kViewNames[] = {"truth", "controller", "operator"};

/// Index of a point in its table; names become indices once, when the twin is built.
struct PointId {
  std::uint32_t index = UINT32_MAX;
  bool valid() const { return index != UINT32_MAX; }
  friend constexpr auto operator<=>(PointId, PointId) = default;
};

struct Point {
  std::string name;  ///< "PT-101.reading", "plc1", "plc1->hmi1"
  PointKind kind = PointKind::truth;
  View view = View::truth;
  std::string unit;    ///< SI unit of the value; "1" for none
  Range range;         ///< a hard limit of values written by users (set-points, overrides)
  std::string doc;     ///< one line
  double initial = 0;  ///< value before anything was written
  std::string
      shows;  ///< for a signal: the truth point that it stands for ("column.pressure"), or ""
};

/// The points of one twin, in the order declared. Names are unique.
class PointTable {
 public:
  PointId truth(std::string name, std::string unit, std::string doc, double initial = 0);
  PointId signal(std::string name, std::string unit, View view, std::string doc,
                 std::string shows = {}, Range range = any_value(), double initial = 0);
  PointId parameter(std::string name, std::string unit, double initial, std::string doc,
                    Range range = any_value());
  PointId host(std::string name, std::string doc);
  PointId channel(std::string name, std::string doc);

  const Point& operator[](PointId id) const { return points_[id.index]; }
  std::size_t size() const { return points_.size(); }
  const std::vector<Point>& all() const { return points_; }

  std::optional<PointId> find(std::string_view name) const;
  /// Throws ContractError if there is none: for names that the code itself wrote.
  PointId id(std::string_view name) const;
  /// The names nearest to a mistyped one, best first; empty if none is near.
  std::vector<std::string> near(std::string_view name, std::size_t at_most = 3) const;

 private:
  PointId add(Point point);
  std::vector<Point> points_;
  std::map<std::string, PointId, std::less<>> by_name_;
};

}  // namespace twinaxis
