#pragma once
// The thermocouples of the condition monitoring and the gateways that read them: one gateway for
// each zone, one for fan and motor, two for the holding furnace. The shipped plant has sixty
// sensors at six gateways.

#include <map>
#include <string>
#include <vector>

#include "models/furnace/thermocouple.h"
#include "models/furnace/works_params.h"
#include "sim/core/random.h"
#include "sim/core/time.h"
#include "sim/cyber/plan.h"

namespace twinaxis::furnace {

/// A thermocouple: what it measures, where it hangs.
struct SensorPlace {
  std::string name;     ///< "TC-210": gateway 2, row 1, place 0
  std::string truth;    ///< "furnace.heating.temperature"
  std::string group;    ///< of the range report: "heating"
  double offset_K = 0;  ///< of its place against that truth (assumption)
  std::string doc;
};
struct Gateway {
  std::string host;          ///< "gw2"
  std::string collector;     ///< the server that it sends to
  ThermocoupleParams usual;  ///< what its sensors are unless said otherwise
  std::vector<SensorPlace> sensors;
  std::string channel() const { return host + "->" + collector + ":readings"; }
};
/// Those that this plant has. Sensors of one kind at one place are a row; each row at a gateway is
/// numbered from a ten on: TC-210, TC-211 in the wells of the second zone, TC-220 under its roof.
std::vector<Gateway> gateways_of(const WorksParams& p);
/// Names of the sensors of a group, with this before and after: "collector1." ".reading".
std::vector<std::string> sensors_of(const std::vector<Gateway>& gateways, const std::string& group,
                                    const std::string& before, const std::string& after);

struct GatewayParams {
  Duration period{10'000'000'000};  ///< of conversion and of the block sent
  /// Every sensor by its name. At first: lag 20 s in the furnace, 10 s and little noise on
  /// machines, 60 s on shells (assumption).
  std::map<std::string, ThermocoupleParams> sensors;
};
/// Each sensor as it usually is.
GatewayParams usual_sensors(const std::vector<Gateway>& gateways);
void fields(FieldVisitor& v, GatewayParams& p);

/// Adds the gateways with their sensors: points X.reading, gwN.cold_junction (the reference that
/// the gateway measures; all its readings stand on it), copies at the collecting server, channels.
/// The servers are added by somebody else; `air` is the truth of the cold junctions;
/// noise is drawn from `luck`.
void add_gateways(const GatewayParams& p, const std::vector<Gateway>& gateways, const Luck& luck,
                  const std::string& air, PointTable& table, cyber::NetworkPlan& plan);

}  // namespace twinaxis::furnace
