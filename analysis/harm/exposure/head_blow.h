#pragma once
// A blow as two masses and a spring, and what it does to a head.

#include <vector>

#include "analysis/harm/contact_limits.h"
#include "analysis/harm/exposure/blow.h"
#include "analysis/harm/impact.h"

namespace twinaxis::analysis {

/// ContractError if there is no region of that name.
const harm::BodyRegion& region_named(const std::string& name);
void explain(const harm::ContactPulse& pulse, const harm::BodyRegion& region,
             double stiffness_N_per_m, Finding& finding);

/// A region of the head that was struck: mass and spring of ISO/TS 15066, severity by HIC15.
struct HeadHit {
  const harm::BodyRegion* region = nullptr;
  Blow blow = {};
  harm::ContactPulse pulse = {};
  const harm::LawInfo* curves = nullptr;
  harm::AisExceedance severity{};
};
/// Of each region that the law speaks of, or of `region` if its points have no <each>; the greatest
/// HIC last, so that its numbers are those of the finding.
std::vector<HeadHit> head_hits(const HeadBlow& law, const std::string& region, const Scene& scene);
void explain(const HeadHit& hit, Finding& finding);

}  // namespace twinaxis::analysis
