// Who makes good what others lost, along chains of contracts, on a site made by hand.

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "analysis/loss/ledger.h"

namespace twinaxis::analysis {
namespace {

constexpr double kLoss_yen = 1e6;
constexpr double kDay_s = 86400;

Stakeholder company(int place) {
  Stakeholder party;
  party.place = place;
  return party;
}

/// Car maker, parts maker, robot maker and the maker of a part of the robot: each has a contract
/// with the one before it. The car maker loses 1 Myen and the parts maker as much.
struct Chain {
  Recording recording;
  Assessment assessment;
  Recovery recovery;
  Consequences consequences;
  Site site;
  UnitCosts prices;

  Chain() {
    assessment.findings.resize(1);
    assessment.findings[0].rule = "stopped";
    prices.prices["stop"].price_yen = kLoss_yen;
    int place = 0;
    for (const char* id : {"car", "parts", "robot", "drive"}) {
      site.stakeholders[id] = company(++place);
    }
    loses("car", LossClass::lost_profit);
    loses("parts", LossClass::response);
  }

  void loses(const std::string& party, LossClass category) {
    CostItem item;
    item.id = "loss_of_" + party;
    item.follows = {"stopped"};
    item.price = "stop";
    item.bearer = party;
    item.payee = "destroyed";
    item.category = category;
    consequences.costs.push_back(item);
  }
  void owes(const std::string& from, const std::string& to, double share, double cap_yen,
            std::vector<std::string> covers) {
    const std::string id = from + "_to_" + to;
    site.contracts[id] = {{}, from, to, share, cap_yen, "test"};
    Claim claim;
    claim.id = id;
    claim.follows = {"stopped"};
    claim.contract = id;
    claim.covers = std::move(covers);
    consequences.claims.push_back(claim);
  }
  Ledger settled() const {
    return settle(recording, assessment, recovery, consequences, site, prices);
  }
};

double paid_yen(const Ledger& ledger, const std::string& claim) {
  double sum = 0;
  for (const LedgerLine& line : ledger.lines) sum += line.id == claim ? line.amount_yen : 0;
  return sum;
}

/// What all stakeholders are left with, which compensation cannot change.
double left_yen(const Ledger& ledger, const Site& site) {
  double sum = 0;
  for (const Balance& b : ledger.balances(site)) {
    if (b.stakeholder) sum += b.loss_after_compensation_yen();
  }
  return sum;
}

// The last of the chain stands first in the file: it still waits for what it has to pass on.
// 0.5 x 1 Myen to the car maker; 1 Myen of its own and these 0.5 to the parts maker; 0.4 x 1.5 on.
TEST(Claims, PassLiabilityOnAlongAChainInWhateverOrderTheyStand) {
  Chain chain;
  chain.owes("drive", "robot", 0.4, 1e9, {"liability"});
  chain.owes("robot", "parts", 1, 1e9, {"response", "liability"});
  chain.owes("parts", "car", 0.5, 1e9, {"lost_profit"});
  const Ledger ledger = chain.settled();
  EXPECT_DOUBLE_EQ(paid_yen(ledger, "parts_to_car"), 0.5e6);
  EXPECT_DOUBLE_EQ(paid_yen(ledger, "robot_to_parts"), 1.5e6);
  EXPECT_DOUBLE_EQ(paid_yen(ledger, "drive_to_robot"), 0.6e6);
  EXPECT_NEAR(left_yen(ledger, chain.site), 2 * kLoss_yen, 1e-6);
  EXPECT_NEAR(ledger.balance_of("parts").loss_after_compensation_yen(), 0, 1e-6);
}

TEST(Claims, ACapEndsWhatIsPassedOn) {
  Chain chain;
  chain.owes("robot", "parts", 1, 0.3e6, {"response", "liability"});
  chain.owes("parts", "car", 1, 0.8e6, {"lost_profit"});
  const Ledger ledger = chain.settled();
  EXPECT_DOUBLE_EQ(paid_yen(ledger, "parts_to_car"), 0.8e6);
  EXPECT_DOUBLE_EQ(paid_yen(ledger, "robot_to_parts"), 0.3e6);
}

TEST(Claims, WithoutLiabilityNothingIsPassedOn) {
  Chain chain;
  chain.owes("robot", "parts", 1, 1e9, {"response"});
  chain.owes("parts", "car", 1, 1e9, {"lost_profit"});
  EXPECT_DOUBLE_EQ(paid_yen(chain.settled(), "robot_to_parts"), kLoss_yen);
}

// A penalty is a cost item between two parties and no claim; whoever answers for it repays it too.
TEST(Claims, APenaltyThatTheVictimOwesIsPassedOn) {
  Chain chain;
  chain.consequences.costs[1].payee = "car";
  chain.consequences.costs[1].category = LossClass::liability;
  chain.owes("robot", "parts", 1, 1e9, {"liability"});
  EXPECT_DOUBLE_EQ(paid_yen(chain.settled(), "robot_to_parts"), kLoss_yen);
}

// Each repays the other's own loss; neither gets back what it pays the other.
TEST(Claims, TwoThatAnswerToEachOtherRepayEachOthersLossOnce) {
  Chain chain;
  chain.owes("car", "parts", 1, 1e9, {});
  chain.owes("parts", "car", 1, 1e9, {});
  const Ledger ledger = chain.settled();
  EXPECT_DOUBLE_EQ(paid_yen(ledger, "car_to_parts"), kLoss_yen);
  EXPECT_DOUBLE_EQ(paid_yen(ledger, "parts_to_car"), kLoss_yen);
}

// A maker and an insurer answer for one loss of 1 Myen, for 70 % and for 60 % of it: the second
// pays the 30 % that are left.
TEST(Claims, TwoOnOneLossNeverPayMoreThanItTogether) {
  Chain chain;
  chain.owes("robot", "parts", 0.7, 1e9, {"response"});
  chain.owes("drive", "parts", 0.6, 1e9, {"response"});
  const Ledger ledger = chain.settled();
  EXPECT_DOUBLE_EQ(paid_yen(ledger, "robot_to_parts"), 0.7e6);
  EXPECT_NEAR(paid_yen(ledger, "drive_to_parts"), 0.3e6, 1e-6);
  EXPECT_NEAR(ledger.balance_of("parts").loss_after_compensation_yen(), 0, 1e-6);
}

// Half of the response (1 Myen) is repaid by the one; the other answers for all of response and
// lost profit (2 Myen in all): 1.5 are left. A third has nothing to pay any more.
TEST(Claims, OverlapOnlyWhereTheyCoverTheSameLoss) {
  Chain chain;
  chain.loses("parts", LossClass::lost_profit);
  chain.owes("robot", "parts", 0.5, 1e9, {"response"});
  chain.owes("drive", "parts", 1, 1e9, {"response", "lost_profit"});
  chain.owes("car", "parts", 1, 1e9, {});
  const Ledger ledger = chain.settled();
  EXPECT_DOUBLE_EQ(paid_yen(ledger, "robot_to_parts"), 0.5e6);
  EXPECT_NEAR(paid_yen(ledger, "drive_to_parts"), 1.5e6, 1e-6);
  EXPECT_NEAR(paid_yen(ledger, "car_to_parts"), 0, 1e-6);
}

// Three in a circle wait for each other: the first of the file begins, over what is known then.
TEST(Claims, ACircleIsSettledOnceInTheOrderOfTheFile) {
  Chain chain;
  chain.owes("parts", "car", 1, 1e9, {});
  chain.owes("robot", "parts", 1, 1e9, {});
  chain.owes("car", "robot", 1, 1e9, {});
  const Ledger ledger = chain.settled();
  EXPECT_DOUBLE_EQ(paid_yen(ledger, "parts_to_car"), kLoss_yen);
  EXPECT_DOUBLE_EQ(paid_yen(ledger, "robot_to_parts"), 2 * kLoss_yen);
  EXPECT_DOUBLE_EQ(paid_yen(ledger, "car_to_robot"), 2 * kLoss_yen);
  EXPECT_NEAR(left_yen(ledger, chain.site), 2 * kLoss_yen, 1e-6);
}

// A day of the run without output, three of the recovery, then half output for two: 5 days in all,
// of which a rule sees the first.
TEST(CostOfAService, CountsTheOutputLostInTheRecoveryToo) {
  Chain chain;
  Service& service = chain.site.services["welding"];
  service.stakeholder = "parts";
  service.normal_per_s = 2 / kDay_s;
  const TimeLine level = {{0, 0}, {4 * kDay_s, 0}, {4 * kDay_s, 0.5}, {6 * kDay_s, 0.5}};
  chain.recovery.services = {{"welding", "parts", level, 6 * kDay_s}};
  chain.assessment.findings[0].quantities["lost_days"] = {1, "day"};
  CostItem& item = chain.consequences.costs[1];
  item.quantity = "lost_days";
  EXPECT_DOUBLE_EQ(paid_yen(chain.settled(), "loss_of_parts"), 1 * kLoss_yen);
  item.follows = {"welding"};
  EXPECT_DOUBLE_EQ(paid_yen(chain.settled(), "loss_of_parts"), 5 * kLoss_yen);
  item.quantity = "lost_s";
  EXPECT_DOUBLE_EQ(paid_yen(chain.settled(), "loss_of_parts"), 5 * kDay_s * kLoss_yen);
  item.quantity = "lost";
  EXPECT_DOUBLE_EQ(paid_yen(chain.settled(), "loss_of_parts"), 10 * kLoss_yen);
  item.quantity = "one";
  EXPECT_DOUBLE_EQ(paid_yen(chain.settled(), "loss_of_parts"), kLoss_yen);
  chain.recovery.services[0].level = {{0, 1}, {kDay_s, 1}};
  EXPECT_DOUBLE_EQ(paid_yen(chain.settled(), "loss_of_parts"), 0);
}

}  // namespace
}  // namespace twinaxis::analysis
