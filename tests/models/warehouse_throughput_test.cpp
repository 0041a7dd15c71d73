// Throughput of the whole twin (orders, fleet control, network, vehicles, pickers) against the
// capacity as a network of queues, which the report states.

#include "models/warehouse/throughput.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/models/warehouse_site.h"

namespace twinaxis::test {
namespace {

/// More orders than anybody can pick: lines a second over the capacity, from the tenth minute on.
double share_of_capacity(const std::string& plant,
                         const std::string& roads = "aisles: 3, places: 20, stations: 2",
                         const std::string& demand = "") {
  static const Variations variations(site());
  const Recording run = run_apart(
      variations.with("run: {for: 130 min, record: {every: 10 s}}\ntwin: {plant: {roads: {" +
                      roads + "}, demand: {orders: 4000 1/h" + demand + "}" + plant + "}}\n"));
  expect_conserved(run);
  EXPECT_EQ(last(run, "vehicles.collisions"), 0);
  EXPECT_LE(last(run, "lines.capacity"), last(run, "lines.bound"));
  const double picked = last(run, "lines.picked") - values(run, "lines.picked")[10 * 6];
  const double ratio = picked / 7200 / last(run, "lines.capacity");
  EXPECT_NEAR(last(run, "lines.capacity_ratio"), ratio, 0.1) << "of half an hour, as reported";
  return ratio;
}

/// One pod with everything: n + n^2 / 2 = L (1 + n) lines wait, so n = sqrt(2) for L = 1, and a pod
/// comes for 1 + n. Of very many pods each comes for one line.
TEST(WarehouseThroughput, APodGathersLinesWhileTheyWait) {
  EXPECT_NEAR(warehouse::lines_per_pod({1}, 1), 1 + std::sqrt(2), 1e-9);
  EXPECT_NEAR(warehouse::lines_per_pod(std::vector<double>(100'000, 1e-5), 20), 1, 1e-3);
}

TEST(WarehouseThroughput, PickersWithoutPausePickAsTheNetworkHasIt) {
  EXPECT_NEAR(share_of_capacity(
                  ", orders: {pick: 30 s, hand_over: 10 s, station_lines: 60}, fleet: {count: 20}"),
              1, 0.05);
}

/// Fast pickers: vehicles hardly wait for them, but for each other.
TEST(WarehouseThroughput, AFleetThatIsAlwaysOnItsWayPicksAsTheNetworkHasIt) {
  EXPECT_NEAR(share_of_capacity(", orders: {pick: 4 s, hand_over: 1 s}, fleet: {count: 5}"), 1,
              0.05);
}

/// On the map of the benchmark, where queues have room.
TEST(WarehouseThroughput, OnAMapItPicksAsTheNetworkHasIt) {
  const std::string map = TWINAXIS_SOURCE_DIR "/scenarios/catalogue/warehouse-10-20-10-2-1.map";
  EXPECT_NEAR(share_of_capacity(", fleet: {count: 50}", "stations: 8, map: !text_of " + map,
                                ", skus: 8000"),
              1, 0.05);
}

/// Neither: pickers, vehicles and roads wait for each other.
TEST(WarehouseThroughput, WhereEverythingCountsItPicksAsTheNetworkHasIt) {
  EXPECT_NEAR(share_of_capacity(", fleet: {count: 8}"), 1, 0.05);
  EXPECT_NEAR(share_of_capacity(", fleet: {count: 12}"), 1, 0.05);
  EXPECT_NEAR(share_of_capacity(", fleet: {count: 16}"), 1, 0.05);
}

/// The default site with 50 vehicles: the highway before the stations is what holds them up.
TEST(WarehouseThroughput, FiftyVehiclesPickAsTheNetworkHasIt) {
  EXPECT_NEAR(share_of_capacity(", fleet: {count: 50}", "aisles: 8, places: 30, stations: 8"), 1,
              0.05);
}

}  // namespace
}  // namespace twinaxis::test
