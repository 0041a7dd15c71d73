#pragma once
// Many samples of one scenario.

#include <filesystem>
#include <optional>

#include "sim/app/execution.h"

namespace twinaxis::app {

struct CampaignOptions {
  std::filesystem::path out = "out";
  std::uint64_t samples = 100;
  unsigned workers = 1;
  std::optional<std::uint64_t> seed;
  bool draw_path = false;
  bool quiet = false;
};

/// Runs samples 1 to N, each in a child of its own; writes samples.jsonl (one line a sample, in
/// order) and campaign.json (the summary); prints the summary. A failed sample is counted and kept
/// with its seed and number. Returns the exit code.
int run_campaign(const Job& job, const CampaignOptions& options);

}  // namespace twinaxis::app
