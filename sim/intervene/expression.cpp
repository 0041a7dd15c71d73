#include "sim/intervene/expression.h"

#include <array>
#include <cmath>

#include "sim/core/unit.h"

namespace twinaxis {

bool Condition::holds(const Bus& bus, Time now) const {
  std::array<double, kDeepest + 1> stack{};
  std::size_t top = 0;
  const auto binary = [&](auto f) {
    --top;
    stack[top - 1] = f(stack[top - 1], stack[top]);
  };
  const auto truth = [](bool b) { return b ? 1.0 : 0.0; };
  for (const Node& node : postfix_) {
    switch (node.op) {
      case Op::point:
        stack[top++] = bus.read(node.point);
        break;
      case Op::number:
        stack[top++] = node.number;
        break;
      case Op::time:
        stack[top++] = to_s(now);
        break;
      case Op::abs:
        stack[top - 1] = std::abs(stack[top - 1]);
        break;
      case Op::logical_not:
        stack[top - 1] = truth(stack[top - 1] == 0);
        break;
      case Op::add:
        binary([](double a, double b) { return a + b; });
        break;
      case Op::subtract:
        binary([](double a, double b) { return a - b; });
        break;
      case Op::less:
        binary([&](double a, double b) { return truth(a < b); });
        break;
      case Op::less_equal:
        binary([&](double a, double b) { return truth(a <= b); });
        break;
      case Op::greater:
        binary([&](double a, double b) { return truth(a > b); });
        break;
      case Op::greater_equal:
        binary([&](double a, double b) { return truth(a >= b); });
        break;
      case Op::equal:
        binary([&](double a, double b) { return truth(a == b); });
        break;
      case Op::not_equal:
        binary([&](double a, double b) { return truth(a != b); });
        break;
      case Op::logical_and:
        binary([&](double a, double b) { return truth(a != 0 && b != 0); });
        break;
      case Op::logical_or:
        binary([&](double a, double b) { return truth(a != 0 || b != 0); });
        break;
    }
  }
  return stack[0] != 0;
}

bool Trigger::fires(const Bus& bus, Time now) {
  if (!condition_.holds(bus, now)) {
    since_.reset();
    return false;
  }
  if (!since_) since_ = now;
  return now - *since_ >= hold_;
}

std::variant<Trigger, ExpressionProblem> compile_trigger(std::string_view text,
                                                         const PointTable& table,
                                                         bool truths_allowed) {
  const auto split = text.rfind(" for ");
  Duration hold{};
  if (split != std::string_view::npos) {
    const auto parsed = duration_from_text(text.substr(split + 5));
    if (const auto* bad = std::get_if<UnitProblem>(&parsed)) {
      return ExpressionProblem{split + 5,
                               "after 'for' expected " + bad->expected + ", found " + bad->found};
    }
    hold = std::get<Duration>(parsed);
    if (hold < Duration{}) return ExpressionProblem{split + 5, "after 'for' the time is negative"};
  }
  auto condition = compile_condition(text.substr(0, split), table, truths_allowed);
  if (auto* problem = std::get_if<ExpressionProblem>(&condition)) return *problem;
  return Trigger{std::get<Condition>(std::move(condition)), hold};
}

}  // namespace twinaxis
