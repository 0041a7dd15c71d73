#pragma once
// A steel slab that is heated through its two faces: one-dimensional conduction.
//
//   rho c dT/dt = d/dx (k dT/dx),   -k dT/dn = h (T - Tg) + eps sigma (T^4 - Tg^4) at a face
//
// Finite volumes of second order: `cells` volumes whose centres are evenly spaced from face to
// face, so that the two outer volumes are half as thick and their temperatures are those of the
// faces themselves; no iteration is needed for a radiating face. What leaves a volume enters its
// neighbour, so energy is kept to rounding. Valid for constant k, rho, c (no heat of the phase
// change at 720 degC) and a width and length that are large against the thickness.
// Source: Patankar, Numerical Heat Transfer and Fluid Flow (1980), chapter 4.

#include <cstddef>
#include <span>
#include <variant>

#include "sim/core/fields.h"

namespace twinaxis::furnace {

/// CODATA 2018.
inline constexpr double kStefanBoltzmann_W_per_m2_K4 = 5.670374419e-8;
inline constexpr double kGasConstant_J_per_mol_K = 8.314462618;

/// Defaults: carbon steel, means over the reheating range (assumption; the usual textbook case).
struct SlabParams {
  double thickness_m = 0.22;
  double width_m = 1.2;
  double length_m = 8;
  double conductivity_W_per_m_K = 30;
  double density_kg_per_m3 = 7850;
  double heat_capacity_J_per_kg_K = 650;
  double emissivity_fraction = 0.8;  ///< of the exchange between furnace and face
  int cell_count = 40;
};
void fields(FieldVisitor& v, SlabParams& p);

/// What the kernel needs, computed once.
struct SlabGrid {
  std::size_t cell_count = 0;
  double spacing_m = 0;
  double exchange_per_s = 0;      ///< k / (rho c spacing^2)
  double surface_m2_K_per_J = 0;  ///< 2 / (rho c spacing): of the half volume at a face
  double volume_J_per_m2_K = 0;   ///< rho c spacing
};
/// Throws std::domain_error below three cells.
SlabGrid slab_grid(const SlabParams& p);
/// Rate of the fastest conduction mode, 4 k / (rho c spacing^2): RK4 is stable up to a step of
/// 2.785 over it.
double fastest_mode_per_s(const SlabGrid& grid);

/// dT/dt of every volume with these heat flows into the faces.
void conduct(const SlabGrid& grid, std::span<const double> temperature_K, double low_W_per_m2,
             double high_W_per_m2, std::span<double> rate_K_per_s);

/// A face that radiates and convects with its surroundings; zeros insulate it.
struct Exchange {
  double gas_K = 0;
  double convection_W_per_m2_K = 0;
  double emissivity_fraction = 0;
};
/// A face whose temperature is imposed from outside and changes at this rate.
struct Imposed {
  double rate_K_per_s = 0;
};
using Face = std::variant<Exchange, Imposed>;

/// Heat into the face.
double exchanged_W_per_m2(const Exchange& face, double surface_K);
/// conduct() with any two faces.
void slab_rate(const SlabGrid& grid, std::span<const double> temperature_K, const Face& low,
               const Face& high, std::span<double> rate_K_per_s);

/// Mean over the thickness (the energy of the slab over rho c times its thickness).
double mean_K(const SlabGrid& grid, std::span<const double> temperature_K);
/// Temperature at the middle of the thickness.
double core_K(std::span<const double> temperature_K);

/// Time in which a body without inner gradients is heated by radiation alone from T0 to T:
///   t = m c / (A eps sigma) [F(T) - F(T0)],  F = (ln((Tg + T) / (Tg - T)) + 2 atan(T / Tg)) / (4
///   Tg^3)
/// for T0, T < Tg. Exact integral of m c dT/dt = A eps sigma (Tg^4 - T^4).
double radiation_heating_s(double body_J_per_m2_K, double emissivity_fraction, double from_K,
                           double to_K, double gas_K);

}  // namespace twinaxis::furnace
