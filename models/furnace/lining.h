#pragma once
// The wall of a holding furnace: refractory layers and a steel shell, one-dimensional, with melt on
// the hot face that eats its way in.
//
//   rho c dx dT_i/dt = (T_(i-1) - T_i) / R_(i-1,i) - (T_i - T_(i+1)) / R_(i,i+1)
//   R between two cells: half of each cell's dx / k; at the hot face a film of melt, at the cold
//   face natural convection and radiation: q = h (T - Ta) + eps sigma (T^4 - Ta^4)
//
// Penetration: to a depth z from the hot face melt fills cracks and joints. A cell that is reached
// keeps its heat capacity and a hundredth-part resistance; a cell reached in part, its share. The
// melt loses no volume to it (assumption: some litres). z grows at a rate that is a parameter (wear
// of refractories depends on slag and joints: no general law).
// Source: Incropera, DeWitt, Fundamentals of Heat and Mass Transfer (2007), sections 3.1 and 5.10.
// Layers and properties: usual for a holding furnace, assumption.

#include <cstddef>
#include <span>
#include <vector>

#include "sim/core/fields.h"

namespace twinaxis::furnace {

struct LayerParams {
  double thickness_m = 0.1;
  double conductivity_W_per_m_K = 1;
  double density_kg_per_m3 = 2000;
  double heat_capacity_J_per_kg_K = 1000;
  int cell_count = 5;
};
void fields(FieldVisitor& v, LayerParams& p);

struct LiningParams {
  LayerParams working{0.20, 2.8, 2900, 1100, 10};
  LayerParams safety{0.10, 1.8, 2400, 1000, 5};
  LayerParams insulation{0.01, 0.3, 900, 1000, 1};
  LayerParams shell{0.025, 45, 7850, 500, 1};
  double film_W_per_m2_K = 1000;            ///< melt against refractory (assumption)
  double outer_W_per_m2_K = 10;             ///< natural convection on the shell
  double shell_emissivity_fraction = 0.85;  ///< oxidised steel
  double breakout_shell_K = 873.15;  ///< steel has lost half of its strength (API 579, from memory)
  double breakout_remaining_m = 0.02;  ///< refractory that still holds (assumption)
};
void fields(FieldVisitor& v, LiningParams& p);

/// A wall with its cells; a const function of temperatures and depth.
class Lining {
 public:
  explicit Lining(const LiningParams& p);

  std::size_t cell_count() const { return heat_J_per_m2_K_.size(); }
  /// Refractory without the shell.
  double refractory_m() const { return refractory_m_; }

  struct Surroundings {
    double melt_K = 0;
    double wetted_fraction = 1;  ///< 1: melt on the hot face, 0: emptied
    double ambient_K = 0;
    double penetrated_m = 0;
  };
  /// Rates of all cells. Returns heat into the hot face and out of the shell, W/m2.
  struct Flows {
    double in_W_per_m2 = 0, out_W_per_m2 = 0;
  };
  Flows rate(std::span<const double> temperature_K, const Surroundings& around,
             std::span<double> rate_K_per_s) const;
  Flows flows(std::span<const double> temperature_K, const Surroundings& around) const;
  double energy_J_per_m2(std::span<const double> temperature_K) const;
  /// Temperature between working and safety lining.
  double interface_K(std::span<const double> temperature_K) const;
  /// At rest in these surroundings, by relaxation of the series of resistances.
  std::vector<double> resting_K(const Surroundings& around) const;

 private:
  double resistance_m2_K_per_W(std::size_t cell, double penetrated_m) const;
  double hot_W_per_m2(double cell_K, const Surroundings& around) const;
  double cold_W_per_m2(double shell_K, const Surroundings& around) const;

  LiningParams p_;
  std::vector<double> heat_J_per_m2_K_, whole_m2_K_per_W_, begin_m_, end_m_;
  std::size_t safety_begins_ = 0;
  double refractory_m_ = 0;
};

}  // namespace twinaxis::furnace
