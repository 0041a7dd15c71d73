// Floor, optimal plans and laws of motion of models/warehouse.

#include "models/warehouse/motion.h"
#include "models/warehouse/optimal_plan.h"

#include "analysis/harm/impact.h"
#include "tests/golden/rows.h"
#include "tests/models/warehouse_files.h"
#include "tests/models/warehouse_queue.h"

namespace twinaxis::golden {
namespace {

using namespace warehouse;

const Grid& benchmark() {
  static const Grid grid = benchmark_map();
  return grid;
}

OptimalPlan first_agents(std::size_t count) {
  const Agents agents = benchmark_agents(benchmark(), count);
  return optimal_plan(benchmark(), agents.starts, agents.goals);
}

void add_plans(Targets& t) {
  const std::string map = "warehouse-10-20-10-2-1";
  t.row({"B3", "Warehouse", map, "published", "movingai.com"}, 0)
      .absolute("free cells", "1", 5699, 0, [] { return benchmark().free_count(); });
  struct Case {
    std::size_t agents;
    double cost;
  };
  for (const Case c : {Case{10, 611}, {20, 1505}, {30, 2311}, {40, 3196}}) {
    t.row({"AGV 2", "Warehouse", map + ", first " + std::to_string(c.agents) + " of random-1",
           "independent run", "conflict-based search, Sharon et al. 2015"},
          0)
        .absolute("optimal sum of costs", "step", c.cost, 0, [c] {
          const OptimalPlan plan = first_agents(c.agents);
          return plan.optimal ? plan.sum_of_costs : -1;
        });
  }
  t.absolute("makespan", "step", 174, 0, [] { return first_agents(40).makespan; });
}

void add_motion(Targets& t) {
  t.row({"AGV 1", "Warehouse", "1.3 m/s, 0.5 m/s2, rest to rest", "exact", "trapezoid of speed"},
        1e-3)
      .absolute("20 m", "s", 17.985, 1e-3,
                [] {
                  return travel_s({1.3, 0.5}, 20);
                })
      .absolute("2 m", "s", 4.000, 1e-3, [] {
        return travel_s({1.3, 0.5}, 2);
      });
  t.row({"AGV 5", "Warehouse", "1.3 m/s", "exact", "v T + v2 / 2a + margin"}, 0)
      .absolute("protective field, 0.35 s, 0.9 m/s2, 0.2 m", "m", 1.594, 1e-3,
                [] {
                  return protective_field_m({0.35, 0.9}, 1.3, 0.2);
                })
      .absolute("stopping distance, 0.2 s, 1 m/s2", "m", 1.105, 1e-3, [] {
        return stopping_m({0.2, 1}, 1.3);
      });
  t.row({"B1", "Warehouse", "load, edge 0.45 m off, centre of gravity 1.1 m high", "exact",
         "moments about the edge"},
        0)
      .absolute("tips at", "m/s2", 4.013, 1e-3, [] { return tip_over_m_per_s2(0.45, 1.1); });
}

void add_touch(Targets& t) {
  t.row({"B5", "Warehouse", "595 kg against somebody of 75 kg", "exact",
         "momentum; two masses and a spring of 60 N/mm, ISO/TS 15066"},
        1e-3)
      .absolute("kinetic energy, 1.3 m/s", "J", 502.8, 0.1,
                [] { return kinetic_energy_J(595, 1.3); })
      .absolute("carried along, 1.3 m/s", "m/s", 1.154, 1e-3,
                [] { return carried_along_m_per_s(595, 75, 1.3); });
  struct Blow {
    const char* speed;
    double m_per_s, force_N;
  };
  for (const Blow b : {Blow{"0.3", 0.3, 600}, {"0.7", 0.7, 1399}, {"1.3", 1.3, 2599}}) {
    t.relative(std::string("lower leg, ") + b.speed + " m/s", "N", b.force_N, [b] {
      return harm::contact_pulse({595, 75, 60e3}, b.m_per_s).peak_force_N;
    });
  }
}

/// Small warehouses with the order book of the twin.
void add_queues(Targets& t) {
  t.row({"AGV 3", "Warehouse", "3 stations, 2.4 orders and 1 pick a second each", "exact",
         "Erlang C; 400,000 orders"},
        0.03)
      .relative("wait for a station", "s", 1.0786516854, [] {
        return test::run_queue({.orders_per_s = 2.4, .stations = 3, .pick_s = 1, .seed = 2},
                               400'000)
            .waits_s;
      });
  t.row({"AGV 4", "Warehouse", "closed fleet: 60 s of travel, a picker 20 s, a lift 12 s", "exact",
         "mean value analysis; 60,000 orders"},
        0.02);
  struct Closed {
    int vehicles;
    double per_h;
  };
  for (const Closed c : {Closed{1, 39.1304}, {2, 73.5346}, {5, 143.7905}, {10, 176.7400}}) {
    t.relative("orders of " + std::to_string(c.vehicles) + " vehicles", "1/h", c.per_h, [c] {
      const test::QueueHouse house{.orders_per_s = 0,
                                   .pick_s = 20,
                                   .pack_s = 12,
                                   .vehicles = c.vehicles,
                                   .travel_s = 60,
                                   .travels_back = true};
      return 3600 * test::run_queue(house, 60'000).per_s;
    });
  }
  t.row({"B4", "Warehouse", "semi-open fleet: 120 orders/h, 60 s of travel, a picker 20 s", "exact",
         "Markov chain; 400,000 orders"},
        0.05);
  struct SemiOpen {
    int vehicles;
    double waits_s;
  };
  for (const SemiOpen c : {SemiOpen{5, 30.021}, {6, 16.200}, {8, 6.453}}) {
    t.relative("wait for one of " + std::to_string(c.vehicles) + " vehicles", "s", c.waits_s, [c] {
      const test::QueueHouse house{
          .orders_per_s = 120 / 3600.0, .pick_s = 20, .vehicles = c.vehicles, .travel_s = 60};
      return test::run_queue(house, 400'000).waits_s;
    });
  }
}

}  // namespace

std::vector<Target> warehouse_targets() {
  Targets t;
  add_plans(t);
  add_motion(t);
  add_touch(t);
  add_queues(t);
  return t.all();
}

}  // namespace twinaxis::golden
