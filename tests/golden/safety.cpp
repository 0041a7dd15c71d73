// Probability of failure on demand of voted groups: sim/control/reliability.h.

#include "sim/control/reliability.h"
#include "tests/golden/golden.h"

namespace twinaxis::golden {
namespace {

VotedGroup group(int needed, int channels) {
  return {.needed_count = needed,
          .channel_count = channels,
          .dangerous_undetected_per_s = 2e-6 / 3600,
          .common_cause_fraction = 0.05,
          .proof_test_interval = duration_from_s(8760 * 3600.0)};
}

}  // namespace

std::vector<Target> safety_targets() {
  std::vector<Target> all;
  const auto add = [&](const std::string& quantity, double expected, const std::string& source,
                       std::function<double()> obtained) {
    all.push_back({"A24", "Voted groups", "lambda_DU 2e-6/h, test every 8760 h, beta 5 %", quantity,
                   "1", expected, relative(expected, 1e-3), "exact", source, std::move(obtained)});
  };
  const std::string simplified = "simplified forms of IEC 61508-6 annex B";
  const auto form = [](int m, int n) {
    return [=] { return pfd_average_simplified(group(m, n)); };
  };
  add("PFDavg 1oo1", 8.7600e-3, simplified, form(1, 1));
  add("PFDavg 1oo2", 5.30341e-4, simplified, form(1, 2));
  add("PFDavg 2oo3", 7.15023e-4, simplified, form(2, 3));
  add("PFDavg 1oo3", 4.39153e-4, simplified, form(1, 3));
  add("PFDavg 1oo1, exact", 8.70906e-3, "1 - (1 - exp(-lambda T)) / (lambda T)",
      [] { return pfd_average(group(1, 1)); });
  return all;
}

}  // namespace twinaxis::golden
