// What the author promises of the outcome must be possible.

#include <algorithm>
#include <limits>

#include "sim/core/text.h"
#include "sim/scenario/checker.h"

namespace twinaxis::scenario {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// "This number lies in this interval." Two claims on one subject contradict each other if their
/// intervals do not meet.
struct Claim {
  std::string subject;  ///< "max of tank.level"
  double low = -kInfinity;
  double high = kInfinity;
  std::string path;  ///< of what made the claim
};

/// One expectation and where it stands.
class OneExpectation {
 public:
  OneExpectation(const Checker& checker, std::size_t index)
      : c_(checker),
        e_(checker.scenario.expect[index]),
        path_(Checker::item_path("expect", index)) {}

  std::vector<Claim> check() {
    const auto subjects = written({"truth", "signal", "event", "stakeholder"});
    if (subjects.size() != 1) {
      c_.problems.add(c_.places.of(path_),
                      "expected exactly one of truth, signal, event and stakeholder, found " +
                          (subjects.empty() ? "none" : listed(subjects)));
      return {};
    }
    const std::string& subject = subjects.front();
    const bool of_point = subject == "truth" || subject == "signal";
    belongs(of_point, subject, {"max", "min", "final"}, "a point");
    belongs(subject == "event", subject, {"between", "never"}, "an event");
    belongs(subject == "stakeholder", subject, {"axis1", "axis2", "outside_target", "loss"},
            "a stakeholder");
    if (of_point) check_point(subject);
    else if (subject == "event") check_event();
    else check_stakeholder();
    return std::move(claims_);
  }

 private:
  bool has(const std::string& key) const { return c_.places.has(path_ + "." + key); }
  void fail(const std::string& key, const std::string& message) const {
    c_.fail(path_ + "." + key, message);
  }
  std::vector<std::string> written(const std::vector<std::string>& keys) const {
    std::vector<std::string> result;
    std::copy_if(keys.begin(), keys.end(), std::back_inserter(result),
                 [&](const std::string& key) { return has(key); });
    return result;
  }
  void belongs(bool fits, const std::string& subject, const std::vector<std::string>& keys,
               const std::string& owner) const {
    const auto found = written(keys);
    if (fits && found.empty() && owner != "an event") {
      c_.problems.add(c_.places.of(path_),
                      "nothing is expected of '" + subject + "'; add one of " + listed(keys));
    }
    for (const auto& key : found) {
      if (!fits) fail(key, "is said of " + owner + ", not of '" + subject + "'");
    }
  }

  void claim(const std::string& subject, double low, double high, const std::string& key) {
    if (low > high) return fail(key, "'at_least' is above 'at_most'");
    claims_.push_back({subject, low, high, path_ + "." + key});
  }

  void check_point(const std::string& subject) {
    const Point* point = c_.point(path_ + "." + subject, e_.point());
    if (point == nullptr) return;
    const bool truth = point->kind == PointKind::truth;
    const bool signal = point->kind == PointKind::signal || point->kind == PointKind::parameter;
    if (subject == "truth" ? !truth : !signal) {
      return fail(subject, "'" + point->name + "' is a " +
                               std::string(kPointKindNames[static_cast<std::size_t>(point->kind)]));
    }
    // smallest <= last <= largest: a bound of one bounds the others.
    if (e_.max && bounded("max", *e_.max)) {
      claim("max of " + point->name, e_.max->at_least, e_.max->at_most, "max");
      claim("final of " + point->name, -kInfinity, e_.max->at_most, "max");
      claim("min of " + point->name, -kInfinity, e_.max->at_most, "max");
    }
    if (e_.min && bounded("min", *e_.min)) {
      claim("min of " + point->name, e_.min->at_least, e_.min->at_most, "min");
      claim("final of " + point->name, e_.min->at_least, kInfinity, "min");
      claim("max of " + point->name, e_.min->at_least, kInfinity, "min");
    }
    if (e_.final && bounded("final", *e_.final)) {
      claim("final of " + point->name, e_.final->at_least, e_.final->at_most, "final");
      claim("max of " + point->name, e_.final->at_least, kInfinity, "final");
      claim("min of " + point->name, -kInfinity, e_.final->at_most, "final");
    }
  }
  bool bounded(const std::string& key, const Bounds& bounds) const {
    if (!has(key) || !c_.places.clean(path_ + "." + key)) return false;
    const bool empty = bounds.at_least == -kInfinity && bounds.at_most == kInfinity;
    if (empty) fail(key, "has no bound; add 'at_least' or 'at_most'");
    const bool upside_down = bounds.at_least > bounds.at_most;
    if (upside_down) fail(key, "'at_least' is above 'at_most'");
    return !empty && !upside_down;
  }

  void check_event() {
    const double happens = e_.never ? 0 : 1;
    claim("whether '" + e_.event + "' happens", happens, happens, e_.never ? "never" : "event");
    if (!has("between")) return;
    if (e_.never) return fail("never", "contradicts 'between'");
    if (e_.between_s.size() != 2 || !(e_.between_s[0] <= e_.between_s[1])) {
      return fail("between", "expected two times, the earlier one first");
    }
    const double length_s = to_s(c_.scenario.run.length);
    if (length_s > 0 && e_.between_s[0] > length_s) {
      fail("between", "begins after the end of the run (" + readable(c_.scenario.run.length) + ")");
    }
    claim("when '" + e_.event + "' happens", e_.between_s[0], e_.between_s[1], "between");
  }

  void check_stakeholder() {
    const std::string of = " of " + e_.stakeholder;
    if (e_.axis1) claim("axis1" + of, e_.axis1->at_least, e_.axis1->at_most, "axis1");
    if (e_.axis2) claim("axis2" + of, e_.axis2->at_least, e_.axis2->at_most, "axis2");
    if (e_.loss) claim("loss" + of, e_.loss->at_least_yen, e_.loss->at_most_yen, "loss");
    if (!e_.outside_target) return;
    const double outside = *e_.outside_target ? 1 : 0;
    claim("outside_target" + of, outside, outside, "outside_target");
  }

  const Checker& c_;
  const Expectation& e_;
  std::string path_;
  std::vector<Claim> claims_;
};

/// Reports a claim that the claims before it leave no room for.
void compare(const Checker& checker, const std::vector<Claim>& claims) {
  for (std::size_t i = 0; i < claims.size(); ++i) {
    for (std::size_t k = 0; k < i; ++k) {
      const Claim &later = claims[i], &earlier = claims[k];
      const bool meet = later.low <= earlier.high && earlier.low <= later.high;
      if (later.subject != earlier.subject || meet) continue;
      checker.fail(later.path,
                   "contradicts the expectation at " + text_of(checker.places.of(earlier.path)));
      break;
    }
  }
}

}  // namespace

void check_expectations(const Checker& checker) {
  std::vector<Claim> claims;
  for (std::size_t i = 0; i < checker.scenario.expect.size(); ++i) {
    for (Claim& claim : OneExpectation(checker, i).check()) claims.push_back(std::move(claim));
  }
  compare(checker, claims);
}

}  // namespace twinaxis::scenario
