// The drone's twin as a whole: how well it knows how it stands, and what a park may hold.

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <stdexcept>

#include "sim/app/judge.h"
#include "tests/use_cases/battery.h"

namespace twinaxis::test {
namespace {

const Variations& flight() {
  static const Variations variations(
      *std::ranges::find(use_cases(), std::string("drone/park"), &UseCase::name));
  return variations;
}

struct Error {
  double rms_degree = 0, most_degree = 0;
};

/// Of what the drone believes about an angle, while it flies.
Error error_of(const Recording& run, const std::string& angle) {
  const auto& seen = run.find("estimate." + angle)->values;
  const auto& is = run.find("drone." + angle)->values;
  const auto& flies = run.find("drone.in_the_air")->values;
  double squares = 0, most = 0, count = 0;
  for (std::size_t k = 0; k < seen.size(); ++k) {
    if (flies[k] < 0.5) continue;
    const double off = std::remainder(seen[k] - is[k], 2 * std::numbers::pi);
    squares += off * off, ++count;
    most = std::max(most, std::abs(off));
  }
  const double degree = std::numbers::pi / 180;
  return {std::sqrt(squares / count) / degree, most / degree};
}

TEST(DroneTwin, KnowsHowItStandsDuringAPhotoFlight) {
  // Tilt: 0.05 m/s2 of bias in the accelerometer are 0.3 degrees, the noise of a fix adds
  // 0.2/s 0.08 m/s / g = 0.1. Heading: 0.8 uT of iron over 31 uT is 1.5 degrees, drift another one.
  // Beyond that, a biased gyroscope has to be learned: 0.5 degrees of tilt and 1 of heading.
  for (const int seed : {1, 2, 3}) {
    const Recording run = run_apart(flight().with("seed: " + std::to_string(seed) + "\n"));
    ASSERT_EQ(run.ending, Ending::completed) << run.reason;
    const Error roll = error_of(run, "roll"), pitch = error_of(run, "pitch");
    const Error heading = error_of(run, "heading");
    for (const auto& [name, e] : {std::pair{"roll", roll}, {"pitch", pitch}, {"heading", heading}})
      RecordProperty(name + std::to_string(seed),
                     std::to_string(e.rms_degree) + ", at most " + std::to_string(e.most_degree));
    EXPECT_LT(roll.rms_degree, 0.6);
    EXPECT_LT(pitch.rms_degree, 0.6);
    EXPECT_LT(heading.rms_degree, 4);
    EXPECT_GT(heading.rms_degree, 0.1);  // it is an estimate
    for (const char* angle : {"roll", "pitch"}) EXPECT_LT(error_of(run, angle).most_degree, 2.5);
    EXPECT_EQ(run.first("flight_controller.rejects_compass"), nullptr);
  }
}

TEST(DroneTwin, RefusesThatSomethingInTheParkIsCalledAsItsOwnParts) {
  const auto with = [](const std::string& name) {
    return flight().with("twin: {plant: {park: {" + name + ": {x: 20 m, y: 30 m}}}}\n");
  };
  EXPECT_NO_THROW(prepared(with("bench")));
  for (const char* name : {"drone", "imu", "magnetometer", "rotor_3", "interference", "camera"})
    EXPECT_THROW(prepared(with(name)), std::runtime_error) << name;
}

}  // namespace
}  // namespace twinaxis::test
