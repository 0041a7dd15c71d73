#include "models/warehouse/demand.h"

#include <algorithm>
#include <cmath>

namespace twinaxis::warehouse {
namespace {

constexpr double kHour_s = 3600;
constexpr std::uint64_t kDraws = 64;  // of an order: customer, carrier, express, lines, articles
constexpr std::size_t kMostLines = 20;

double orders_per_s(const DemandParams& p, double at_s) {
  const auto hour = static_cast<std::size_t>(std::floor((at_s + to_s(p.starts_at)) / kHour_s));
  return p.orders_per_s * p.hours[hour % 24] * p.weekdays[hour / 24 % 7];
}

}  // namespace

/// A day of a dealer in supplies: orders come while offices are open, most before the evening's
/// lorry; a shift from 8 to 17 h on five days. Assumption.
DemandParams::DemandParams()
    : hours{.02, .02, .02, .02, .02, .05, .1, .3, .8, 1,  1,   1,
            .8,  1,   1,   1,   1,   .6,  .3, .2, .1, .1, .05, .05},
      weekdays{1, 1, 1, 1, 1, .1, .05} {}

void fields(FieldVisitor& v, DemandParams& p) {
  v("orders", p.orders_per_s, "1/s", at_least(0), "in an hour of weight 1");
  v("hours", p.hours, "1", at_least(0), "weights of the 24 hours of a day");
  v("weekdays", p.weekdays, "1", at_least(0), "weights of the 7 days, Monday first");
  v("starts_at", p.starts_at, at_least(0), "of the run, since Monday 0:00");
  v("lines", p.lines, "1", between(1, 10), "of an order, mean");
  v("skus", p.skus, between(1, 1e6), "articles");
  v("skew", p.skew, "1", between(0, 3), "demand of the article of rank r falls as r^-skew");
  v("most_items", p.most_items, between(1, 1000), "of a line: one to so many");
  v("express", p.express_ratio, "1", fraction(), "of the orders go before others");
  v("customers", p.customers, between(1, 1e5), "users of the supplies");
  v("carriers", p.carriers, between(1, 100), "whose lorries fetch the orders");
}

std::vector<FieldProblem> problems(const DemandParams& p, const std::string& path) {
  std::vector<FieldProblem> found;
  const auto wrong = [&](const std::vector<double>& weights, std::size_t count, const char* name) {
    if (weights.size() != count) {
      found.push_back({path + "." + name, "needs " + std::to_string(count) + " weights"});
    } else if (*std::max_element(weights.begin(), weights.end()) <= 0) {
      found.push_back({path + "." + name, "one weight must be positive"});
    }
  };
  wrong(p.hours, 24, "hours");
  wrong(p.weekdays, 7, "weekdays");
  return found;
}

Demand::Demand(const DemandParams& params, const Luck& luck)
    : p_(params),
      arrivals_(stream(luck, "orders.arrivals")),
      contents_(stream(luck, "orders.contents")) {
  most_per_s_ = p_.orders_per_s * *std::max_element(p_.hours.begin(), p_.hours.end()) *
                *std::max_element(p_.weekdays.begin(), p_.weekdays.end());
  double sum = 0;
  for (int r = 1; r <= p_.skus; ++r) cumulative_.push_back(sum += std::pow(r, -p_.skew));
  for (double& c : cumulative_) c /= sum;
}

double Demand::rate_per_s(Time at) const { return orders_per_s(p_, to_s(at)); }

double expected_lines_per_s(const DemandParams& p) {
  return problems(p, "").empty() ? orders_per_s(p, 0) * p.lines : 0;
}

Time Demand::next(Time after) {
  if (most_per_s_ <= 0) return Time{std::numeric_limits<std::int64_t>::max()};
  while (true) {
    const double gap_s = -std::log(uniform(arrivals_, 2 * candidates_)) / most_per_s_;
    after += duration_from_s(gap_s);
    if (uniform(arrivals_, 2 * candidates_++ + 1) * most_per_s_ <= rate_per_s(after)) {
      return after;
    }
  }
}

CustomerOrder Demand::order(std::uint64_t number) const {
  std::uint64_t draw = number * kDraws;
  const auto u = [&] { return uniform(contents_, draw++); };
  const auto below = [&](int count) { return static_cast<std::int32_t>(u() * count); };
  CustomerOrder o;
  o.customer = below(p_.customers);
  o.carrier = below(p_.carriers);
  o.express = u() < p_.express_ratio;
  // 1 + geometric with the mean `lines`.
  std::size_t lines = 1;
  if (p_.lines > 1) {
    lines += static_cast<std::size_t>(std::log(u()) / std::log1p(-1 / p_.lines));
  }
  for (std::size_t i = 0; i < std::min(lines, kMostLines); ++i) {
    const auto at = std::lower_bound(cumulative_.begin(), cumulative_.end(), u());
    // Neighbours in rank stand in different pods: demand spreads over the floor.
    o.lines.push_back(
        {static_cast<std::int32_t>(at - cumulative_.begin()), 1 + below(p_.most_items)});
  }
  return o;
}

}  // namespace twinaxis::warehouse
