#include "analysis/law_problems.h"

#include "analysis/each.h"
#include "analysis/harm/blunt_injury.h"
#include "analysis/harm/contact_limits.h"
#include "analysis/harm/dispersion.h"
#include "analysis/harm/fireball.h"
#include "analysis/harm/probit.h"

namespace twinaxis::analysis {
namespace {

template <class T>
std::vector<std::string> names_of(const std::vector<T>& laws) {
  std::vector<std::string> names;
  for (const T& law : laws) names.push_back(law.info.name);
  return names;
}

/// One law under one path.
class LawCheck {
 public:
  LawCheck(std::string path, const KnownNames& known, ProblemList& list)
      : path_(std::move(path)), known_(known), list_(list) {}

  void operator()(const VesselBurst& l) {
    point("pressure", l.pressure);
    point("gas_volume", l.gas_volume);
    list_.must_exist(path_ + ".energy", "energy of a burst", l.energy,
                     {"isentropic", "brode", "isothermal", "availability"});
    hit(l.groups, l.assets);
    probits("people", l.people, names_of(harm::overpressure_probits()));
    probits("damage", l.damage, names_of(harm::overpressure_probits()));
  }
  void operator()(const FireballBurn& l) {
    contents(l.contents);
    point("flash_fraction", l.flash_fraction);
    point("pressure", l.pressure);
    list_.must_exist(path_ + ".law", "fireball law", l.law, names_of(harm::fireball_laws()));
    hit(l.groups, l.assets);
    probits("people", l.people, names_of(harm::thermal_probits()));
  }
  void operator()(const ToxicPlume& l) {
    point("rate", l.rate);
    spread(l.spread);
    hit(l.groups, {});
    probits("people", l.people, names_of(harm::toxic_probits()));
  }
  void operator()(const FlashFire& l) {
    point("rate", l.rate);
    spread(l.spread);
    hit(l.groups, {});
  }
  void operator()(const Scald& l) {
    point("water", l.water);
    point("exposed", l.exposed, false);
    list_.must_exist(path_ + ".law", "scald law", l.law, names_of(harm::scald_laws()));
    hit(l.groups, {});
  }
  void operator()(const CarbonMonoxide& l) {
    point("concentration", l.concentration);
    point("present", l.present, false);
    hit(l.groups, {});
    if (l.serious_from_fraction < l.poisoned_from_fraction) {
      list_.add(path_ + ".serious_from", "must not be below 'poisoned_from'");
    }
  }
  void operator()(const BluntImpact& l) {
    striker(l.striker);
    region(l.region);
    point("protects", l.protects, false);
    list_.must_exist(path_ + ".law", "law of head injury", l.law,
                     names_of(harm::head_injury_laws()));
    if (l.stiffness_high_N_per_m < l.stiffness_low_N_per_m) {
      list_.add(path_ + ".stiffness_high", "must not be below 'stiffness_low'");
    }
    if (l.stiffness_low_N_per_m <= 0 && l.stiffness_high_N_per_m > 0) {
      list_.add(path_ + ".stiffness_low", "give it with 'stiffness_high'");
    }
    if (l.padding_ratio <= 0) list_.add(path_ + ".padding", "must be > 0: no contact is that soft");
    hit(l.groups, {});
  }
  void operator()(const ContactForce& l) {
    regions("force", l.force, l.region);
    if (!l.clamped_force.empty()) regions("clamped_force", l.clamped_force, l.region);
    if (l.head) head(*l.head, l.region);
    hit(l.groups, {});
  }
  void operator()(const KineticEnergy& l) {
    striker(l.striker);
    hit(l.groups, {});
  }
  void operator()(const GroundCasualty& l) {
    striker(l.striker);
    point("angle_point", l.angle, false);
    number_or_point("width", l.width_m, l.width);
    hit({l.group}, {});
  }
  void operator()(const DirectHarm& l) { hit({l.group}, {}); }
  void operator()(const DirectDamage& l) {
    hit({}, {l.asset});
    point("fraction", l.fraction, false);
  }
  void operator()(const ServiceInterruption& l) {
    const auto services = keys_of(known_.site.services);
    list_.must_exist(path_ + ".service", "service", l.service, services);
    for (std::size_t i = 0; i < l.points.size(); ++i) point(at("points", i), l.points[i]);
    const auto service = known_.site.services.find(l.service);
    if (service != known_.site.services.end() && service->second.normal_per_s <= 0) {
      list_.add(path_ + ".service", "'" + l.service + "' has no normal production");
    }
  }
  void operator()(const OffSpec& l) {
    point("production", l.production);
    point("on_spec", l.on_spec);
    point("analyser", l.analyser, false);
    point("noticed", l.noticed, false);
    if (!l.analyser.empty() && !l.noticed.empty()) {
      list_.add(path_ + ".noticed", "give 'analyser' or 'noticed', not both");
    }
    party(l.stakeholder);
  }
  void operator()(const Recall& l) {
    list_.must_exist(path_ + ".product", "product", l.product, keys_of(known_.site.products));
    point("units", l.units, false);
  }
  void operator()(const DataLeak& l) {
    point("copied_bytes", l.copied_bytes);
    list_.must_exist(path_ + ".data_set", "data set", l.data_set, keys_of(known_.site.data_sets));
  }
  void operator()(const HostOutage& l) {
    point("running", l.running, false);
    point("encrypted", l.encrypted, false);
    party(l.stakeholder);
  }
  void operator()(const SubstanceRelease& l) {
    point("rate", l.rate, false);
    contents(l.contents);
    party(l.stakeholder);
  }

