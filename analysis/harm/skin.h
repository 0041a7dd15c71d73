#pragma once
// Heat conduction into skin. The thick skin of one material has a closed form; layers, cooling and
// surfaces that change are integrated over cells. No blood flow (short exposures; from minutes on
// it cools, so both are on the safe side).

#include <vector>

#include "analysis/harm/burn.h"
#include "analysis/harm/burn_integral.h"

namespace twinaxis::harm {

/// Thick skin of one material:  T(z, t) = Ts - (Ts - Ti) erf(z / (2 sqrt(a t)))  after a step of
/// the surface, and  Ti + 2 q sqrt(a t / pi) / k exp(-z^2 / (4 a t)) - q z / k erfc(z/(2 sqrt(a
/// t))) under constant flux. Source: Carslaw and Jaeger 1959, 2.5 and 2.9 (from memory); constants
/// of skin after Henriques and Moritz (widely quoted; primary not seen).
struct ThickSkin {
  double conductivity_W_per_m_K = 0.37;
  double density_kg_per_m3 = 1200;
  double heat_capacity_J_per_kg_K = 3300;
  double initial_K = 307.15;
  double basal_m = 80e-6;  ///< depth at which damage is judged

  double after_step_K(double surface_K, double depth_m, double time_s) const;
  double under_flux_K(double flux_W_per_m2, double depth_m, double time_s) const;
};

/// Omega at the basal layer of thick skin in and, behind an insulated surface, out of the water.
/// Five minutes out of the water skin is as before. Steps of at most 0.25 s, cells from 10 um at
/// the surface to 250 um at 10 mm.
double damage_of_contact(const ThickSkin& skin, const DamageKinetics& kinetics,
                         const SkinContact& contact);

struct SkinLayer {
  double thickness_m = 0;
  double conductivity_W_per_m_K = 0;
  double heat_capacity_J_per_m3_K = 0;
  int cells = 1;
};

/// What acts on the surface: a flux, and a medium behind a film (infinite: the surface takes its
/// temperature at once, and the flux is lost in it).
struct SkinSurface {
  double flux_W_per_m2 = 0;
  double film_W_per_m2_K = 0;
  double medium_K = 0;
};

/// rho c dT/dt = d/dx (k dT/dx) over cells of equal size within each layer; the deep face is held.
/// TR-BDF2 in time (second order, damps what a step of the surface excites; Bank et al. 1985, from
/// memory). The state, the mean temperatures of the cells, belongs to the caller.
class SkinConduction {
 public:
  SkinConduction(const std::vector<SkinLayer>& layers, double deep_K);

  std::size_t size() const { return capacity_J_per_m2_K_.size(); }
  /// Straight from the surface to the deep face by heat resistance: steady.
  std::vector<double> steady_K(double surface_K) const;
  void advance(std::vector<double>& cells_K, double step_s, const SkinSurface& surface) const;
  /// At the lower face of a layer, counted from 0.
  double below_layer_K(const std::vector<double>& cells_K, std::size_t layer) const;
  double surface_K(const std::vector<double>& cells_K, const SkinSurface& surface) const;
  /// Of all cells against 0 K.
  double heat_J_per_m2(const std::vector<double>& cells_K) const;

 private:
  std::vector<double> flow_W_per_m2(const std::vector<double>& cells_K,
                                    const SkinSurface& surface) const;
  void solve(std::vector<double>& right, double weight_s, const SkinSurface& surface) const;

  std::vector<double> capacity_J_per_m2_K_;  ///< of each cell
  std::vector<double> half_m2_K_per_W_;      ///< resistance of half a cell
  std::vector<std::size_t> last_cell_;       ///< of each layer
  double deep_K_ = 0;
};

/// Epidermis, dermis and fat of ASTM F1930 (constants from memory): 75 um 0.628 W/m K 4.40 MJ/m3 K;
/// 1125 um 0.582, 4.184; 3885 um 0.293, 2.60; 32.5 degC outside, 33.5 degC inside. `refinement`
/// multiplies the number of cells.
struct LayeredSkin {
  std::vector<SkinLayer> layers;
  double surface_K = 0;
  double deep_K = 0;
};
LayeredSkin f1930_skin(int refinement = 1);

/// Omega at the lower face of the first layer after a flux of that length, with the cooling behind
/// an insulated surface until it is below the kinetics' lowest temperature (at most 300 s).
double damage_of_flash(const LayeredSkin& skin, const DamageKinetics& kinetics,
                       double flux_W_per_m2, double exposure_s);
/// The shortest exposure to that flux after which Omega, with the cooling, reaches `damage`.
/// ContractError if an hour does not suffice.
double exposure_to_damage_s(const LayeredSkin& skin, const DamageKinetics& kinetics,
                            double flux_W_per_m2, double damage = kSecondDegreeDamage);

}  // namespace twinaxis::harm
