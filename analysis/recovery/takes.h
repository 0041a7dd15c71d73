#pragma once
// How long work takes, with its uncertainty.

#include <string_view>
#include <variant>

#include "sim/core/fields.h"
#include "sim/core/time.h"

namespace twinaxis::analysis {

struct Fixed {
  static constexpr std::string_view tag = "fixed";
  Duration time{};
};
/// ln T is normal with mean ln(median) and standard deviation sigma.
struct Lognormal {
  static constexpr std::string_view tag = "lognormal";
  Duration median{};
  double sigma = 0.6;
};
/// Beta distribution on [least, most] with alpha = 1 + 4 (likely - least) / (most - least) and
/// beta = 1 + 4 (most - likely) / (most - least). Source: the usual PERT with weight 4.
struct Pert {
  static constexpr std::string_view tag = "pert";
  Duration least{};
  Duration likely{};
  Duration most{};
};
using Takes = std::variant<Fixed, Lognormal, Pert>;

void fields(FieldVisitor& v, Fixed& t);
void fields(FieldVisitor& v, Lognormal& t);
void fields(FieldVisitor& v, Pert& t);

/// The quantile at u in (0, 1) in seconds; u = 0.5 is the median.
double quantile_s(const Takes& takes, double u);

}  // namespace twinaxis::analysis
