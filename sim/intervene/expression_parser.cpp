#include <cstdlib>

#include "sim/core/near.h"
#include "sim/core/text.h"
#include "sim/core/unit.h"
#include "sim/intervene/expression.h"
#include "sim/intervene/tokens.h"

namespace twinaxis {
namespace {

struct Failure {
  ExpressionProblem problem;
};
[[noreturn]] void fail(std::size_t offset, std::string message) {
  throw Failure{{offset, std::move(message)}};
}

}  // namespace

/// Recursive descent over the grammar of the header; writes postfix.
class ExpressionParser {
 public:
  ExpressionParser(std::string_view text, const PointTable& table, bool truths_allowed)
      : tokens_(tokens_of(text)), table_(table), truths_allowed_(truths_allowed) {
    result_.text_ = std::string(trimmed(text));
  }

  Condition whole() {
    condition();
    if (next().kind != Token::Kind::end) {
      fail(next().offset,
           "expected 'and', 'or' or the end, found '" + std::string(next().text) + "'");
    }
    require_shallow();
    return std::move(result_);
  }

 private:
  using Op = Condition::Op;

  /// One side of a comparison: its literals wait for the unit that the points bring.
  struct Sum {
    struct Literal {
      std::size_t node;
      std::string text;
      std::size_t offset;
      int sign;
    };
    std::vector<Literal> literals;
    std::string unit;  ///< of the points in it; "" if there are none
    int readings = 0;  ///< points added minus points taken off; 0 is a distance between readings
  };

  const Token& next() const { return tokens_[at_]; }
  bool accept(std::string_view text) {
    if (next().text != text || next().kind == Token::Kind::end) return false;
    ++at_;
    return true;
  }
  void put(Op op) { result_.postfix_.push_back({op}); }
  void go_deeper() {
    if (++depth_ > Condition::kDeepest) fail(next().offset, "too many parentheses");
  }

  void condition() {
    conjunction();
    while (accept("or")) {
      conjunction();
      put(Op::logical_or);
    }
  }
  void conjunction() {
    negation();
    while (accept("and")) {
      negation();
      put(Op::logical_and);
    }
  }
  void negation() {
    const bool negated = accept("not");
    go_deeper();
    if (accept("(")) {
      condition();
      if (!accept(")")) fail(next().offset, "expected ')'");
    } else {
      comparison();
    }
    --depth_;
    if (negated) put(Op::logical_not);
  }

  void comparison() {
    const std::size_t start = next().offset;
    Sum left = sum();
    const Op op = comparison_sign();
    Sum right = sum();
    put(op);
    if (left.unit.empty() && right.unit.empty()) fail(start, "compares no point and no time");
    const std::string unit = left.unit.empty() ? right.unit : left.unit;
    if (!right.unit.empty() && right.unit != unit) {
      fail(start, "compares " + unit + " with " + right.unit);
    }
    for (auto& literal : right.literals) {
      literal.sign = -literal.sign;
      left.literals.push_back(literal);
    }
    convert(left.literals, unit, left.readings - right.readings);
  }

  Op comparison_sign() {
    constexpr std::array<std::pair<std::string_view, Op>, 6> signs{{{"<", Op::less},
                                                                    {"<=", Op::less_equal},
                                                                    {">", Op::greater},
                                                                    {">=", Op::greater_equal},
                                                                    {"==", Op::equal},
                                                                    {"!=", Op::not_equal}}};
    for (const auto& [text, op] : signs) {
      if (accept(text)) return op;
    }
    fail(next().offset,
         "expected a comparison (< <= > >= == !=), found " +
             (next().kind == Token::Kind::end ? std::string("the end")
                                              : "'" + std::string(next().text) + "'"));
  }

  Sum sum() {
    Sum result;
    term(result, 1);
    while (next().text == "+" || next().text == "-") {
      const bool minus = next().text == "-";
      ++at_;
      term(result, minus ? -1 : 1);
      put(minus ? Op::subtract : Op::add);
    }
    return result;
  }

  void term(Sum& sum_so_far, int sign) {
    const Token token = next();
    if (token.kind == Token::Kind::number) return literal(sum_so_far, sign);
    if (token.kind != Token::Kind::word || is_keyword(token.text)) {
      fail(token.offset,
           token.kind == Token::Kind::end
               ? std::string("expected a point or a number, found the end")
               : "expected a point or a number, found '" + std::string(token.text) + "'");
    }
    ++at_;
    if (token.text == "abs" && accept("(")) return absolute(sum_so_far, token.offset);
    if (token.text == "time") {
      put(Op::time);
      return with_unit(sum_so_far, "s", token.offset);
    }
    sum_so_far.readings += sign;
    point(sum_so_far, token);
  }

