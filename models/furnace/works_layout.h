#pragma once
// Where things stand in the state, input, mode, root and output vectors of the metalworks.

#include <cstddef>
#include <string>
#include <vector>

#include "models/furnace/works_params.h"

namespace twinaxis::furnace::works {

/// "BRN-201": a device of the zone of that index.
std::string zone_tag(const std::string& kind, std::size_t zone);

/// Commands, then what comes from outside; points of these names are read. The burners of the zones
/// and the leaks of the bearings follow (Layout).
enum Input : std::size_t {
  fan_command,
  pusher_command,  ///< 1 moves the slabs on
  lubricator_command,
  drain_command,  ///< 1 empties the holding furnace
  heating_value,  ///< of the fuel over that of the design
  charge_temperature,
  air_temperature,
  hot_spot_wear,  ///< m/s, on top of normal wear
  melt_temperature,
  single_input_count
};
std::vector<std::string> input_names(const WorksParams& p);

enum Mode : std::size_t {
  fan_seized,
  holder_broken,
  spilled_kg,
  on_spec,
  slabs_out,
  out_core_K,  ///< of the slab that left last, and what follows
  out_surface_K,
  out_uneven_K,
  out_grain_m,
  out_scale_m,
  out_carbon_m,
  mode_count
};

enum Root : std::size_t {
  slab_leaves,
  bearing_seizes,
  shell_gets_hot,
  melt_breaks_out,
  root_count
};

/// What slabs and fan show.
enum LineTruth : std::size_t {
  truth_burner_W,
  truth_stack_K,
  truth_exit_core_K,
  truth_exit_surface_K,
  truth_out_core_K,
  truth_out_surface_K,
  truth_out_uneven_K,
  truth_out_grain_m,
  truth_out_scale_m,
  truth_out_carbon_m,
  truth_product_kg_per_s,
  truth_on_spec,
  truth_slabs,
  truth_fan_speed,
  truth_fan_seized,
  line_truth_count
};
/// What motor, linings and holding furnace show.
enum RestTruth : std::size_t {
  truth_winding_K,
  truth_winding_life,
  truth_lining_life,
  truth_shell_K,
  truth_spot_K,
  truth_interface_K,
  truth_penetrated_m,
  truth_content_kg,
  truth_delivery_kg_per_s,
  truth_spilled_kg,
  truth_broken,
  truth_air_K,
  rest_truth_count
};
/// Where everything begins in the vectors of a plant with so many zones, slabs and bearings.
struct Layout {
  explicit Layout(const WorksParams& p);
  std::size_t zones, bearings, cells, slabs, lining_cells;
  // The state: slabs from charge to discharge, cell by cell, then the rest.
  std::size_t slab_K = 0;                  ///< + slab * cells + cell
  std::size_t grain, carbon_m2, scale_m2;  ///< + slab
  std::size_t zone_K, well_K;              ///< + zone
  std::size_t fan_speed, progress;         ///< fraction of full speed; of a period
  std::size_t bearing_K, grease, wear;     ///< + bearing
  std::size_t winding_life, lining_life;   ///< share used
  std::size_t wall_K, spot_K;              ///< + cell of the lining
  std::size_t penetrated_m, content_kg;
  std::size_t state_count;
  std::vector<std::size_t> zone_of;  ///< slab -> zone
  // Inputs behind the single ones.
  std::size_t burner;       ///< + zone, 0 to 1
  std::size_t grease_leak;  ///< + bearing, 1/s
  std::size_t input_count;
  // Truths, in the order of truth_points().
  std::size_t truth_zone_K, truth_well_K;                 ///< + zone
  std::size_t line_truth;                                 ///< + LineTruth
  std::size_t truth_bearing_K, truth_grease, truth_wear;  ///< + bearing
  std::size_t rest_truth;                                 ///< + RestTruth
  std::size_t truth_count;
};
std::vector<std::string> state_names(const WorksParams& p);

struct TruthPoint {
  std::string name, unit, doc;
};
std::vector<TruthPoint> truth_points(const WorksParams& p);

}  // namespace twinaxis::furnace::works
