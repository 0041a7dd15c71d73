// The warehouse as a twin: what holds whatever is attacked, and how it degrades.

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "models/warehouse/vehicle.h"
#include "tests/use_cases/battery.h"

namespace twinaxis::test {
namespace {

const UseCase& site() {
  return *std::ranges::find(use_cases(), std::string("warehouse/site"), &UseCase::name);
}

constexpr int kVehicles = 12;
const char* const kSmall = "roads: {aisles: 3, places: 20, stations: 2}";

const char* const kDemand = ", fleet: {count: 12}, demand: {orders: 70 1/h}";

/// An hour of a small site, a sample every ten seconds.
Recording run_site(const std::string& yaml, const std::string& plant = "",
                   const std::string& length = "1 h") {
  static const Variations variations(site());
  return run_apart(variations.with(
      "run: {for: " + length + ", record: {every: 10 s}}\n" + "twin: {plant: {" + kSmall + plant +
      (plant.find("demand:") == plant.npos ? kDemand : "") + "}}\n" + yaml));
}

std::string intervention(const std::string& side, const std::string& on, const std::string& effect,
                         const std::string& until = "") {
  const std::string technique = side == "attack" ? "technique: T0855, " : "";
  return "interventions:\n  - {id: it, side: " + side + ", " + technique + "from: 20 min, " +
         (until.empty() ? "" : "until: " + until + ", ") + "on: '" + on + "', effect: " + effect +
         "}\n";
}

const std::vector<double>& values(const Recording& run, const std::string& point) {
  return run.find(point)->values;
}
double last(const Recording& run, const std::string& point) { return values(run, point).back(); }
std::size_t events(const Recording& run, const std::string& name) {
  return static_cast<std::size_t>(std::ranges::count(run.events, name, &Event::name));
}

/// Orders are in one state each and items in one place each, at every sample.
void expect_conserved(const Recording& run) {
  const double stocked = values(run, "items.stocked").front();
  for (std::size_t k = 0; k < run.times.size(); ++k) {
    double orders = 0, items = 0;
    for (const char* state :
         {"received", "open", "picked", "shipped", "late", "wrong", "cancelled"}) {
      orders += values(run, std::string("orders.") + state)[k];
    }
    for (const char* where : {"stocked", "in_parcels", "sent"}) {
      items += values(run, std::string("items.") + where)[k];
    }
    ASSERT_EQ(orders, values(run, "orders.arrived")[k]) << k;
    ASSERT_EQ(items, stocked + values(run, "items.supplied")[k]) << k;
  }
}

TEST(WarehouseSite, PicksWhatIsOrderedAndNobodyCollides) {
  const Recording run = run_site("");
  expect_conserved(run);
  EXPECT_EQ(last(run, "vehicles.collisions"), 0);
  EXPECT_EQ(last(run, "vehicles.protective_stops"), 0);
  EXPECT_EQ(last(run, "orders.wrong"), 0);
  EXPECT_GT(last(run, "lines.picked"), 80);
  EXPECT_LT(last(run, "orders.open") + last(run, "orders.received"), 20);
}

TEST(WarehouseSite, WithoutBrokerVehiclesStopOnReleasedNodesAndGoOnLater) {
  const Recording run = run_site(intervention("fault", "broker1", "!turn_off {}", "30 min"));
  expect_conserved(run);
  // Five nodes of 1.2 m at 1.3 m/s, and a quarter turn or two: nobody drives after half a minute.
  const std::size_t from = 20 * 6 + 4, to = 30 * 6;
  for (std::size_t k = from; k < to; ++k) {
    ASSERT_EQ(values(run, "vehicles.moving")[k], 0) << k;
    for (int i = 1; i <= kVehicles; ++i) {
      const std::string v = "agv" + std::to_string(i);
      ASSERT_NEAR(values(run, v + ".x")[k], 1.2 * values(run, v + ".node_x")[k], 1e-6) << v;
      ASSERT_NEAR(values(run, v + ".y")[k], 1.2 * values(run, v + ".node_y")[k], 1e-6) << v;
      // Where its base ends: the last node that it was told.
      ASSERT_EQ(values(run, v + ".state.node")[k], values(run, v + ".order.to")[k]) << v;
    }
  }
  EXPECT_GT(last(run, "lines.picked"), values(run, "lines.picked")[to] + 20);
  EXPECT_EQ(last(run, "vehicles.collisions"), 0);
}

TEST(WarehouseSite, WithoutFleetControlOrWifiItStopsAndGoesOn) {
  for (const auto& [on, effect] :
       {std::pair{"wcs1", "!turn_off {}"}, {"rule.broker", "!block {}"}}) {
    SCOPED_TRACE(on);
    const Recording run = run_site(intervention("attack", on, effect, "30 min"));
    expect_conserved(run);
    EXPECT_EQ(last(run, "vehicles.collisions"), 0);
    for (std::size_t k = 20 * 6 + 4; k < 30 * 6; ++k) {
      ASSERT_EQ(values(run, "vehicles.moving")[k], 0) << k;
    }
    EXPECT_GT(last(run, "lines.picked"), values(run, "lines.picked")[30 * 6] + 20);
  }
}

TEST(WarehouseSite, ReplayedOrdersAreOutdatedAndMoveNobody) {
  const Recording run =
      run_site(intervention("attack", "broker1->agv5:order", "!replay_messages {window: 5 min}"));
  expect_conserved(run);
  EXPECT_GE(events(run, "vehicle.outdated_order_update"), 1u);
  EXPECT_EQ(last(run, "vehicles.collisions"), 0);
}

TEST(WarehouseSite, ForgedOrdersLeadAstrayUnlessTheBrokerRefusesThem) {
  const std::string forges =
      intervention("attack", "maintenance_terminal", "!replace_logic {logic: forges}");
  const Recording free = run_site(forges);
  expect_conserved(free);
  EXPECT_GE(events(free, "wcs1.vehicle_lost"), 1u);
  const Recording refused =
      run_site(forges +
               "  - {id: only_fleet_control, side: countermeasure, measure: MR-10, on: "
               "rule.broker_for_all, effect: !block {}}\n");
  EXPECT_EQ(events(refused, "wcs1.vehicle_lost"), 0u);
  EXPECT_EQ(last(refused, "lines.picked"), last(run_site(""), "lines.picked"));
}

TEST(WarehouseSite, FalsePoseIsLostAndCarriedHome) {
  const Recording run =
      run_site(intervention("attack", "agv7.pose_shift", "!override {value: 2}"), "", "90 min");
  expect_conserved(run);
  EXPECT_GE(events(run, "wcs1.vehicle_lost"), 1u);
  EXPECT_GE(events(run, "vehicles.carried_home"), 1u);
  EXPECT_GT(last(run, "lines.picked"), values(run, "lines.picked")[60 * 6] + 20);
}

TEST(WarehouseSite, WithoutWmsPickersWalk) {
  const Recording run = run_site(intervention("attack", "wms1", "!encrypt {}"), "", "3 h");
  expect_conserved(run);
  EXPECT_EQ(last(run, "pickers.walk"), 1);
  const auto& picked = values(run, "lines.picked");
  const double walked = last(run, "lines.picked") - picked[60 * 6];
  EXPECT_GT(walked, 0);
  EXPECT_LT(walked, 0.75 * 2 * picked[20 * 6] * 3) << "two hours against three times 20 min";
}

/// Somebody works in an aisle. Closed, nobody comes; with the zone deleted the scanner stops
/// vehicles in time; with its field shortened over the network it does not.
TEST(WarehouseSite, WorkerIsSafeByZoneOrByScanner) {
  const std::string open =
      "  - {id: open, side: attack, technique: T0855, from: 0 s, on: "
      "wcs1.closed_aisle, effect: !override {value: 0}}\n";
  const std::string in =
      "interventions:\n"
      "  - {id: in, side: fault, from: 10 min, on: worker.let_in, effect: "
      "!override {value: 1}}\n";
  const std::string blind =
      "  - {id: blind, side: attack, technique: T0855, from: 0 s, on: "
      "vehicles.field_ratio, effect: !override {value: 0}}\n";
  const std::string fixed =
      "  - {id: fixed, side: countermeasure, measure: MR-19, on: "
      "vehicles.scanner_fixed, effect: !override {value: 1}}\n";
  const std::string worker = ", worker: {works: 40 min, to: 20 m}";
  EXPECT_EQ(last(run_site("", worker), "worker.struck"), 0);
  const Recording seen = run_site(in + open, worker);
  EXPECT_EQ(last(seen, "worker.struck"), 0);
  EXPECT_GT(last(seen, "vehicles.protective_stops"), 0) << "somebody came near";
  const Recording struck = run_site(in + open + blind, worker);
  EXPECT_EQ(last(struck, "worker.struck"), 1);
  const double speed = last(struck, "worker.struck_speed");
  EXPECT_GT(speed, 0.3);
  // The lower leg meets at most the whole mass by its spring of 60 N/mm.
  const double whole_kg = last(struck, "worker.struck_mass");
  const double most_N = speed * std::sqrt(60e3 * whole_kg * 75 / (whole_kg + 75));
  EXPECT_GT(last(struck, "worker.lower_leg.force"), 0.3 * most_N);
  EXPECT_LT(last(struck, "worker.lower_leg.force"), 1.02 * most_N);
  EXPECT_EQ(last(run_site(in + open + blind + fixed, worker), "worker.struck"), 0);
}

TEST(WarehouseSite, HardBrakingTipsPods) {
  const Recording run =
      run_site(intervention("attack", "vehicles.braking", "!override {value: 5 m/s^2}"));
  EXPECT_GT(last(run, "pods.tipped"), 0);
  expect_conserved(run);
}

/// With pods always waiting a station is never idle: its time goes into lines, hand-overs and
/// exchanges of pods. An exchange: one vehicle turns and leaves by a node, the next one follows by
/// a node, and five messages each way pass a scan of 250 ms.
TEST(WarehouseSite, SaturatedStationsReachTheirBound) {
  const Recording run = run_site("",
                                 ", orders: {pick: 30 s, hand_over: 10 s, station_lines: 60}, "
                                 "demand: {orders: 2000 1/h}, fleet: {count: 20}",
                                 "130 min");
  const warehouse::VehicleParams v;
  const double node_s = warehouse::travel_s({v.speed_m_per_s, v.acceleration_m_per_s2}, 1.2);
  const double exchange_s = 2 * node_s + v.quarter_turn_s + 10 * 0.25;
  const auto since_10_min = [&](const char* point) {
    return last(run, point) - values(run, point)[10 * 6];
  };
  const double works_s =
      since_10_min("lines.picked") * 30 + since_10_min("pods.presented") * (10 + exchange_s);
  EXPECT_NEAR(works_s, 2 * 7200, 0.05 * 2 * 7200);
}

}  // namespace
}  // namespace twinaxis::test
