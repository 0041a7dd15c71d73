#pragma once
// What a plot of the page draws: the truth of one point, and what everybody sees of it.

#include <string>
#include <vector>

#include "analysis/report/report.h"
#include "sim/core/unit.h"

namespace twinaxis::analysis {

/// A line, or the band between the lowest and the highest of instruments of one kind.
struct Curve {
  View view = View::truth;
  std::vector<std::string> names;  ///< of the points: one for a line
  std::vector<double> low;         ///< in the unit of the plot; NaN is a gap
  std::vector<double> high;        ///< of a band; empty for a line
};

struct Limit {
  double value = 0;  ///< in the unit of the plot
  Text text;
};

struct Plot {
  std::string unit;  ///< as people write it; "" for none
  std::vector<double> at_s;
  std::vector<Curve> curves;
  std::vector<Limit> limits;
};

/// The plot that `words` asks for, thinned to a few hundred points that keep every extreme.
/// Three instruments or more whose names differ only in their number (TC-220, ...) share a band.
/// The recording must have the point. The unit suits values up to `largest` too: those of the runs
/// that it is compared with.
Plot plot_of(const Recording& recording, const PlotWords& words, double largest = 0);
/// The largest amount that the point, or a signal that shows it, ever had; 0 without the point.
double largest_of(const Recording& recording, const std::string& point);

}  // namespace twinaxis::analysis
