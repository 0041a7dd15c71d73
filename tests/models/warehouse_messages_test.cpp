// Orders of VDA 5050 as a vehicle takes them.

#include <gtest/gtest.h>

#include "models/warehouse/agv_device.h"

namespace twinaxis::warehouse {
namespace {

using Message = std::array<double, order_field_count>;

class WarehouseBase : public testing::Test {
 protected:
  WarehouseBase() {
    // A stretch of the highway to the east.
    for (int x = 5; x < 12; ++x) way_.push_back(roads_->at(x, 0));
  }
  Message order(double id, double update, std::size_t from, std::size_t to) const {
    const std::vector<NodeIndex> nodes(way_.begin() + static_cast<std::ptrdiff_t>(from),
                                       way_.begin() + static_cast<std::ptrdiff_t>(to) + 1);
    return {1,
            id,
            update,
            static_cast<double>(nodes.front()),
            route_number(*roads_, nodes),
            static_cast<double>(nodes.back()),
            2};
  }
  std::shared_ptr<const Roads> roads_ = std::make_shared<const Roads>();
  std::vector<NodeIndex> way_;
};

TEST_F(WarehouseBase, RoutesSurviveTheirNumber) {
  for (std::size_t last = 0; last < way_.size(); ++last) {
    const std::vector<NodeIndex> nodes(way_.begin(),
                                       way_.begin() + static_cast<std::ptrdiff_t>(last) + 1);
    EXPECT_EQ(route_nodes(*roads_, way_[0], route_number(*roads_, nodes)), nodes);
  }
  EXPECT_FALSE(route_nodes(*roads_, way_[0], 0));
  EXPECT_FALSE(route_nodes(*roads_, way_[0], 1.5));
  EXPECT_FALSE(route_nodes(*roads_, way_[0], 4 + 2)) << "against the lane";
  EXPECT_FALSE(route_nodes(*roads_, -1, 4));
}

TEST_F(WarehouseBase, AnUpdateGoesOnWhereTheBaseEnds) {
  Base base(roads_, way_[0]);
  EXPECT_EQ(base.take(order(1, 0, 0, 2)), Verdict::accepted);
  EXPECT_EQ(base.target(), way_[2]);
  EXPECT_EQ(base.take(order(1, 1, 0, 4)), Verdict::accepted);
  EXPECT_EQ(base.target(), way_[4]);
  base.passed(way_[3]);
  EXPECT_EQ(base.last(), way_[3]);
  EXPECT_EQ(base.action(), 0) << "only where the base ends";
  base.passed(way_[4]);
  EXPECT_EQ(base.action(), 2);
}

TEST_F(WarehouseBase, ALostUpdateIsMadeUpByTheNext) {
  Base base(roads_, way_[0]);
  ASSERT_EQ(base.take(order(1, 0, 0, 1)), Verdict::accepted);
  EXPECT_EQ(base.take(order(1, 2, 0, 5)), Verdict::accepted);
  EXPECT_EQ(base.target(), way_[5]);
}

TEST_F(WarehouseBase, DuplicateAndOutdatedUpdatesAreRefusedByName) {
  Base base(roads_, way_[0]);
  ASSERT_EQ(base.take(order(2, 3, 0, 2)), Verdict::accepted);
  EXPECT_EQ(base.take(order(2, 3, 0, 2)), Verdict::same_update);
  EXPECT_EQ(base.take(order(2, 2, 0, 5)), Verdict::outdated);
  EXPECT_EQ(base.take(order(1, 9, 0, 5)), Verdict::outdated);
  EXPECT_EQ(base.target(), way_[2]);
}

TEST_F(WarehouseBase, OrdersThatDoNotFitAreRefused) {
  Base base(roads_, way_[0]);
  EXPECT_EQ(base.take(order(1, 0, 2, 5)), Verdict::invalid) << "begins beyond the base";
  Message moved = order(1, 0, 0, 3);
  moved[order_to] += 1;
  EXPECT_EQ(base.take(moved), Verdict::invalid) << "ends elsewhere than its route";
  EXPECT_EQ(base.order(), 0);
}

}  // namespace
}  // namespace twinaxis::warehouse
