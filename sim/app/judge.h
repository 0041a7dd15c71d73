#pragma once
// What a run is judged by: the site, the consequences of its use case, prices, words.

#include <filesystem>

#include "analysis/assess.h"
#include "analysis/loss/unit_costs.h"
#include "analysis/report/report.h"
#include "sim/run/load.h"

namespace twinaxis::app {

struct Judge {
  std::filesystem::path site_file;
  analysis::Site site;
  analysis::Consequences consequences;
  analysis::UnitCosts prices;
  analysis::Words words;
};

/// Reads and checks all four; every problem is reported. A scenario without a site is a problem,
/// unless its use case is a reference plant: then the judge is empty and finds nothing.
/// `folder` is what the scenario's `site` is relative to.
Judge load_judge(const Prepared& prepared, const std::filesystem::path& folder,
                 scenario::Problems& problems);

/// What a file is that is no scenario, by its top-level keys.
enum class DataKind { none, site, prices, consequences };
/// Reads and checks a site or a list of prices by itself. Consequences name points and parties, so
/// they are checked with a scenario: a problem says so. Nothing is done with what is none of these.
DataKind check_data(const std::filesystem::path& file, scenario::Problems& problems);

/// Plain for sample 0, else drawn with its seed.
analysis::Draw draw_of(std::uint64_t seed, std::uint64_t sample);

analysis::Outcome judge(const Judge& judge, const Recording& recording);

}  // namespace twinaxis::app
