#pragma once
// The orders of a warehouse from arrival to the lorry, and the goods in its pods.
//
//   received   the warehouse management system (WMS) has the order, or waits for it
//   open       released to a station: pods are fetched, lines are picked
//   picked     all lines are in the tote; packed at a bench, then it waits for its lorry
//   shipped    left in time and right; late: right, but with a later lorry than promised;
//              wrong: something else is in the parcel; cancelled: never leaves
//
// What the WMS knows of the place of an article is a record and may be false; where it lies is a
// fact. A table of orders and records is no point on a bus: it is the database that WMS, fleet
// control and stations share. Who may read or write it is decided by hosts and channels of the
// twin.

#include <deque>
#include <optional>
#include <queue>
#include <utility>
#include <vector>

#include "models/warehouse/demand.h"
#include "sim/core/event.h"

namespace twinaxis::warehouse {

struct BookParams {
  int station_lines = 24;         ///< open at a station: room for totes, 12 of two lines (RAWSim-O)
  double pick_s = 10;             ///< of a line: take it, scan it, lay it into the tote
  bool pick_exponential = false;  ///< drawn, or always as long as that
  double hand_over_s = 3;         ///< of a pod: sign, light, step forward
  int benches = 4;                ///< for packing
  double pack_s = 45;             ///< of an order
  bool pack_exponential = false;
  Duration lead = duration_from_s(2 * 3600.0);  ///< promised: the first lorry after so long
  std::vector<double> departures_s;             ///< times of day of the lorries of each carrier
  double manual_ratio = 0.15;     ///< lines of a picker who walks, over those at a station
  int stock_items = 200;          ///< of an article, ordered up to
  int reorder_items = 60;         ///< below it is ordered
  double supply_s = 6 * 3600.0;   ///< until it is put away
  double recount_s = 4 * 3600.0;  ///< until somebody has looked why a line was missing
  BookParams();
};
void fields(FieldVisitor& v, BookParams& p);

/// Of the records of the WMS: how many point to another place, how many have been counted anew.
struct Records {
  double altered_fraction = 0;
  double counted_fraction = 0;
};

enum class OrderState : std::uint8_t { received, open, picked, shipped, late, wrong, cancelled };
inline constexpr std::size_t kOrderStates = 7;

struct Visit {
  int pod = 0, station = 0;
};

class OrderBook {
 public:
  /// Each level has pods of its own, with every article in one of them, and stations of its own.
  OrderBook(const BookParams& params, const DemandParams& demand, const Luck& luck, int pods,
            int stations, int levels = 1);

  const BookParams& params() const { return p_; }
  int stations() const { return static_cast<int>(open_.size()); }

  /// The world: orders arrive, parcels are packed, lorries leave, goods are put away.
  void advance(Time to);
  /// The WMS gives the next order to the station with the least to do. False if nothing waits or
  /// no station has room.
  bool release(const Records& records);
  /// Fleet control: the oldest line of a station with room, whose pod is free. Its pod belongs to
  /// the visit until pod_back().
  std::optional<Visit> next_visit(const std::vector<int>& on_the_way, int most);
  /// The pod stands before the picker: time for its lines.
  double begin_picking(Visit visit);
  /// ... and over. Lines of the station that want the pod are picked, rightly or not.
  void end_picking(Visit visit, Time now, bool scanned, EventLog& log);
  void pod_back(int pod) { busy_[static_cast<std::size_t>(pod)] = 0; }
  /// Nobody fetches it until pod_back(). False if somebody has it.
  bool hold(int pod) { return std::exchange(busy_[static_cast<std::size_t>(pod)], 1) == 0; }
  /// A picker walks with a list: so much time for lines of a station, without pods that come.
  void walk(int station, double time_s, Time now, EventLog& log);

  std::size_t count(OrderState s) const { return counts_[static_cast<std::size_t>(s)]; }
  std::size_t arrived() const { return orders_.size(); }
  std::size_t lines_arrived() const { return lines_.size(); }
  Time next_arrival() const { return next_arrival_; }
  std::size_t lines_picked() const { return lines_picked_; }
  std::size_t pods_presented() const { return pods_presented_; }
  std::size_t lines_missing() const { return missing_.size(); }
  std::size_t customers_waiting() const { return waiting_customers_; }
  /// Items that are in pods, in totes and parcels, on lorries, and those that came.
  std::int64_t stocked() const { return stocked_; }
  std::int64_t in_parcels() const { return in_parcels_; }
  std::int64_t sent() const { return sent_; }
  std::int64_t supplied() const { return supplied_; }
  /// Counted anew, order by order and article by article: what the sums must be.
  std::vector<std::size_t> recount() const;
  std::int64_t recount_stock() const;
  /// When the order that was picked last will be packed.
  Time last_packed() const { return last_packed_; }
  void put_state(std::vector<double>& state) const;

 private:
  struct Line {
    std::int32_t order = 0, sku = 0, items = 0, pod = 0;
  };
  struct Order {
    Time at, due;
    std::int32_t customer = 0, carrier = 0, first = 0, lines = 0, left = 0, items = 0;
    int station = -1;
    OrderState state = OrderState::received;
    bool wrong = false, overdue = false;
  };
  struct Later {
    Time at;
    std::int32_t what;
    bool operator>(const Later& o) const { return at != o.at ? at > o.at : what > o.what; }
  };
  using Calendar = std::priority_queue<Later, std::vector<Later>, std::greater<>>;

  int level_of(int station) const { return station / (stations() / levels_); }
  int pod_of(std::int32_t sku, int level) const { return level * pods_ + sku % pods_; }
  std::size_t bin(std::int32_t sku, int level) const {
    return static_cast<std::size_t>(level * demand_params_.skus + sku);
  }
  int recorded_pod(std::int32_t sku, int level, const Records& records) const;
  void arrive(Time at);
  void depart(Time at, std::int32_t carrier);
  Time departure(std::int32_t carrier, Time after) const;
  void set(Order& o, OrderState s);
  void pick(std::int32_t line, int pod, Time now, bool scanned, EventLog& log);
  void take(std::size_t bin, std::int32_t items, Time now);
  void lost(std::int32_t line, Time now);
  void finish(std::int32_t order, Time now);
  void watch_overdue(Time now);

  BookParams p_;
  DemandParams demand_params_;
  Demand demand_;
  Stream records_, picks_, packs_;
  int pods_;  ///< of a level
  int levels_;
  Time next_arrival_, last_packed_;
  std::vector<Order> orders_;
  std::vector<Line> lines_;
  std::deque<std::int32_t> waiting_, express_;
  std::vector<std::vector<std::int32_t>> open_;  ///< lines of a station, oldest first
  std::vector<char> busy_;                       ///< by pod
  std::vector<std::int32_t> stock_;              ///< by level, then article
  std::vector<char> on_order_;
  std::vector<Time> bench_free_;
  Calendar packing_, supplies_, missing_queue_, lorries_, dues_;
  std::vector<std::vector<std::int32_t>> packed_;  ///< by carrier
  std::vector<std::int32_t> missing_;
  std::vector<double> walked_s_;
  std::vector<int> overdue_of_;  ///< by customer
  std::array<std::size_t, kOrderStates> counts_{};
  std::size_t pods_presented_ = 0, lines_picked_ = 0, waiting_customers_ = 0;
  std::uint64_t picks_drawn_ = 0, packs_drawn_ = 0;
  std::int64_t stocked_ = 0, in_parcels_ = 0, sent_ = 0, supplied_ = 0;
  int first_station_ = 0;
  bool any_wrong_ = false;
};

}  // namespace twinaxis::warehouse