 private:
  void point(const std::string& field, const std::string& name, bool wanted = true) {
    list_.must_exist(path_ + "." + field, "recorded point", name, known_.points, wanted);
  }
  void contents(const std::vector<Content>& contents) {
    for (std::size_t i = 0; i < contents.size(); ++i) {
      point(at("contents", i, "point"), contents[i].point);
    }
  }
  void striker(const Striker& s) {
    point("speed", s.speed);
    point("struck", s.struck, false);
    number_or_point("mass", s.mass_kg, s.mass);
  }
  /// A quantity above 0 that is either written or recorded as a point.
  void number_or_point(const std::string& field, double number, const std::string& name) {
    point(field + "_point", name, false);
    if (name.empty() == (number <= 0)) {
      list_.add(path_ + "." + field, "give '" + field + "' or '" + field + "_point': one of them");
    }
  }
  void head(const HeadBlow& blow, const std::string& name) {
    regions("head.speed", blow.speed, name);
    regions("head.mass_point", blow.mass, name);
    list_.must_exist(path_ + ".head.law", "law of head injury", blow.law,
                     names_of(harm::head_injury_laws()));
    std::vector<Member> members = points_like(blow.speed, known_.points);
    if (!name.empty()) members = {{blow.speed, name}};
    for (const Member& member : members) {
      const auto* r = harm::find_body_region(member.name);
      if (r == nullptr || harm::is_head(*r)) continue;
      list_.add(path_ + ".head.speed", "'" + member.name + "' is no region of the head");
    }
  }
  /// A point of one region, or one of each region that it has.
  void regions(const std::string& field, const std::string& form, const std::string& name) {
    if (!name.empty()) {
      point(field, form);
      return region(name);
    }
    const auto members = points_like(form, known_.points);
    if (members.empty()) {
      list_.add(path_ + "." + field, "no recorded point is like '" + form +
                                         "': give 'region', or a form such as "
                                         "'worker.<each>.force'");
    }
    for (const Member& member : members) region(member.name);
  }
  void region(const std::string& name) {
    std::vector<std::string> names;
    for (const auto& r : harm::body_regions()) names.emplace_back(r.name);
    list_.must_exist(path_ + ".region", "region of the body", name, names);
  }
  void party(const std::string& name) {
    list_.must_exist(path_ + ".stakeholder", "stakeholder", name,
                     keys_of(known_.site.stakeholders));
  }
  void spread(const std::string& name) {
    list_.must_exist(path_ + ".spread", "law of spread", name, names_of(harm::plume_spread_laws()));
  }
  void hit(const std::vector<std::string>& groups, const std::vector<std::string>& assets) {
    for (const auto& g : groups) {
      list_.must_exist(path_ + ".groups", "group of people", g, keys_of(known_.site.groups));
    }
    for (const auto& a : assets) {
      list_.must_exist(path_ + ".assets", "asset", a, keys_of(known_.site.assets));
    }
  }
  template <class Curve>
  void probits(const std::string& field, const std::vector<Curve>& curves,
               const std::vector<std::string>& known) {
    for (std::size_t i = 0; i < curves.size(); ++i) {
      list_.must_exist(path_ + "." + at(field, i, "probit"), "probit", curves[i].probit, known);
    }
  }

  std::string path_;
  const KnownNames& known_;
  ProblemList& list_;
};

}  // namespace

void check_law(const Law& law, const std::string& path, const KnownNames& known,
               ProblemList& list) {
  std::visit(LawCheck(path, known, list), law);
}

}  // namespace twinaxis::analysis
