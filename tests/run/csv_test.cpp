#include "sim/run/csv.h"

#include <gtest/gtest.h>

#include <limits>
#include <sstream>

namespace twinaxis {
namespace {

TEST(Csv, WritesExactTimesAndShortestValues) {
  Recording recording;
  // 0.3 s is 300,000,000 ns; as a double times 1e-9 it would print as 0.30000000000000004.
  recording.times = {{0}, {300'000'000}, {3600 * kNanosecondsPerSecond + 1}};
  recording.columns.resize(2);
  recording.columns[0].name = "a,b";
  recording.columns[0].unit = "Pa";
  recording.columns[0].values = {0.1, 1e300, -0.0};
  recording.columns[1].name = "say \"x\"";
  recording.columns[1].unit = "1";
  recording.columns[1].values = {1.0 / 3, std::numeric_limits<double>::quiet_NaN(), 100000};
  std::ostringstream out;
  write_csv(recording, out);
  EXPECT_EQ(out.str(),
            "time_s,\"a,b [Pa]\",\"say \"\"x\"\" [1]\"\r\n"
            "0,0.1,0.3333333333333333\r\n"
            "0.3,1e+300,nan\r\n"
            "3600.000000001,-0,1e+05\r\n");
}

TEST(Csv, QuotesTheTextsOfEvents) {
  Recording recording;
  recording.events = {{{-500'000'000}, "plain", "", 2.5, "Pa"},
                      {{1'500'000'000}, "odd", "two\nlines, \"quoted\"", 0, "1"}};
  std::ostringstream out;
  write_events_csv(recording, out);
  EXPECT_EQ(out.str(),
            "time_s,name,detail,value,unit\r\n"
            "-0.5,plain,,2.5,Pa\r\n"
            "1.5,odd,\"two\nlines, \"\"quoted\"\"\",0,1\r\n");
}

}  // namespace
}  // namespace twinaxis
