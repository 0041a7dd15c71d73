// Economics: how a stop spreads through sectors (analysis/loss/inoperability.h).

#include "analysis/loss/inoperability.h"
#include "tests/golden/rows.h"

namespace twinaxis::golden {
namespace {

using namespace analysis;

const SectorMatrix kTwoSectors{{0, 0.3}, {0.2, 0}};

std::vector<double> three_sectors() {
  const std::vector<double> outputs{150, 200, 120};
  const auto shares = interdependency({{20, 50, 10}, {30, 10, 40}, {10, 20, 15}}, outputs);
  // A tenth of the final demand of sector 2: of 200 - (30 + 10 + 40).
  return static_inoperability(shares, std::vector<double>{0, 0.1 * 120 / 200, 0});
}

InoperabilityAt two_sectors_after(double time_s) {
  return inoperability_after({kTwoSectors, {0.5, 0.5}, {0.4, 0}, {0, 0}}, time_s);
}

void add_static(Targets& t) {
  constexpr double kDigits = 5e-9;  // the last digit of the reference
  t.row({"E3 static", "Economics", "2 sectors, demand of sector 1 falls by 0.1 of its output",
         "exact", "Santos, Haimes 2004"},
        0);
  const std::vector<double> lost{0.1, 0};
  // The reference has 7 decimals: (0.1, 0.02) / (1 - 0.06).
  t.absolute("q1", "1", 0.1 / 0.94, 1e-8, [=] {
     return static_inoperability(kTwoSectors, lost)[0];
   }).absolute("q2", "1", 0.02 / 0.94, 1e-8, [=] {
    return static_inoperability(kTwoSectors, lost)[1];
  });
  t.row({"Risk 3", "Economics", "3 sectors, a tenth of final demand of sector 2 falls away",
         "independent run", "Santos, Haimes 2004"},
        0)
      .absolute("q1", "1", 0.028596415, kDigits, [] { return three_sectors()[0]; })
      .absolute("q2", "1", 0.071097508, kDigits, [] { return three_sectors()[1]; })
      .absolute("q3", "1", 0.016265850, kDigits, [] { return three_sectors()[2]; })
      .absolute("output lost in all", "flow", 20.460866, 1e-6, [] {
        const auto q = three_sectors();
        return 150 * q[0] + 200 * q[1] + 120 * q[2];
      });
}

void add_dynamic(Targets& t) {
  t.row({"E3 dynamic", "Economics", "2 sectors, K 0.5, q(0) (0.4, 0)", "independent run",
         "Lian, Haimes 2006"},
        0);
  struct Value {
    double time_s, first, second;
  };
  for (const Value v : {Value{1, 0.244434131, 0.024321925},
                        {2, 0.151588447, 0.029725543},
                        {5, 0.039185182, 0.017462474}}) {
    const std::string after = " after " + std::to_string(static_cast<int>(v.time_s));
    t.absolute("q1" + after, "1", v.first, 1e-8, [=] {
       return two_sectors_after(v.time_s).fraction[0];
     }).absolute("q2" + after, "1", v.second, 1e-8, [=] {
      return two_sectors_after(v.time_s).fraction[1];
    });
  }
  // Of the slower mode, 0.5 (1 - sqrt 0.06) = 0.378, nothing is left after 100.
  t.absolute("integral of q1", "time", 0.851063830, 1e-8, [] {
     return two_sectors_after(100).integral_s[0];
   }).absolute("integral of q2", "time", 0.170212766, 1e-8, [] {
    return two_sectors_after(100).integral_s[1];
  });
  t.row({"E3 recovery", "Economics", "from 0.4 to 0.01 in 30, sector alone", "exact",
         "Lian, Haimes 2006"},
        0)
      .absolute("k", "1/time", 0.12296265, 1e-8, [] { return recovery_rate_per_s(0.4, 0.01, 30); });
}

}  // namespace

std::vector<Target> economics_targets() {
  Targets t;
  add_static(t);
  add_dynamic(t);
  return t.all();
}

}  // namespace twinaxis::golden
