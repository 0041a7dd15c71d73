// What happens to orders and goods by itself: arrivals, packing, lorries, supplies, recounts.

#include <algorithm>

#include "models/warehouse/order_book.h"

namespace twinaxis::warehouse {

void OrderBook::advance(Time to) {
  const auto due = [&](const Calendar& c) { return !c.empty() && c.top().at <= to; };
  // Each kind in its own order; kinds meet only through the next call, so a step is exact to a
  // step.
  while (next_arrival_ <= to) {
    arrive(next_arrival_);
    next_arrival_ = demand_.next(next_arrival_);
  }
  for (; due(packing_); packing_.pop()) {
    const Order& o = orders_[static_cast<std::size_t>(packing_.top().what)];
    packed_[static_cast<std::size_t>(o.carrier)].push_back(packing_.top().what);
  }
  while (due(lorries_)) {
    const Later lorry = lorries_.top();
    lorries_.pop();
    depart(lorry.at, lorry.what);
    lorries_.push({departure(lorry.what, lorry.at), lorry.what});
  }
  for (; due(supplies_); supplies_.pop()) {
    const auto bin = static_cast<std::size_t>(supplies_.top().what);
    const std::int32_t came = p_.stock_items - stock_[bin];
    stock_[bin] += came;
    stocked_ += came;
    supplied_ += came;
    on_order_[bin] = 0;
  }
  for (; due(missing_queue_); missing_queue_.pop()) {
    const std::int32_t id = missing_queue_.top().what;
    std::erase(missing_, id);
    Line& line = lines_[static_cast<std::size_t>(id)];
    const Order& o = orders_[static_cast<std::size_t>(line.order)];
    line.pod = pod_of(line.sku, level_of(o.station));
    open_[static_cast<std::size_t>(o.station)].push_back(id);
  }
  watch_overdue(to);
}

void OrderBook::depart(Time at, std::int32_t carrier) {
  auto& ready = packed_[static_cast<std::size_t>(carrier)];
  for (const std::int32_t id : ready) {
    Order& o = orders_[static_cast<std::size_t>(id)];
    set(o, o.wrong ? OrderState::wrong : at > o.due ? OrderState::late : OrderState::shipped);
    in_parcels_ -= o.items;
    sent_ += o.items;
    if (o.overdue && --overdue_of_[static_cast<std::size_t>(o.customer)] == 0) {
      --waiting_customers_;
    }
  }
  ready.clear();
}

/// A customer waits from the moment on at which the promised lorry has left without the order.
void OrderBook::watch_overdue(Time now) {
  for (; !dues_.empty() && dues_.top().at < now; dues_.pop()) {
    Order& o = orders_[static_cast<std::size_t>(dues_.top().what)];
    const bool gone = o.state == OrderState::shipped || o.state == OrderState::late ||
                      o.state == OrderState::wrong || o.state == OrderState::cancelled;
    if (gone) continue;
    o.overdue = true;
    if (++overdue_of_[static_cast<std::size_t>(o.customer)] == 1) ++waiting_customers_;
  }
}

std::vector<std::size_t> OrderBook::recount() const {
  std::vector<std::size_t> counts(kOrderStates);
  for (const Order& o : orders_) ++counts[static_cast<std::size_t>(o.state)];
  return counts;
}

std::int64_t OrderBook::recount_stock() const {
  std::int64_t items = 0;
  for (const std::int32_t s : stock_) items += s;
  return items;
}

void OrderBook::put_state(std::vector<double>& state) const {
  for (const std::size_t c : counts_) state.push_back(static_cast<double>(c));
  for (const std::int64_t c : {stocked_, in_parcels_, sent_, supplied_}) {
    state.push_back(static_cast<double>(c));
  }
  state.push_back(static_cast<double>(lines_picked_));
}

}  // namespace twinaxis::warehouse
