#include "sim/cyber/devices/operator.h"

#include <optional>

#include "sim/core/require.h"
#include "sim/core/text.h"
#include "sim/intervene/expression.h"

namespace twinaxis::cyber {
namespace {

Trigger compiled(const Procedure& procedure, const PointTable& table) {
  auto result = compile_trigger(procedure.when, table);
  if (const auto* problem = std::get_if<ExpressionProblem>(&result)) {
    throw ContractError("procedure " + procedure.id + ": " + problem->message);
  }
  return std::get<Trigger>(std::move(result));
}

/// One procedure in a person's mind.
class Intention {
 public:
  Intention(const std::string& person, const Procedure& plan, const PointTable& table)
      : event_(person + "." + plan.id), plan_(plan), trigger_(compiled(plan, table)) {
    const auto hidden = hidden_points(plan, table);
    require(hidden.empty(), person + " cannot see " + listed(hidden));
    for (const Act& act : plan.errs ? plan.wrongly : plan.does) {
      acts_.emplace_back(table.id(act.point), act.value);
    }
  }

  void look(TaskContext& context, bool screen_on) {
    const bool holds = screen_on && trigger_.fires(context.bus(), context.now());
    if (holds && !held_) due_ = context.now() + plan_.delay;
    held_ = holds;
    if (!due_ || context.now() < *due_) return;
    due_.reset();
    const char* what = !plan_.acts ? "does nothing" : plan_.errs ? "errs" : "acts";
    context.log().push_back({context.now(), event_, what, 0, ""});
    if (!plan_.acts) return;
    for (const auto& [point, value] : acts_) context.bus().write(point, value, context.now());
  }

 private:
  std::string event_;
  Procedure plan_;
  Trigger trigger_;
  std::vector<std::pair<PointId, double>> acts_;
  bool held_ = false;
  std::optional<Time> due_;
};

}  // namespace

void fields(FieldVisitor& v, Procedure& p) {
  v("when", p.when, "what the person must see");
  v("delay", p.delay, at_least(0), "from seeing to acting");
  v("acts", p.acts, "whether the person does anything");
  v("errs", p.errs, "whether the person does the wrong thing");
}

std::vector<std::string> hidden_points(const Procedure& procedure, const PointTable& table) {
  std::vector<std::string> hidden;
  const Trigger trigger = compiled(procedure, table);
  for (const PointId id : trigger.condition().points()) {
    const Point& point = table[id];
    const bool visible = point.kind == PointKind::parameter ||
                         (point.kind == PointKind::signal && point.view == View::operators);
    if (!visible) hidden.push_back(point.name);
  }
  return hidden;
}

Procedure procedure(std::string id, std::string when, double delay_s, std::vector<Act> does) {
  Procedure p;
  p.id = std::move(id);
  p.when = std::move(when);
  p.delay = duration_from_s(delay_s);
  p.does = std::move(does);
  return p;
}

void add(NetworkPlan& plan, const Operator& person) {
  plan.hosts[person.name] = {person.zone, person.doc, 0};
  TaskPlan task;
  task.host = person.name;
  task.name = "look";
  task.period = person.looks_every;
  task.logics = {{"genuine", [person](const PointTable& table) -> Logic {
                    std::vector<Intention> intentions;
                    for (const Procedure& procedure : person.procedures) {
                      intentions.emplace_back(person.name, procedure, table);
                    }
                    const PointId screen = table.id(person.hmi + ".running");
                    return [intentions, screen](TaskContext& context) mutable {
                      const bool on = context.bus().read(screen) == 1;
                      for (Intention& each : intentions) each.look(context, on);
                    };
                  }}};
  plan.tasks.push_back(std::move(task));
  for (const Procedure& p : person.procedures) plan.events.push_back(person.name + "." + p.id);
}

}  // namespace twinaxis::cyber
