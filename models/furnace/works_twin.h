#pragma once
// The metalworks as a twin: the plant, its local controller, wireless sensors, the support
// company's collecting servers, the range report on the user company's screen, and the people who
// act on it. Who may talk to whom is written out in works_network.cpp.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "models/furnace/works.h"
#include "models/furnace/works_sensors.h"
#include "sim/control/pid.h"
#include "sim/cyber/devices/loops.h"
#include "sim/cyber/devices/operator.h"
#include "sim/cyber/devices/range_report.h"
#include "sim/physics/integrator.h"
#include "sim/run/use_case.h"

namespace twinaxis::furnace {

/// plc1: zone temperatures, and what stops the line. It needs no server.
struct WorksControlParams {
  PidParams zone;                    ///< of each zone, output 0 to 1 per kelvin
  double pusher_holds_below_K = 60;  ///< a zone so far below its set-point stops the line
  double fan_least_fraction = 0.3;   ///< slower than that, the burners go out
  Duration scan{kNanosecondsPerSecond};
  WorksControlParams();
};
void fields(FieldVisitor& v, WorksControlParams& p);

/// Ranges of the report that the support company sends, and what the shift makes of them. Zones:
/// around the set-point.
struct WorksReportParams {
  Duration period{10'000'000'000};
  double zone_width_K = 30;   ///< either side of the set-point
  double exit_width_K = 30;   ///< either side of the slab's surface in the normal run
  double bearing_K = 363.15;  ///< 90 degC (80 to 90 alarm, from memory)
  double winding_K = 418.15;  ///< ten below class F
  double shell_K = 623.15;    ///< 350 degC
  double lining_K = 1373.15;  ///< behind the working lining
  double neighbour_K = 30;    ///< difference between a zone's own control reading and its sensors
  double correction_K = 50;   ///< by which the shift moves the set-point of such a zone
  double patrol_K = 25;       ///< over the set-point: what a patrol finds too hot (assumption)
  Duration link_bears{300'000'000'000};  ///< silence before a screen says that a server is lost
};
void fields(FieldVisitor& v, WorksReportParams& p);

struct WorksTwinParams {
  WorksParams plant;
  IntegratorSpec integrator;
  WorksControlParams control;
  GatewayParams gateways;
  WorksReportParams report;
  std::map<std::string, cyber::Procedure> procedures;  ///< of the shift in the works
  WorksTwinParams();
};
void fields(FieldVisitor& v, WorksTwinParams& p);

class WorksTwin final : public Model {
 public:
  void parameters(FieldVisitor& v) override;
  std::vector<FieldProblem> problems() const override;
  void draw_from(const Luck& luck) override { luck_ = luck; }
  void build(PointTable& table, cyber::NetworkPlan& plan) const override;
  std::unique_ptr<Plant> plant(const PointTable& table) const override;

 private:
  /// The plant at t = 0; throws std::domain_error as Works does.
  const Works& designed() const;

  WorksTwinParams params_;
  Luck luck_;
  /// Asked for three times in a run: kept until a parameter is read.
  mutable std::optional<const Works> designed_;
};

// The parts of build(), in works_control.cpp, works_network.cpp, works_people.cpp, works_panel.cpp.
std::vector<double> first_outputs(const Works& plant);
void add_works_control(const WorksTwinParams& p, const Works& plant, PointTable& table,
                       cyber::NetworkPlan& plan);
void add_works_network(cyber::NetworkPlan& plan);
void add_works_servers(const WorksTwinParams& p, const Works& plant, PointTable& table,
                       cyber::NetworkPlan& plan);
void add_works_panel(const WorksTwinParams& p, PointTable& table, cyber::NetworkPlan& plan);
void add_works_people(const WorksTwinParams& p, PointTable& table, cyber::NetworkPlan& plan);
std::map<std::string, cyber::Procedure> works_procedures();

}  // namespace twinaxis::furnace
