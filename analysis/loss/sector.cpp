#include "analysis/loss/sector.h"

#include "analysis/problem_list.h"
#include "sim/core/text.h"

namespace twinaxis::analysis {

void fields(FieldVisitor& v, Sector& s) {
  v("name", s.name, "what people call it", required);
  v("stakeholder", s.stakeholder, "who loses when it does not work", required);
  v("output", s.output_yen_per_s, "yen/s", above(0), "value added in normal operation", required);
  v("recovers_in", s.recovers_in_s, "s", above(0),
    "alone, what it does not deliver falls to a hundredth in this time", required);
  v("stock", s.stock_s, "s", at_least(0), "of each service, in time of normal supply");
  v("needs_services", s.needs_services, "1", fraction(),
    "by service of the site: part of the output that is lost while it delivers nothing");
  v("needs_sectors", s.needs_sectors, "1", fraction(),
    "by sector: part of the output that is lost while that one stands still (a row of A*)");
  v("provenance", s.provenance, kProvenanceNames, "what kind of source", required);
  v("source", s.source, "where the numbers come from", required);
}

std::vector<FieldProblem> problems(const Region& region, const std::vector<std::string>& parties,
                                   const std::vector<std::string>& services) {
  ProblemList list;
  const auto sectors = keys_of(region);
  for (const auto& [id, sector] : region) {
    const std::string path = "region." + id;
    list.must_exist(path + ".stakeholder", "stakeholder", sector.stakeholder, parties);
    if (std::ranges::find(services, id) != services.end()) {
      list.add(path,
               "'" + id + "' is a service of the site, too: give the sector a name of its own");
    }
    double of_services = 0, of_sectors = 0;
    for (const auto& [service, part] : sector.needs_services) {
      list.must_exist(path + ".needs_services." + service, "service", service, services);
      of_services += part;
    }
    for (const auto& [other, part] : sector.needs_sectors) {
      list.must_exist(path + ".needs_sectors." + other, "sector", other, sectors);
      of_sectors += part;
    }
    if (of_sectors >= 1) {
      list.add(path + ".needs_sectors", "must sum to less than 1, found " + rounded(of_sectors, 4));
    } else if (of_services + of_sectors > 1 + 1e-9) {
      list.add(path + ".needs_services",
               "needs of services and sectors must sum to at most 1, found " +
                   rounded(of_services + of_sectors, 4));
    }
  }
  return list.take();
}

}  // namespace twinaxis::analysis
