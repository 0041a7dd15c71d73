#include "analysis/axes/campaign_summary.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "sim/core/require.h"

namespace twinaxis::analysis {
namespace {

/// Type 7: linear between order statistics at (n - 1) p.
double quantile(const std::vector<double>& ascending, double p) {
  const double position = p * static_cast<double>(ascending.size() - 1);
  const auto below = static_cast<std::size_t>(std::floor(position));
  const std::size_t above = std::min(below + 1, ascending.size() - 1);
  const double part = position - static_cast<double>(below);
  return ascending[below] + part * (ascending[above] - ascending[below]);
}

}  // namespace

Spread spread_of(std::vector<double> values) {
  if (values.empty()) return {};
  std::ranges::sort(values);
  const double sum = std::accumulate(values.begin(), values.end(), 0.0);
  return {quantile(values, 0.1), quantile(values, 0.5), quantile(values, 0.9),
          sum / static_cast<double>(values.size())};
}

double days_to_recover(const Placement& placement) {
  const auto fact = placement.facts.find(FactName::time_to_recover);
  return fact == placement.facts.end() ? 0 : fact->second.value / 86400;
}

PlacedSample placed_sample(const Placement& p) {
  return {p.stakeholder,     p.axis1.level, p.axis2.level,
          p.inside_target,   p.loss_yen,    p.loss_after_compensation_yen,
          days_to_recover(p)};
}

void CampaignSum::add(const std::vector<PlacedSample>& sample) {
  if (stakeholders_.empty()) {
    stakeholders_.resize(sample.size());
    for (std::size_t i = 0; i < sample.size(); ++i) {
      stakeholders_[i].counts.stakeholder = sample[i].stakeholder;
    }
  }
  require(sample.size() == stakeholders_.size(), "all samples place the same stakeholders");
  for (std::size_t i = 0; i < sample.size(); ++i) {
    const PlacedSample& p = sample[i];
    Sums& sums = stakeholders_[i];
    require(p.stakeholder == sums.counts.stakeholder, "all samples keep the order of stakeholders");
    ++sums.counts.samples;
    ++sums.counts
          .cells[static_cast<std::size_t>(p.axis1 - 1)][static_cast<std::size_t>(p.axis2 - 1)];
    if (!p.inside_target) ++sums.counts.outside_target;
    sums.loss_yen.push_back(p.loss_yen);
    sums.net_yen.push_back(p.loss_after_compensation_yen);
    sums.days.push_back(p.days_to_recover);
  }
}

CampaignSummary CampaignSum::summary() const {
  CampaignSummary summary;
  for (const Sums& sums : stakeholders_) {
    StakeholderSummary s = sums.counts;
    s.loss_yen = spread_of(sums.loss_yen);
    s.loss_after_compensation_yen = spread_of(sums.net_yen);
    s.days_to_recover = spread_of(sums.days);
    summary.stakeholders.push_back(std::move(s));
  }
  return summary;
}

CampaignSummary summarise(const std::vector<std::vector<Placement>>& samples) {
  CampaignSum sum;
  for (const auto& placements : samples) {
    std::vector<PlacedSample> sample;
    for (const Placement& p : placements) sample.push_back(placed_sample(p));
    sum.add(sample);
  }
  return sum.summary();
}

}  // namespace twinaxis::analysis
