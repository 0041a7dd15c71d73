// The attitude filter of models/drone against its linear law, gravity and the earth's field.

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "models/drone/attitude.h"
#include "models/drone/cascade.h"
#include "tests/models/drone_rates.h"

namespace twinaxis::drone {
namespace {

constexpr double kDegree = std::numbers::pi / 180;

/// A body that turns about its own z at a constant rate, and sensors that err by what is said.
struct Turning {
  Quaternion start{1, 0, 0, 0};
  double rate_rad_per_s = 0;
  Vector gyro_bias_rad_per_s{}, force_m_s2{0, 0, kGravity_m_s2}, iron_T{};  ///< force: world axes
  AttitudeFilter filter{AttitudeParams{}, MagneticField{}};
  int scans = 0;

  Quaternion truth() const {
    return start * turn_about({0, 0, 1}, rate_rad_per_s * scans * kScan_s);
  }
  Vector felt() const { return rotate(inverse(truth()), force_m_s2); }
  Vector field() const { return rotate(inverse(truth()), earth_field_T({})) + iron_T; }
  Vector gyro() const { return Vector{0, 0, rate_rad_per_s} + gyro_bias_rad_per_s; }
  void align() { filter.align(gyro(), felt(), field()); }
  /// Corrected with every scan, so that nothing but the law is seen; fixes tell that it stands.
  void run(double time_s, const std::optional<Vector>& velocity_m_s = Vector{}) {
    for (const long end = scans + std::lround(time_s / kScan_s); scans < end;) {
      ++scans;
      filter.turn(gyro(), felt(), kScan_s);
      filter.compare(field());
      filter.level(velocity_m_s);
    }
  }
  /// Believed over true, as a rotation vector in world axes; small.
  Vector error() const {
    const Quaternion off = filter.attitude() * inverse(truth());
    return (off[0] < 0 ? -2.0 : 2.0) * Vector{off[1], off[2], off[3]};
  }
};

/// e'' + k e' + k ki e = 0 from e = 0, e' = b: b / w exp(-k t / 2) sin(w t).
double law_rad(double k, double ki, double bias_rad_per_s, double t_s) {
  const double w = std::sqrt(k * ki - k * k / 4);
  return bias_rad_per_s / w * std::exp(-k * t_s / 2) * std::sin(w * t_s);
}

TEST(AttitudeFilter, KnowsRollAndPitchFromGravityAndHeadingFromTheField) {
  for (const double heading : {-2.0, 0.0, 3.0}) {
    Turning rest;
    rest.start = from_roll_pitch_yaw(0.3, -0.2, heading);
    rest.align();
    const Angles seen = angles_of(rest.filter.attitude());
    EXPECT_NEAR(seen.roll_rad, 0.3, 1e-12);
    EXPECT_NEAR(seen.pitch_rad, -0.2, 1e-12);
    EXPECT_NEAR(seen.heading_rad, heading, 1e-12);
    rest.run(60);
    EXPECT_LT(norm(rest.error()), 1e-9);
  }
}

TEST(AttitudeFilter, ABiasedAccelerometerTiltsByItsShareOfGravity) {
  // What is felt is 0.05 m/s2 off the vertical: 0.05 / 9.81 = 5.1 mrad, at once and for ever.
  Turning rest;
  rest.force_m_s2[0] = 0.05;
  rest.align();
  EXPECT_NEAR(norm(rest.error()), 0.05 / kGravity_m_s2, 1e-6);
  rest.run(60);
  EXPECT_NEAR(norm(rest.error()), 0.05 / kGravity_m_s2, 1e-6);
}

TEST(AttitudeFilter, LosesTheErrorOfABiasedGyroscopeAsTheLinearLawHasIt) {
  // Tilt: k 0.2/s, heading: k 0.1/s, ki 0.1/s; each by itself, because a roll that is wrong by e
  // turns the heading by e tan(inclination) as well. A correction that is held over a scan is 4 ms
  // late at most: k dt = 0.1 % of the greatest error, 3 mrad; what is of second order is less.
  const double b = 0.0005;
  Turning tilted, turned;
  for (Turning* each : {&tilted, &turned}) each->align();
  tilted.gyro_bias_rad_per_s = {b, -b, 0}, turned.gyro_bias_rad_per_s = {0, 0, b};
  for (int k = 1; k <= 8; ++k) {
    tilted.run(5), turned.run(5);
    const double tilt = law_rad(0.2, 0.1, b, 5 * k), heading = law_rad(0.1, 0.1, b, 5 * k);
    EXPECT_NEAR(tilted.error()[0], tilt, 5e-6) << 5 * k << " s";
    EXPECT_NEAR(tilted.error()[1], -tilt, 5e-6) << 5 * k << " s";
    EXPECT_NEAR(turned.error()[2], heading, 5e-6) << 5 * k << " s";
  }
  tilted.run(260), turned.run(260);  // exp(-0.05 * 300) = 3e-7
  for (const Turning* each : {&tilted, &turned})
    EXPECT_LT(norm(each->filter.bias_rad_per_s() - each->gyro_bias_rad_per_s), 1e-6);
}

TEST(AttitudeFilter, LearnsTenTimesAsSlowlyWithoutFixes) {
  // Both gains are a tenth: the same law in a time that is stretched by ten, so ten times as far.
  Turning unaided;
  unaided.align();
  unaided.gyro_bias_rad_per_s = {0.0001, 0, 0};
  for (int k = 1; k <= 8; ++k) {
    unaided.run(50, std::nullopt);
    const double tilt = law_rad(0.02, 0.01, 0.0001, 50 * k);
    EXPECT_NEAR(unaided.error()[0], tilt, 5e-6) << 50 * k << " s";
  }
}

TEST(AttitudeFilter, FindsTheBiasWhileItTurns) {
  // About the vertical the law of the heading is the same at any rate; 1/12 (0.5 rad/s 4 ms)^3 a
  // scan, 2e-7 rad/s, is what the integration of the rate misses. On a leaning axis the bias moves
  // between tilt and heading, but has to be found all the same.
  Turning upright;
  upright.rate_rad_per_s = 0.5;
  upright.align();
  upright.gyro_bias_rad_per_s = {0, 0, 0.0005};
  for (int k = 1; k <= 8; ++k) {
    upright.run(5);
    EXPECT_NEAR(upright.error()[2], law_rad(0.1, 0.1, 0.0005, 5 * k), 8e-6) << 5 * k << " s";
  }
  Turning leaning;
  leaning.start = from_roll_pitch_yaw(0.4, 0, 0);
  leaning.rate_rad_per_s = 0.5;
  leaning.align();
  leaning.gyro_bias_rad_per_s = {0.005, -0.005, 0.005};
  leaning.run(600);
  EXPECT_LT(norm(leaning.filter.bias_rad_per_s() - leaning.gyro_bias_rad_per_s), 1e-5);
  EXPECT_LT(norm(leaning.error()), 1e-4);
}

TEST(AttitudeFilter, FixesTakeTheAccelerationOffWhatIsFelt) {
  // Level, gaining 3 m/s2 for 10 s: the force leans by 17 degrees but is within a tenth of g.
  AttitudeFilter alone({}, {}), aided({}, {});
  for (AttitudeFilter* each : {&alone, &aided}) each->align({}, {0, 0, 9.81}, earth_field_T({}));
  aided.level(Vector{});
  for (int k = 1; k <= 2500; ++k) {
    for (AttitudeFilter* each : {&alone, &aided}) each->turn({}, {3, 0, 9.81}, kScan_s);
    if (k % 50 == 0) alone.level({}), aided.level(Vector{3 * k * kScan_s, 0, 0});
  }
  EXPECT_NEAR(angles_of(aided.attitude()).pitch_rad, 0, 1e-9);
  // 0.02/s of 17 degrees for 10 s: 3 degrees.
  EXPECT_NEAR(angles_of(alone.attitude()).pitch_rad, -3 * kDegree, 0.5 * kDegree);
}

TEST(AttitudeFilter, BelievesTheForceNearOneGOnly) {
  // Leaning by 0.1 rad more than it is: the force has to set it right, unless it is no gravity.
  const auto after_a_minute = [](double felt_m_s2) {
    Turning body;
    body.start = from_roll_pitch_yaw(0.1, 0, 0);
    body.align();
    body.start = {1, 0, 0, 0};
    body.force_m_s2 = {0, 0, felt_m_s2};
    body.run(60);
    return body.error()[0];
  };
  EXPECT_NEAR(after_a_minute(1.09 * 9.81), 0, 0.01);
  EXPECT_NEAR(after_a_minute(1.11 * 9.81), 0.1, 1e-3);
  EXPECT_NEAR(after_a_minute(0.89 * 9.81), 0.1, 1e-3);
}

TEST(AttitudeFilter, RejectsAFieldThatIsNotTheEarths) {
  // Iron that adds to the field along itself is believed up to 20 uT, that which tips it by more
  // than 20 degrees is not: upwards h tan(20) there, 46.8 (sin 49 - cos 49 tan 29) = 18.3 uT.
  const MagneticField place;
  const auto rejects = [&](const Vector& iron_T) {
    Turning body;
    body.align();
    body.iron_T = iron_T;
    body.run(kScan_s);
    return body.filter.rejects_field();
  };
  const Vector along = 1 / place.strength_T * earth_field_T(place);
  EXPECT_FALSE(rejects(19.9e-6 * along));
  EXPECT_TRUE(rejects(20.1e-6 * along));
  const double c = std::cos(place.inclination_rad), s = std::sin(place.inclination_rad);
  const double tips_T = place.strength_T * (s - c * std::tan(place.inclination_rad - 0.349));
  EXPECT_LT(tips_T, 20e-6);  // so that it is not the strength that speaks
  EXPECT_FALSE(rejects({0, 0, 0.99 * tips_T}));
  EXPECT_TRUE(rejects({0, 0, 1.01 * tips_T}));
}

TEST(AttitudeFilter, KeepsItsHeadingInADisturbanceBeyondTheGateAndFollowsOneWithin) {
  Turning rejected, followed;
  for (Turning* each : {&rejected, &followed}) each->align();
  rejected.iron_T = {0, 60e-6, 0};
  rejected.run(120);
  EXPECT_TRUE(rejected.filter.rejects_field());
  EXPECT_NEAR(rejected.error()[2], 0, 1e-9);
  // Within: the level part of the field turns by atan(10 uT / H), and the heading with it.
  followed.iron_T = {0, 10e-6, 0};
  followed.run(300);  // exp(-0.05 * 300) = 3e-7
  EXPECT_FALSE(followed.filter.rejects_field());
  EXPECT_NEAR(angles_of(followed.filter.attitude()).heading_rad,
              -std::atan2(10e-6, earth_field_T({})[0]), 1e-5);
  EXPECT_NEAR(std::hypot(followed.error()[0], followed.error()[1]), 0, 1e-9);
}

}  // namespace
}  // namespace twinaxis::drone
