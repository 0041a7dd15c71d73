#pragma once
// What customers order, when. Arrivals are a Poisson process whose rate follows weekday and hour;
// what an order holds is a pure function of its number, so that whoever knows the number knows the
// order.

#include <array>
#include <cstdint>
#include <vector>

#include "sim/core/fields.h"
#include "sim/core/random.h"
#include "sim/core/time.h"

namespace twinaxis::warehouse {

struct DemandParams {
  double orders_per_s = 220 / 3600.0;  ///< in an hour of weight 1
  std::vector<double> hours;           ///< weights of the hours of a day, 24
  std::vector<double> weekdays;        ///< weights, Monday first, 7
  Duration starts_at{};                ///< of the run, since Monday 0:00
  double lines = 1.8;                  ///< of an order, mean; 1 + geometric
  int skus = 3000;                     ///< articles, each in one pod
  double skew = 0.6;                   ///< of demand: share of the article of rank r ~ r^-skew
  int most_items = 4;                  ///< of a line: 1 to so many, alike
  double express_ratio = 0.1;          ///< goes before others
  int customers = 20;
  int carriers = 2;
  DemandParams();
};
void fields(FieldVisitor& v, DemandParams& p);
std::vector<FieldProblem> problems(const DemandParams& p, const std::string& path);

struct OrderLine {
  std::int32_t sku = 0;
  std::int32_t items = 1;
};
struct CustomerOrder {
  std::int32_t customer = 0, carrier = 0;
  bool express = false;
  std::vector<OrderLine> lines;
};

/// Lines at the start of the run, of the mean order.
double expected_lines_per_s(const DemandParams& p);

class Demand {
 public:
  Demand(const DemandParams& params, const Luck& luck);
  CustomerOrder order(std::uint64_t number) const;
  /// Rate at a time of the run.
  double rate_per_s(Time at) const;
  /// The next arrival after `after`; to be called in the order of time: candidates are thinned
  /// (Lewis, Shedler, Naval Research Logistics Quarterly 26 (1979) 403-413).
  Time next(Time after);

 private:
  DemandParams p_;
  Stream arrivals_, contents_;
  std::uint64_t candidates_ = 0;
  double most_per_s_ = 0;
  std::vector<double> cumulative_;  ///< of the articles
};

}  // namespace twinaxis::warehouse
