#pragma once
// How likely a safety function is to fail when it is demanded: voted groups of equal channels with
// dangerous undetected failures, a proof test that finds all of them, and common-cause failures
// after the beta-factor model. Source: IEC 61508-6:2010, annex B (the simplified forms) and annex D
// (beta factor).

#include "sim/core/fields.h"

namespace twinaxis {

/// M out of N channels must work for the function to work.
struct VotedGroup {
  int needed_count = 1;                   ///< M
  int channel_count = 1;                  ///< N
  double dangerous_undetected_per_s = 0;  ///< lambda_DU of one channel
  double common_cause_fraction = 0;       ///< beta: share of the failures that hits all at once
  Duration proof_test_interval{};
};

void fields(FieldVisitor& v, VotedGroup& g);

/// Probability that the group fails on a demand `since_test_s` after a perfect proof test:
/// 1 - (1 - F_common) P(at least M of N independent channels work). For one channel
/// 1 - exp(-lambda t). An overdue test is a time beyond the interval.
double pfd_at(const VotedGroup& group, double since_test_s);

/// Its mean over the proof test interval, by quadrature of pfd_at (relative error below 1e-12).
double pfd_average(const VotedGroup& group);

/// The simplified form:  C(N, N-M+1) ((1-beta) lambda T)^(N-M+1) / (N-M+2) + beta lambda T / 2,
/// valid for lambda T << 1. It gives lambda T / 2 for 1oo1 and the textbook 1oo2, 2oo3, 1oo3.
double pfd_average_simplified(const VotedGroup& group);

/// Safety integrity level of an average probability of failure on demand (low demand mode):
/// SIL n is 10^-(n+1) <= PFD < 10^-n, n = 1..4. Source: IEC 61508-1:2010 table 2. 0: above SIL 1;
/// better than SIL 4 counts as 4, the highest that may be claimed.
int sil_of_pfd(double pfd_average);
/// The same for the frequency of dangerous failures (high demand or continuous mode), per hour:
/// SIL n is 10^-(n+5) <= PFH < 10^-(n+4). Source: IEC 61508-1:2010 table 3.
int sil_of_pfh(double failures_per_hour);

}  // namespace twinaxis
