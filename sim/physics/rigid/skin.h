#pragma once
// How a body gives way where it is touched.

#include "sim/core/fields.h"

namespace twinaxis::rigid {

/// One spring and damper for each pair of bodies, at their deepest point, without friction:
///   F = k d (1 + b dd/dt),  never pulling;  two skins in series:  1/k = 1/k1 + 1/k2,  b = b1 + b2.
/// The linear case of the contact law of Hunt, Crossley, J. Appl. Mech. 42 (1975) 440-445, equation
/// 6: without b elastic, and no force jumps where the bodies meet or part. Its peak in a free blow
/// is v sqrt(k mu), mu the reduced mass: the contact model of ISO/TS 15066, A.3.4.
struct Skin {
  double stiffness_N_per_m = 25'000;
  double damping_s_per_m = 0;
};
inline void fields(FieldVisitor& v, Skin& s) {
  v("stiffness", s.stiffness_N_per_m, "N/m", above(0), "spring of the contact", required);
  v("damping", s.damping_s_per_m, "s/m", at_least(0), "b: force lost per speed of indentation");
}

/// Both skins in series; a body without a skin is rigid against it.
inline Skin in_series(const Skin* a, const Skin* b) {
  if (a == nullptr) return *b;
  if (b == nullptr) return *a;
  return {.stiffness_N_per_m = 1 / (1 / a->stiffness_N_per_m + 1 / b->stiffness_N_per_m),
          .damping_s_per_m = a->damping_s_per_m + b->damping_s_per_m};
}

/// Force between two bodies that lie `depth_m` in each other and approach at `closing_m_s`, N.
inline double contact_force_N(const Skin& s, double depth_m, double closing_m_s) {
  const double force_N = s.stiffness_N_per_m * depth_m * (1 + s.damping_s_per_m * closing_m_s);
  return depth_m > 0 && force_N > 0 ? force_N : 0;
}

}  // namespace twinaxis::rigid
