// The warehouse as a twin: what holds whatever is attacked, and how it degrades.

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "models/warehouse/vehicle.h"
#include "tests/models/warehouse_site.h"

namespace twinaxis::test {
namespace {

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

TEST(WarehouseSite, TheAisleIsClosedInWhichSomebodyWorks) {
  const Recording run = run_site("", ", worker: {aisle: 3, asks_at: 10 min, works: 5 min}");
  EXPECT_EQ(run.find("wcs1.closed_aisle")->maximum, 3);
  EXPECT_EQ(events(run, "worker.enters"), 1u);
  EXPECT_EQ(last(run, "wcs1.closed_aisle"), 0) << "open again";
}

TEST(WarehouseSite, HardBrakingTipsPods) {
  const Recording run =
      run_site(intervention("attack", "vehicles.braking", "!override {value: 5 m/s^2}"));
  EXPECT_GT(last(run, "pods.tipped"), 0);
  expect_conserved(run);
}

/// Nobody hears a vehicle that is dead: it gets no work, others go round it, people carry it home,
/// and it does not drive off from there by what its controller wanted last.
TEST(WarehouseSite, ADeadVehicleGetsNoWorkAndStandsInNobodysWay) {
  const Recording whole = run_site("", "", "2 h");
  for (const char* vehicle : {"agv3", "agv8"}) {
    SCOPED_TRACE(vehicle);
    const Recording run = run_site(intervention("attack", vehicle, "!turn_off {}"), "", "2 h");
    expect_conserved(run);
    EXPECT_EQ(events(run, "wcs1.vehicle_silent"), 1u);
    EXPECT_EQ(last(run, "vehicles.collisions"), 0);
    EXPECT_EQ(last(run, "vehicles.stranded"), 0);
    EXPECT_LE(events(run, "vehicles.carried_home"), 1u);
    EXPECT_GT(last(run, "lines.picked"), 0.85 * last(whole, "lines.picked"));
    const auto& sent = values(run, "wcs1." + std::string(vehicle) + ".order.order");
    EXPECT_LE(sent.back(), sent[25 * 6] + 1) << "no new orders";
  }
}

/// Normal operation of the default site: nobody collides, nobody stands for ever, and all that is
/// ordered leaves in time.
TEST(WarehouseSite, AWeekWithFiftyVehiclesGoesWithoutCollisionOrDeadlock) {
  static const Variations variations(site());
  const Recording run =
      run_apart(variations.with("run: {for: 168 h, record: {every: 10 min}}\ntwin: {plant: {"
                                "roads: {aisles: 8, places: 30, stations: 8}, fleet: {count: 50}, "
                                "demand: {orders: 220 1/h, starts_at: 0 h}}}\n"));
  expect_conserved(run);
  for (const char* never : {"vehicles.collisions", "vehicles.stranded", "vehicles.protective_stops",
                            "pods.tipped", "orders.late", "orders.wrong", "orders.cancelled"}) {
    EXPECT_EQ(run.find(never)->maximum, 0) << never;
  }
  EXPECT_GT(last(run, "orders.arrived"), 10'000);
  EXPECT_GE(last(run, "orders.shipped"), last(run, "orders.arrived") - 5) << "Sunday night";
  EXPECT_GT(run.find("service.level")->minimum, 0.6);
}

/// One line that waits is no outage, though it is half of what a night orders; a stop is one, at
/// night as at noon.
TEST(WarehouseSite, AQuietNightIsNoOutageAndAStopIsOne) {
  static const Variations variations(site());
  const auto night = [&](const std::string& more) {
    return run_apart(variations.with(
        std::string("run: {for: 8 h, record: {every: 1 min}}\ntwin: {plant: {") + kSmall +
        ", fleet: {count: 12}, demand: {orders: 70 1/h, starts_at: 46 h}}}\n" + more));
  };
  const Recording quiet = night("");
  EXPECT_LT(last(quiet, "lines.picked"), 60) << "22:00 to 6:00";
  EXPECT_GT(quiet.find("service.level")->minimum, 0.7);
  const Recording stopped = night(intervention("attack", "wcs1", "!turn_off {}"));
  EXPECT_EQ(stopped.find("service.level")->minimum, 0);
}

/// Every collision is told with its impulse, and nothing weighs more than two loaded vehicles.
TEST(WarehouseSite, CollisionsHaveAnImpulse) {
  const Recording run = run_site(intervention("attack", "agv7.pose_shift", "!override {value: 2}") +
                                 "  - {id: blind, side: attack, technique: T0836, from: 0 s, on: "
                                 "vehicles.field_ratio, effect: !override {value: 0}}\n");
  const warehouse::VehicleParams v;
  double hardest_N_s = 0;
  for (const Event& e : run.events) {
    if (e.name != "vehicle.collides") continue;
    EXPECT_GE(e.value, 0);
    EXPECT_LE(e.value, (v.mass_kg + v.pod_kg) * 2 * v.speed_m_per_s);
    hardest_N_s = std::max(hardest_N_s, e.value);
  }
  EXPECT_GT(hardest_N_s, 0);
  EXPECT_EQ(last(run, "vehicles.impulse"), hardest_N_s);
  EXPECT_EQ(last(run, "vehicles.collisions"), static_cast<double>(events(run, "vehicle.collides")));
  EXPECT_LE(events(run, "vehicle.damaged"), events(run, "vehicle.collides"));
}

TEST(WarehouseSite, ShowsVehiclesAndPeopleWhereTheyAre) {
  static const Variations variations(site());
  const Recording run = run_apart(variations.with(
      std::string("run: {for: 5 min, record: {every: 10 s, poses: 1 s}}\ntwin: {plant: {") +
      kSmall + kDemand + "}}\n"));
  const auto& names = run.manifest.bodies;
  ASSERT_EQ(names.size(), kVehicles + 1u + 2u) << "vehicles, the worker, two pickers";
  ASSERT_EQ(run.film.times.size(), 301u);
  std::size_t moved = 0;
  for (std::size_t k = 0; k < run.times.size(); ++k) {
    for (std::size_t i = 0; i < kVehicles; ++i) {
      const Pose& pose = run.film.poses[10 * k * names.size() + i];
      EXPECT_EQ(pose.position_m[0], values(run, names[i] + ".x")[k]) << names[i];
      EXPECT_EQ(pose.position_m[1], values(run, names[i] + ".y")[k]) << names[i];
      moved += values(run, names[i] + ".speed")[k] > 0;
    }
  }
  EXPECT_GT(moved, 0u);
}

/// What stands on the machine that was replaced ends with it; without one that stands ready it
/// stays.
TEST(WarehouseSite, AStandbyTakesOverInMinutes) {
  const std::string stops =
      "interventions:\n"
      "  - {id: stop, side: attack, technique: T0814, from: 20 min, on: wcs1, effect: !turn_off "
      "{}, "
      "when: wcs1.replaced == 0, reset: wcs1.replaced == 1}\n";
  const Recording alone = run_site(stops);
  EXPECT_EQ(events(alone, "shift.second_wcs"), 0u);
  EXPECT_EQ(last(alone, "vehicles.moving"), 0);
  const Recording pair = run_site(stops +
                                  "  - {id: pair, side: countermeasure, measure: MR-14, on: "
                                  "wcs1.standby, effect: !override {value: 1}}\n");
  expect_conserved(pair);
  EXPECT_EQ(events(pair, "shift.second_wcs"), 1u);
  EXPECT_EQ(events(pair, "shift.pickers_walk"), 0u);
  EXPECT_GT(last(pair, "lines.picked"), last(alone, "lines.picked") + 20);
}

/// A link that was silent for a while is no reason to walk, vehicles that stand for long are one,
/// though every link is heard.
TEST(WarehouseSite, PickersWalkWhenNoPodsComeWhateverTheReason) {
  const Recording brief =
      run_site(intervention("fault", "wcs1", "!turn_off {}", "25 min"), "", "90 min");
  EXPECT_EQ(events(brief, "operating_terminal.link.wcs1.lost"), 1u);
  EXPECT_EQ(events(brief, "shift.pickers_walk"), 0u);
  const Recording jammed =
      run_site(intervention("attack", "rule.broker", "!block {}"), "", "90 min");
  EXPECT_EQ(events(jammed, "operating_terminal.link.wcs1.lost"), 0u);
  EXPECT_GE(events(jammed, "shift.pickers_walk"), 1u);
}

/// The same twin on a floor that somebody has drawn.
TEST(WarehouseSite, DrivesOnAMap) {
  static const Variations variations(site());
  const std::string open = "        @......................................@\n";
  const std::string shelves = "        @.........@@@@@@@@@.@@@@@@@@@..........@\n";
  const std::string wall = "        @@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@\n";
  std::string map = wall + open;
  for (int i = 0; i < 3; ++i) map += shelves + shelves + open;
  const std::string plant =
      "twin:\n  plant:\n    fleet: {count: 8}\n    demand: {orders: 50 1/h}\n"
      "    worker: {aisle: 2, to: 10 m, asks_at: 10 min, works: 5 min}\n"
      "    roads:\n      stations: 2\n      map: |\n"
      "        type octile\n        height 12\n        width 40\n        map\n" +
      map + wall;
  const Recording run =
      run_apart(variations.with("run: {for: 2 h, record: {every: 10 s}}\n" + plant));
  expect_conserved(run);
  EXPECT_EQ(last(run, "vehicles.collisions"), 0);
  EXPECT_EQ(run.find("vehicles.stranded")->maximum, 0);
  EXPECT_GT(last(run, "lines.picked"), 120);
  EXPECT_LT(last(run, "orders.open") + last(run, "orders.received"), 20);
  EXPECT_EQ(run.find("wcs1.closed_aisle")->maximum, 2);
  EXPECT_EQ(events(run, "worker.enters"), 1u);
  EXPECT_EQ(events(run, "worker.leaves"), 1u);
  EXPECT_EQ(last(run, "worker.struck"), 0);
}

TEST(WarehouseSite, RefusesToCloseAnAisleThatThereIsNot) {
  static const Variations variations(site());
  const auto text =
      variations.with(std::string("run: {for: 1 h}\ntwin: {plant: {") + kSmall + "}}\n" +
                      intervention("operation", "wcs1.closed_aisle", "!override {value: 40}"));
  try {
    prepared(text);
    FAIL() << "there are three";
  } catch (const std::runtime_error& e) {
    EXPECT_NE(std::string(e.what()).find("between 0 and 3"), std::string::npos) << e.what();
  }
}

}  // namespace
}  // namespace twinaxis::test
