#include "sim/cyber/devices/range_report.h"

#include <cmath>
#include <optional>

#include "sim/core/require.h"

namespace twinaxis::cyber {
namespace {

std::string head(const RangeReport& report, const std::string& group) {
  return report.host + "." + group;
}

/// One line of the report: a state between -1 and 1, and the event when it changes.
struct Line {
  std::string name;
  PointId point;
  double state = 0;

  void say(TaskContext& context, double found, const char* finding, const std::string& detail,
           double value) {
    if (found != state) {
      const std::string event = name + (found == 0 ? ".back" : std::string(".") + finding);
      context.log().push_back({context.now(), event, found == 0 ? "" : detail, value, ""});
    }
    state = found;
    context.bus().write(point, state, context.now());
  }
};

class RangeLine {
 public:
  RangeLine(const RangeReport& report, const RangeGroup& group, const PointTable& table)
      : line_{head(report, group.id), table.id(head(report, group.id) + ".state")},
        low_(table.id(head(report, group.id) + ".low")),
        high_(table.id(head(report, group.id) + ".high")),
        group_(group) {
    for (const std::string& name : group.points) points_.push_back(table.id(name));
  }

  void look(TaskContext& context) {
    const Bus& bus = context.bus();
    // What is out of range must come back inside by the band.
    const double high = bus.read(high_) - (line_.state > 0 ? group_.band : 0);
    const double low = bus.read(low_) + (line_.state < 0 ? group_.band : 0);
    double found = 0, value = 0;
    std::size_t where = 0;
    for (std::size_t i = 0; i < points_.size() && found <= 0; ++i) {
      const double reading = bus.read(points_[i]);
      const double state = reading < low ? -1 : reading <= high ? 0 : 1;  // no number: above
      if (state == 0 || (state < 0 && found < 0)) continue;
      found = state, value = reading, where = i;
    }
    line_.say(context, found, found < 0 ? "low" : "high", group_.points[where], value);
  }

 private:
  Line line_;
  PointId low_, high_;
  RangeGroup group_;
  std::vector<PointId> points_;
};

class NeighbourLine {
 public:
  NeighbourLine(const RangeReport& report, const NeighbourGroup& group, const PointTable& table)
      : line_{head(report, group.id), table.id(head(report, group.id) + ".state")},
        allowed_(table.id(head(report, group.id) + ".allowed")),
        group_(group) {
    if (!group.wanted.empty()) wanted_ = table.id(group.wanted);
    for (const auto& pair : group.pairs) {
      pairs_.emplace_back(table.id(pair.one), table.id(pair.other));
    }
  }

  void look(TaskContext& context) {
    const Bus& bus = context.bus();
    const double allowed = bus.read(allowed_);
    const bool compares = !wanted_ || bus.read(*wanted_) >= 0.5;
    for (std::size_t i = 0; compares && i < pairs_.size(); ++i) {
      const double apart = std::abs(bus.read(pairs_[i].first) - bus.read(pairs_[i].second));
      if (apart <= allowed) continue;
      return line_.say(context, 1, "disagree", group_.pairs[i].one, apart);
    }
    line_.say(context, 0, "", "", 0);
  }

 private:
  Line line_;
  PointId allowed_;
  std::optional<PointId> wanted_;
  NeighbourGroup group_;
  std::vector<std::pair<PointId, PointId>> pairs_;
};

void declare(PointTable& table, const RangeReport& report) {
  for (const RangeGroup& group : report.ranges) {
    require(!group.points.empty(), group.id + " has readings");
    const std::string unit = table[table.id(group.points.front())].unit;
    const std::string name = head(report, group.id);
    table.signal(name + ".state", "1", View::controller,
                 group.doc + ": -1 low, 0 in range, 1 high");
    table.parameter(name + ".low", unit, group.low, "range of " + group.doc);
    table.parameter(name + ".high", unit, group.high, "range of " + group.doc);
  }
  for (const NeighbourGroup& group : report.neighbours) {
    require(!group.pairs.empty(), group.id + " has readings");
    const std::string name = head(report, group.id);
    table.signal(name + ".state", "1", View::controller, group.doc + ": 1 while a pair disagrees");
    table.parameter(name + ".allowed", table[table.id(group.pairs.front().one)].unit, group.allowed,
                    "difference that is agreement", at_least(0));
  }
}

}  // namespace

std::vector<std::string> state_points(const RangeReport& report) {
  std::vector<std::string> names;
  for (const auto& group : report.ranges) names.push_back(head(report, group.id) + ".state");
  for (const auto& group : report.neighbours) names.push_back(head(report, group.id) + ".state");
  return names;
}

void add(NetworkPlan& plan, PointTable& table, const RangeReport& report) {
  declare(table, report);
  TaskPlan task;
  task.host = report.host;
  task.name = report.name;
  task.period = report.period;
  task.phase = report.phase;
  task.logics = {{"genuine", [report](const PointTable& points) -> Logic {
                    std::vector<RangeLine> ranges;
                    std::vector<NeighbourLine> neighbours;
                    for (const auto& g : report.ranges) ranges.emplace_back(report, g, points);
                    for (const auto& g : report.neighbours) {
                      neighbours.emplace_back(report, g, points);
                    }
                    return [ranges, neighbours](TaskContext& context) mutable {
                      for (RangeLine& line : ranges) line.look(context);
                      for (NeighbourLine& line : neighbours) line.look(context);
                    };
                  }}};
  plan.tasks.push_back(std::move(task));
  for (const RangeGroup& group : report.ranges) {
    for (const char* end : {".high", ".low", ".back"}) {
      plan.events.push_back(head(report, group.id) + end);
    }
  }
  for (const NeighbourGroup& group : report.neighbours) {
    for (const char* end : {".disagree", ".back"}) {
      plan.events.push_back(head(report, group.id) + end);
    }
  }
}

}  // namespace twinaxis::cyber
