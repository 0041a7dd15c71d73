#include "sim/cyber/devices/hmi.h"

namespace twinaxis::cyber {
namespace {

/// Alarm points with their memory.
class Annunciator {
 public:
  Annunciator(const Hmi& hmi, const PointTable& table)
      : count_point_(table.id(hmi.host + ".alarm_count")) {
    for (const Alarm& alarm : hmi.alarms) {
      const std::string name = "alarm." + alarm.id;
      lines_.push_back({name,
                        alarm,
                        table.id(hmi.host + "." + alarm.point),
                        table.id(name),
                        table.id(name + ".limit"),
                        table.find(name + ".suppressed").value_or(PointId{}),
                        {},
                        false});
    }
  }

  void scan(TaskContext& context) {
    for (Line& line : lines_) scan(line, context);
    context.bus().write(count_point_, count_, context.now());
  }

 private:
  struct Line {
    std::string name;
    Alarm plan;
    PointId shown, point, limit, suppressed;
    LimitMemory memory;
    bool active;
  };

  void scan(Line& line, TaskContext& context) {
    Bus& bus = context.bus();
    Limit limit = line.plan.limit;
    limit.value = bus.read(line.limit);
    const double value = bus.read(line.shown);
    const bool silent = line.suppressed.valid() && bus.read(line.suppressed) >= 0.5;
    const bool active = beyond(limit, line.memory, value) && !silent;
    if (active != line.active) {
      const std::string priority = "priority " + std::to_string(line.plan.priority);
      context.log().push_back({context.now(), line.name + (active ? "" : ".cleared"),
                               priority + (active && count_ == 0 ? ", first out" : ""), value, ""});
      count_ += active ? 1 : -1;
    }
    line.active = active;
    bus.write(line.point, active ? 1 : 0, context.now());
  }

  PointId count_point_;
  std::vector<Line> lines_;
  int count_ = 0;
};

void declare_alarms(PointTable& table, const Hmi& hmi) {
  table.signal(hmi.host + ".alarm_count", "1", View::operators, "active alarms on " + hmi.host);
  for (const Alarm& alarm : hmi.alarms) {
    const std::string name = "alarm." + alarm.id;
    table.signal(name, "1", View::operators, alarm.doc);
    table.parameter(name + ".limit", table[table.id(hmi.host + "." + alarm.point)].unit,
                    alarm.limit.value, "limit of " + name);
    if (alarm.suppressible) {
      table.parameter(name + ".suppressed", "1", 0, "1: " + name + " stays silent", fraction());
    }
  }
}

}  // namespace

void fields(FieldVisitor& v, HmiParams& p) {
  v("refresh", p.refresh, above(0), "period of the screens");
}

void add(NetworkPlan& plan, PointTable& table, const Hmi& hmi) {
  plan.hosts[hmi.host] = {hmi.zone, hmi.doc, 0};
  add_copies(plan, table,
             {.from = hmi.controller,
              .to = hmi.host,
              .service = hmi.service,
              .purpose = "screen",
              .period = hmi.params.refresh,
              .phase = {},
              .points = hmi.shows,
              .view = View::operators});
  declare_alarms(table, hmi);
  TaskPlan task;
  task.host = hmi.host;
  task.name = "alarms";
  task.period = hmi.params.refresh;
  task.logics = {{"genuine", [hmi](const PointTable& points) -> Logic {
                    return [board = Annunciator(hmi, points)](TaskContext& context) mutable {
                      board.scan(context);
                    };
                  }}};
  plan.tasks.push_back(std::move(task));
  for (const Alarm& alarm : hmi.alarms) {
    for (const char* end : {"", ".cleared"}) plan.events.push_back("alarm." + alarm.id + end);
  }
}

}  // namespace twinaxis::cyber
