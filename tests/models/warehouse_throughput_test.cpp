// Throughput of the whole twin (orders, fleet control, network, vehicles, pickers) against the
// bounds of its queueing network, which the report states.

#include "models/warehouse/throughput.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/models/warehouse_site.h"

namespace twinaxis::test {
namespace {

/// More orders than anybody can pick: lines a second over the bound, from the tenth minute on.
double share_of_bound(const std::string& plant) {
  const Recording run = run_site("", ", demand: {orders: 2000 1/h}" + plant, "130 min");
  expect_conserved(run);
  EXPECT_EQ(last(run, "vehicles.collisions"), 0);
  const double picked = last(run, "lines.picked") - values(run, "lines.picked")[10 * 6];
  const double ratio = picked / 7200 / last(run, "lines.bound");
  EXPECT_NEAR(last(run, "lines.bound_ratio"), ratio, 0.1) << "what the report shows, half an hour";
  return ratio;
}

/// One pod with everything: n + n^2 / 2 = L (1 + n) lines wait, so n = sqrt(2) for L = 1, and a pod
/// comes for 1 + n. Of very many pods each comes for one line.
TEST(WarehouseThroughput, APodGathersLinesWhileTheyWait) {
  EXPECT_NEAR(warehouse::lines_per_pod({1}, 1), 1 + std::sqrt(2), 1e-9);
  EXPECT_NEAR(warehouse::lines_per_pod(std::vector<double>(100'000, 1e-5), 20), 1, 1e-3);
}

TEST(WarehouseThroughput, SaturatedStationsReachTheBound) {
  const double ratio = share_of_bound(
      ", orders: {pick: 30 s, hand_over: 10 s, station_lines: 60}, fleet: {count: 20}");
  EXPECT_NEAR(ratio, 1, 0.05);
}

/// Fast pickers: vehicles hardly wait for them. What the bound leaves out (half a scan at each
/// corner, meetings at junctions) takes 11 of 168 s.
TEST(WarehouseThroughput, AFleetThatIsAlwaysOnItsWayComesNearTheBound) {
  const double ratio = share_of_bound(", orders: {pick: 4 s, hand_over: 1 s}, fleet: {count: 5}");
  EXPECT_GT(ratio, 0.9);
  EXPECT_LE(ratio, 1);
}

}  // namespace
}  // namespace twinaxis::test
