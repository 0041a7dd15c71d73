#pragma once
// How a stop spreads through sectors that supply each other: the inoperability input-output model,
// static and dynamic. Inoperability q of a sector: the part of its output as planned that it does
// not deliver.
//
// Sources: Santos, Haimes, Modeling the demand reduction input-output (I-O) inoperability due to
// terrorism of interconnected infrastructures, Risk Analysis 24 (2004) 1437-1451; Lian, Haimes,
// Managing the risk of terrorism to interdependent infrastructure systems through the dynamic
// inoperability input-output model, Systems Engineering 9 (2006) 241-258.
//
// Linear: shares of supply stay as they are, nobody substitutes, no stock bridges. Valid for small
// q; a result above 1 says that the perturbation is beyond the model.

#include <span>
#include <vector>

namespace twinaxis::analysis {

/// Rows of a square matrix, a row and a column for each sector.
using SectorMatrix = std::vector<std::vector<double>>;

// All functions: sizes agree, outputs and rates of recovery are positive, and there is a finite
// answer; else ContractError.

/// A* = diag(x)^-1 A diag(x) with A = Z diag(x)^-1, so a*_ij = z_ij / x_i: what sector j takes of
/// the output of sector i. Flows from row to column, outputs in the same unit.
SectorMatrix interdependency(const SectorMatrix& flows, std::span<const double> outputs);

/// q = (I - A*)^-1 c*, where c* is lost final demand over output of each sector.
std::vector<double> static_inoperability(const SectorMatrix& interdependency,
                                         std::span<const double> lost_demand_fraction);

/// dq/dt = K [(A* - I) q + c*] from q(0), with a c* that stays.
struct DynamicInoperability {
  SectorMatrix interdependency;
  std::vector<double> recovery_per_s;  ///< diagonal of K
  std::vector<double> initial_fraction;
  std::vector<double> lost_demand_fraction;
};
struct InoperabilityAt {
  std::vector<double> fraction;    ///< q(t)
  std::vector<double> integral_s;  ///< of q from 0 to t: times output it is the output lost
};
/// In closed form, by the matrix exponential.
InoperabilityAt inoperability_after(const DynamicInoperability& model, double time_s);

/// The entry of K with which a sector alone comes from one inoperability to a smaller one in that
/// time: k = ln(q0 / qT) / (T (1 - a*_ii)).
double recovery_rate_per_s(double from_fraction, double to_fraction, double time_s,
                           double own_interdependency = 0);

}  // namespace twinaxis::analysis
