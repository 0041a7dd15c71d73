// Orders and goods: what customers order, where it lies, what becomes of it; queues with a theory.

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "models/warehouse/order_book.h"
#include "tests/models/warehouse_queue.h"

namespace twinaxis::warehouse {
namespace {

TEST(WarehouseDemand, ArrivesAtTheRateOfHourAndWeekday) {
  DemandParams p;
  p.orders_per_s = 1;
  Demand demand(p, {3, 0});
  std::vector<double> count(24 * 6);
  double expected = 0;
  for (Time t = demand.next({}); t < Time{} + duration_from_s(6 * 86'400.0); t = demand.next(t)) {
    ++count[static_cast<std::size_t>(to_s(t) / 3600)];
  }
  for (std::size_t h = 0; h < count.size(); ++h) {
    const double mean = 3600 * p.hours[h % 24] * p.weekdays[h / 24];
    expected += mean;
    EXPECT_NEAR(count[h], mean, 5 * std::sqrt(mean)) << "hour " << h;
  }
  EXPECT_NEAR(std::accumulate(count.begin(), count.end(), 0.0), expected, 4 * std::sqrt(expected));
}

TEST(WarehouseDemand, AnOrderIsAFunctionOfItsNumber) {
  const DemandParams p;
  const Demand a(p, {3, 0}), b(p, {3, 0}), other(p, {3, 1});
  double lines = 0, express = 0, differs = 0;
  const int n = 20'000;
  for (int i = n; i-- > 0;) {
    const auto k = static_cast<std::uint64_t>(i);
    const CustomerOrder o = a.order(k);
    EXPECT_EQ(o.lines.front().sku, b.order(k).lines.front().sku);
    differs += o.lines.front().sku != other.order(k).lines.front().sku;
    lines += static_cast<double>(o.lines.size());
    express += o.express;
  }
  EXPECT_NEAR(lines / n, p.lines, 0.03);
  EXPECT_NEAR(express / n, p.express_ratio, 0.01);
  EXPECT_GT(differs, 0.9 * n);
}

/// A day with a picker who serves every pod at once.
struct Day {
  DemandParams demand;
  BookParams params;
  Records records;
  bool scanned = false;
  OrderBook run(double hours, EventLog& log) {
    demand.starts_at = duration_from_s(8 * 3600.0);
    OrderBook book(params, demand, {5, 0}, 480, 8);
    const std::vector<int> nobody(8);
    for (Time t{}; t < Time{} + duration_from_s(hours * 3600); t += duration_from_s(60.0)) {
      book.advance(t);
      while (book.release(records)) {
        while (const auto visit = book.next_visit(nobody, 1)) {
          book.begin_picking(*visit);
          book.end_picking(*visit, t, scanned, log);
          book.pod_back(visit->pod);
        }
      }
      check(book);
    }
    return book;
  }
  /// Every order is in one state, every item in one place, and the sums say so.
  static void check(const OrderBook& b) {
    const auto again = b.recount();
    std::size_t all = 0;
    for (std::size_t s = 0; s < kOrderStates; ++s) {
      ASSERT_EQ(again[s], b.count(static_cast<OrderState>(s)));
      all += again[s];
    }
    ASSERT_EQ(all, b.arrived());
    ASSERT_EQ(b.recount_stock(), b.stocked());
    ASSERT_EQ(b.stocked() + b.in_parcels() + b.sent(), 3000 * 200 + b.supplied());
  }
};

TEST(WarehouseOrders, EveryItemAndOrderIsSomewhere) {
  EventLog log;
  const OrderBook book = Day{}.run(30, log);
  EXPECT_GT(book.count(OrderState::shipped), 2000u);
  EXPECT_GT(book.supplied(), 0);
  EXPECT_EQ(book.count(OrderState::wrong), 0u);
  EXPECT_EQ(book.count(OrderState::late), 0u);
}

TEST(WarehouseOrders, FalseRecordsShipWrongGoodsAsOftenAsTheyAreFalse) {
  Day day;
  day.records.altered_fraction = 0.1;
  EventLog log;
  const OrderBook book = day.run(12, log);
  const double gone =
      static_cast<double>(book.count(OrderState::wrong) + book.count(OrderState::shipped));
  // An order of L lines is right with 0.9^L; the share of the lines is close to that of the
  // articles, but articles differ in demand.
  EXPECT_NEAR(static_cast<double>(book.count(OrderState::wrong)) / gone, 1 - std::pow(0.9, 1.8),
              0.04);
  EXPECT_EQ(log.front().name, "order.wrong");
}

TEST(WarehouseOrders, ScannedGoodsAreNeverWrongButMissing) {
  Day day;
  day.records.altered_fraction = 0.1;
  day.scanned = true;
  EventLog log;
  const OrderBook book = day.run(12, log);
  EXPECT_EQ(book.count(OrderState::wrong), 0u);
  EXPECT_GT(book.count(OrderState::late), 0u) << "somebody had to look for them";
}

TEST(WarehouseOrders, CountedRecordsAreRightAgain) {
  Day day;
  day.records = {0.1, 1};
  EventLog log;
  EXPECT_EQ(day.run(12, log).count(OrderState::wrong), 0u);
}

TEST(WarehouseOrders, WithoutStationsNothingLeavesAndEverybodyWaits) {
  DemandParams demand;
  demand.starts_at = duration_from_s(8 * 3600.0);
  OrderBook book({}, demand, {5, 0}, 480, 8);
  EventLog log;
  book.advance(Time{} + duration_from_s(10 * 3600.0));
  EXPECT_EQ(book.count(OrderState::received), book.arrived());
  EXPECT_EQ(book.customers_waiting(), static_cast<std::size_t>(demand.customers));
}

TEST(WarehouseOrders, WhoWalksPicksLittle) {
  DemandParams demand;
  demand.starts_at = duration_from_s(8 * 3600.0);
  demand.orders_per_s = 1;
  const BookParams params;
  OrderBook book(params, demand, {5, 0}, 480, 8);
  EventLog log;
  double time_s = 0;
  for (Time t{}; t < Time{} + duration_from_s(4 * 3600.0); t += duration_from_s(10.0)) {
    book.advance(t);
    while (book.release({})) {
    }
    for (int s = 0; s < 8; ++s) book.walk(s, 10, t, log);
    time_s += 10;
  }
  const double most = 8 * time_s * params.manual_ratio / params.pick_s;
  EXPECT_NEAR(static_cast<double>(book.lines_picked()), most, 0.02 * most);
}

TEST(WarehouseQueues, ThreeStationsAreErlangs) {
  const auto r =
      test::run_queue({.orders_per_s = 2.4, .stations = 3, .pick_s = 1, .seed = 2}, 400'000);
  EXPECT_NEAR(r.waits_s, 1.0786516854, 0.03 * 1.0786516854);
}

TEST(WarehouseQueues, AClosedFleetMovesAsMeanValueAnalysisSays) {
  for (const auto& [vehicles, per_h] :
       {std::pair{1, 39.1304}, {3, 102.5916}, {5, 143.7905}, {10, 176.7400}}) {
    const auto r = test::run_queue({.orders_per_s = 0,
                                    .pick_s = 20,
                                    .pack_s = 12,
                                    .vehicles = vehicles,
                                    .travel_s = 60,
                                    .travels_back = true},
                                   60'000);
    EXPECT_NEAR(3600 * r.per_s, per_h, 0.02 * per_h) << vehicles << " vehicles";
  }
}

TEST(WarehouseQueues, ASemiOpenFleetWaitsAsItsMarkovChain) {
  for (const auto& [vehicles, waits_s, busy] :
       {std::tuple{5, 30.021, 3.43749}, {6, 16.2, 0.0}, {8, 6.453, 0.0}}) {
    const auto r = test::run_queue(
        {.orders_per_s = 120 / 3600.0, .pick_s = 20, .vehicles = vehicles, .travel_s = 60},
        400'000);
    EXPECT_NEAR(r.waits_s, waits_s, 0.05 * waits_s) << vehicles << " vehicles";
    if (busy > 0) {
      EXPECT_NEAR(r.busy, busy, 0.01 * busy);
    }
  }
}

}  // namespace
}  // namespace twinaxis::warehouse
