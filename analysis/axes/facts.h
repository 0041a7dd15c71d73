#pragma once
// What the criteria of a site look at: a handful of numbers per stakeholder, each with the thing
// that it comes from.

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "sim/core/fields.h"

namespace twinaxis::analysis {

enum class FactName : std::uint8_t {
  // axis 1: can it be undone
  deaths,              ///< persons
  serious_injuries,    ///< persons, treatment of 30 days or more
  slight_injuries,     ///< persons
  time_to_recover,     ///< until the slowest service is back at 95 %
  destroyed_fraction,  ///< greatest share of a vital asset that has to be replaced
  leaked_persons,      ///< persons whose data left
  leaked_secrets,      ///< sets of trade secrets that left
  // the same, among the parties that a maker answers for
  caused_deaths,            ///< persons
  caused_serious_injuries,  ///< persons, treatment of 30 days or more
  caused_accidents,         ///< such persons, and what counts as an accident by itself (a fire)
  // a death that the counts, being medians, may not show
  death_probability,         ///< of at least one; in a sample 1 if somebody died
  caused_death_probability,  ///< the same, among the parties that it answers for
  serious_probability,       ///< of at least one serious injury or death, likewise
  injury_probability,        ///< of at least one hurt in any way, likewise
  // axis 2: money
  loss_yen,                   ///< companies, before compensation received
  loss_per_net_assets,        ///< companies
  loss_per_ordinary_profit,   ///< companies
  loss_per_household_income,  ///< persons: mean loss of a household over its yearly income
};
inline constexpr std::array<std::string_view, 18> kFactNames = {"deaths",
                                                                "serious_injuries",
                                                                "slight_injuries",
                                                                "time_to_recover",
                                                                "destroyed_fraction",
                                                                "leaked_persons",
                                                                "leaked_secrets",
                                                                "caused_deaths",
                                                                "caused_serious_injuries",
                                                                "caused_accidents",
                                                                "death_probability",
                                                                "caused_death_probability",
                                                                "serious_probability",
                                                                "injury_probability",
                                                                "loss_yen",
                                                                "loss_per_net_assets",
                                                                "loss_per_ordinary_profit",
                                                                "loss_per_household_income"};

/// Whether the fact speaks of money and so belongs to axis 2.
constexpr bool is_money(FactName name) { return name >= FactName::loss_yen; }
/// Unit of a fact, and its name for people.
std::string_view unit_of(FactName name);
const Text& text_of(FactName name);
/// A value of it: "372 million yen", "3 days", "4.2 %", "25".
Text fact_words(FactName name, double value);

struct Fact {
  double value = 0;
  /// What it comes from: a rule, a task or a ledger line (its id), the greatest if several.
  std::string driver;
  Text because;  ///< a sentence
};
using Facts = std::map<FactName, Fact>;  ///< only those that are not zero

}  // namespace twinaxis::analysis
