#pragma once
// How an intensity at a place becomes harm or damage: which probit, for whom.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "sim/core/fields.h"

namespace twinaxis::analysis {

enum class Severity : std::uint8_t { death, serious, slight };
inline constexpr std::array<std::string_view, 3> kSeverityNames = {"death", "serious", "slight"};
enum class Whereabouts : std::uint8_t { anywhere, outdoors, indoors };
inline constexpr std::array<std::string_view, 3> kWhereaboutsNames = {"anywhere", "outdoors",
                                                                      "indoors"};

/// Probability of at least this severity = share x Phi(probit - 5). Several curves for one severity
/// act independently.
struct HarmCurve {
  Severity severity = Severity::death;
  Whereabouts where = Whereabouts::anywhere;
  std::string probit;  ///< name in the registry of analysis/harm
  double share_fraction =
      1;               ///< of the people there who can be hit so (near a window, in the open)
  std::string source;  ///< of the share
};
void fields(FieldVisitor& v, HarmCurve& c);

/// At least this part of the value must be repaired with probability Phi(probit - 5).
struct DamageCurve {
  std::string probit;
  double repair_fraction = 0;
  std::string source;
};
void fields(FieldVisitor& v, DamageCurve& c);

/// This part of the value must be repaired from this heat on.
struct HeatDamage {
  double above_W_per_m2 = 0;
  double repair_fraction = 0;
  std::string source;
};
void fields(FieldVisitor& v, HeatDamage& d);

/// What a truth point counts, in mass.
struct Content {
  std::string point;
  double kg_per_unit = 1;
};
void fields(FieldVisitor& v, Content& c);

}  // namespace twinaxis::analysis
