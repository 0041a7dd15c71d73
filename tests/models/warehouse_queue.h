#pragma once
// Small warehouses whose queues have a theory: the order book of the twin, with vehicles that only
// take time.

#include <queue>

#include "models/warehouse/order_book.h"

namespace twinaxis::test {

struct QueueHouse {
  double orders_per_s = 1;  ///< Poisson; 0: as many as anybody wants, at once
  int stations = 1;
  double pick_s = 1, pack_s = 0;  ///< exponential
  int vehicles = 0;               ///< 0: as many as needed, without travelling
  double travel_s = 0;            ///< mean of an exponential, before the station
  bool travels_back = false;      ///< after packing, and not before the station
  std::uint64_t seed = 1;
};

struct QueueResult {
  double waits_s = 0;  ///< from arrival to the beginning of the job
  double per_s = 0;    ///< orders packed
  double waiting = 0;  ///< orders that wait for a vehicle, mean over time
  double busy = 0;     ///< vehicles, mean over time
};

/// Runs for so many orders after a tenth of them was left out.
QueueResult run_queue(const QueueHouse& house, std::size_t orders);

}  // namespace twinaxis::test
