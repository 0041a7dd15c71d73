#pragma once
// A level over time as a line through knots; two knots at one time are a jump.

#include <vector>

namespace twinaxis::analysis {

struct Knot {
  double at_s = 0;
  double level = 0;
};
using TimeLine =
    std::vector<Knot>;  ///< ascending in time; constant before the first, after the last

/// The level just after a time; 1 if there are no knots.
double level_at(const TimeLine& line, double at_s);

/// The integral of max(0, 1 - level) from `from_s` to the last knot: seconds of full output lost.
/// Output above normal (making up) is not counted here.
double shortfall_s(const TimeLine& line, double from_s);

/// Time from the first moment below `enough` until the level stays at or above it; 0 if it never
/// falls below. A line that ends below counts to its last knot.
double time_below_s(const TimeLine& line, double enough);

}  // namespace twinaxis::analysis
