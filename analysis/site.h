#pragma once
// Who and what stands around a twin: parties, people, things, services, data, weather, contracts,
// and the criteria by which they judge. Read from scenarios/sites/*.yaml.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "analysis/axes/criteria.h"
#include "analysis/harm/burn.h"
#include "analysis/harm/dispersion.h"
#include "analysis/loss/sector.h"
#include "analysis/recovery/task.h"
#include "sim/core/fields.h"

namespace twinaxis::analysis {

enum class PartyKind : std::uint8_t { company, persons };
inline constexpr std::array<std::string_view, 2> kPartyKindNames = {"company", "persons"};

struct Stakeholder {
  Text name;
  int place = 0;  ///< in tables: lower comes first; equal ones by key
  PartyKind kind = PartyKind::company;
  double net_assets_yen = 0;        ///< company
  double ordinary_profit_yen = 0;   ///< company, a year
  double household_count = 0;       ///< persons
  double household_income_yen = 0;  ///< persons, of one household a year
  TargetLine target;
  std::vector<std::string> answers_for;  ///< parties: a maker for the users of its product
  std::string source;
};

/// People who are at one place.
struct Group {
  Text name;
  std::string stakeholder;
  double distance_m = 0;     ///< from the equipment that may fail
  double direction_rad = 0;  ///< where they are seen from there; north 0, east 90 degree
  std::map<std::string, double> present_persons;  ///< shift -> number
  double indoor_fraction = 0;
  harm::Skin skin = harm::Skin::adult;  ///< for burns
  double age_years = 40;                ///< for burns that kill
};

struct Asset {
  Text name;
  std::string stakeholder;
  double distance_m = 0;
  double count = 1;      ///< equal ones
  double value_yen = 0;  ///< of one, replacement
  bool vital = false;    ///< without it the site counts as destroyed
  std::string source;
};

/// A service that lives on the output of another one, with a store between them: it stands when the
/// store is used up, until that one is back or somebody else supplies it.
struct Supply {
  std::string service = {};    ///< whose output it needs
  std::string stock = {};      ///< recorded point: how long the store lasts at normal use, s
  double enough_fraction = 1;  ///< of that one's normal output; with less the store shrinks
  Takes arrives = {};          ///< from when that one is back until this one is
  std::optional<Takes> replaced = {};  ///< from when it stands until others supply it
};
void fields(FieldVisitor& v, Supply& s);

struct Service {
  Text name;
  std::string stakeholder;
  std::string unit = "1";     ///< of what is produced
  double normal_per_s = 0;    ///< production of a normal second, in that unit
  double margin_yen = 0;      ///< operating profit of one unit: contribution less fixed cost
  double stock_s = 0;         ///< an outage of this length is bridged by stock
  double idle_yen_per_s = 0;  ///< standing charges: fixed cost that goes on, not in the margin
  std::optional<Supply> supply;
  std::string source;
};

/// Personal data or secrets on a host.
struct DataSet {
  Text name;
  std::string stakeholder;  ///< who holds it
  std::string subjects;     ///< stakeholder whom the data speak of, or "" if they are no party
  double persons = 0;
  double bytes = 0;
  int mental_class = 1;     ///< x of the JO model, 1 to 3
  int economic_class = 1;   ///< y of the JO model, 1 to 3
  int identifiability = 6;  ///< 6, 3 or 1
  bool above_ordinary_responsibility = false;
  bool bad_after_care = false;
  bool secret = false;  ///< trade secret
  double advantage_yen_per_year =
      0;                   ///< that the secret brings to whom it speaks of, or the holder
  double lasts_years = 0;  ///< until rivals would know anyway
  double rival_uses_probability = 1;  ///< a rival that has it makes use of it
  double discount_per_year = 0.05;    ///< of later years
  std::string source;
};

/// Goods of one kind that are out with their users.
struct Product {
  Text name;
  std::string stakeholder;  ///< who made it and has to call it back
  double units_in_use = 0;
  double located_fraction = 1;  ///< of them that a call reaches
  std::string source;
};

struct Weather {
  double wind_m_per_s = 3;
  double wind_height_m = 10;
  double wind_towards_rad = 0;  ///< where the wind blows to
  harm::Stability stability = harm::Stability::D;
  harm::Terrain terrain = harm::Terrain::urban;
  double temperature_K = 288.15;
  double water_vapour_Pa = 1200;
  bool random_direction = false;  ///< a sample draws where the wind blows to
};

/// What one party owes another when it is liable.
struct Contract {
  Text name;
  std::string liable;
  std::string to;
  double share_fraction = 1;  ///< of the loss
  double cap_yen = 0;         ///< liability ends here
  std::string source;
};

struct Site {
  Text name;
  int price_year = 2024;
  std::string shift;                             ///< of a plain run
  std::map<std::string, double> shift_fraction;  ///< of the year; a sample draws its shift
  std::map<std::string, Stakeholder> stakeholders;
  std::map<std::string, Group> groups;
  std::map<std::string, Asset> assets;
  std::map<std::string, Service> services;
  std::map<std::string, DataSet> data_sets;
  std::map<std::string, Product> products;
  std::map<std::string, Contract> contracts;
  Region region;  ///< businesses that its services supply
  std::map<std::string, Crew> crews;
  Weather weather;
  Criteria criteria;
};
/// Keys of the stakeholders in the order of tables.
std::vector<std::string> ordered_stakeholders(const Site& site);
void fields(FieldVisitor& v, Stakeholder& s);
void fields(FieldVisitor& v, Group& g);
void fields(FieldVisitor& v, Asset& a);
void fields(FieldVisitor& v, Service& s);
void fields(FieldVisitor& v, DataSet& d);
void fields(FieldVisitor& v, Product& p);
void fields(FieldVisitor& v, Weather& w);
void fields(FieldVisitor& v, Contract& c);
void fields(FieldVisitor& v, Site& s);

/// References to parties, tags, crews and shifts that do not exist, fractions that do not sum to 1,
/// and the contradictions of the criteria, as dotted paths.
std::vector<FieldProblem> problems(const Site& site);

}  // namespace twinaxis::analysis
