#include "analysis/loss/cost_item.h"

namespace twinaxis::analysis {

void fields(FieldVisitor& v, CostItem& c) {
  v("id", c.id, "name of the cost item", required);
  v("what", c.what, "in words", required);
  v("follows", c.follows, "rules, tasks or services whose quantity counts");
  v("caused", c.caused, "rules any of which must have come of it; none: any");
  v("unless", c.unless, "rules none of which may have come of it");
  v("of", c.of, "stakeholder whose fact counts, without 'follows'");
  v("quantity", c.quantity, "which quantity or fact; 'one' counts 1 if there is anything");
  v("times", c.times, "1", at_least(0), "factor on the quantity");
  v("cap", c.cap_yen, "yen", at_least(0), "the amount ends here, as a penalty's does");
  v("price", c.price, "name in the catalogue of unit costs", required);
  v("bearer", c.bearer, "account that loses", required);
  v("payee", c.payee, "account that gains", required);
  v("category", c.category, kLossClassNames, "class of loss", required);
  v("information", c.information, "shown beside the loss, not part of it");
}

void fields(FieldVisitor& v, Claim& c) {
  v("id", c.id, "name of the claim", required);
  v("what", c.what, "in words", required);
  v("follows", c.follows, "rules any of which makes it arise; none: any");
  v("caused", c.caused, "rules any of which must have come of it; none: any");
  v("when", c.when, "condition on the run");
  v("from", c.from, "account that pays, if no contract says");
  v("to", c.to, "stakeholder who is paid, if no contract says");
  v("contract", c.contract, "contract of the site that holds");
  v("covers", c.covers, "classes of loss; none: all");
  v("share", c.share_fraction, "1", fraction(), "of that loss, if no contract says");
  v("source", c.source, "why it is owed");
}

}  // namespace twinaxis::analysis
