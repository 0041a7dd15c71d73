// The sentences of "The step" in sim/DESIGN.md, on a twin that is small enough to be worked out by
// hand. Sentence 4 is shown where solvers are (tests/physics, Integrators.DoNotRestart...).

#include <gtest/gtest.h>

#include "sim/run/recorder.h"
#include "sim/run/run.h"
#include "tests/use_cases/battery.h"

namespace twinaxis::test {
namespace {

/// x grows by u per second: over a step by exactly u dt, in numbers that binary holds exactly.
class Counter final : public Plant {
 public:
  explicit Counter(const PointTable& table) : x_(table.id("x")), u_(table.id("u")) {}
  void publish(Bus& bus, Time now) override { bus.write(x_, state_, now); }
  void advance(const Bus& bus, Time from, Time to, EventLog& log) override {
    const bool below = state_ < kMark;
    state_ += bus.read(u_) * to_s(to - from);
    if (below && state_ >= kMark) log.push_back({to, "mark.passed", "", state_, ""});
  }
  std::span<const double> state() const override { return {&state_, 1}; }

 private:
  static constexpr double kMark = 100;
  PointId x_, u_;
  double state_ = 1;
};

/// A field controller that reads x at its own terminal and shows it as `reading`; a remote one that
/// writes u = 1 from 2 s on, over a network, if `remote`; otherwise the field controller writes
/// u = reading.
class CounterModel final : public Model {
 public:
  void parameters(FieldVisitor& v) override {
    v("scan", scan_, above(0), "of both controllers");
    v("remote", remote_, "who writes u");
  }
  void build(PointTable& table, cyber::NetworkPlan& plan) const override {
    table.truth("x", "1", "what is counted", 1);
    table.signal("reading", "1", View::controller, "of x", "x", any_value(), 1);
    table.signal("u", "1", View::controller, "rate of x");
    table.signal("wanted", "1", View::controller, "what the remote controller wants of u");
    for (const char* spare : {"a", "b"}) table.signal(spare, "1", View::controller, "spare");
    for (const char* zone : {"field", "centre"}) plan.zones[zone].latency = {150'000'000};
    plan.links.push_back({"centre", "field"});
    plan.rules = {{"down", {"centre", "field", "bus", true, ""}}};
    plan.hosts = {{"near", {"field", "", 0}}, {"far", {"centre", "", 0}}};
    plan.channels = {{.name = "far->near:bus",
                      .from = "far",
                      .to = "near",
                      .service = "bus",
                      .block = {{"wanted", "u"}},
                      .period = {},
                      .phase = {},
                      .doc = ""}};
    plan.tasks = {{"near", "scan", scan_, {}, {{"genuine", near()}}, {}}};
    if (remote_) plan.tasks.push_back({"far", "scan", scan_, {}, {{"genuine", far()}}, {}});
  }
  std::unique_ptr<Plant> plant(const PointTable& table) const override {
    return std::make_unique<Counter>(table);
  }

