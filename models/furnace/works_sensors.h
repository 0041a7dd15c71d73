#pragma once
// The sixty thermocouples of the condition monitoring and the gateways that read them.

#include <map>
#include <string>
#include <vector>

#include "models/furnace/thermocouple.h"
#include "sim/core/random.h"
#include "sim/core/time.h"
#include "sim/cyber/plan.h"

namespace twinaxis::furnace {

/// A thermocouple: what it measures, where it hangs.
struct SensorPlace {
  std::string name;     ///< "TC-201"
  std::string truth;    ///< "furnace.heating.temperature"
  std::string group;    ///< of the range report: "heating"
  int gateway = 1;      ///< 1 to 6
  double offset_K = 0;  ///< of its place against that truth (assumption)
  std::string doc;
};
/// All of them, gateway by gateway, ten each.
const std::vector<SensorPlace>& sensor_places();
inline constexpr int kGateways = 6;

struct GatewayParams {
  Duration period{10'000'000'000};  ///< of conversion and of the block sent
  /// Every sensor by its name. At first: lag 20 s in the furnace, 10 s and little noise on
  /// machines, 60 s on shells (assumption).
  std::map<std::string, ThermocoupleParams> sensors;
  GatewayParams();
};
void fields(FieldVisitor& v, GatewayParams& p);

/// "gw3", the collecting server that it sends to, and the channel.
std::string gateway_name(int gateway);
std::string collector_of(int gateway);
std::string gateway_channel(int gateway);
/// Names of the sensors of a group, with this before and after: "collector1." ".reading".
std::vector<std::string> sensors_of(const std::string& group, const std::string& before,
                                    const std::string& after);

/// Adds the gateways with their sensors: points X.reading, gwN.cold_junction (the reference that
/// the gateway measures; all its readings stand on it), copies at the collecting server, channels.
/// The servers are added by somebody else; `air` is the truth of the cold junctions;
/// noise is drawn from `luck`.
void add_gateways(const GatewayParams& p, const Luck& luck, const std::string& air,
                  PointTable& table, cyber::NetworkPlan& plan);

}  // namespace twinaxis::furnace
