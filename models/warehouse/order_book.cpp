#include "models/warehouse/order_book.h"

#include <algorithm>
#include <cmath>

namespace twinaxis::warehouse {
namespace {

constexpr double kDay_s = 86'400;

}  // namespace

BookParams::BookParams() : departures_s{12 * 3600.0, 15 * 3600.0, 18 * 3600.0, 21 * 3600.0} {}

void fields(FieldVisitor& v, BookParams& p) {
  v("station_lines", p.station_lines, between(1, 1e6), "open at a station at most");
  v("pick", p.pick_s, "s", above(0), "of a line");
  v("pick_exponential", p.pick_exponential, "drawn from an exponential distribution");
  v("hand_over", p.hand_over_s, "s", at_least(0), "of a pod before the first line");
  v("benches", p.benches, between(1, 1000), "for packing");
  v("pack", p.pack_s, "s", at_least(0), "of an order");
  v("lead", p.lead, at_least(0), "promised: the first lorry after so long");
  v("pack_exponential", p.pack_exponential, "drawn from an exponential distribution");
  v("departures", p.departures_s, "s", between(0, kDay_s), "times of day of the lorries");
  v("manual", p.manual_ratio, "1", fraction(),
    "lines of a picker who walks, over those at a station");
  v("stock", p.stock_items, between(1, 1e6), "items of an article, ordered up to");
  v("reorder", p.reorder_items, between(0, 1e6), "items below which an article is ordered");
  v("supply", p.supply_s, "s", at_least(0), "until ordered goods are put away");
  v("recount", p.recount_s, "s", at_least(0), "until somebody has looked why a line was missing");
}

OrderBook::OrderBook(const BookParams& params, const DemandParams& demand, const Luck& luck,
                     int pods, int stations, int levels)
    : p_(params),
      demand_params_(demand),
      demand_(demand, luck),
      records_(stream(luck, "wms.records")),
      picks_(stream(luck, "stations.picks")),
      packs_(stream(luck, "stations.packs")),
      pods_(pods / levels),
      levels_(levels),
      next_arrival_(demand_.next({})),
      open_(static_cast<std::size_t>(stations)),
      busy_(static_cast<std::size_t>(pods)),
      stock_(static_cast<std::size_t>(levels * demand.skus), params.stock_items),
      on_order_(stock_.size()),
      bench_free_(static_cast<std::size_t>(params.benches)),
      packed_(static_cast<std::size_t>(demand.carriers)),
      walked_s_(static_cast<std::size_t>(stations)),
      overdue_of_(static_cast<std::size_t>(demand.customers)) {
  stocked_ = static_cast<std::int64_t>(stock_.size()) * params.stock_items;
  for (std::int32_t c = 0; c < demand.carriers; ++c) lorries_.push({departure(c, {}), c});
}

/// Carriers come one after another, each a twentieth of an hour later than the one before.
Time OrderBook::departure(std::int32_t carrier, Time after) const {
  // In whole nanoseconds: the next departure after one must be another one.
  constexpr std::int64_t day = static_cast<std::int64_t>(kDay_s) * kNanosecondsPerSecond;
  const std::int64_t start = demand_params_.starts_at.ns - carrier * 180 * kNanosecondsPerSecond;
  const std::int64_t now = after.ns + start;
  const std::int64_t midnight = (now - (now % day + day) % day);
  std::int64_t first = now + 2 * day;
  for (const double d : p_.departures_s) {
    const std::int64_t at = midnight + duration_from_s(d).ns;
    first = std::min(first, at > now ? at : at + day);
  }
  return Time{first - start};
}

void OrderBook::set(Order& o, OrderState s) {
  --counts_[static_cast<std::size_t>(o.state)];
  ++counts_[static_cast<std::size_t>(s)];
  o.state = s;
}

void OrderBook::arrive(Time at) {
  const CustomerOrder wanted = demand_.order(orders_.size());
  Order o;
  o.at = at;
  o.customer = wanted.customer, o.carrier = wanted.carrier;
  o.due = departure(wanted.carrier, at + p_.lead);
  o.first = static_cast<std::int32_t>(lines_.size());
  o.lines = o.left = static_cast<std::int32_t>(wanted.lines.size());
  const auto id = static_cast<std::int32_t>(orders_.size());
  for (const OrderLine& l : wanted.lines) lines_.push_back({id, l.sku, l.items, 0});
  orders_.push_back(o);
  ++counts_[static_cast<std::size_t>(OrderState::received)];
  (wanted.express ? express_ : waiting_).push_back(id);
  dues_.push({o.due, id});
}

int OrderBook::recorded_pod(std::int32_t sku, int level, const Records& records) const {
  const auto k = static_cast<std::uint64_t>(sku);
  const int right = pod_of(sku, level);
  if (records.altered_fraction <= 0 || pods_ < 2) return right;
  if (uniform(records_, 3 * k) >= records.altered_fraction) return right;
  if (uniform(records_, 3 * k + 1) < records.counted_fraction) return right;
  const int away = 1 + static_cast<int>(uniform(records_, 3 * k + 2) * (pods_ - 1));
  return level * pods_ + (right + away) % pods_;
}

bool OrderBook::release(const Records& records) {
  auto& from = express_.empty() ? waiting_ : express_;
  if (from.empty()) return false;
  std::size_t best = 0;
  for (std::size_t s = 1; s < open_.size(); ++s) {
    if (open_[s].size() < open_[best].size()) best = s;
  }
  Order& o = orders_[static_cast<std::size_t>(from.front())];
  const auto room = static_cast<std::size_t>(p_.station_lines);
  if (!open_[best].empty() && open_[best].size() + static_cast<std::size_t>(o.lines) > room) {
    return false;
  }
  from.pop_front();
  set(o, OrderState::open);
  o.station = static_cast<int>(best);
  for (std::int32_t l = o.first; l < o.first + o.lines; ++l) {
    Line& line = lines_[static_cast<std::size_t>(l)];
    line.pod = recorded_pod(line.sku, level_of(o.station), records);
    open_[best].push_back(l);
  }
  return true;
}

std::optional<Visit> OrderBook::next_visit(const std::vector<int>& on_the_way, int most) {
  const int n = stations();
  for (int k = 0; k < n; ++k) {
    const int s = (first_station_ + k) % n;
    if (on_the_way[static_cast<std::size_t>(s)] >= most) continue;
    for (const std::int32_t l : open_[static_cast<std::size_t>(s)]) {
      const int pod = lines_[static_cast<std::size_t>(l)].pod;
      if (busy_[static_cast<std::size_t>(pod)] != 0) continue;
      busy_[static_cast<std::size_t>(pod)] = 1;
      first_station_ = (s + 1) % n;
      return Visit{pod, s};
    }
  }
  return std::nullopt;
}

double OrderBook::begin_picking(Visit visit) {
  double time_s = p_.hand_over_s;
  for (const std::int32_t l : open_[static_cast<std::size_t>(visit.station)]) {
    if (lines_[static_cast<std::size_t>(l)].pod != visit.pod) continue;
    time_s +=
        p_.pick_exponential ? -p_.pick_s * std::log(uniform(picks_, picks_drawn_++)) : p_.pick_s;
  }
  return time_s;
}

void OrderBook::end_picking(Visit visit, Time now, bool scanned, EventLog& log) {
  ++pods_presented_;
  auto& open = open_[static_cast<std::size_t>(visit.station)];
  std::vector<std::int32_t> here;
  std::erase_if(open, [&](std::int32_t l) {
    const bool is_here = lines_[static_cast<std::size_t>(l)].pod == visit.pod;
    if (is_here) here.push_back(l);
    return is_here;
  });
  for (const std::int32_t l : here) pick(l, visit.pod, now, scanned, log);
}

void OrderBook::take(std::size_t bin, std::int32_t items, Time now) {
  stock_[bin] -= items;
  stocked_ -= items;
  in_parcels_ += items;
  if (stock_[bin] < p_.reorder_items && on_order_[bin] == 0) {
    on_order_[bin] = 1;
    supplies_.push({now + duration_from_s(p_.supply_s), static_cast<std::int32_t>(bin)});
  }
}

void OrderBook::lost(std::int32_t line, Time now) {
  missing_.push_back(line);
  missing_queue_.push({now + duration_from_s(p_.recount_s), line});
}

void OrderBook::pick(std::int32_t id, int pod, Time now, bool scanned, EventLog& log) {
  const Line& line = lines_[static_cast<std::size_t>(id)];
  Order& o = orders_[static_cast<std::size_t>(line.order)];
  const int level = level_of(o.station);
  std::int32_t sku = line.sku;
  if (pod_of(sku, level) != pod) {
    // Another article lies there. Whoever scans it notices; whoever does not takes it.
    if (scanned) return lost(id, now);
    const int on_level = pod % pods_;
    const int in_pod = (demand_params_.skus - 1 - on_level) / pods_ + 1;
    sku = on_level + sku % in_pod * pods_;
  }
  const std::size_t from = bin(sku, level);
  if (stock_[from] < line.items) return lost(id, now);
  if (sku != line.sku) {
    if (!any_wrong_) log.push_back({now, "order.wrong", "the first one", 0, ""});
    any_wrong_ = o.wrong = true;
  }
  take(from, line.items, now);
  o.items += line.items;
  ++lines_picked_;
  if (--o.left == 0) finish(line.order, now);
}

void OrderBook::finish(std::int32_t order, Time now) {
  Order& o = orders_[static_cast<std::size_t>(order)];
  set(o, OrderState::picked);
  auto& bench = *std::min_element(bench_free_.begin(), bench_free_.end());
  const double pack_s =
      p_.pack_exponential ? -p_.pack_s * std::log(uniform(packs_, packs_drawn_++)) : p_.pack_s;
  bench = std::max(bench, now) + duration_from_s(pack_s);
  last_packed_ = bench;
  packing_.push({bench, order});
}

void OrderBook::walk(int station, double time_s, Time now, EventLog& log) {
  auto& open = open_[static_cast<std::size_t>(station)];
  double& walked_s = walked_s_[static_cast<std::size_t>(station)];
  walked_s += time_s * p_.manual_ratio;
  while (walked_s >= p_.pick_s && !open.empty()) {
    walked_s -= p_.pick_s;
    const std::int32_t line = open.front();
    open.erase(open.begin());
    // Who walks reads the label on the shelf: it is the right article.
    pick(line, pod_of(lines_[static_cast<std::size_t>(line)].sku, level_of(station)), now, true,
         log);
  }
  walked_s = std::min(walked_s, p_.pick_s);
}

}  // namespace twinaxis::warehouse
