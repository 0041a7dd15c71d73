// A plant that owns a world, in a twin: its scene is filmed at its own rate.
#include <gtest/gtest.h>

#include <cmath>

#include "sim/physics/rigid/world.h"
#include "sim/run/recorder.h"
#include "sim/run/run.h"

namespace twinaxis::rigid {
namespace {

/// A ball of 2 kg falls 0.1 m onto a pad of 50 kN/m.
WorldSpec drop() {
  WorldSpec spec;
  spec.bodies["pad"] = {.shape = Box{1, 1, 0.2}, .at = {.z_m = -0.1}, .skin = Skin{50'000, 0}};
  spec.bodies["ball"] = {.shape = Sphere{0.1}, .at = {.z_m = 0.2}, .mass_kg = 2};
  return spec;
}

class Drop final : public Plant {
 public:
  explicit Drop(const PointTable& table) : height_(table.id("height")), world_(drop()) {}
  void publish(Bus& bus, Time now) override {
    bus.write(height_, world_.pose(world_.body("ball")).position_m[2], now);
  }
  void advance(const Bus&, Time from, Time to, EventLog&) override { world_.advance(to - from); }
  std::span<const double> state() const override { return world_.state(); }
  std::vector<std::string> bodies() const override { return world_.names(); }
  void show(Scene& scene) const override { world_.show(scene); }

 private:
  PointId height_;
  World world_;
};

class DropModel final : public Model {
 public:
  void parameters(FieldVisitor&) override {}
  void build(PointTable& table, cyber::NetworkPlan&) const override {
    table.truth("height", "m", "of the ball");
  }
  std::unique_ptr<Plant> plant(const PointTable& table) const override {
    return std::make_unique<Drop>(table);
  }
};

Prepared prepared(const std::string& run) {
  static const std::vector<UseCase> list{{"test/drop", "test", "0", {"落下", "drop"}, false, [] {
                                            return std::unique_ptr<Model>(
                                                std::make_unique<DropModel>());
                                          }}};
  scenario::Problems problems;
  const auto node = scenario::parse_document(
      "use_case: test/drop\ntitle: drop\nsource: test\nrun: " + run + "\n", "drop.yaml", problems);
  const auto catalogue =
      scenario::load_catalogue(TWINAXIS_SOURCE_DIR "/scenarios/catalogue", problems);
  auto ready = prepare({"drop.yaml", node.value(), {}}, {}, catalogue, list, problems);
  if (!ready) throw std::runtime_error(problems.text());
  return std::move(*ready);
}

const char* const kRun = "{for: 400 ms, step: 1 ms, record: {every: 100 ms, poses: 20 ms}}";

TEST(FilmedTwin, HasFramesAndTheStrongestContacts) {
  const Recording r = run(prepared(kRun), {}).recording;
  ASSERT_EQ(r.ending, Ending::completed) << r.reason;
  EXPECT_EQ(r.times.size(), 5u);
  EXPECT_EQ(r.manifest.bodies, (std::vector<std::string>{"ball", "pad"}));
  ASSERT_EQ(r.film.times.size(), 21u);
  // Falls by the sum of the scheme: g dt^2 n (n + 1) / 2 after n = 100 steps.
  EXPECT_NEAR(r.film.poses[2 * 5].position_m[2], 0.2 - 9.80665e-6 * 100 * 101 / 2, 1e-12);
  EXPECT_EQ(r.film.poses[2 * 5].position_m[2], r.columns[0].values[1]);
  // m g and v sqrt(k m) on top: F = m g + sqrt((m g)^2 + k m v^2), v^2 = 2 g h; 1 % as in a blow.
  double peak_N = 0;
  for (const auto& c : r.film.contacts) peak_N = std::max(peak_N, c.touch.force_N[2]);
  const double weight_N = 2 * 9.80665, k_m_v2 = 50'000 * 2 * 2 * 9.80665 * 0.1;
  const double expected_N = weight_N + std::sqrt(weight_N * weight_N + k_m_v2);
  EXPECT_NEAR(peak_N, expected_N, 0.015 * expected_N);
}

TEST(FilmedTwin, HasTheHashOfItsPlantAlone) {
  // The twin with its network, filmed at its own rate, against the bare loop that keeps nothing.
  Prepared ready = prepared(kRun);
  const PointTable table = ready.table;
  Manifest manifest;
  manifest.bodies = {"ball", "pad"};
  manifest.film_every = manifest.record_every = duration_from_s(1000);
  Recorder recorder(table, manifest);
  Bus bus(table);
  Drop plant(table);
  Scene scene;
  EventLog log;
  const Duration step = duration_from_s(0.001);
  for (Time t{}; t <= time_from_s(0.4); t += step) {
    plant.publish(bus, t);
    recorder.sample(t, bus);
    plant.show(scene);
    recorder.film(t, scene);
    plant.advance(bus, t, t + step, log);
  }
  const auto alone = recorder.finish(Ending::completed, "", time_from_s(0.4)).hash;
  EXPECT_EQ(run(std::move(ready), {}).recording.hash, alone);
}

TEST(FilmedTwin, RefusesARateOffTheGrid) {
  EXPECT_THROW(prepared("{for: 1 s, step: 2 ms, record: {every: 100 ms, poses: 5 ms}}"),
               std::runtime_error);
}

}  // namespace
}  // namespace twinaxis::rigid
