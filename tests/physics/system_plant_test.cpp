#include "sim/physics/system_plant.h"

#include <gtest/gtest.h>

#include "sim/core/require.h"
#include "tests/physics/systems.h"

namespace twinaxis {
namespace {

using namespace testing_systems;

struct Bench {
  explicit Bench(std::unique_ptr<const System> system)
      : table(points(*system)), bus(table), plant("tank farm", std::move(system), {}, table) {}
  static PointTable points(const System& system) {
    PointTable table;
    for (const auto& name : system.inputs()) {
      table.signal(name, "1", View::truth, "input", {}, any_value(), 2);
    }
    for (const auto& name : system.output_names()) table.truth(name, "1", "output");
    return table;
  }
  void advance(double from_s, double to_s) {
    plant.advance(bus, time_from_s(from_s), time_from_s(to_s), log);
  }
  PointTable table;
  Bus bus;
  SystemPlant plant;
  EventLog log;
};

TEST(SystemPlant, HoldsItsInputsOverAnAdvance) {
  // x' = u: 2 x 3 s, then 5 x 2 s, exact for rk4.
  Bench bench(std::make_unique<Integrating>());
  bench.advance(0, 3);
  bench.bus.write(bench.table.id("u"), 5, time_from_s(3));
  bench.advance(3, 5);
  EXPECT_NEAR(bench.plant.state()[0], 2 * 3 + 5 * 2, 1e-13);
}

TEST(SystemPlant, PublishesWhatIsTrueAndNothingElse) {
  Bench bench(std::make_unique<Integrating>());
  bench.advance(0, 3);
  const auto before = std::vector<double>(bench.plant.state().begin(), bench.plant.state().end());
  bench.plant.publish(bench.bus, time_from_s(3));
  EXPECT_NEAR(bench.bus.read(bench.table.id("x")), 6, 1e-13);
  EXPECT_EQ(std::vector<double>(bench.plant.state().begin(), bench.plant.state().end()), before);
}

TEST(SystemPlant, PublishesBeforeTheFirstAdvanceWithTheInitialInputs) {
  /// Publishes its input.
  class Mirror : public Integrating {
   public:
    void outputs(const Instant& now, std::span<double> truth) const override {
      truth[0] = now.input[0];
    }
  };
  Bench bench(std::make_unique<Mirror>());
  bench.plant.publish(bench.bus, {});
  EXPECT_EQ(bench.bus.read(bench.table.id("x")), 2);
}

TEST(SystemPlant, NamesTimePartAndStateWhenNumbersFail) {
  class Failing : public Plain {
   public:
    std::vector<double> initial_state() const override { return {1, 1}; }
    std::vector<std::string> state_names() const override { return {"drum level", "shell heat"}; }
    void derivative(const Instant& now, std::span<double> rate) const override {
      rate[0] = now.state[1];  // the fault spreads to the first state
      rate[1] = std::sqrt(7.5 - now.time_s);
    }
  };
  Bench bench(std::make_unique<Failing>());
  bench.advance(0, 5);
  try {
    bench.advance(5, 20);
    FAIL() << "went on with numbers that are not finite";
  } catch (const RunError& error) {
    const std::string text = error.what();
    EXPECT_EQ(error.part, "tank farm");
    EXPECT_EQ(error.time_s, 8) << "the first stage beyond 7.5 s of a step of 1 s";
    EXPECT_NE(text.find("tank farm"), std::string::npos) << text;
    EXPECT_NE(text.find("shell heat"), std::string::npos) << text;
    EXPECT_EQ(text.find("drum level"), std::string::npos) << text;
  }
}

TEST(SystemPlant, RefusesASystemWhosePointsAreNotDeclared) {
  const PointTable empty;
  EXPECT_THROW(SystemPlant("tank", std::make_unique<Integrating>(), {}, empty), ContractError);
}

}  // namespace
}  // namespace twinaxis
