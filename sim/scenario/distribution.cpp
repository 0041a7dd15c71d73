#include "sim/scenario/distribution.h"

#include <algorithm>
#include <array>
#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/exponential.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/triangular.hpp>
#include <cmath>
#include <numeric>

#include "sim/core/near.h"
#include "sim/core/text.h"
#include "sim/core/unit.h"

namespace twinaxis::scenario {
namespace {

constexpr std::array<std::string_view, 8> kTags{"uniform",   "triangular",  "pert",   "normal",
                                                "lognormal", "exponential", "choice", "chance"};

enum class Role {
  value,       ///< of the uncertain quantity; the first one gives the unit
  difference,  ///< between two of its values
  plain,       ///< without unit
};
struct ParameterName {
  std::string_view name;
  Role role = Role::value;
};

std::vector<ParameterName> parameters_of(std::string_view tag) {
  if (tag == "!uniform") return {{"low"}, {"high"}};
  if (tag == "!triangular" || tag == "!pert") return {{"low"}, {"mode"}, {"high"}};
  if (tag == "!normal") return {{"mean"}, {"sd", Role::difference}};
  if (tag == "!lognormal") return {{"median"}, {"sigma", Role::plain}};
  if (tag == "!exponential") return {{"mean"}};
  if (tag == "!chance") return {{"probability", Role::plain}};
  return {{"of"}, {"weights"}};
}

/// The parameters of one distribution, in the unit of the first.
class Parameters {
 public:
  Parameters(const Node& node, Problems& problems) : node_(node), problems_(problems) {
    const auto names = parameters_of(node.tag);
    if (node.is_map()) report_unknown(names);
    else
      fail(node.place,
           "expected parameters in braces, such as {" + std::string(names.front().name) + ": ...}");
    if (node.tag == "!choice" || !good_) return;
    for (const auto& [name, role] : names) values_.push_back(read(name, role));
  }

  bool good() const { return good_; }
  double operator[](std::size_t i) const { return values_[i]; }
  const std::string& unit() const { return unit_; }

  void fail(const Place& place, const std::string& message) {
    good_ = false;
    problems_.add(place, "'" + node_.tag + "': " + message);
  }
  void expect(bool claim, std::string_view name, const std::string& message) {
    if (!good_ || claim) return;
    const Node& at = *node_.find(name);
    fail(at.place, "'" + std::string(name) + "' " + message + ", found " + at.text);
  }

 private:
  void report_unknown(const std::vector<ParameterName>& names) {
    std::vector<std::string> words;
    for (const auto& parameter : names) words.emplace_back(parameter.name);
    for (const Entry& entry : node_.entries) {
      if (std::find(words.begin(), words.end(), entry.key) != words.end()) continue;
      fail(entry.key_place,
           "unknown parameter " + in_marks(entry.key) + "; it takes " + listed(words));
    }
  }

  double read(std::string_view name, Role role) {
    const Node* at = node_.find(name);
    if (at == nullptr) {
      fail(node_.place, "missing parameter '" + std::string(name) + "'");
      return 0;
    }
    const auto [number, unit] = split_number(at->text);
    if (!at->is_scalar() || !number || !std::isfinite(*number)) {
      fail(at->place, "'" + std::string(name) + "': " + expected_found("a number", kind_of(*at)));
      return 0;
    }
    if (role == Role::plain) return plain(*at, name);
    if (values_.empty()) unit_ = std::string(unit);
    if (unit == unit_) return *number;
    const auto converted = convert(*number, std::string(unit), unit_);
    if (!converted) {
      fail(at->place, "'" + std::string(name) + "': " + in_marks(at->text) +
                          " does not convert to " + in_marks(unit_));
      return 0;
    }
    // A difference has no zero point: 2 K are 2 degC.
    return role == Role::value ? *converted : *converted - *convert(0, std::string(unit), unit_);
  }

  double plain(const Node& at, std::string_view name) {
    const auto value = quantity_from_text(at.text, "1");
    if (const auto* bad = std::get_if<UnitProblem>(&value)) {
      fail(at.place, "'" + std::string(name) + "': " + expected_found(bad->expected, bad->found));
      return 0;
    }
    return std::get<double>(value);
  }