 private:
  cyber::LogicMaker near() const {
    return [writes = !remote_](const PointTable& table) -> cyber::Logic {
      return [writes, x = table.id("x"), reading = table.id("reading"),
              u = table.id("u")](cyber::TaskContext& c) {
        c.bus().write(reading, c.bus().read(x), c.now());
        if (writes) c.bus().write(u, c.bus().read(reading), c.now());
      };
    };
  }
  cyber::LogicMaker far() const {
    return [](const PointTable& table) -> cyber::Logic {
      return [wanted = table.id("wanted")](cyber::TaskContext& c) {
        c.bus().write(wanted, c.now() >= time_from_s(2) ? 1 : 0, c.now());
        c.send({0});
      };
    };
  }
  Duration scan_{kNanosecondsPerSecond};
  bool remote_ = false;
};

const std::vector<UseCase>& counter() {
  static const std::vector<UseCase> list{
      {"test/counter", "test", "0", {"計数", "counter"}, false, [] {
         return std::unique_ptr<Model>(std::make_unique<CounterModel>());
       }}};
  return list;
}

const std::string kHead = "use_case: test/counter\ntitle: counter\nsource: test\n";

std::optional<Prepared> prepare_counter(const std::string& yaml, scenario::Problems& problems) {
  const TemporaryFolder folder;
  const auto text = read_scenario(folder.file("counter.yaml", kHead + yaml), problems);
  if (!text) return std::nullopt;
  const auto catalogue =
      scenario::load_catalogue(TWINAXIS_SOURCE_DIR "/scenarios/catalogue", problems);
  return prepare(*text, {}, catalogue, counter(), problems);
}

Recording run_counter(const std::string& yaml) {
  const TemporaryFolder folder;
  const fs::path file = folder.path() / "recording.h5";
  in_child([&] {
    scenario::Problems problems;
    auto ready = prepare_counter(yaml, problems);
    if (!ready) throw std::runtime_error(problems.text());
    run(std::move(*ready), {.file = file, .progress = {}, .stop = nullptr, .profile = false});
    return std::string();
  });
  return read_recording(file);
}

using Values = std::vector<double>;
const Values& values(const Recording& recording, const char* point) {
  return recording.find(point)->values;
}

// 1. Scan periods, phases, edges and recording intervals are integer multiples of the step.
TEST(Step, RefusesWhatIsOffTheGridWithLineAndColumn) {
  const std::string run = "run: {for: 5 s, step: 1 s";
  const auto refusal = [&](const std::string& yaml) {
    scenario::Problems problems;
    EXPECT_FALSE(prepare_counter(yaml, problems)) << yaml;
    EXPECT_EQ(problems.size(), 1u) << problems.text();
    if (problems.empty()) return 0;
    EXPECT_GT(problems.sorted()[0].place.column, 0) << problems.text();
    return problems.sorted()[0].place.line;
  };
  EXPECT_EQ(refusal(run + ", record: {every: 1500 ms}}\n"), 4);
  EXPECT_EQ(refusal(run + "}\ntwin: {scan: 1500 ms}\n"), 4);  // where the step is written
  EXPECT_EQ(refusal(run + "}\ninterventions:\n"
                          "  - {id: i, side: fault, on: a, from: 100 ms, effect: !hold {}}\n"),
            6);
}

// 2. A command of wired I/O acts on the plant from the t of its scan on. With u = x at each second,
// x doubles every second. A hidden delay of one step would give the numbers of Fibonacci.
TEST(Step, SampledControlIsExactWithoutAHiddenDelay) {
  const Recording r = run_counter("run: {for: 6 s, step: 1 s, record: {every: 0 s}}\n");
  EXPECT_EQ(values(r, "x"), (Values{1, 2, 4, 8, 16, 32, 64}));
  EXPECT_EQ(values(r, "reading"), values(r, "x"));
}

// 3. Sent at 2 s, 300 ms and the link's milliseconds on the way: written between 2 s and 3 s, acts
// from 3 s on, so x moves first between 3 s and 4 s.
TEST(Step, CommandThatArrivesBetweenGridTimesActsFromTheNext) {
  const Recording r =
      run_counter("run: {for: 5 s, step: 1 s, record: {every: 0 s}}\ntwin: {remote: true}\n");
  EXPECT_EQ(values(r, "wanted"), (Values{0, 0, 1, 1, 1, 1}));
  EXPECT_EQ(values(r, "u"), (Values{0, 0, 0, 1, 1, 1}));
  EXPECT_EQ(values(r, "x"), (Values{1, 1, 1, 1, 2, 3}));
}

// 5. The attack changes `a` at 2 s; what triggers on `a` saw it before, and acts at 3 s.
TEST(Step, TriggersLookFirstThenAllEdgesAct) {
  const Recording r = run_counter(
      "run: {for: 4 s, step: 1 s, record: {every: 0 s}}\n"
      "interventions:\n"
      "  - {id: cure, side: countermeasure, measure: MR-19, on: b, when: a > 0.5,\n"
      "     effect: !override {value: 1}}\n"
      "  - {id: harm, side: attack, technique: T0856, on: a, from: 2 s,\n"
      "     effect: !override {value: 1}}\n");
  EXPECT_EQ(values(r, "a"), (Values{0, 0, 1, 1, 1}));
  EXPECT_EQ(values(r, "b"), (Values{0, 0, 0, 1, 1}));
  EXPECT_EQ(r.first("attack.harm.start")->at, time_from_s(2));
  EXPECT_EQ(r.first("countermeasure.cure.start")->at, time_from_s(3));
}

// 6. Attack 2, then fault times 3, then faults +1, then at most 6.5: 2, 6, 7, 6.5. The file says it
// the other way round, but for the two faults, whose order holds: (2 + 1) * 3 would be 9.
TEST(Step, AttacksComeBeforeFaultsBeforeCountermeasures) {
  const Recording r = run_counter(
      "run: {for: 2 s, step: 1 s, record: {every: 0 s}}\n"
      "interventions:\n"
      "  - {id: limit, side: countermeasure, measure: MR-19, on: a, from: 1 s,\n"
      "     effect: !clamp {low: 0, high: 6.5}}\n"
      "  - {id: triple, side: fault, on: a, from: 1 s, effect: !scale {by: 3}}\n"
      "  - {id: more, side: fault, on: a, from: 1 s, effect: !bias {by: 1}}\n"
      "  - {id: two, side: attack, technique: T0856, on: a, from: 1 s,\n"
      "     effect: !override {value: 2}}\n"
      "  - {id: triple_b, side: fault, on: b, from: 1 s, effect: !scale {by: 3}}\n"
      "  - {id: more_b, side: fault, on: b, from: 1 s, effect: !bias {by: 1}}\n"
      "  - {id: two_b, side: attack, technique: T0856, on: b, from: 1 s,\n"
      "     effect: !override {value: 2}}\n");
  EXPECT_EQ(values(r, "a"), (Values{0, 6.5, 6.5}));
  EXPECT_EQ(values(r, "b"), (Values{0, 7, 7}));
}

// 7. x passes 100 between 6 s and 7 s, where nothing is recorded; at 7 s `reading` is 128 for a
// moment before it is held down, so its maximum was never recorded.
TEST(Step, RecordsThinlyButKeepsEventsExtremesAndHash) {
  const auto run_with = [](const std::string& every) {
    return run_counter(
        "run: {for: 10 s, step: 1 s, record: {every: " + every +
        "}}\n"
        "interventions:\n"
        "  - {id: held, side: fault, on: reading, from: 8 s, effect: !override {value: 0}}\n");
  };
  const Recording all = run_with("0 s"), few = run_with("5 s");
  EXPECT_EQ(all.times.size(), 11u);
  EXPECT_EQ(few.times.size(), 3u);
  for (const Recording* r : {&all, &few}) {
    EXPECT_EQ(r->hash, all.hash);
    ASSERT_NE(r->first("mark.passed"), nullptr);
    EXPECT_EQ(r->first("mark.passed")->at, time_from_s(7));
    EXPECT_EQ(r->find("reading")->maximum, 128);
    EXPECT_EQ(r->find("reading")->at_maximum, time_from_s(7));
  }
}

}  // namespace
}  // namespace twinaxis::test
