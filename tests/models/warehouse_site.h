#pragma once
// Runs of a small warehouse as a twin, and what holds in each of them.

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/use_cases/battery.h"

namespace twinaxis::test {

inline const UseCase& site() {
  return *std::ranges::find(use_cases(), std::string("warehouse/site"), &UseCase::name);
}

inline constexpr int kVehicles = 12;
inline const char* const kSmall = "roads: {aisles: 3, places: 20, stations: 2}";

inline const char* const kDemand = ", fleet: {count: 12}, demand: {orders: 70 1/h}";

/// An hour of a small site, a sample every ten seconds.
inline Recording run_site(const std::string& yaml, const std::string& plant = "",
                          const std::string& length = "1 h") {
  static const Variations variations(site());
  return run_apart(variations.with(
      "run: {for: " + length + ", record: {every: 10 s}}\n" + "twin: {plant: {" + kSmall + plant +
      (plant.find("demand:") == plant.npos ? kDemand : "") + "}}\n" + yaml));
}

inline std::string intervention(const std::string& side, const std::string& on,
                                const std::string& effect, const std::string& until = "") {
  const std::string technique = side == "attack" ? "technique: T0855, " : "";
  return "interventions:\n  - {id: it, side: " + side + ", " + technique + "from: 20 min, " +
         (until.empty() ? "" : "until: " + until + ", ") + "on: '" + on + "', effect: " + effect +
         "}\n";
}

inline const std::vector<double>& values(const Recording& run, const std::string& point) {
  return run.find(point)->values;
}
inline double last(const Recording& run, const std::string& point) {
  return values(run, point).back();
}
inline std::size_t events(const Recording& run, const std::string& name) {
  return static_cast<std::size_t>(std::ranges::count(run.events, name, &Event::name));
}

/// Orders are in one state each and items in one place each, at every sample.
inline void expect_conserved(const Recording& run) {
  const double stocked = values(run, "items.stocked").front();
  for (std::size_t k = 0; k < run.times.size(); ++k) {
    double orders = 0, items = 0;
    for (const char* state :
         {"received", "open", "picked", "shipped", "late", "wrong", "cancelled"}) {
      orders += values(run, std::string("orders.") + state)[k];
    }
    for (const char* where : {"stocked", "in_parcels", "sent"}) {
      items += values(run, std::string("items.") + where)[k];
    }
    ASSERT_EQ(orders, values(run, "orders.arrived")[k]) << k;
    ASSERT_EQ(items, stocked + values(run, "items.supplied")[k]) << k;
  }
}

}  // namespace twinaxis::test