  const Node& node_;
  Problems& problems_;
  std::vector<double> values_;
  std::string unit_;
  bool good_ = true;
};

double pert_quantile(double low, double mode, double high, double probability) {
  const double width = high - low;
  const boost::math::beta_distribution<double> beta(1 + 4 * (mode - low) / width,
                                                    1 + 4 * (high - mode) / width);
  return low + width * boost::math::quantile(beta, probability);
}

double standard_normal_quantile(double probability) {
  return boost::math::quantile(boost::math::normal_distribution<double>{}, probability);
}

void check(const std::string& tag, Parameters& p) {
  if (tag == "!uniform") {
    p.expect(p[0] <= p[1], "high", "must not be below 'low'");
    p.expect(std::isfinite(p[1] - p[0]), "high", "is too far from 'low'");
  } else if (tag == "!triangular" || tag == "!pert") {
    p.expect(p[0] <= p[1], "mode", "must not be below 'low'");
    p.expect(p[1] <= p[2], "high", "must not be below 'mode'");
    p.expect(std::isfinite(p[2] - p[0]), "high", "is too far from 'low'");
  } else if (tag == "!normal") {
    p.expect(p[1] > 0, "sd", "must be > 0");
  } else if (tag == "!lognormal") {
    p.expect(p[0] > 0, "median", "must be > 0");
    p.expect(p[1] > 0, "sigma", "must be > 0");
  } else if (tag == "!exponential") {
    p.expect(p[0] > 0, "mean", "must be > 0");
  } else if (tag == "!chance") {
    p.expect(p[0] >= 0 && p[0] <= 1, "probability", "must be between 0 and 1");
  }
}

double number_at(const std::string& tag, const Parameters& p, double probability) {
  if (tag == "!uniform") return p[0] + (p[1] - p[0]) * probability;
  if (tag == "!normal") return p[0] + p[1] * standard_normal_quantile(probability);
  if (tag == "!lognormal") return p[0] * std::exp(p[1] * standard_normal_quantile(probability));
  if (tag == "!exponential") {
    return p[0] *
           boost::math::quantile(boost::math::exponential_distribution<double>{}, probability);
  }
  if (p[0] == p[2]) return p[0];
  return tag == "!pert"
             ? pert_quantile(p[0], p[1], p[2], probability)
             : boost::math::quantile(boost::math::triangular_distribution<double>(p[0], p[1], p[2]),
                                     probability);
}

/// Weights of the alternatives, equal ones if none are written.
std::vector<double> weights_of(const Node& node, std::size_t count, Parameters& parameters) {
  const Node* written = node.find("weights");
  if (written == nullptr) return std::vector<double>(count, 1.0);
  std::vector<double> weights;
  for (const Node& item : written->items) {
    const auto [number, rest] = split_number(item.text);
    const bool good = item.is_scalar() && number && rest.empty() && std::isfinite(*number);
    if (good && *number >= 0) weights.push_back(*number);
    else parameters.fail(item.place, expected_found("a weight >= 0", kind_of(item)));
  }
  const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
  if (parameters.good() && (weights.size() != count || !(sum > 0) || !std::isfinite(sum))) {
    parameters.fail(written->place, "expected one weight for each of the " + std::to_string(count) +
                                        " alternatives, not all 0");
  }
  return weights;
}

Node chosen_of(const Node& node, double probability, Parameters& parameters, Problems& problems) {
  const Node* of = node.find("of");
  if (of == nullptr || of->items.empty()) {
    parameters.fail(node.place, "expected a list of alternatives 'of'");
    return {};
  }
  const auto weights = weights_of(node, of->items.size(), parameters);
  for (const Node& item : of->items) {  // so that a bad one is found though it is not drawn
    if (is_distribution(item)) quantile_of(item, 0.5, problems);
  }
  if (!parameters.good()) return {};
  double left = probability * std::accumulate(weights.begin(), weights.end(), 0.0);
  for (std::size_t i = 0; i < weights.size(); ++i) {
    left -= weights[i];
    if (left < 0) return of->items[i];
  }
  return of->items.back();
}

}  // namespace

std::span<const std::string_view> distribution_tags() { return kTags; }

bool is_distribution(const Node& node) {
  return node.tag.size() > 1 &&
         std::find(kTags.begin(), kTags.end(), node.tag.substr(1)) != kTags.end();
}

Node quantile_of(const Node& distribution, double probability, Problems& problems) {
  Parameters parameters(distribution, problems);
  Node drawn;
  drawn.kind = Node::Kind::scalar;
  drawn.place = distribution.place;
  if (parameters.good()) check(distribution.tag, parameters);
  if (parameters.good() && distribution.tag == "!choice") {
    drawn = chosen_of(distribution, probability, parameters, problems);
  } else if (parameters.good() && distribution.tag == "!chance") {
    drawn.text = probability < parameters[0] ? "true" : "false";
  } else if (parameters.good()) {
    const double value = number_at(distribution.tag, parameters, probability);
    drawn.text = number_to_text(value) + (parameters.unit().empty() ? "" : " " + parameters.unit());
  }
  drawn.reported = !parameters.good();
  return drawn;
}

}  // namespace twinaxis::scenario
