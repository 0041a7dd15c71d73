// What interventions do to messages.

#include <gtest/gtest.h>

#include <cmath>

#include "sim/core/require.h"
#include "sim/cyber/flood.h"
#include "tests/cyber/rig.h"

namespace twinaxis::cyber {
namespace {

constexpr const char* kLine = "station->plc:fieldbus";
constexpr Duration kOnTheWay{2'000'000 + 5'440};  // 2 ms + 68 bytes at 12.5e6 bytes/s

/// station -> plc: truth.p -> p and truth.q -> q, each second.
NetworkPlan one_line(Duration period = s(1)) {
  NetworkPlan plan = two_zones();
  plan.channels = {channel("station", "plc", "fieldbus", {{"truth.p", "p"}}, period)};
  return plan;
}

/// |x - n p| <= 5 sqrt(n p (1 - p)): five standard deviations, missed once in 1.7 million.
void expect_binomial(double count, double trials, double probability) {
  const double deviation = std::sqrt(trials * probability * (1 - probability));
  EXPECT_NEAR(count, trials * probability, 5 * deviation);
}

TEST(Channel, LosesTheStatedShareOfItsMessages) {
  Rig rig(one_line());
  rig.begin(kLine, Drop{0.2}, {});
  rig.run_until(s(9'999) + ms(500));
  expect_binomial(static_cast<double>(rig.network->counts().lost), 10'000, 0.2);
}

TEST(Channel, LosesWithAProbabilityOfOneEverythingAndOfZeroNothing) {
  Rig rig(one_line());
  const auto* all = rig.begin(kLine, Drop{1}, {});
  rig.run_until(s(9) + ms(500));
  EXPECT_EQ(rig.network->counts().lost, 10u);
  rig.end(all, at(s(9) + ms(500)));
  rig.begin(kLine, Drop{0}, at(s(9) + ms(500)));
  rig.run_until(s(19) + ms(500));
  EXPECT_EQ(rig.network->counts().lost, 10u);
  EXPECT_EQ(rig.network->counts().delivered, 10u);
}

TEST(Channel, DelaysByExactlyWhatIsSaid) {
  Rig rig(one_line());
  rig.set("truth.p", 7);
  rig.begin(kLine, Delay{ms(300)}, {});
  rig.run_until(ms(300) + kOnTheWay - Duration{2});
  EXPECT_EQ(rig.value("p"), 0);
  rig.run_until(ms(300) + kOnTheWay);
  EXPECT_EQ(rig.value("p"), 7);
}

TEST(Channel, JittersEvenlyBetweenNothingAndItsLimit) {
  // The truth counts the seconds; p = k tells that message k has come. Uniform on 0 .. 400 ms: mean
  // 200 ms, deviation 115.5 ms; the mean of 1,000 within 5 * 115.5 / sqrt(1000) = 18.3 ms.
  Rig rig(one_line());
  rig.begin(kLine, Jitter{ms(400)}, {});
  double sum_ms = 0, least_ms = 1e9, most_ms = 0;
  for (int k = 0; k < 1'000; ++k) {
    const Duration start = k * s(1);
    rig.set("truth.p", k + 1, at(start - Duration{1}));
    for (Duration t = start; t < start + s(1); t = t + ms(2)) {
      rig.run_until(t);
      if (rig.value("p") != k + 1) continue;
      const double took_ms = 1e3 * to_s(t - start);
      sum_ms += took_ms;
      least_ms = std::min(least_ms, took_ms);
      most_ms = std::max(most_ms, took_ms);
      break;
    }
  }
  // Seen on a raster of 2 ms: 1 ms late on average, after 2 ms on the way.
  EXPECT_NEAR(sum_ms / 1'000, 200 + 2 + 1, 18.3);
  EXPECT_LT(least_ms, 10);
  EXPECT_GT(most_ms, 395);
  EXPECT_LT(most_ms, 405);
}

TEST(Channel, LetsLaterMessagesOvertakeReorderedOnes) {
  // Period 1 s, held back 1.5 s: a held message arrives after its successor, if that is not held.
  NetworkPlan plan = one_line();
  Rig rig(plan);
  rig.begin(kLine, Reorder{0.5, ms(1500)}, {});
  int backwards = 0;
  double before = 0;
  for (int k = 0; k < 1'000; ++k) {
    rig.set("truth.p", k + 1, at(k * s(1)));
    for (const Duration half : {ms(250), ms(750)}) {
      rig.run_until(k * s(1) + half);
      backwards += rig.value("p") < before ? 1 : 0;
      before = rig.value("p");
    }
  }
  // Held, and the next one not: 0.25 of about 1,000 pairs. Pairs overlap, so twice the deviation.
  EXPECT_NEAR(backwards, 250, 2 * 5 * std::sqrt(1'000 * 0.25 * 0.75));
}

TEST(Channel, DuplicatesAreDeliveredTwiceAndCountAsSent) {
  Rig rig(one_line());
  rig.begin(kLine, Duplicate{1}, {});
  rig.run_until(s(9) + ms(500));
  EXPECT_EQ(rig.network->counts().sent, 20u);
  EXPECT_EQ(rig.network->counts().delivered, 20u);
}

TEST(Channel, TampersWithTheValueThatIsMeantAndNoOther) {
  NetworkPlan plan = two_zones();
  plan.channels = {
      channel("station", "plc", "fieldbus", {{"truth.p", "p"}, {"truth.q", "q"}}, s(1))};
  Rig rig(plan);
  rig.set("truth.p", 7);
  rig.set("truth.q", 8);
  rig.begin(kLine, Tamper{"q", Bias{100}}, {});
  rig.run_until(ms(500));
  EXPECT_EQ(rig.value("p"), 7);
  EXPECT_EQ(rig.value("q"), 108);
}

TEST(Channel, NamesTheNearestTargetThatItCarries) {
  Rig rig(one_line());
  try {
    rig.begin(kLine, Tamper{"pp", Bias{1}}, {});
    FAIL() << "accepted a target that the block does not hold";
  } catch (const ContractError& error) {
    EXPECT_NE(std::string(error.what()).find("'pp'"), std::string::npos) << error.what();
  }
}

TEST(Channel, ReplaysWhatItCarriedInTheWindowAgainAndAgain) {
  Rig rig(one_line());
  rig.network->remember(rig.table.id(kLine), s(3));
  std::string seen;
  for (int k = 0; k < 12; ++k) {
    rig.set("truth.p", k, at(k * s(1)));
    // From 5.9 s on, with what was sent at 3, 4 and 5 s.
    if (k == 6) rig.begin(kLine, ReplayMessages{s(3)}, at(s(5) + ms(900)));
    rig.run_until(k * s(1) + ms(500));
    seen += std::to_string(static_cast<int>(rig.value("p"))) + " ";
  }
  EXPECT_EQ(seen, "0 1 2 3 4 5 3 4 5 3 4 5 ");
}

TEST(Channel, AuthenticationRejectsReplayedAndTamperedMessagesAndPassesGenuineOnes) {
  // Genuine 0 .. 4, replayed 5 .. 9, genuine 10 .. 14, tampered 15 .. 19.
  Rig rig(one_line());
  rig.network->remember(rig.table.id(kLine), s(3));
  rig.begin(kLine, Authenticate{}, {}, Side::countermeasure);
  const Intervention* attack = nullptr;
  for (int k = 0; k < 20; ++k) {
    const Time now = at(k * s(1));
    rig.set("truth.p", k, now);
    if (k == 5) attack = rig.begin(kLine, ReplayMessages{s(3)}, now);
    if (k == 10) rig.end(attack, now);
    if (k == 15) rig.begin(kLine, Tamper{"p", Override{999}}, now);
    rig.run_until(k * s(1) + ms(500));
    EXPECT_EQ(rig.value("p"), k < 5 ? k : k < 10 ? 4 : k < 15 ? k : 14);
  }
  EXPECT_EQ(rig.network->counts().rejected, 10u);
  EXPECT_EQ(rig.network->counts().delivered, 10u);
  ASSERT_EQ(rig.log.size(), 1u);  // told once
  EXPECT_EQ(rig.log[0].name, kRejects);
  EXPECT_EQ(rig.log[0].detail, kLine);
  EXPECT_GE(rig.log[0].at, at(s(5)));
  EXPECT_LT(rig.log[0].at, at(s(6)));
}

TEST(Channel, ATamperThatChangesNothingIsGenuine) {
  Rig rig(one_line());
  rig.begin(kLine, Authenticate{}, {}, Side::countermeasure);
  rig.begin(kLine, Tamper{"p", Bias{0}}, {});
  rig.run_until(ms(500));
  EXPECT_EQ(rig.network->counts().delivered, 1u);
}

TEST(Channel, AppliesAttacksBeforeCountermeasuresWhateverBeganFirst) {
  // Clamp to 10, then bias by 100 would give 107; the bias is the attack and comes first: 10.
  Rig rig(one_line());
  rig.set("truth.p", 7);
  rig.begin(kLine, Tamper{"p", Clamp{0, 10}}, {}, Side::countermeasure);
  rig.begin(kLine, Tamper{"p", Bias{100}}, {}, Side::attack);
  rig.run_until(ms(500));
  EXPECT_EQ(rig.value("p"), 10);
}

TEST(Flood, LosesWhatASaturatedLineCannotCarry) {
  // M/M/1/K; for rho = 4 the loss is 1 - 1/4 but for a term of 4^-129.
  EXPECT_NEAR(flood_loss_probability(4), 0.75, 1e-15);
  EXPECT_EQ(flood_loss_probability(0), 0);
  // rho = 1: K + 1 states equally likely. Both branches must meet there.
  EXPECT_DOUBLE_EQ(flood_loss_probability(1), 1.0 / 129);
  EXPECT_NEAR(flood_loss_probability(1 + 1e-9), 1.0 / 129, 1e-9);
  EXPECT_NEAR(flood_loss_probability(1 - 1e-9), 1.0 / 129, 1e-9);
}

TEST(Flood, QueuesAsTheFiniteBirthAndDeathChain) {
  // Mean of n under P(n) ~ rho^n, n = 0 .. 127, by summing; the inverse on a raster of mid-points
  // of N cells misses by less than 127 / N cells' width times the jumps: 1e-2 at N = 1e5.
  for (const double rho : {0.3, 0.9, 0.99, 1.0, 1.2, 3.0}) {
    double sum = 0, weight = 0;
    for (int n = 0; n < kBuffer_frames; ++n) {
      const double w = std::exp(std::log(rho) * n);
      sum += n * w;
      weight += w;
    }
    double drawn = 0;
    constexpr int kDraws = 100'000;
    for (int i = 0; i < kDraws; ++i) drawn += flood_queue_frames(rho, (i + 0.5) / kDraws);
    EXPECT_NEAR(drawn / kDraws, sum / weight, 1e-2) << "rho = " << rho;
  }
}

TEST(Flood, LosesOnTheNarrowestSegmentAndOnlyThere) {
  // 12.5e6 bytes/s on both LANs, 5e6 between: a flood of 10e6 loads the link with 2: half is lost.
  // The LANs, with 0.8 and 0.4, lose 0.2 * 0.8^128 = 8e-14.
  NetworkPlan plan = one_line(ms(100));
  plan.links[0].bandwidth_bytes_per_s = 5e6;
  Rig rig(plan);
  rig.begin(kLine, Flood{10e6}, {});
  rig.run_until(s(999) + ms(950));
  const double sent = static_cast<double>(rig.network->counts().sent);
  EXPECT_EQ(sent, 10'000);
  expect_binomial(static_cast<double>(rig.network->counts().lost), sent, 0.5);
}

TEST(Flood, DelaysOtherChannelsThatShareTheLan) {
  // Two hosts of the control LAN flood it with rho = 0.9; a third channel crosses the same LAN.
  // Wait = n * 1518 / 12.5e6, mean n over 0..127 by the sum above: 9.0 frames, 1.09 ms; deviation
  // of n is about sqrt(rho)/(1-rho) = 9.5 frames, so the mean of 2,000 is within
  // 5 * 9.5 / sqrt(2000) = 1.06 frames.
  NetworkPlan plan = two_zones();
  plan.channels = {channel("hmi", "plc", "flooded", {{"truth.x", "x"}}),
                   channel("plc", "hmi", "watched", {{"truth.p", "p"}}, ms(100))};
  Rig rig(plan);
  rig.begin("hmi->plc:flooded", Flood{0.9 * 12.5e6}, {});
  double frames = 0;
  constexpr int messages = 2'000;
  for (int k = 0; k < messages; ++k) {
    const Duration start = k * ms(100);
    rig.set("truth.p", k + 1, at(start - Duration{1}));
    const Duration plain = us(505);  // 0.5 ms + 68 bytes / 12.5e6 bytes/s, down to whole us
    for (int n = 0; n <= 2 * kBuffer_frames; ++n) {
      // Half a frame past the arrival behind n frames of 121.44 us.
      rig.run_until(start + plain + duration_from_s((n + 0.5) * 121.44e-6));
      if (rig.value("p") != k + 1) continue;
      frames += n;
      break;
    }
  }
  EXPECT_NEAR(frames / messages, 9.0, 1.06);
}

TEST(Flood, LoadsWhatLiesBehindABottleneckOnlyWithWhatItCarries) {
  // 1e8 bytes/s enter a link of 5e6: the control LAN behind gets rho = 0.4, which loses
  // 0.6 * 0.4^128 = 7e-52, and not rho = 8.
  NetworkPlan plan = one_line();
  plan.zones["field"].bandwidth_bytes_per_s = 1e9;
  plan.links[0].bandwidth_bytes_per_s = 5e6;
  plan.channels.push_back(channel("plc", "hmi", "inside", {{"p", "shown"}}, s(1)));
  Rig rig(plan);
  rig.begin(kLine, Flood{1e8}, {});
  int shown = 0;
  for (int k = 0; k < 100; ++k) {
    rig.set("p", k + 1, at(k * s(1)));
    rig.run_until(k * s(1) + ms(900));
    shown += rig.value("shown") == k + 1 ? 1 : 0;
  }
  EXPECT_EQ(shown, 100);
}

TEST(Flood, EndsAtAClosedRule) {
  // The flood enters from the field over wide wires and loads the control LAN with rho = 8e4; once
  // its rule is blocked, the control LAN is quiet again.
  NetworkPlan plan = one_line();
  plan.zones["field"].bandwidth_bytes_per_s = plan.links[0].bandwidth_bytes_per_s = 1e13;
  plan.channels.push_back(channel("plc", "hmi", "inside", {{"p", "shown"}}, s(1)));
  Rig rig(plan);
  rig.begin(kLine, Flood{1e12}, {});
  rig.run_until(s(9) + ms(500));
  EXPECT_EQ(rig.network->counts().delivered, 0u);
  rig.begin("rule.up", Block{}, at(s(9) + ms(500)), Side::countermeasure);
  rig.run_until(s(19) + ms(500));
  EXPECT_EQ(rig.network->counts().delivered, 10u);
}

}  // namespace
}  // namespace twinaxis::cyber
