#include "sim/core/point.h"

#include <gtest/gtest.h>

#include "sim/core/require.h"

namespace twinaxis {
namespace {

PointTable plant() {
  PointTable table;
  table.truth("column.pressure", "Pa", "pressure at the top", 101325);
  table.signal("PT-101.reading", "Pa", View::controller, "what the PLC reads", "column.pressure");
  table.parameter("PIC-101.setpoint", "Pa", 120e3, "wanted pressure", above(0));
  table.host("plc1", "controller");
  table.channel("plc1->hmi1", "readings");
  return table;
}

TEST(PointTable, NamesBecomeIndicesInTheOrderDeclared) {
  const PointTable table = plant();
  ASSERT_EQ(table.size(), 5u);
  for (std::uint32_t i = 0; i < table.size(); ++i) {
    EXPECT_EQ(table.id(table.all()[i].name), PointId{i});
  }
}

TEST(PointTable, EachKindCarriesWhatItWasDeclaredWith) {
  const PointTable table = plant();
  const Point& reading = table[table.id("PT-101.reading")];
  EXPECT_EQ(reading.kind, PointKind::signal);
  EXPECT_EQ(reading.shows, "column.pressure");
  const Point& setpoint = table[table.id("PIC-101.setpoint")];
  EXPECT_EQ(setpoint.kind, PointKind::parameter);
  EXPECT_EQ(setpoint.initial, 120e3);
  EXPECT_FALSE(setpoint.range.contains(0));
  EXPECT_EQ(table[table.id("column.pressure")].kind, PointKind::truth);
  EXPECT_EQ(table[table.id("plc1")].kind, PointKind::host);
  EXPECT_EQ(table[table.id("plc1->hmi1")].kind, PointKind::channel);
}

TEST(PointTable, ANameIsDeclaredOnceWhateverItsKind) {
  PointTable table = plant();
  EXPECT_THROW(table.signal("PT-101.reading", "Pa", View::operators, ""), ContractError);
  EXPECT_THROW(table.host("column.pressure", ""), ContractError);
  EXPECT_EQ(table.size(), 5u);  // a refused point leaves nothing behind
}

TEST(PointTable, AUnitMustBeKnown) {
  PointTable table;
  EXPECT_THROW(table.truth("x", "pascalls", ""), ContractError);
  EXPECT_THROW(table.truth("x", "", ""), ContractError);
  EXPECT_NO_THROW(table.truth("x", "yen", ""));
}

TEST(PointTable, AnUnknownNameIsFoundNowhereAndHasNeighbours) {
  const PointTable table = plant();
  EXPECT_EQ(table.find("PT-101.readng"), std::nullopt);
  EXPECT_THROW(table.id("PT-101.readng"), ContractError);
  EXPECT_EQ(table.near("PT-101.readng", 1), std::vector<std::string>{"PT-101.reading"});
  EXPECT_FALSE(PointId{}.valid());
}

}  // namespace
}  // namespace twinaxis
