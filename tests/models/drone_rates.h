#pragma once
// The rates at which the tests of the drone run physics and flight controller.

namespace twinaxis::drone {

inline constexpr double kStep_s = 1e-3;  ///< physics, 1 kHz
inline constexpr double kScan_s = 4e-3;  ///< flight controller, 250 Hz

}  // namespace twinaxis::drone
