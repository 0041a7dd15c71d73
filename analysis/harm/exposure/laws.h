#pragma once
// The laws that consequence rules choose from: how a recorded truth meets people, things, services,
// data and surroundings. Each is data with a YAML tag; evaluation is in the files beside this one.
// "point" is the name of a recorded column. An empty list of groups or assets means all of the
// site.

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "analysis/harm/exposure/bodies.h"
#include "analysis/harm/exposure/hazards.h"
#include "analysis/harm/exposure/impacts.h"
#include "sim/core/fields.h"

namespace twinaxis::analysis {

/// Production below normal.
struct ServiceInterruption {
  static constexpr std::string_view tag = "interruption";
  std::string service;
  std::vector<std::string> points;  ///< summed; in the unit of the service per second
  double enough_fraction = 0.95;    ///< of normal; at or above it nothing is lost
  double least_lost_s = 60;         ///< of normal production; less is no finding
};

/// Made while it was not as it should be. What looked good, or what nobody noticed, is shipped and
/// found at the customer.
struct OffSpec {
  static constexpr std::string_view tag = "off_spec";
  std::string production;  ///< point, per second
  std::string on_spec;     ///< point, 1 or 0
  std::string stakeholder;
  std::string product;      ///< subject of the finding
  std::string unit;         ///< of the amount
  double least = 0;         ///< amount below which nothing is found
  std::string analyser;     ///< point: what is shown of the quality; "" finds everything at once
  double analyser_low = 0;  ///< in the unit of that point
  double analyser_high = 1;
  std::string noticed;  ///< point: 1 while somebody sees that it is bad; in place of an analyser
};

/// Units of a product in use must be called back.
struct Recall {
  static constexpr std::string_view tag = "recall";
  std::string product;        ///< of the site
  double share_fraction = 1;  ///< of the units in use, or of those that the point counts
  std::string units;          ///< point: units traced; "" takes all of the site in use
};

/// Data left the host.
struct DataLeak {
  static constexpr std::string_view tag = "leak";
  std::string copied_bytes;  ///< point
  std::string data_set;      ///< of the site
};

/// A computer was down, is encrypted, or cannot be trusted any more.
struct HostOutage {
  static constexpr std::string_view tag = "outage";
  std::string host;  ///< subject
  std::string stakeholder;
  std::string running;    ///< point, 1 or 0; "" does not look
  std::string encrypted;  ///< point, 1 or 0; "" does not look
  double least_s = 60;    ///< shorter outages are no finding
};

/// Substance that got out.
struct SubstanceRelease {
  static constexpr std::string_view tag = "release";
  std::string rate;               ///< point, integrated over the run; "" for none
  std::vector<Content> contents;  ///< and the greatest values of these
  double kg_per_unit = 1;
  std::string medium = "air";
  std::string stakeholder;
  double least_kg = 1;
};

using Law =
    std::variant<VesselBurst, FireballBurn, ToxicPlume, FlashFire, Scald, CarbonMonoxide,
                 BluntImpact, ContactForce, KineticEnergy, GroundCasualty, DirectHarm, DirectDamage,
                 ServiceInterruption, OffSpec, Recall, DataLeak, HostOutage, SubstanceRelease>;

void fields(FieldVisitor& v, ServiceInterruption& l);
void fields(FieldVisitor& v, OffSpec& l);
void fields(FieldVisitor& v, Recall& l);
void fields(FieldVisitor& v, DataLeak& l);
void fields(FieldVisitor& v, HostOutage& l);
void fields(FieldVisitor& v, SubstanceRelease& l);

}  // namespace twinaxis::analysis
