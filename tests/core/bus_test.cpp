#include "sim/core/bus.h"

#include <gtest/gtest.h>

namespace twinaxis {
namespace {

struct TwoSignals : testing::Test {
  TwoSignals() {
    a = table.signal("a", "1", View::controller, "", {}, any_value(), 3);
    b = table.signal("b", "1", View::controller, "", {}, any_value(), 7);
  }
  PointTable table;
  PointId a, b;
};
using BusOfTwoSignals = TwoSignals;

double doubled(double value, Time) { return 2 * value; }
double one_more(double value, Time) { return value + 1; }

TEST_F(BusOfTwoSignals, BeginsWithTheInitialValues) {
  const Bus bus(table);
  EXPECT_EQ(bus.read(a), 3);
  EXPECT_EQ(bus.written(b), 7);
  EXPECT_EQ(std::vector<double>(bus.values().begin(), bus.values().end()),
            (std::vector<double>{3, 7}));
}

TEST_F(BusOfTwoSignals, TapsActInTheOrderGiven) {
  Bus bus(table);
  bus.set_taps(a, {doubled, one_more}, Time{0});
  EXPECT_EQ(bus.read(a), 2 * 3 + 1);  // what was there passes at once
  bus.write(a, 10, Time{1});
  EXPECT_EQ(bus.read(a), 2 * 10 + 1);
  bus.set_taps(a, {one_more, doubled}, Time{1});
  EXPECT_EQ(bus.read(a), 2 * (10 + 1));
}

TEST_F(BusOfTwoSignals, ATapChangesWhatIsReadAndNotWhatWasWritten) {
  Bus bus(table);
  bus.set_taps(a, {doubled}, Time{0});
  bus.write(a, 5, Time{1});
  EXPECT_EQ(bus.written(a), 5);
  EXPECT_EQ(bus.read(b), 7);
}

TEST_F(BusOfTwoSignals, WithoutTapsTheWrittenValueIsBack) {
  Bus bus(table);
  bus.set_taps(a, {doubled}, Time{0});
  bus.set_taps(a, {}, Time{1});
  EXPECT_EQ(bus.read(a), 3);
}

TEST_F(BusOfTwoSignals, ARefreshOfOneMomentDoneTwiceChangesNothing) {
  Bus bus(table);
  bus.set_taps(a, {[](double value, Time now) { return value + static_cast<double>(now.ns); }},
               Time{0});
  bus.set_taps(b, {doubled}, Time{0});
  bus.refresh(Time{4});
  EXPECT_EQ(bus.read(a), 3 + 4);  // the written value again, not the tapped one
  EXPECT_EQ(bus.read(b), 14);
  bus.refresh(Time{4});
  EXPECT_EQ(bus.read(a), 3 + 4);
  EXPECT_EQ(bus.read(b), 14);
}

TEST_F(BusOfTwoSignals, ARefreshVisitsThePointsInTheirOrder) {
  Bus bus(table);
  std::vector<char> seen;
  const auto note = [&seen](char name) {
    return [&seen, name](double value, Time) {
      seen.push_back(name);
      return value;
    };
  };
  bus.set_taps(b, {note('b')}, Time{0});  // set in the other order
  bus.set_taps(a, {note('a')}, Time{0});
  seen.clear();
  bus.refresh(Time{1});
  EXPECT_EQ(seen, (std::vector<char>{'a', 'b'}));
}

}  // namespace
}  // namespace twinaxis
