// Products that must be called back.

#include "analysis/harm/exposure/evaluate.h"
#include "analysis/words.h"

namespace twinaxis::analysis {

void evaluate(const Recall& law, const Scene& scene, Findings& findings) {
  const Product& product = scene.site.products.at(law.product);
  const Column* traced = column_or_null(scene, law.units);
  const double out = traced ? traced->maximum : product.units_in_use;
  const double units = law.share_fraction * out;
  if (units <= 0) return;
  const double located = units * product.located_fraction;
  Finding finding = start_finding(scene, FindingKind::product, law.product, product.stakeholder);
  finding.quantities["units"] = {units, "1"};
  finding.quantities["located"] = {located, "1"};
  const std::string all = count_words(units), found = count_words(located);
  const std::string part = percent_words(product.located_fraction);
  if (traced) {
    finding.from = first_above_0(scene.recording, *traced).value_or(scene.at);
    finding.evidence.push_back({"追跡で特定した出荷済みの対象" + all +
                                    "個、うち所在を把握できるもの" + found + "個(" + part + ")",
                                all + " units that were shipped are traced; " + found +
                                    " of them (" + part + ") can be located"});
  } else {
    finding.evidence.push_back(
        {"使用中の対象" + all + "台、うち所在を把握できるもの" + found + "台(" + part + ")",
         all + " units in use are concerned; " + found + " of them (" + part + ") can be located"});
  }
  findings.push_back(finding);
}

}  // namespace twinaxis::analysis
