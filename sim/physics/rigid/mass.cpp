#include "sim/physics/rigid/mass.h"

namespace twinaxis::rigid {
namespace {

/// R T R^T.
Tensor turned(const Tensor& tensor, const Quaternion& by) {
  Tensor out;
  for (std::size_t k = 0; k < 3; ++k) {
    Vector3 unit{};
    unit[k] = 1;
    out[k] = rotate(by, times(tensor, rotate(inverse(by), unit)));  // column k is row k
  }
  return out;
}

/// Steiner's share of a mass whose centre lies r away.
void add_offset(Tensor& t, double kg, const Vector3& r_m) {
  for (std::size_t i = 0; i < 3; ++i) {
    for (std::size_t k = 0; k < 3; ++k) t[i][k] -= kg * r_m[i] * r_m[k];
    t[i][i] += kg * dot(r_m, r_m);
  }
}

}  // namespace

Mass mass_of(double kg, const Pose& centre, const Inertia& i) {
  const Tensor own{{{i.xx_kg_m2, i.xy_kg_m2, i.xz_kg_m2},
                    {i.xy_kg_m2, i.yy_kg_m2, i.yz_kg_m2},
                    {i.xz_kg_m2, i.yz_kg_m2, i.zz_kg_m2}}};
  return {kg, centre.position_m, turned(own, centre.attitude)};
}

Mass seen_from(const Pose& frame, const Mass& mass) {
  return {mass.kg, frame * mass.centre_m, turned(mass.inertia_kg_m2, frame.attitude)};
}

Mass joined(const Mass& a, const Mass& b) {
  Mass both{.kg = a.kg + b.kg};
  if (!(both.kg > 0)) return both;
  both.centre_m = (1 / both.kg) * (a.kg * a.centre_m + b.kg * b.centre_m);
  for (const Mass* part : {&a, &b}) {
    for (std::size_t i = 0; i < 3; ++i) {
      both.inertia_kg_m2[i] = both.inertia_kg_m2[i] + part->inertia_kg_m2[i];
    }
    add_offset(both.inertia_kg_m2, part->kg, part->centre_m - both.centre_m);
  }
  return both;
}

Inertia inertia_of(const Mass& mass) {
  const Tensor& t = mass.inertia_kg_m2;
  return {t[0][0], t[1][1], t[2][2], t[0][1], t[0][2], t[1][2]};
}

}  // namespace twinaxis::rigid
