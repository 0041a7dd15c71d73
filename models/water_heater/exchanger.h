#pragma once
// Heat exchanger of copper in N cells in series that can boil dry, freeze and melt its solder.
//   dU_i/dt = w_i c (T_{i-1} - T0) - w_{i+1} c (T_i - T0) + Q/N - UA/N (T_i - T_a) - s_i h_steam
//   dm/dt   = r - sum s_i
// U_i is the energy of a cell above liquid water at 0 degC, with m c_w + m_Cu c_Cu between 0 degC
// and boiling, an ice plateau below 0 degC, and evaporation above 100 degC:
//   s_i = min( C_i (T_i - 100 degC) / (tau h_fg), m_i / tau )
// that is, superheat relaxes in tau (nucleate boiling), and the last film of water goes in tau.
// After a boil-dry the flow first refills, in the time constant tau_r, before it leaves.
//
// Valid: water at about atmospheric pressure, plug flow through the cells, one temperature for
// water and copper of a cell; from solid ice to dry copper. Flow stops when ice fills the bore.
// Source: cells in series are the gamma (tanks-in-series) model of Levenspiel, Chemical Reaction
// Engineering, 3rd ed., 1999, ch. 14; enthalpy method for ice: Voller and Cross 1981.

#include <array>
#include <cstddef>
#include <span>

#include "sim/core/fields.h"

namespace twinaxis::water_heater {

inline constexpr std::size_t kCellsAtMost = 40;

struct ExchangerParams {
  int cells_count = 10;
  double water_kg = 0.6;
  double copper_kg = 2.2;
  double loss_W_per_K = 3;      ///< to the casing
  double boiling_s = 0.2;       ///< tau
  double refill_s = 2;          ///< tau_r
  double blocking_ratio = 0.5;  ///< share of ice at which nothing flows any more
};
void fields(FieldVisitor& v, ExchangerParams& p);

/// What acts on an exchanger.
struct ExchangerLoad {
  double inlet_kg_per_s = 0;  ///< before ice blocks it
  double inlet_K = 288.15;
  double heat_W = 0;  ///< into all cells alike
  double casing_K = 288.15;
};

/// Algebraic picture of an exchanger at one moment.
struct ExchangerPicture {
  std::array<double, kCellsAtMost> cell_K{};
  double hottest_K = 0;
  double outlet_K = 0;
  double ice_fraction = 0;  ///< of the water
  double flow_ratio = 1;    ///< what ice leaves of the flow
  double inlet_kg_per_s = 0;
  double refill_kg_per_s = 0;
  double outlet_kg_per_s = 0;
  double steam_kg_per_s = 0;
  double loss_W = 0;
};

/// Rates of a const state: energies of the cells and the mass of the water in all of them.
class Exchanger {
 public:
  explicit Exchanger(const ExchangerParams& p);

  std::size_t cells() const { return cells_; }
  const ExchangerParams& params() const { return p_; }
  /// Energy of one cell at a temperature, full of liquid water (0 degC and above).
  double liquid_energy_J(double temperature_K) const;

  /// Temperatures, ice and what flow that leaves.
  void look(std::span<const double> energy_J, double water_kg, ExchangerPicture& picture) const;
  /// Completes the flows of the picture, and writes dU/dt of all cells; returns dm/dt.
  double rates(double water_kg, const ExchangerLoad& load, ExchangerPicture& picture,
               std::span<double> rate_W) const;
  /// Flows only: what rates() does first.
  void flow(double water_kg, double inlet_kg_per_s, ExchangerPicture& picture) const;

  /// Heat capacity of a cell with this mass of water in the whole exchanger.
  double cell_J_per_K(double water_kg) const;

 private:
  double steam_kg_per_s(double cell_K, double water_kg) const;

  ExchangerParams p_;
  std::size_t cells_;
  double per_cell_;        ///< 1 / N
  double copper_J_per_K_;  ///< of a cell
};

}  // namespace twinaxis::water_heater
