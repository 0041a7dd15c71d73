#include "tests/models/warehouse_queue.h"

#include <cmath>
#include <deque>

namespace twinaxis::test {
namespace {

using namespace warehouse;

struct Coming {
  Time at;
  int what = 0;
  bool operator>(const Coming& o) const { return at > o.at; }
};
using Calendar = std::priority_queue<Coming, std::vector<Coming>, std::greater<>>;

DemandParams demand_of(const QueueHouse& house) {
  DemandParams d;
  d.hours.assign(24, 1);
  d.weekdays.assign(7, 1);
  d.lines = 1, d.most_items = 1, d.express_ratio = 0, d.skew = 0;
  d.skus = 20'000;
  d.orders_per_s = house.orders_per_s > 0 ? house.orders_per_s : 0.2;  // more than anybody serves
  return d;
}

BookParams book_of(const QueueHouse& house) {
  BookParams b;
  b.station_lines = house.vehicles > 0 ? 1'000'000 : 1;
  b.pick_s = house.pick_s, b.pick_exponential = true, b.hand_over_s = 0;
  b.benches = 1, b.pack_s = house.pack_s, b.pack_exponential = house.pack_s > 0;
  b.stock_items = 1'000'000, b.reorder_items = 0;
  return b;
}

}  // namespace

QueueResult run_queue(const QueueHouse& house, std::size_t orders) {
  const Luck luck{house.seed, 0};
  OrderBook book(book_of(house), demand_of(house), luck, 20'000, house.stations);
  const Stream travel = stream(luck, "travel");
  std::uint64_t draw = 0;
  EventLog log;
  Time now{};
  Calendar arrives, picked;  // vehicles at their station; stations
  Calendar back;
  std::deque<int> before;  // vehicles that wait for the picker
  std::vector<Visit> job(static_cast<std::size_t>(std::max(house.vehicles, house.stations)));
  std::vector<int> idle;
  for (int i = 0; i < house.vehicles; ++i) idle.push_back(i);
  std::vector<char> picks(static_cast<std::size_t>(house.stations));
  std::size_t done = 0;
  double waiting_s = 0, busy_s = 0, waits_s = 0;
  std::size_t counted = 0;
  Time from{};
  const std::size_t skip = orders / 10;
  std::deque<Time> arrivals;  // of orders that wait for the WMS
  std::size_t arrived = 0;
  const auto travel_time = [&] {
    return duration_from_s(-house.travel_s * std::log(uniform(travel, draw++)));
  };
  const auto begin = [&](int station, int vehicle) {
    picks[static_cast<std::size_t>(station)] = 1;
    const double s = book.begin_picking(job[static_cast<std::size_t>(vehicle)]);
    picked.push({now + duration_from_s(s), vehicle});
  };
  while (done < orders + skip) {
    Time next = book.next_arrival();
    for (const Calendar* c : {&arrives, &picked, &back}) {
      if (!c->empty()) next = std::min(next, c->top().at);
    }
    const double span_s = to_s(next - now);
    if (done >= skip) {
      waiting_s += span_s * static_cast<double>(book.count(OrderState::received));
      busy_s += span_s * static_cast<double>(house.vehicles - static_cast<int>(idle.size()));
    }
    now = next;
    book.advance(now);
    for (; arrived < book.arrived(); ++arrived) arrivals.push_back(now);
    const std::vector<int> nobody(static_cast<std::size_t>(house.stations));
    // Two orders for one pod, one in ten thousand: the second waits for it.
    const auto start = [&](int vehicle) {
      if (book.release({})) {
        if (done >= skip) waits_s += to_s(now - arrivals.front()), ++counted;
        arrivals.pop_front();
      }
      const auto visit = book.next_visit(nobody, 1);
      if (visit) job[static_cast<std::size_t>(vehicle)] = *visit;
      return visit.has_value();
    };
    for (; !picked.empty() && picked.top().at <= now; picked.pop()) {
      const int vehicle = picked.top().what;
      const Visit visit = job[static_cast<std::size_t>(vehicle)];
      book.end_picking(visit, now, true, log);
      book.pod_back(visit.pod);
      picks[static_cast<std::size_t>(visit.station)] = 0;
      if (++done == skip) from = now;
      if (house.vehicles == 0) continue;
      if (house.travels_back) {
        back.push({book.last_packed() + travel_time(), vehicle});
      } else {
        idle.push_back(vehicle);
      }
    }
    for (; !back.empty() && back.top().at <= now; back.pop()) idle.push_back(back.top().what);
    for (; !arrives.empty() && arrives.top().at <= now; arrives.pop()) {
      before.push_back(arrives.top().what);
    }
    if (house.vehicles > 0) {
      while (!idle.empty() && start(idle.back())) {
        const bool at_once = house.travels_back;
        if (at_once) before.push_back(idle.back());
        else arrives.push({now + travel_time(), idle.back()});
        idle.pop_back();
      }
      if (!before.empty() && picks[0] == 0) {
        begin(0, before.front());
        before.pop_front();
      }
    } else {
      // The station itself is the place of the job.
      for (int s = 0; s < house.stations; ++s) {
        if (picks[static_cast<std::size_t>(s)] != 0) continue;
        if (!start(s)) continue;
        const Visit visit = job[static_cast<std::size_t>(s)];
        std::swap(job[static_cast<std::size_t>(visit.station)], job[static_cast<std::size_t>(s)]);
        begin(visit.station, visit.station);
      }
    }
  }
  const double time_s = to_s(now - from);
  return {waits_s / static_cast<double>(counted), static_cast<double>(done - skip) / time_s,
          waiting_s / time_s, busy_s / time_s};
}

}  // namespace twinaxis::test
