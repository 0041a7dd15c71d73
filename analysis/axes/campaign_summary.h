#pragma once
// Many samples of one incident: how often a stakeholder lands in which cell, and the spread.

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "analysis/axes/placement.h"

namespace twinaxis::analysis {

/// Type 7 quantiles (linear between order statistics), as R and NumPy take by default.
struct Spread {
  double p10 = 0;
  double p50 = 0;
  double p90 = 0;
  double mean = 0;
};
Spread spread_of(std::vector<double> values);

struct StakeholderSummary {
  std::string stakeholder;
  int samples = 0;
  /// [axis 1 level - 1][axis 2 level - 1]
  std::array<std::array<int, kLevelCount>, kLevelCount> cells{};
  int outside_target = 0;
  Spread loss_yen;
  Spread loss_after_compensation_yen;
  Spread days_to_recover;
};
struct CampaignSummary {
  std::vector<StakeholderSummary> stakeholders;  ///< in the order of the first sample
};

/// What a sample leaves of a placement: a few numbers, so that a long campaign stays small.
struct PlacedSample {
  std::string stakeholder;
  int axis1 = 1;
  int axis2 = 1;
  bool inside_target = true;
  double loss_yen = 0;
  double loss_after_compensation_yen = 0;
  double days_to_recover = 0;
};
PlacedSample placed_sample(const Placement& placement);
double days_to_recover(const Placement& placement);

/// Adds up samples as they come. Every sample places the same stakeholders in the same order
/// (ContractError if not).
class CampaignSum {
 public:
  void add(const std::vector<PlacedSample>& sample);
  CampaignSummary summary() const;

 private:
  struct Sums {
    StakeholderSummary counts;
    std::vector<double> loss_yen, net_yen, days;
  };
  std::vector<Sums> stakeholders_;
};

/// One vector of placements a sample.
CampaignSummary summarise(const std::vector<std::vector<Placement>>& samples);

/// What a campaign leaves: how many samples had no result, and the name of what was sampled, so
/// that nobody takes them for samples of something else.
struct CampaignResult {
  CampaignSummary summary;
  std::uint64_t failed_samples = 0;
  std::string sampled;
};
std::string to_json(const CampaignResult& result);
/// What to_json() wrote. Throws std::runtime_error if it is nothing of the kind.
CampaignResult campaign_from_json(const std::string& json);

}  // namespace twinaxis::analysis
