#pragma once
// A golden target: a published or exact number, and the function of ours that must reproduce it.
// The same list is the test and the page docs/validation.md.

#include <cmath>
#include <functional>
#include <string>
#include <vector>

namespace twinaxis::golden {

struct Target {
  std::string id;        ///< row of the reference table, "A03"
  std::string model;     ///< "Column A"
  std::string input;     ///< the case, in words
  std::string quantity;  ///< "dxD/dL"
  std::string unit;      ///< SI or as published; "1" for none
  double expected;
  double absolute_tolerance;  ///< of |obtained - expected|; the source explains it
  std::string kind;           ///< "published", "exact", "independent run"
  std::string source;
  std::function<double()> obtained;
};

/// The absolute tolerance that is a fraction of an expected value.
inline double relative(double expected, double fraction) { return std::abs(expected) * fraction; }

// One function per area.
std::vector<Target> column_a_targets();
std::vector<Target> wood_berry_targets();
std::vector<Target> bt1_targets();           // VLE, relief, lumped pressure path, flooding, profile
std::vector<Target> safety_targets();        // PFD of voted groups
std::vector<Target> water_heater_targets();  // capacities, exchanger, boil-dry, bath, room
std::vector<Target> harm_targets();          // fire, blast, probits, release, dispersion
std::vector<Target> burn_targets();          // scalds, damage integral, skin, carbon monoxide
std::vector<Target> furnace_targets();       // conduction, reheating, steel, type K
std::vector<Target> impact_targets();        // HIC, contact, injury curves, regions, lost days
std::vector<Target> drone_targets();         // hover, fall, throw, steps, wind
std::vector<Target> welding_targets();       // heat, field, shape, strength, sampling, distances
std::vector<Target> warehouse_targets();     // floor, optimal plans, motion, contact
std::vector<Target> economics_targets();     // inoperability of sectors
std::vector<Target> rigid_targets();         // arms: reach, static torque

/// All of them, area by area.
std::vector<Target> all_targets();

}  // namespace twinaxis::golden
