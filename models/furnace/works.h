#pragma once
// The metalworks: a walking-beam reheating furnace in zones, the fan that feeds its burners with
// air, and a holding furnace for melt.
//
//   zone:    C dT/dt = P (1 + r) + M cp (T_before - T) + m cp (Ta - T) - UA (T - Ta) - sum of slabs
//            P burners, m their flue gas, M that of the zones behind (gas flows against the slabs),
//            r heat that the recuperator brings back, spread over the burners by their power
//   slab:    conduction over the thickness; both faces exchange with the zone (slab.h)
//   quality: integrals of grain growth, carbon diffusion and scale over the history of each slab
//   fan:     speed lags its command; burners get no more air than it gives; its bearings
//   holder:  a sound wall and a hot spot (lining.h), content, penetration
//
// Slabs rest on their places and move on by one when a period is over (a root); then the last one
// leaves its record, and a cold one is charged. Slabs see one temperature per zone; no radiation
// between zones (assumption). Equations, validity, limits: README.md.
//
// RK4 at a step h needs 4 k / (rho c dx^2) h < 2.785; 40 cells over 220 mm give 0.74 at 1 s.

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "models/furnace/works_layout.h"
#include "sim/physics/system.h"

namespace twinaxis::furnace {

/// Burners that cannot hold the set-point of their zone.
struct SetpointNotHeld : std::domain_error {
  SetpointNotHeld(std::size_t which, const std::string& why) : domain_error(why), zone(which) {}
  std::size_t zone;  ///< index of the first one, from the discharge
};

class Works final : public System {
 public:
  /// Starts in the periodic state in which every zone is at its set-point. A pure function of the
  /// parameters, in which problems() finds nothing. Throws SetpointNotHeld.
  explicit Works(const WorksParams& params = {});

  const WorksParams& params() const { return p_; }
  const works::Layout& layout() const { return at_; }
  const SlabGrid& grid() const { return grid_; }
  double slab_kg() const;
  /// Inputs that hold the initial state: burners at their mean power, normal surroundings.
  std::vector<double> nominal_input() const;

  std::vector<std::string> inputs() const override { return works::input_names(p_); }
  std::vector<std::string> output_names() const override;
  std::vector<std::string> state_names() const override { return works::state_names(p_); }
  std::vector<double> initial_state() const override { return initial_; }
  std::vector<double> initial_mode() const override { return initial_mode_; }

  void derivative(const Instant& now, std::span<double> rate) const override;
  void outputs(const Instant& now, std::span<double> truth) const override;
  std::size_t root_count() const override { return works::root_count; }
  void roots(const Instant& now, std::span<double> values) const override;
  void cross(const Crossing& crossing, const Instant& now, std::span<double> state,
             std::span<double> mode, EventLog& log) const override;
  /// Energy of slabs, zones, bearings and lining in J; melt in kg.
  std::vector<Balance> balances(const Instant& now) const override;

  /// The record that a slab would leave now, and whether it is as ordered.
  struct Record {
    double core_K = 0, surface_K = 0, uneven_K = 0, grain_m = 0, scale_m = 0, carbon_m = 0;
    std::string fault;  ///< "" if as ordered
  };
  Record record(std::span<const double> state, std::size_t slab) const;

 private:
  /// Burners, gas and its heat, zone by zone, at one instant.
  struct Gas {
    ByZone burner_W{}, into_zone_W{};
    double flue_W_per_K = 0;  ///< M cp of what leaves the first zone
    double stack_W = 0;       ///< heat that leaves through the stack
    double loss_W = 0;        ///< through walls
  };
  Gas gas(const Instant& now) const;
  std::span<const double> slab_K(std::span<const double> state, std::size_t slab) const {
    return state.subspan(at_.slab_K + slab * at_.cells, at_.cells);
  }
  /// Lower and upper face of a slab in a zone.
  std::pair<Exchange, Exchange> faces(double zone_K) const;
  BearingDuty duty(const Instant& now, std::size_t bearing) const;
  BearingState bearing(std::span<const double> state, std::size_t which) const;
  double seizure(const Instant& now, std::size_t bearing) const;
  Lining::Surroundings at_wall(const Instant& now, bool spot) const;
  double winding_K(const Instant& now) const;

  void slab_rates(const Instant& now, ByZone& taken_W, std::span<double> rate) const;
  void quality_rates(std::size_t slab, double surface_K, std::span<double> rate) const;
  void fan_rates(const Instant& now, std::span<double> rate) const;
  void holder_rates(const Instant& now, std::span<double> rate) const;

  // works_design.cpp
  void fill_initial_state();
  void travel();
  void rest_at(std::size_t place, double for_s, std::vector<double>& x) const;
  void rest_burners();
  // works_outputs.cpp
  void write_slabs(const Instant& now, std::span<double> truth) const;
  void write_machines(const Instant& now, std::span<double> truth) const;
  void write_holder(const Instant& now, std::span<double> truth) const;
  // works_events.cpp
  void slab_out(std::span<double> state, std::span<double> mode, const Instant& now, Time at,
                EventLog& log) const;

  WorksParams p_;
  works::Layout at_;
  SlabGrid grid_;
  Lining lining_;
  double face_m2_ = 0;
  ByZone resting_fraction_{};  ///< burners in the periodic state
  ByZone taken_W_{};           ///< by the slabs of a zone, mean over a period
  std::vector<double> initial_, initial_mode_;
};

}  // namespace twinaxis::furnace
