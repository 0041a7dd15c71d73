#include "analysis/recovery/takes.h"

#include <cmath>

#include "analysis/quantile.h"
#include "sim/core/overload.h"

namespace twinaxis::analysis {

double quantile_s(const Takes& takes, double u) {
  return std::visit(overload{[](const Fixed& t) { return to_s(t.time); },
                             [u](const Lognormal& t) {
                               return to_s(t.median) * std::exp(t.sigma * normal_quantile(u));
                             },
                             [u](const Pert& t) {
                               const double least_s = to_s(t.least);
                               const double width_s = to_s(t.most) - least_s;
                               if (width_s <= 0) return least_s;
                               const double likely = (to_s(t.likely) - least_s) / width_s;
                               return least_s +
                                      width_s * beta_quantile(1 + 4 * likely, 5 - 4 * likely, u);
                             }},
                    takes);
}

void fields(FieldVisitor& v, Fixed& t) { v("time", t.time, at_least(0), "always this", required); }

void fields(FieldVisitor& v, Lognormal& t) {
  v("median", t.median, at_least(0), "half of the cases are shorter", required);
  v("sigma", t.sigma, "1", at_least(0), "standard deviation of the logarithm");
}

void fields(FieldVisitor& v, Pert& t) {
  v("least", t.least, at_least(0), "no case is shorter", required);
  v("likely", t.likely, at_least(0), "most likely, between the two others", required);
  v("most", t.most, at_least(0), "no case is longer", required);
}

}  // namespace twinaxis::analysis
