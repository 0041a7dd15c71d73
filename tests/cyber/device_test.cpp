// Field station, PLC and HMI.

#include <gtest/gtest.h>

#include "tests/cyber/site.h"

namespace twinaxis::cyber {
namespace {

TEST(FieldStation, BringsAReadingUpAndACommandDownInTwoScans) {
  // Sampled at 0, at the PLC after 2 ms, used at 1 s, at the valve after another 2 ms.
  Site site;
  site.add_all();
  Rig rig(site.plan, site.table);
  rig.set("level", 7);
  rig.run_until(ms(500));
  EXPECT_EQ(rig.value("LT-1.reading"), 7);
  EXPECT_EQ(rig.value("CV-1.command"), 0.5);
  rig.run_until(ms(1500));
  EXPECT_EQ(rig.value("CV-1.command"), 0.7);
}

TEST(FieldStation, TakesItsFailSafePositionAfterTheStatedSilence) {
  // Last command of before 2.5 s arrives at 2.002 s; more than 5 s old at the scan at 8 s.
  Site site;
  site.add_all();
  Rig rig(site.plan, site.table);
  rig.run_until(ms(2500));
  rig.begin("plc", Isolate{}, at(ms(2500)));
  rig.run_until(s(7));
  EXPECT_EQ(rig.value("CV-1.command"), 0.5);
  rig.run_until(s(8));
  EXPECT_EQ(rig.value("CV-1.command"), 0.25);
  ASSERT_NE(first(rig.log, "station.fail_safe"), nullptr);
  EXPECT_EQ(first(rig.log, "station.fail_safe")->at, at(s(8)));
}

TEST(FieldStation, TakesItsFailSafePositionAtOnceWithoutPower) {
  Site site;
  site.add_all();
  Rig rig(site.plan, site.table);
  rig.run_until(s(1));
  rig.begin("station", TurnOff{}, at(s(1)));
  EXPECT_EQ(rig.value("CV-1.command"), 0.25);
}

TEST(Plc, DrivesFailSafeOutputsWhenItsReadingsStayOut) {
  // Last reading at 2.002 s, more than 3 s old at 6 s.
  Site site;
  site.add_all();
  Rig rig(site.plan, site.table);
  rig.run_until(ms(2500));
  rig.begin(site.station.readings_channel(), Drop{1}, at(ms(2500)));
  rig.run_until(s(5));
  EXPECT_EQ(rig.value("CV-1.output"), 0.5);
  rig.run_until(s(6));
  EXPECT_EQ(rig.value("CV-1.output"), 0.25);
  ASSERT_NE(first(rig.log, "plc.watchdog"), nullptr);
}

TEST(Plc, FreezesOrZeroesItsOutputsWithTheLogicsOfThatName) {
  Site site;
  site.add_all();
  Rig rig(site.plan, site.table);
  rig.run_until(s(1));
  const auto* frozen = rig.begin("plc", ReplaceLogic{"outputs_frozen"}, at(s(1)));
  rig.set("level", 9, at(s(1)));
  rig.run_until(ms(4500));
  EXPECT_EQ(rig.value("CV-1.command"), 0.5);
  rig.end(frozen, at(ms(4500)));
  rig.begin("plc", ReplaceLogic{"outputs_zero"}, at(ms(4500)));
  rig.run_until(ms(5500));
  EXPECT_EQ(rig.value("CV-1.command"), 0);
}

TEST(Plc, ReadsAndDrivesWhatIsWiredToItInOneScan) {
  Site site;
  site.plc.bus_actuators.clear();
  site.plc.watched_channel.clear();
  site.plc.wired_sensors = site.station.sensors;
  site.plc.wired_actuators = site.station.actuators;
  add(site.plan, site.table, site.plc);
  Rig rig(site.plan, site.table);
  rig.set("level", 7);
  rig.run_until({});
  EXPECT_EQ(rig.value("CV-1.command"), 0.7);
  rig.begin("plc", TurnOff{}, {});
  EXPECT_EQ(rig.value("CV-1.command"), 0.25);
}

TEST(Hmi, AlarmsOnWhatItShowsWithHysteresisAndNamesTheFirstOut) {
  Site site;
  site.add_all();
  Rig rig(site.plan, site.table);
  const auto show = [&](double level, Duration from) {
    rig.set("level", level, at(from));
    // Sampled, at the HMI one scan later, scanned one refresh after that.
    rig.run_until(from + s(3));
  };
  show(5, {});
  EXPECT_EQ(rig.value("alarm.level_high"), 0);
  show(8.2, s(3));
  EXPECT_EQ(rig.value("alarm.level_high"), 1);
  EXPECT_EQ(rig.value("hmi.alarm_count"), 1);
  ASSERT_NE(first(rig.log, "alarm.level_high"), nullptr);
  EXPECT_EQ(first(rig.log, "alarm.level_high")->detail, "priority 1, first out");
  show(7.6, s(6));  // inside the band: stays
  EXPECT_EQ(rig.value("alarm.level_high"), 1);
  show(7.4, s(9));
  EXPECT_EQ(rig.value("alarm.level_high"), 0);
  EXPECT_NE(first(rig.log, "alarm.level_high.cleared"), nullptr);
}

TEST(Hmi, StaysSilentWhereAnAlarmIsSuppressedOrItsLimitMoved) {
  Site site;
  site.add_all();
  Rig rig(site.plan, site.table);
  rig.set("level", 9);
  rig.set("alarm.level_high.suppressed", 1);
  rig.run_until(s(4));
  EXPECT_EQ(rig.value("alarm.level_high"), 0);
  rig.set("alarm.level_high.suppressed", 0);
  rig.set("alarm.level_high.limit", 12);
  rig.run_until(s(6));
  EXPECT_EQ(rig.value("alarm.level_high"), 0);
  rig.set("alarm.level_high.limit", 8);
  rig.run_until(s(8));
  EXPECT_EQ(rig.value("alarm.level_high"), 1);
}

}  // namespace
}  // namespace twinaxis::cyber
