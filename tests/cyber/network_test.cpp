// Time and order: when messages arrive, when tasks run, and that nothing is lost from the books.

#include "sim/cyber/network.h"

#include <gtest/gtest.h>

#include <cmath>
#include <csignal>
#include <stdexcept>

#include "sim/core/require.h"
#include "tests/cyber/rig.h"

namespace twinaxis::cyber {
namespace {

TEST(Network, CarriesAMessageInLatencyPlusSizeOverBandwidth) {
  // LAN 0.5 ms, link 1 ms, LAN 0.5 ms; the narrowest is 1e6 bytes/s; 60 + 2 * 8 = 76 bytes.
  // 2 ms + 76 us. SimGrid ends what is due within 1 ns, hence 2 ns.
  NetworkPlan plan = two_zones();
  plan.links[0].bandwidth_bytes_per_s = 1e6;
  plan.channels = {
      channel("station", "plc", "fieldbus", {{"truth.p", "p"}, {"truth.q", "q"}}, s(1))};
  Rig rig(plan);
  rig.set("truth.p", 7);
  rig.run_until(us(2076) - Duration{2});
  EXPECT_EQ(rig.value("p"), 0);
  rig.run_until(us(2076));
  EXPECT_EQ(rig.value("p"), 7);
}

TEST(Network, KeepsASlowSatelliteLinkLiteral) {
  // A window-limited model would stretch this: 600 ms and 12.5e6 bytes/s. 1e6 bytes take
  // 0.5 + 600 + 0.5 ms and 80 ms. SimGrid ends what is due within 1 ns, hence 2 ns.
  NetworkPlan plan = two_zones();
  plan.links[0].latency = ms(600);
  plan.channels = {channel("station", "plc", "fieldbus", {{"truth.p", "p"}}, s(1000))};
  plan.channels[0].overhead_bytes = 1e6 - 8;
  Rig rig(plan);
  rig.set("truth.p", 7);
  rig.run_until(ms(681) - Duration{2});
  EXPECT_EQ(rig.value("p"), 0);
  rig.run_until(ms(681));
  EXPECT_EQ(rig.value("p"), 7);
}

TEST(Network, SharesALanBetweenThoseWhoSendAtOnce) {
  // Two messages of 12,500 bytes at once on a LAN of 12.5e6 bytes/s: each gets half, 2 ms in place
  // of 1 ms, after 0.5 ms of latency.
  NetworkPlan plan = two_zones();
  plan.channels = {channel("plc", "hmi", "a", {{"truth.p", "a"}}, s(1)),
                   channel("hmi", "plc", "b", {{"truth.p", "b"}}, s(1))};
  for (auto& each : plan.channels) each.overhead_bytes = 12'500 - 8;
  Rig rig(plan);
  rig.set("truth.p", 7);
  rig.run_until(us(2499));
  EXPECT_EQ(rig.value("a"), 0);
  rig.run_until(us(2501));
  EXPECT_EQ(rig.value("a"), 7);
  EXPECT_EQ(rig.value("b"), 7);
}

TEST(Network, CarriesWhatTheSourceSaidWhenItWasSent) {
  NetworkPlan plan = two_zones();
  plan.channels = {channel("station", "plc", "fieldbus", {{"truth.p", "p"}}, s(1))};
  Rig rig(plan);
  rig.set("truth.p", 7);
  rig.run_until(us(1));
  rig.set("truth.p", 8, at(us(1)));
  rig.run_until(ms(500));
  EXPECT_EQ(rig.value("p"), 7);
}

TEST(Network, DeliversOnOneHostAtOnce) {
  NetworkPlan plan = two_zones();
  plan.channels = {channel("plc", "plc", "wired", {{"truth.p", "p"}}, s(1))};
  Rig rig(plan);
  rig.set("truth.p", 7);
  rig.run_until({});
  EXPECT_EQ(rig.value("p"), 7);
}

TEST(Network, RunsScanNumberKAtKPeriodsForAMillionScans) {
  std::int64_t scans = 0, wrong = 0;
  NetworkPlan plan = two_zones();
  plan.tasks = {task("plc", "scan", ms(100), [&](TaskContext& context) {
    wrong += context.now() == at(scans * ms(100)) ? 0 : 1;
    ++scans;
  })};
  Rig rig(plan);
  rig.run_until(999'999 * ms(100));
  EXPECT_EQ(scans, 1'000'000);
  EXPECT_EQ(wrong, 0);
}

TEST(Network, RunsTasksInPlanOrderThenTheChannels) {
  std::string order;
  NetworkPlan plan = two_zones();
  // The channel must see what the second task wrote, the second task what the first wrote.
  plan.channels = {channel("plc", "plc", "wired", {{"written", "carried"}}, s(1))};
  PointTable table;
  const PointId written = table.signal("written", "1", View::controller, "");
  plan.tasks = {task("hmi", "first", s(1),
                     [&](TaskContext& context) {
                       order += "a";
                       context.bus().write(written, 1, context.now());
                     }),
                task("plc", "second", s(1), [&](TaskContext& context) {
                  order += "b";
                  context.bus().write(written, context.bus().read(written) + 10, context.now());
                })};
  Rig rig(plan, table);
  rig.run_until(s(2));
  EXPECT_EQ(order, "ababab");
  EXPECT_EQ(rig.value("carried"), 11);
}

TEST(Network, HandlesAnArrivalBeforeTheTaskOfTheSameMoment) {
  // One LAN: 0.5 ms and 0 bytes of payload beyond 12,500 bytes = 1 ms: arrives at 1.5 ms exactly.
  double seen = 0;
  NetworkPlan plan = two_zones();
  plan.channels = {channel("hmi", "plc", "x", {{"truth.p", "p"}}, s(1))};
  plan.channels[0].overhead_bytes = 12'492;
  PointTable table;
  const PointId p = table.signal("p", "1", View::controller, "");
  plan.tasks = {task("plc", "scan", us(1500), [&](TaskContext& context) {
    if (context.now() == at(us(1500))) seen = context.bus().read(p);
  })};
  Rig rig(plan, table);
  rig.set("truth.p", 7);
  rig.run_until(ms(10));
  EXPECT_EQ(seen, 7);
}

TEST(Network, SendsWhatATaskAsksForAndKnowsTheAgeOfItsMessages) {
  NetworkPlan plan = two_zones();
  plan.channels = {channel("hmi", "plc", "x", {{"truth.p", "p"}})};
  const ChannelIndex asked = plan.channel("hmi->plc:x");
  std::vector<std::int64_t> ages_ns;
  plan.tasks = {task("hmi", "ask", s(2), [&](TaskContext& context) { context.send(asked); }),
                task("plc", "watch", s(1),
                     [&](TaskContext& context) { ages_ns.push_back(context.age(asked).ns); })};
  Rig rig(plan);
  rig.run_until(s(3));
  // 0.5 ms + 68 bytes / 12.5e6 bytes/s = 505.44 us; asked at 0 s and 2 s.
  const std::int64_t on_the_way = 505'440;
  ASSERT_EQ(ages_ns.size(), 4u);
  EXPECT_EQ(ages_ns[0], 0);
  EXPECT_EQ(ages_ns[1], s(1).ns - on_the_way);
  EXPECT_EQ(ages_ns[2], s(2).ns - on_the_way);
  EXPECT_EQ(ages_ns[3], s(1).ns - on_the_way);
}

TEST(Network, RethrowsWhatATaskThrew) {
  NetworkPlan plan = two_zones();
  plan.tasks = {task("plc", "scan", s(1), [](TaskContext& context) {
    if (context.now() == at(s(3))) throw std::runtime_error("division by zero in block 7");
  })};
  Rig rig(plan);
  rig.run_until(s(2));
  EXPECT_THROW(rig.run_until(s(5)), std::runtime_error);
}

TEST(Network, SaysThatAProcessBearsOneNetwork) {
  NetworkPlan plan = two_zones();
  plan.channels = {channel("hmi", "plc", "x", {{"truth.p", "p"}}, s(1))};
  Rig first(plan);
  EXPECT_THROW(Rig second(plan), ContractError);
}

void ours(int) {}
TEST(Network, LeavesTheInterruptHandlerOfTheProgramInPlace) {
  std::signal(SIGINT, ours);
  NetworkPlan plan = two_zones();
  plan.channels = {channel("hmi", "plc", "x", {{"truth.p", "p"}}, s(1))};
  Rig rig(plan);
  rig.run_until(s(1));
  EXPECT_EQ(std::signal(SIGINT, SIG_DFL), ours);
}

TEST(Network, LosesNoMessageFromTheBooksOverThousandsOfPowerFailures) {
  NetworkPlan plan = two_zones();
  plan.channels = {channel("station", "plc", "fieldbus", {{"truth.p", "p"}}, ms(10)),
                   channel("plc", "hmi", "x", {{"p", "shown"}}, ms(10)),
                   channel("plc", "station", "fieldbus", {{"p", "c"}}, ms(10)),
                   channel("hmi", "hmi", "wired", {{"shown", "copy"}}, ms(10))};
  Rig rig(plan);
  rig.begin(plan.channels[0].name, Jitter{ms(30)}, {});
  rig.begin(plan.channels[1].name, Duplicate{0.3}, {});
  rig.begin(plan.channels[1].name, Authenticate{}, {}, Side::countermeasure);
  const Stream chance = stream(7, 0, "power");
  std::uint64_t draw = 0;
  Duration now{};
  for (int k = 0; k < 5'000; ++k) {
    // Any moment, so that failures hit messages on their way; off for 0 to 20 ms.
    now = now + duration_from_s(0.02 * uniform(chance, draw++));
    rig.run_until(now);
    const char* host = k % 3 == 0 ? "plc" : k % 3 == 1 ? "hmi" : "station";
    rig.begin(host, Restart{duration_from_s(0.02 * uniform(chance, draw++))}, at(now));
    const auto counts = rig.network->counts();
    ASSERT_EQ(counts.sent, counts.delivered + counts.lost + counts.rejected + counts.on_the_way);
  }
  for (const char* host : {"plc", "hmi", "station"}) rig.begin(host, TurnOff{}, at(now));
  rig.run_until(now + s(1));
  const auto counts = rig.network->counts();
  EXPECT_EQ(counts.on_the_way, 0u);
  EXPECT_EQ(counts.sent, counts.delivered + counts.lost + counts.rejected);
  EXPECT_GT(counts.delivered, 1'000u);
  EXPECT_GT(counts.lost, 1'000u);
  EXPECT_GT(counts.rejected, 100u);
}

}  // namespace
}  // namespace twinaxis::cyber
