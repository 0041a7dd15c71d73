// Roads, vehicles and what fleet control releases.

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "models/warehouse/floor.h"
#include "models/warehouse/plant_params.h"
#include "models/warehouse/traffic.h"
#include "models/warehouse/vehicle.h"
#include "sim/core/random.h"
#include "tests/models/warehouse_files.h"

namespace twinaxis::warehouse {
namespace {

void expect_traffic_flows(const Roads& roads, std::size_t vehicles) {
  const std::vector<NodeIndex> at(roads.parking().begin(),
                                  roads.parking().begin() + static_cast<int>(vehicles));
  Traffic traffic(roads, at, {});
  const Stream luck = stream(7, 0, "traffic");
  std::uint64_t draw = 0;
  const auto below = [&](std::size_t n) {
    return static_cast<std::size_t>(uniform(luck, draw++) * static_cast<double>(n));
  };
  // As in the use case a place has one vehicle at a time, and stations take turns.
  std::vector<int> stage(vehicles);
  std::vector<std::size_t> place(vehicles);
  std::set<std::size_t> taken;
  std::vector<int> in_lane(roads.stations().size());
  std::vector<std::size_t> station(vehicles);
  std::size_t trips = 0, since = 0;
  for (int tick = 0; tick < 20'000; ++tick) {
    ++since;
    for (std::size_t i = 0; i < vehicles; ++i) {
      if (!traffic.arrived(i)) continue;
      if (stage[i] == 0) {
        // Who stood at a place frees it by leaving.
        const std::size_t next = below(roads.places().size());
        const std::size_t s = below(in_lane.size());
        if (taken.contains(next) || in_lane[s] >= 5) continue;
        if (trips >= vehicles) taken.erase(place[i]);
        place[i] = next, station[i] = s;
        taken.insert(next), ++in_lane[s];
        traffic.send(i, roads.places()[next]);
      } else if (stage[i] == 1) {
        traffic.send(i, roads.stations()[station[i]].nodes.back());
      } else {
        --in_lane[station[i]];
        traffic.send(i, roads.parking()[i]);
      }
      stage[i] = (stage[i] + 1) % 3;
      ++trips, since = 0;
    }
    traffic.tick();
    std::set<NodeIndex> owned;
    for (std::size_t i = 0; i < vehicles; ++i) {
      for (const NodeIndex n : traffic.base(i)) {
        ASSERT_TRUE(owned.insert(n).second) << "node " << n << " at tick " << tick;
      }
      const auto& base = traffic.base(i);
      ASSERT_TRUE(base.back() == traffic.goal(i) || !roads.joins(base.back()) || base.size() == 1)
          << "stops in a junction at tick " << tick;
      if (base.size() > 1 && uniform(luck, draw++) < 0.3) traffic.passed(i, base[1]);
    }
    ASSERT_LT(since, 2'000u) << "nobody arrives any more, tick " << tick;
  }
  EXPECT_GT(trips, 20 * vehicles);
}

TEST(WarehouseRoads, EverythingOfALevelIsReachedFromEverywhere) {
  for (const int aisles : {1, 2, 5, 8}) {
    RoadParams p;
    p.aisles = aisles, p.levels = 2;
    const Roads roads(p);
    EXPECT_EQ(roads.places().size(), static_cast<std::size_t>(2 * 2 * aisles * p.places));
    EXPECT_EQ(roads.stations().size(), static_cast<std::size_t>(2 * p.stations));
    std::vector<NodeIndex> goals{roads.places().front(), roads.places().back(), roads.parking()[0],
                                 roads.parking()[1]};
    for (const auto& lane : roads.stations()) goals.push_back(lane.nodes.back());
    for (const NodeIndex goal : goals) {
      const auto steps = roads.distances(goal);
      std::size_t reached = 0;
      for (std::size_t n = 0; n < roads.size(); ++n) reached += steps[n] != Roads::kFar;
      EXPECT_EQ(2 * reached, roads.size()) << aisles << " aisles, goal " << goal;
    }
  }
}

TEST(WarehouseRoads, LanesAreOneWay) {
  const Roads roads;
  for (std::size_t n = 0; n < roads.size(); ++n) {
    const auto here = static_cast<NodeIndex>(n);
    for (const NodeIndex next : roads[here].next) {
      const auto& back = roads[next].next;
      const bool both = std::find(back.begin(), back.end(), here) != back.end();
      const auto leaf = [&](NodeIndex i) {
        return roads[i].kind == NodeKind::place || roads[i].kind == NodeKind::parking;
      };
      EXPECT_EQ(both, leaf(here) || leaf(next)) << n << " to " << next;
    }
  }
}

TEST(WarehouseRoads, WhatCannotBeTogetherIsAProblem) {
  WarehouseParams p;
  EXPECT_TRUE(problems(p, "plant").empty());
  p.fleet.vehicle.length_m = 2 * p.roads.pitch_m;
  p.fleet.count = 1000;
  p.orders.reorder_items = p.orders.stock_items + 1;
  p.worker.aisle = p.roads.aisles + 1;
  std::vector<std::string> paths;
  for (const FieldProblem& each : problems(p, "plant")) paths.push_back(each.path);
  EXPECT_EQ(paths, (std::vector<std::string>{"plant.fleet.vehicle.length", "plant.orders.reorder",
                                             "plant.fleet.count", "plant.worker.aisle"}));
}

TEST(WarehouseRoads, StationsThatDoNotFitAreAProblem) {
  RoadParams p;
  p.places = 10, p.stations = 5;
  ASSERT_EQ(problems(p, "roads").size(), 1u);
  EXPECT_EQ(problems(p, "roads")[0].path, "roads.stations");
}

/// Vehicles that take a random time for each node and sometimes report late: nobody is ever
/// sent to a node that another one may be on, and everybody arrives.
TEST(WarehouseTraffic, NoTwoVehiclesShareANodeAndAllArrive) {
  const Roads lanes;
  RoadParams on_map;
  on_map.map = file_text("scenarios/catalogue/warehouse-10-20-10-2-1.map");
  const Roads map(on_map);
  expect_traffic_flows(lanes, 5);
  expect_traffic_flows(lanes, 50);
  expect_traffic_flows(map, 64);
}

TEST(WarehouseTraffic, NobodyEntersAClosedAisleAndWhoIsInsideLeavesIt) {
  const Roads roads;
  Traffic traffic(roads, {roads.parking()[0], roads.places()[3]}, {});
  traffic.close_zone(roads[roads.places()[0]].zone);
  traffic.send(0, roads.places()[0]);
  traffic.send(1, roads.parking()[1]);
  for (int tick = 0; tick < 500; ++tick) {
    traffic.tick();
    for (const std::size_t i : {0u, 1u}) {
      if (traffic.base(i).size() > 1) traffic.passed(i, traffic.base(i)[1]);
    }
  }
  EXPECT_NE(roads[traffic.reported(0)].zone, 0);
  EXPECT_FALSE(traffic.arrived(0));
  EXPECT_TRUE(traffic.arrived(1));
}

/// Corridors of two cells: an aisle has open floor on both sides, and a way past it.
TEST(WarehouseTraffic, AClosedAisleIsGoneRound) {
  FloorParams f;
  f.blocks_across = 2, f.blocks_down = 3, f.block_length = 6, f.aisle = 2, f.apron = 12;
  f.stations_left = f.stations_right = 1;
  RoadParams p;
  p.map = map_text(rows_of(make_floor(f).grid));
  p.stations = 1;
  ASSERT_TRUE(problems(p, "roads").empty());
  const Roads roads(p);
  for (int zone = 0; zone < static_cast<int>(roads.aisles().size()); ++zone) {
    Traffic traffic(roads, {roads.parking()[0]}, {});
    traffic.close_zone(zone);
    for (const NodeIndex goal : {roads.places().back(), roads.stations()[0].nodes.back(),
                                 roads.places().front(), roads.parking()[1]}) {
      if (roads[goal].zone == zone) continue;
      traffic.send(0, goal);
      for (int tick = 0; tick < 500 && !traffic.arrived(0); ++tick) {
        traffic.tick();
        ASSERT_NE(roads[traffic.base(0).back()].zone, zone);
        if (traffic.base(0).size() > 1) traffic.passed(0, traffic.base(0)[1]);
      }
      EXPECT_TRUE(traffic.arrived(0)) << "aisle " << zone << ", node " << goal;
    }
  }
}

TEST(WarehouseTraffic, WhoReportsAnotherPlaceIsLost) {
  const Roads roads;
  Traffic traffic(roads, {roads.parking()[0]}, {});
  EXPECT_FALSE(traffic.passed(0, roads.parking()[5]));
  EXPECT_TRUE(traffic.passed(0, roads.parking()[0]));
}

double time_to(double distance_m, double step_s) {
  const VehicleParams p;
  DriveState d;
  const double pitch_m = 1;
  double time_s = 0;
  while (d.x < distance_m || d.speed_m_per_s > 0) {
    move(p, pitch_m, {.x = static_cast<int>(distance_m), .speed_m_per_s = 1.3}, step_s, d);
    time_s += step_s;
  }
  return time_s;
}

TEST(WarehouseVehicle, RunsAsLongAsTheTrapezoidWhateverTheStep) {
  const VehicleParams p;
  for (const double distance_m : {1.0, 2.0, 7.0, 20.0}) {
    const double exact_s = travel_s({p.speed_m_per_s, p.acceleration_m_per_s2}, distance_m);
    for (const double step_s : {0.001, 0.01}) {
      EXPECT_NEAR(time_to(distance_m, step_s), exact_s, 1.001 * step_s) << distance_m;
    }
  }
}

TEST(WarehouseVehicle, PlaceAndSpeedDoNotDependOnTheStep) {
  const VehicleParams p;
  const DriveOrder order{.x = 12, .speed_m_per_s = 1.3};
  DriveState coarse, fine;
  for (int i = 1; i <= 60; ++i) {
    move(p, 1.2, order, 0.25, coarse);
    for (int k = 0; k < 25; ++k) move(p, 1.2, order, 0.01, fine);
    EXPECT_NEAR(coarse.x * 1.2 + coarse.ahead_m, fine.x * 1.2 + fine.ahead_m, 1e-9) << i;
    EXPECT_NEAR(coarse.speed_m_per_s, fine.speed_m_per_s, 1e-9) << i;
  }
  EXPECT_EQ(coarse.x, 12);
  EXPECT_EQ(coarse.ahead_m, 0);
}

TEST(WarehouseVehicle, TurnsOnTheSpotBeforeItDrives) {
  const VehicleParams p;
  DriveState d;
  const DriveOrder north{.y = 3, .speed_m_per_s = 1.3};
  move(p, 1.2, north, p.quarter_turn_s, d);
  EXPECT_EQ(d.heading, 1);
  EXPECT_EQ(d.speed_m_per_s, 0);
  EXPECT_NEAR(d.turning_s, 0, 1e-12);
  const DriveState back_before = d;
  DriveState back = back_before;
  move(p, 1.2, {.y = -1, .speed_m_per_s = 1.3}, p.quarter_turn_s, back);
  EXPECT_NEAR(back.turning_s, p.quarter_turn_s, 1e-12) << "half a turn takes twice as long";
}

TEST(WarehouseVehicle, ProtectiveStopTakesTheDistanceOfItsBraking) {
  const VehicleParams p;
  DriveState d{.ahead_m = 0, .speed_m_per_s = 1.3};
  for (int i = 0; i < 400; ++i) {
    move(p, 100, {.x = 10, .speed_m_per_s = 1.3, .stop = true}, 0.01, d);
  }
  EXPECT_NEAR(d.ahead_m, 1.3 * 1.3 / (2 * p.emergency_m_per_s2), 1e-9);
  EXPECT_EQ(d.speed_m_per_s, 0);
}

TEST(WarehouseVehicle, PodsBearServiceBrakingAndProtectiveStops) {
  const VehicleParams p;
  EXPECT_GT(tipping_m_per_s2(p), 2 * p.emergency_m_per_s2);
  EXPECT_NEAR(tipping_m_per_s2(p), 4.012, 2e-3);
}

}  // namespace
}  // namespace twinaxis::warehouse
