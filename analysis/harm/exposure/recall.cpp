// Products that must be called back.

#include "analysis/harm/exposure/evaluate.h"
#include "analysis/words.h"
#include "sim/core/text.h"

namespace twinaxis::analysis {

void evaluate(const Recall& law, const Scene& scene, Findings& findings) {
  const Product& product = scene.site.products.at(law.product);
  const double units = law.share_fraction * product.units_in_use;
  if (units <= 0) return;
  const double located = units * product.located_fraction;
  Finding finding = start_finding(scene, FindingKind::product, law.product, product.stakeholder);
  finding.quantities["units"] = {units, "1"};
  finding.quantities["located"] = {located, "1"};
  const std::string all = rounded(units, 6), found = rounded(located, 6);
  const std::string part = percent_words(product.located_fraction);
  finding.evidence.push_back(
      {"使用中の対象 " + all + " 台、うち所在を把握できるもの " + found + " 台(" + part + ")",
       all + " units in use are concerned; " + found + " of them (" + part + ") can be located"});
  findings.push_back(finding);
}

}  // namespace twinaxis::analysis
