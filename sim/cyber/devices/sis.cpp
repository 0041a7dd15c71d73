#include "sim/cyber/devices/sis.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "sim/core/require.h"

namespace twinaxis::cyber {
namespace {

/// A sensor as the logic solver sees it; its bypass runs out.
struct Input {
  PointId reading, bypass;
  bool switched = false;
  Time switched_at;

  bool bypassed(const Bus& bus, Time now, Duration timer) {
    const bool wanted = bus.read(bypass) >= 0.5;
    if (wanted && !switched) switched_at = now;
    switched = wanted;
    return wanted && (timer.ns == 0 || now - switched_at <= timer);
  }
};

/// One trip function with its memory.
class Function {
 public:
  Function(const Sis& sis, const TripFunction& plan, const PointTable& table)
      : plan_(plan),
        host_(sis.host),
        limit_(table.id(sis.host + "." + plan.id + ".limit")),
        tripped_(table.id(sis.host + "." + plan.id + ".tripped")),
        discrepancy_(table.find(sis.host + "." + plan.id + ".discrepancy").value_or(PointId{})),
        beyond_(plan.sensors.size()),
        readings_(plan.sensors.size()),
        votes_(plan.sensors.size()),
        apart_memory_{} {
    for (const std::string& sensor : plan.sensors) {
      inputs_.push_back({table.id(sensor + ".reading"), table.id(sensor + ".bypass"), false, {}});
    }
  }

  const TripFunction& plan() const { return plan_; }

  bool scan(TaskContext& context, bool reset, Duration bypass_timer) {
    Bus& bus = context.bus();
    Limit limit = plan_.limit;
    limit.value = bus.read(limit_);
    for (std::size_t i = 0; i < inputs_.size(); ++i) {
      readings_[i] = bus.read(inputs_[i].reading);
      const bool demands = beyond(limit, beyond_[i], readings_[i]);
      const bool out = inputs_[i].bypassed(bus, context.now(), bypass_timer);
      votes_[i] = out                        ? Vote::bypassed
                  : std::isnan(readings_[i]) ? Vote::faulty
                  : demands                  ? Vote::trip
                                             : Vote::ok;
    }
    compare(context);
    const bool any_counts =
        std::any_of(votes_.begin(), votes_.end(), [](Vote each) { return each != Vote::bypassed; });
    const bool demand = any_counts && vote(plan_.voting, votes_);
    const bool before = memory_.tripped;
    const bool now_tripped = interlock(plan_.interlock, memory_, context.now(), demand, reset);
    if (now_tripped && !before) {
      context.log().push_back(
          {context.now(), "sis.trip." + plan_.id, host_, middle(readings_), ""});
    }
    bus.write(tripped_, now_tripped ? 1 : 0, context.now());
    return now_tripped;
  }

 private:
  /// Redundant readings that lie apart for long: the diagnosis that one of them lies.
  void compare(TaskContext& context) {
    if (!discrepancy_.valid()) return;
    double low = INFINITY, high = -INFINITY;
    for (std::size_t i = 0; i < readings_.size(); ++i) {
      if (votes_[i] == Vote::bypassed || votes_[i] == Vote::faulty) continue;
      low = std::min(low, readings_[i]);
      high = std::max(high, readings_[i]);
    }
    const bool before = apart_memory_.tripped;
    const bool apart = interlock({plan_.discrepancy_after, false}, apart_memory_, context.now(),
                                 high - low > plan_.discrepancy);
    if (apart && !before) {
      context.log().push_back(
          {context.now(), "sis.discrepancy." + plan_.id, host_, high - low, ""});
    }
    context.bus().write(discrepancy_, apart ? 1 : 0, context.now());
  }

  TripFunction plan_;
  std::string host_;
  PointId limit_, tripped_, discrepancy_;
  std::vector<Input> inputs_;
  std::vector<LimitMemory> beyond_;
  std::vector<double> readings_;
  std::vector<Vote> votes_;
  InterlockMemory memory_, apart_memory_;
};

/// Valves with the functions that can close them.
struct Output {
  PointId command;
  double energised, tripped;
  std::vector<std::size_t> functions;
};

class Solver {
 public:
  Solver(const Sis& sis, const PointTable& table)
      : host_(sis.host), reset_(table.id(sis.host + ".reset")), timer_(sis.params.bypass_timer) {
    std::vector<Wire> wires;
    for (const Sensor& sensor : sis.sensors) wires.push_back(wire(sensor));
    inputs_ = WiredIo(wires, table);
    for (const TripFunction& plan : sis.functions) functions_.emplace_back(sis, plan, table);
    for (const Actuator& actuator : sis.actuators) {
      Output output{table.id(actuator.name + ".command"), actuator.initial, actuator.fail_safe, {}};
      for (std::size_t i = 0; i < sis.functions.size(); ++i) {
        const auto& names = sis.functions[i].trips;
        if (std::find(names.begin(), names.end(), actuator.name) != names.end()) {
          output.functions.push_back(i);
        }
      }
      outputs_.push_back(std::move(output));
    }
    tripped_.resize(functions_.size());
  }

