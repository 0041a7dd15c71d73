#pragma once
// Conditions on points and time, as text: "PT-101.reading > 350 kPa and time > 10 min".
//
//   condition  = conjunction { "or" conjunction }
//   conjunction = negation { "and" negation }
//   negation   = [ "not" ] ( comparison | "(" condition ")" )
//   comparison = sum ( "<" | "<=" | ">" | ">=" | "==" | "!=" ) sum
//   sum        = term { ( "+" | "-" ) term }          terms of one sum have one dimension
//   term       = point | "time" | "abs(" sum ")" | number [ unit ]
//
// A minus stands between blanks, because names such as PT-101 contain one. On a scale with a zero
// of its own (degC, barg) a number is a reading where it meets one and a distance between two:
// "T1 > 25 degC", "T1 - T2 > 25 degC", "abs(T1 - 25 degC) < 5 degC".

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "sim/core/bus.h"
#include "sim/core/point.h"
#include "sim/core/time.h"

namespace twinaxis {

struct ExpressionProblem {
  std::size_t offset = 0;  ///< byte in the text where it is
  std::string message;     ///< "no point 'PT-101.readng'; did you mean 'PT-101.reading'?"
};

/// A compiled condition: pure function of the bus and the time.
class Condition {
 public:
  bool holds(const Bus& bus, Time now) const;
  const std::vector<PointId>& points() const { return points_; }
  const std::string& text() const { return text_; }

 private:
  friend class ExpressionParser;
  enum class Op : unsigned char {
    point,
    number,
    time,
    abs,
    add,
    subtract,
    less,
    less_equal,
    greater,
    greater_equal,
    equal,
    not_equal,
    logical_and,
    logical_or,
    logical_not
  };
  struct Node {
    Op op;
    double number = 0;
    PointId point{};
  };
  /// Operands waiting at once, and parentheses; a plain condition needs three.
  static constexpr std::size_t kDeepest = 32;
  std::vector<Node> postfix_;
  std::vector<PointId> points_;
  std::string text_;
};

/// Points that are truths are a problem unless allowed: neither attacker nor defender sees the
/// truth.
std::variant<Condition, ExpressionProblem> compile_condition(std::string_view text,
                                                             const PointTable& table,
                                                             bool truths_allowed = false);

/// "condition for 2 s": holds once the condition has held without a break for that long. Latching
/// and reset belong to whoever asks.
class Trigger {
 public:
  Trigger(Condition condition, Duration hold) : condition_(std::move(condition)), hold_(hold) {}
  bool fires(const Bus& bus, Time now);
  /// Starts counting anew.
  void forget() { since_.reset(); }
  const Condition& condition() const { return condition_; }
  Duration hold() const { return hold_; }

 private:
  Condition condition_;
  Duration hold_;
  std::optional<Time> since_;
};

std::variant<Trigger, ExpressionProblem> compile_trigger(std::string_view text,
                                                         const PointTable& table,
                                                         bool truths_allowed = false);

}  // namespace twinaxis
