#pragma once
// M-out-of-N voting of a safety function, with channels that are known to be bad.
// Source of the idea: IEC 61508-6 annex B (voted groups); the degraded states are those that safety
// controllers offer as settings.

#include <array>
#include <span>
#include <string_view>

#include "sim/core/fields.h"

namespace twinaxis {

/// What one channel says.
enum class Vote {
  ok,        ///< no demand
  trip,      ///< demand
  faulty,    ///< diagnosed: counts as the group's policy says
  bypassed,  ///< taken out by a key: no longer a member of the group
};

/// How a diagnosed fault counts.
enum class FaultPolicy {
  votes_trip,  ///< 2oo3 becomes 1oo2: safe, more spurious trips
  ignored,     ///< 2oo3 becomes 2oo2: available, less safe
};
inline constexpr std::array<std::string_view, 2> kFaultPolicyNames = {"votes_trip", "ignored"};

struct VotingParams {
  int needed_count = 2;  ///< M: votes that trip
  FaultPolicy fault_policy = FaultPolicy::votes_trip;
  /// Whether M follows when so many channels are missing that it could never be reached: then all
  /// that are left must agree. False: such a group is silent until a channel comes back.
  bool degrades = true;
};

void fields(FieldVisitor& v, VotingParams& p);

/// Whether the group trips. A group of which every channel is missing trips, unless `degrades` is
/// false.
bool vote(const VotingParams& p, std::span<const Vote> channels);

/// The middle of three values, the mean of two, the one that is left: selection of an analogue
/// signal among channels. Values that are not numbers do not take part; none left: not a number.
/// At most 16 channels.
double middle(std::span<const double> values);

}  // namespace twinaxis
