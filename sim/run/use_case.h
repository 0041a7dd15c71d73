#pragma once
// What a use case brings: one folder in models/, one line in models/use_cases.cpp.

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "sim/core/fields.h"
#include "sim/core/point.h"
#include "sim/core/random.h"
#include "sim/cyber/plan.h"
#include "sim/physics/plant.h"

namespace twinaxis {

/// A model as the `twin:` section of a scenario configures it.
class Model {
 public:
  virtual ~Model() = default;

  /// The parameters, with their defaults; read before anything else is asked.
  virtual void parameters(FieldVisitor& v) = 0;
  /// What is wrong between parameters that are each admissible.
  virtual std::vector<FieldProblem> problems() const { return {}; }

  /// Seed and sample of the run, told before build(): noise of sensors and weather is drawn from
  /// streams of them. A model without noise does not listen.
  virtual void draw_from(const Luck& luck) { (void)luck; }

  /// Declares every point of plant and devices, and writes the devices, channels and rules into the
  /// plan. The points of the plan itself (hosts, channels, rules) follow after the scenario amended
  /// it.
  virtual void build(PointTable& table, cyber::NetworkPlan& plan) const = 0;
  /// Whether the plant, given what was written on the bus of a run, moves as in that run. False where
  /// it shares a database with programs of the twin: what they write into it is on no bus.
  virtual bool plant_stands_alone() const { return true; }
  /// The physical side, ready at t = 0. `table` is complete.
  virtual std::unique_ptr<Plant> plant(const PointTable& table) const = 0;
};

struct UseCase {
  std::string name;    ///< as scenarios name it: "distillation/bt1"
  std::string folder;  ///< in models/ and scenarios/: "distillation"
  std::string number;  ///< in the collection of use cases: "2-3-4"
  Text title;
  bool judged = true;  ///< false: a reference plant, from whose runs nothing follows
  std::unique_ptr<Model> (*make)() = nullptr;
};

/// Defined by the composition root's list, models/use_cases.cpp.
const std::vector<UseCase>& use_cases();

}  // namespace twinaxis