  /// A distance, whatever stands inside.
  void absolute(Sum& sum_so_far, std::size_t offset) {
    go_deeper();
    const Sum inner = sum();
    if (!accept(")")) fail(next().offset, "expected ')'");
    --depth_;
    if (inner.unit.empty()) fail(offset, "takes abs() of no point and no time");
    convert(inner.literals, inner.unit, inner.readings);
    put(Op::abs);
    with_unit(sum_so_far, inner.unit, offset);
  }

  void point(Sum& sum_so_far, const Token& token) {
    const auto id = table_.find(token.text);
    if (!id) {
      const auto close = table_.near(token.text, 1);
      fail(token.offset, "no point '" + std::string(token.text) + "'" +
                             (close.empty() ? "" : "; did you mean '" + close.front() + "'?"));
    }
    const Point& found = table_[*id];
    if (found.kind == PointKind::truth && !truths_allowed_) {
      fail(token.offset,
           "'" + found.name +
               "' is a truth that nobody in the twin can see; a trigger needs a signal");
    }
    if (found.kind == PointKind::host || found.kind == PointKind::channel) {
      fail(token.offset, "'" + found.name + "' is a " +
                             std::string(kPointKindNames[static_cast<std::size_t>(found.kind)]) +
                             " and has no value to compare");
    }
    result_.postfix_.push_back({Op::point, 0, *id});
    result_.points_.push_back(*id);
    with_unit(sum_so_far, found.unit, token.offset);
  }

  void literal(Sum& sum_so_far, int sign) {
    const Token number = next();
    ++at_;
    std::string text(number.text);
    if (next().kind != Token::Kind::end && next().kind != Token::Kind::sign &&
        !is_keyword(next().text)) {
      text += " " + std::string(next().text);
      ++at_;
    }
    sum_so_far.literals.push_back({result_.postfix_.size(), text, number.offset, sign});
    put(Op::number);
  }

  void with_unit(Sum& sum_so_far, const std::string& unit, std::size_t offset) {
    if (!sum_so_far.unit.empty() && !unit.empty() && sum_so_far.unit != unit) {
      fail(offset, "adds " + sum_so_far.unit + " and " + unit);
    }
    if (!unit.empty()) sum_so_far.unit = unit;
  }

  /// Numbers become SI. "25 degC" is a reading where it is compared with one, and a distance of
  /// 25 K where readings are compared with each other: T1 > T2 + 25 degC.
  void convert(const std::vector<Sum::Literal>& literals, const std::string& unit, int readings) {
    const bool unclear = std::abs(readings) > 1;
    for (const auto& literal : literals) {
      const auto value = quantity_from_text(literal.text, unit);
      if (const auto* bad = std::get_if<UnitProblem>(&value)) {
        fail(literal.offset, "expected " + bad->expected + ", found " + bad->found);
      }
      double& number = result_.postfix_[literal.node].number;
      number = std::get<double>(value);
      const double zero = zero_of(literal.text, unit);
      if (zero == 0) continue;
      if (unclear) {
        fail(literal.offset,
             "'" + literal.text + "' is unclear in a sum of readings; write it in " + unit);
      }
      if (literal.sign == -readings) readings = 0;
      else number -= zero;
    }
  }

  /// Where the scale of a literal's unit begins: 273.15 K for degC, 101325 Pa for barg.
  static double zero_of(const std::string& literal, const std::string& unit) {
    const NumberAndRest parts = split_number(literal);
    if (parts.rest.empty()) return 0;
    return std::get<double>(quantity_from_text("0 " + std::string(parts.rest), unit));
  }

  void require_shallow() const {
    std::size_t waiting = 0;
    for (const auto& node : result_.postfix_) {
      if (node.op == Op::point || node.op == Op::number || node.op == Op::time) ++waiting;
      else if (node.op != Op::abs && node.op != Op::logical_not) --waiting;
      if (waiting > Condition::kDeepest)
        fail(0, "more than 32 terms wait at once; write it shorter");
    }
  }

  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
  const PointTable& table_;
  bool truths_allowed_;
  Condition result_;
};

std::variant<Condition, ExpressionProblem> compile_condition(std::string_view text,
                                                             const PointTable& table,
                                                             bool truths_allowed) {
  try {
    return ExpressionParser(text, table, truths_allowed).whole();
  } catch (const Failure& failure) {
    return failure.problem;
  }
}

}  // namespace twinaxis
