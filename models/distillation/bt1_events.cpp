// Physical events of BT-1: what crosses which line, and what that changes.

#include <algorithm>

#include "models/distillation/bt1.h"

namespace twinaxis::distillation {
namespace {

using namespace bt1;

constexpr double kEmpty_fraction = 0.02;  // level
constexpr double kDryTubes_fraction = 0.05;
constexpr double kFloodEnds_fraction = 0.95;  // once flooded, a column must fall below this
constexpr double kBlockOpen_fraction = 0.1;  // an open tenth of the block valve passes the pressure

/// Lines whose crossing changes nothing but is worth knowing.
struct Line {
  const char* rising;
  const char* falling;
};
const Line& line(std::size_t root) {
  static constexpr Line lines[] = {{"sump.refilled", "sump.empty"},
                                   {"sump.overfull", "sump.below_full"},
                                   {"drum.refilled", "drum.empty"},
                                   {"drum.overflow", "drum.below_full"},
                                   {"reboiler.covered", "reboiler.uncovered"},
                                   {"reboiler.wetted", "reboiler.dry"},
                                   {"column.floods", "column.flood_ends"}};
  return lines[root - sump_empties];
}

}  // namespace

void Bt1::roots(const Instant& now, std::span<double> values) const {
  if (now.mode[ruptured] > 0) {
    std::fill(values.begin(), values.end(), 1.0);
    return;
  }
  Bt1Picture p;
  look_at_vapour(now, p);
  for (const std::size_t i : {std::size_t{0}, std::size_t{1}, kBt1Top}) look_at_stage(now, p, i);
  look_at_flooding(now, p);
  const double sump = p.sump_level;
  const double drum = drum_level_fraction(now);
  // A closed block valve keeps the pressure from the relief valve.
  const double at_valve_Pa =
      p.gauge_Pa * std::min(1.0, now.state[position + relief_block] / kBlockOpen_fraction);
  values[relief_sets] = at_valve_Pa - p_.relief.set_Pa;
  values[relief_reseats] = at_valve_Pa - reseat_gauge_Pa(p_.relief);
  values[gasket_fails] = p.gauge_Pa - leak_gauge_Pa(p_.shell);
  values[shell_bursts] = p.gauge_Pa - burst_gauge_Pa(p_.shell, p.vapour_K);
  values[sump_empties] = sump - kEmpty_fraction;
  values[sump_overfills] = sump - 1;
  values[drum_empties] = drum - kEmpty_fraction;
  values[drum_overflows] = drum - 1;
  values[reboiler_uncovers] = sump - p_.reboiler.uncovered_level_fraction;
  values[reboiler_dries] = sump - kDryTubes_fraction;
  values[column_floods] = std::max(p.flooding_bottom_fraction, p.flooding_top_fraction) -
                          (now.mode[flooded] > 0 ? kFloodEnds_fraction : 1);
}

void Bt1::cross(const Crossing& crossing, const Instant& now, std::span<double> state,
                std::span<double> mode, EventLog& log) const {
  (void)state;
  if (mode[ruptured] > 0) return;
  Bt1Picture p;
  look_at_vapour(now, p);
  const auto report = [&](const char* name, std::string detail = {}) {
    log.push_back({crossing.at, name, std::move(detail), p.pressure_Pa, "Pa"});
  };
  switch (crossing.root) {
    case relief_sets:
      if (!crossing.rising || mode[relief_popped] > 0) return;
      if (p_.relief.fault == ReliefFault::fails_to_open) return report("relief.fails_to_open");
      mode[relief_popped] = 1;
      return report("relief.opened");
    case relief_reseats:
      if (crossing.rising || mode[relief_popped] == 0) return;
      mode[relief_popped] = 0;
      return report("relief.reseated");
    case gasket_fails:
      if (!crossing.rising || mode[leaking] > 0 || p_.shell.leak_area_m2 == 0) return;
      mode[leaking] = 1;
      return report("vessel.leaks", "a flange gasket has failed");
    case shell_bursts:
      if (!crossing.rising) return;
      mode[ruptured] = 1;
      return report("vessel.ruptured", "the shell has burst");
    case column_floods:
      mode[flooded] = crossing.rising;
      [[fallthrough]];
    default: {
      const auto& found = line(crossing.root);
      log.push_back({crossing.at, crossing.rising ? found.rising : found.falling, {}, 0, ""});
    }
  }
}

}  // namespace twinaxis::distillation
