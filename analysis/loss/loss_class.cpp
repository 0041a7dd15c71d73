#include "analysis/loss/loss_class.h"

namespace twinaxis::analysis {

const Text& text_of(LossClass loss_class) {
  static const std::array<Text, kLossClassNames.size()> texts = {{
      {"費用損害(事故対応)", "response cost"},
      {"賠償損害", "liability"},
      {"利益損害", "lost profit"},
      {"金銭損害", "money paid out"},
      {"行政損害", "fines"},
      {"無形損害", "intangible loss"},
      {"財物損害", "property damage"},
      {"人身損害", "injury"},
  }};
  return texts[static_cast<std::size_t>(loss_class)];
}

}  // namespace twinaxis::analysis
