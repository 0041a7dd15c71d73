#pragma once
// Hot-water pipe in finite volumes with a limiter:  rho A dT/dt + w dT/dx = -u (T - T_a) / c.
// Face values are second order with the slope of van Leer, 2ab/(a + b) where both differences have
// one sign, else 0: what enters arrives after V/Q, neither before nor smeared, and no temperature
// appears that was not there. Conservative: what leaves a cell enters the next.
//
// Valid: plug flow (turbulent, or short), heat capacity of the wall inside that of the water,
// Courant number w step / (cell mass) at most 1 with RK4. Source: B. van Leer, J. Comput. Phys. 14
// (1974) 361-370; R. J. LeVeque, Finite Volume Methods for Hyperbolic Problems, 2002, ch. 6.

#include <cstddef>
#include <span>

#include "sim/core/fields.h"

namespace twinaxis::water_heater {

inline constexpr std::size_t kPipeCellsAtMost = 200;

struct PipeParams {
  int cells_count = 40;
  double length_m = 12;
  double bore_m = 0.013;         ///< inner diameter
  double loss_W_per_m_K = 0.25;  ///< insulated pipe, to the room
  double room_K = 293.15;

  double volume_m3() const;
};
void fields(FieldVisitor& v, PipeParams& p);

/// Seconds from one end to the other: V/Q.
double transport_delay_s(const PipeParams& p, double flow_kg_per_s);
/// Mass flow times step over the mass of a cell.
double courant_ratio(const PipeParams& p, double flow_kg_per_s, double step_s);

class Pipe {
 public:
  explicit Pipe(const PipeParams& p);
  std::size_t cells() const { return cells_; }
  double cell_J_per_K() const { return cell_J_per_K_; }
  double cell_kg() const { return cell_kg_; }

  /// dT/dt of all cells; returns the heat lost to the room, W.
  double rates(std::span<const double> cell_K, double flow_kg_per_s, double inlet_K,
               std::span<double> rate_K_per_s) const;
  /// Energy above 0 degC.
  double energy_J(std::span<const double> cell_K) const;
  double loss_W(std::span<const double> cell_K) const;

 private:
  std::size_t cells_;
  double cell_kg_, cell_J_per_K_, loss_W_per_K_, room_K_;
};

}  // namespace twinaxis::water_heater
