#include "sim/intervene/expression.h"

#include <array>
#include <cctype>
#include <cmath>

#include "sim/core/near.h"
#include "sim/core/require.h"
#include "sim/core/text.h"
#include "sim/core/unit.h"

namespace twinaxis {
namespace {

constexpr std::size_t kDeepest = 32;  ///< operands waiting at once; a plain condition needs three

struct Failure {
  ExpressionProblem problem;
};
[[noreturn]] void fail(std::size_t offset, std::string message) {
  throw Failure{{offset, std::move(message)}};
}

struct Token {
  enum class Kind { end, word, number, sign } kind = Kind::end;
  std::string_view text;
  std::size_t offset = 0;
};

bool starts_number(std::string_view s) {
  const auto digit = [](char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; };
  if (s.starts_with('-') || s.starts_with('+') || s.starts_with('.')) s.remove_prefix(1);
  return !s.empty() && digit(s[0]);
}

bool of_word(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 ||
         std::string_view("_.-:/^%*").find(c) != std::string_view::npos ||
         (static_cast<unsigned char>(c) & 0x80) != 0;
}

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  for (std::size_t i = 0; i < text.size();) {
    if (std::isspace(static_cast<unsigned char>(text[i]))) {
      ++i;
      continue;
    }
    std::size_t length = 1;
    auto kind = Token::Kind::sign;
    if (std::string_view("<>=!").find(text[i]) != std::string_view::npos) {
      length = i + 1 < text.size() && text[i + 1] == '=' ? 2 : 1;
    } else if (starts_number(text.substr(i)) || (of_word(text[i]) && text[i] != '-')) {
      kind = starts_number(text.substr(i)) ? Token::Kind::number : Token::Kind::word;
      while (i + length < text.size() && of_word(text[i + length])) ++length;
    }
    tokens.push_back({kind, text.substr(i, length), i});
    i += length;
  }
  tokens.push_back({Token::Kind::end, {}, text.size()});
  return tokens;
}

bool is_keyword(std::string_view word) {
  return word == "and" || word == "or" || word == "not" || word == "for";
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
    };
    std::vector<Literal> literals;
    std::string unit;         ///< of the points in it; "" if there are none
    bool difference = false;  ///< terms were subtracted, or an absolute value was taken
  };

  const Token& next() const { return tokens_[at_]; }
  bool accept(std::string_view text) {
    if (next().text != text || next().kind == Token::Kind::end) return false;
    ++at_;
    return true;
  }
  void put(Op op) { result_.postfix_.push_back({op}); }

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
    if (++depth_ > kDeepest) fail(next().offset, "too many parentheses");
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
    const bool difference = left.difference || right.difference;
    for (const Sum* side : {&left, &right}) {
      for (const auto& literal : side->literals) convert(literal, unit, difference);
    }
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
    term(result);
    while (next().text == "+" || next().text == "-") {
      const bool minus = next().text == "-";
      ++at_;
      term(result);
      put(minus ? Op::subtract : Op::add);
      result.difference = true;
    }
    return result;
  }

  void term(Sum& sum_so_far) {
    const Token token = next();
    if (token.kind == Token::Kind::number) return literal(sum_so_far);
    if (token.kind != Token::Kind::word || is_keyword(token.text)) {
      fail(token.offset,
           token.kind == Token::Kind::end
               ? std::string("expected a point or a number, found the end")
               : "expected a point or a number, found '" + std::string(token.text) + "'");
    }
    ++at_;
    if (token.text == "abs" && accept("(")) return absolute(sum_so_far);
    if (token.text == "time") {
      put(Op::time);
      return with_unit(sum_so_far, "s", token.offset);
    }
    point(sum_so_far, token);
  }

  void absolute(Sum& sum_so_far) {
    Sum inner = sum();
    if (!accept(")")) fail(next().offset, "expected ')'");
    put(Op::abs);
    with_unit(sum_so_far, inner.unit, next().offset);
    sum_so_far.difference = true;
    for (auto& literal_inside : inner.literals) sum_so_far.literals.push_back(literal_inside);
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

  void literal(Sum& sum_so_far) {
    const Token number = next();
    ++at_;
    std::string text(number.text);
    if (next().kind != Token::Kind::end && next().kind != Token::Kind::sign &&
        !is_keyword(next().text)) {
      text += " " + std::string(next().text);
      ++at_;
    }
    sum_so_far.literals.push_back({result_.postfix_.size(), text, number.offset});
    put(Op::number);
  }

  void with_unit(Sum& sum_so_far, const std::string& unit, std::size_t offset) {
    if (!sum_so_far.unit.empty() && !unit.empty() && sum_so_far.unit != unit) {
      fail(offset, "adds " + sum_so_far.unit + " and " + unit);
    }
    if (!unit.empty()) sum_so_far.unit = unit;
  }

  void convert(const Sum::Literal& literal, const std::string& unit, bool difference) {
    const auto value = quantity_from_text(literal.text, unit);
    if (const auto* bad = std::get_if<UnitProblem>(&value)) {
      fail(literal.offset, "expected " + bad->expected + ", found " + bad->found);
    }
    // 5 degC as a distance is 5 K: take the zero of the scale off.
    const NumberAndRest parts = split_number(literal.text);
    const double zero =
        difference && !parts.rest.empty() && parts.rest != unit
            ? std::get<double>(quantity_from_text("0 " + std::string(parts.rest), unit))
            : 0.0;
    result_.postfix_[literal.node].number = std::get<double>(value) - zero;
  }

  void require_shallow() const {
    std::size_t waiting = 0;
    for (const auto& node : result_.postfix_) {
      if (node.op == Op::point || node.op == Op::number || node.op == Op::time) ++waiting;
      else if (node.op != Op::abs && node.op != Op::logical_not) --waiting;
      if (waiting > kDeepest) fail(0, "more than 32 terms wait at once; write it shorter");
    }
  }

  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
  const PointTable& table_;
  bool truths_allowed_;
  Condition result_;
};

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

std::variant<Condition, ExpressionProblem> compile_condition(std::string_view text,
                                                             const PointTable& table,
                                                             bool truths_allowed) {
  try {
    return ExpressionParser(text, table, truths_allowed).whole();
  } catch (const Failure& failure) {
    return failure.problem;
  }
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
  }
  auto condition = compile_condition(text.substr(0, split), table, truths_allowed);
  if (auto* problem = std::get_if<ExpressionProblem>(&condition)) return *problem;
  return Trigger{std::get<Condition>(std::move(condition)), hold};
}

}  // namespace twinaxis
