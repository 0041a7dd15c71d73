#include "analysis/recovery/sectors.h"

#include <algorithm>
#include <cmath>

#include "analysis/loss/inoperability.h"

namespace twinaxis::analysis {
namespace {

constexpr double kRecovered_fraction = 0.01;  ///< that is left after Sector::recovers_in_s
constexpr double kDrawn_fraction = 1e-3;      ///< the line ends where this is left of the rest
constexpr int kDrawnKnots = 200;              ///< at least that many over the whole line

/// One service that one sector needs: the part of the sector's output that now lacks for it.
struct Link {
  std::size_t sector;
  std::string service;
  double part_fraction;
  double missing_fraction = 0;
  double missed_s = 0;  ///< full supply missed in all, after the stock
};

/// From that time on that much of a supply is missing.
struct Step {
  double from_s;
  double missing_fraction;
};

std::vector<Step> missing_after_stock(const TimeLine& level, double stock_s) {
  std::vector<Step> steps;
  const auto add = [&](double from_s, double missing) {
    if (steps.empty() || steps.back().missing_fraction != missing)
      steps.push_back({from_s, missing});
  };
  for (std::size_t i = 1; i < level.size(); ++i) {
    const double from_s = level[i - 1].at_s, width_s = level[i].at_s - from_s;
    if (width_s <= 0) continue;
    const double missed_s = shortfall_s({level[i - 1], level[i]}, from_s);
    const double missing = missed_s / width_s;
    const double bridged_s = std::min(missed_s, stock_s);
    stock_s -= bridged_s;
    if (bridged_s > 0 || missed_s == 0) add(from_s, 0);
    if (bridged_s < missed_s) add(from_s + bridged_s / missing, missing);
  }
  if (!steps.empty()) add(level.back().at_s, 0);
  return steps;
}

/// The sectors as the model knows them: by their index in the order of keys.
class Spread {
 public:
  Spread(const Region& region, const std::map<std::string, TimeLine>& services) {
    std::map<std::string, std::size_t> index;
    for (const auto& [id, sector] : region) index.emplace(id, index.size());
    const std::size_t n = region.size();
    model_ = {SectorMatrix(n, std::vector<double>(n, 0)), std::vector<double>(n),
              std::vector<double>(n, 0), std::vector<double>(n, 0)};
    lost_s_.assign(n, 0);
    lines_.resize(n);
    for (const auto& [id, sector] : region) add(sector, index.at(id), index, services);
  }

  std::vector<SectorRecovery> recovered(const Region& region) {
    run();
    std::vector<SectorRecovery> sectors;
    std::size_t i = 0;
    for (const auto& [id, sector] : region) {
      if (lost_s_[i] > 0) {
        sectors.push_back({id, sector.stakeholder, heaviest(i), lines_[i], lost_s_[i],
                           time_below_s(lines_[i], 0.95)});
      }
      ++i;
    }
    return sectors;
  }

 private:
  void add(const Sector& sector, std::size_t i, const std::map<std::string, std::size_t>& index,
           const std::map<std::string, TimeLine>& services) {
    double needed = 0;
    for (const auto& [other, part] : sector.needs_sectors) {
      model_.interdependency[i][index.at(other)] = part;
      needed += part;
    }
    const double own = model_.interdependency[i][i];
    model_.recovery_per_s[i] =
        recovery_rate_per_s(1, kRecovered_fraction, sector.recovers_in_s, own);
    // No eigenvalue of K (I - A*) is smaller (Gershgorin).
    slowest_per_s_ = std::min(slowest_per_s_, model_.recovery_per_s[i] * (1 - needed));
    for (const auto& [service, part] : sector.needs_services) {
      const std::size_t link = links_.size();
      links_.push_back({i, service, part});
      const auto steps = missing_after_stock(services.at(service), sector.stock_s);
      for (const Step& step : steps) changes_[step.from_s].push_back({link, step.missing_fraction});
    }
  }

  void run() {
    if (changes_.empty()) return;
    const double tail_s = -std::log(kDrawn_fraction) / slowest_per_s_;
    const double end_s = changes_.rbegin()->first + tail_s;
    const double longest_s = (end_s - changes_.begin()->first) / kDrawnKnots;
    for (auto change = changes_.begin(); change != changes_.end(); ++change) {
      for (const auto& [link, missing] : change->second) links_[link].missing_fraction = missing;
      const auto next = std::next(change);
      advance(change->first, next == changes_.end() ? end_s : next->first, longest_s);
    }
    // What is lost after the line's end: the integral of e^(-K (I - A*) t) q is (I - A*)^-1 K^-1 q.
    std::vector<double> left_s = model_.initial_fraction;
    for (std::size_t i = 0; i < left_s.size(); ++i) left_s[i] /= model_.recovery_per_s[i];
    left_s = static_inoperability(model_.interdependency, left_s);
    for (std::size_t i = 0; i < left_s.size(); ++i) lost_s_[i] += left_s[i];
  }

  void advance(double from_s, double to_s, double longest_s) {
    auto& lost_demand = model_.lost_demand_fraction;
    std::ranges::fill(lost_demand, 0);
    for (Link& link : links_) {
      lost_demand[link.sector] += link.part_fraction * link.missing_fraction;
      link.missed_s += link.missing_fraction * (to_s - from_s);
    }
    const auto is_zero = [](double v) { return v == 0; };
    const bool at_rest = std::ranges::all_of(lost_demand, is_zero) &&
                         std::ranges::all_of(model_.initial_fraction, is_zero);
    draw(from_s);
    if (at_rest) return draw(to_s);
    const int count = static_cast<int>(std::ceil((to_s - from_s) / longest_s));
    const double width_s = (to_s - from_s) / count;
    for (int k = 1; k <= count; ++k) {
      const auto after = inoperability_after(model_, width_s);
      model_.initial_fraction = after.fraction;
      for (std::size_t i = 0; i < lost_s_.size(); ++i) lost_s_[i] += after.integral_s[i];
      draw(k == count ? to_s : from_s + k * width_s);
    }
  }

  void draw(double at_s) {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (!lines_[i].empty() && lines_[i].back().at_s == at_s) continue;
      lines_[i].push_back({at_s, 1 - model_.initial_fraction[i]});
    }
  }

  std::string heaviest(std::size_t sector) const {
    const auto weight = [&](const Link& link, bool own) {
      return own == (link.sector == sector) ? link.part_fraction * link.missed_s : 0;
    };
    const Link* most = nullptr;
    for (const bool own : {true, false}) {
      for (const Link& link : links_) {
        if (weight(link, own) <= 0) continue;
        if (most == nullptr || weight(link, own) > weight(*most, own)) most = &link;
      }
      if (most != nullptr) return most->service;
    }
    return {};
  }

  DynamicInoperability model_;
  double slowest_per_s_ = HUGE_VAL;
  std::vector<Link> links_;
  std::map<double, std::vector<std::pair<std::size_t, double>>> changes_;  ///< link, missing
  std::vector<double> lost_s_;
  std::vector<TimeLine> lines_;
};

}  // namespace

std::vector<SectorRecovery> spread(const Region& region,
                                   const std::map<std::string, TimeLine>& services) {
  return Spread(region, services).recovered(region);
}

}  // namespace twinaxis::analysis