  void genuine(TaskContext& context) {
    inputs_.copy(context);
    const bool reset = context.bus().read(reset_) >= 0.5;
    for (std::size_t i = 0; i < functions_.size(); ++i) {
      tripped_[i] = functions_[i].scan(context, reset, timer_);
    }
    for (const Output& output : outputs_) {
      const bool trip = std::any_of(output.functions.begin(), output.functions.end(),
                                    [&](std::size_t i) { return tripped_[i]; });
      drive(output, trip, context);
    }
  }

  void constant(TaskContext& context, bool trip) {
    inputs_.copy(context);
    if (trip && !reported_)
      context.log().push_back({context.now(), "sis.trip.logic", host_, 0, ""});
    reported_ = true;
    for (const Output& output : outputs_) drive(output, trip, context);
  }

 private:
  static void drive(const Output& output, bool trip, TaskContext& context) {
    context.bus().write(output.command, trip ? output.tripped : output.energised, context.now());
  }

  std::string host_;
  bool reported_ = false;
  PointId reset_;
  Duration timer_;
  WiredIo inputs_;
  std::vector<Function> functions_;
  std::vector<Output> outputs_;
  std::vector<bool> tripped_;
};

template <class Body>
LogicMaker solver(const Sis& sis, Body body) {
  return [sis, body](const PointTable& table) -> Logic {
    return [body, solver = Solver(sis, table)](TaskContext& context) mutable {
      body(solver, context);
    };
  };
}

void declare_points(PointTable& table, const Sis& sis) {
  for (const Sensor& sensor : sis.sensors) {
    declare(table, sensor);
    table.parameter(sensor.name + ".bypass", "1", 0, "maintenance bypass of " + sensor.name,
                    fraction());
  }
  for (const Actuator& a : sis.actuators) {
    table.signal(a.name + ".command", a.unit, View::controller, a.doc, {}, a.range, a.initial);
  }
  table.parameter(sis.host + ".key_switch", "1", static_cast<double>(sis.params.key),
                  "key of " + sis.host + ": 0 run, 1 program, 2 remote", between(0, 2));
  table.signal(sis.host + ".reset", "1", View::controller, "reset button of " + sis.host, {},
               fraction());
  for (const TripFunction& function : sis.functions) {
    require(!function.sensors.empty(), function.id + " has sensors");
    const std::string name = sis.host + "." + function.id;
    const Point reading = table[table.id(function.sensors[0] + ".reading")];
    table.parameter(name + ".limit", reading.unit, function.limit.value,
                    "trip limit: " + function.doc);
    table.signal(name + ".tripped", "1", View::controller, "1 while tripped: " + function.doc);
    if (function.discrepancy > 0 && function.sensors.size() > 1) {
      table.signal(name + ".discrepancy", "1", View::controller,
                   "1 while redundant readings lie apart: " + function.doc);
    }
  }
}

}  // namespace

void fields(FieldVisitor& v, TripFunction& f) {
  v("voting", f.voting, "how the sensors vote");
  v("interlock", f.interlock, "delay and latch");
  v("discrepancy_after", f.discrepancy_after, at_least(0), "how long readings may lie apart");
}

void fields(FieldVisitor& v, SisParams& p) {
  static constexpr std::array<std::string_view, 3> kKeys{"run", "program", "remote"};
  v("scan", p.scan, above(0), "period of the logic solver");
  v("bypass_timer", p.bypass_timer, at_least(0), "longest bypass; 0 s: without end");
  v("key", p.key, kKeys, "position of the key at the start");
}

void add(NetworkPlan& plan, PointTable& table, const Sis& sis) {
  plan.hosts[sis.host] = {sis.zone, sis.doc, 0};
  declare_points(table, sis);
  TaskPlan task;
  task.host = sis.host;
  task.name = "logic solver";
  task.period = sis.params.scan;
  task.logics = {
      {"genuine", solver(sis, [](Solver& s, TaskContext& context) { s.genuine(context); })},
      {"never_trips", solver(sis, [](Solver& s, TaskContext& c) { s.constant(c, false); })},
      {"always_trips", solver(sis, [](Solver& s, TaskContext& c) { s.constant(c, true); })}};
  task.when_off = fail_safe_when_off(sis.actuators);
  plan.tasks.push_back(std::move(task));
  plan.events.push_back("sis.trip.logic");
  for (const TripFunction& function : sis.functions) {
    plan.events.push_back("sis.trip." + function.id);
    if (table.find(sis.host + "." + function.id + ".discrepancy")) {
      plan.events.push_back("sis.discrepancy." + function.id);
    }
  }
}

}  // namespace twinaxis::cyber
