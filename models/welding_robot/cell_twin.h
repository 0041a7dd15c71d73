#pragma once
// The welding cell as a twin: cell controller, robot controllers, safety system, servers, remote
// maintenance, the monitor of the welds, and the shift. Who may talk to whom: cell_network.cpp.

#include <map>
#include <optional>

#include "models/welding_robot/cell.h"
#include "sim/cyber/devices/operator.h"
#include "sim/cyber/devices/sis.h"
#include "sim/physics/integrator.h"
#include "sim/run/use_case.h"

namespace twinaxis::welding_robot {

struct CellControlParams {
  Duration scan{100'000'000};
  Duration run_every{500'000'000};          ///< cell controller to robots
  Duration orders_every{10'000'000'000};    ///< from the MES
  Duration settings_every{60'000'000'000};  ///< from the engineering terminal: with each part
  Duration link_bears{120'000'000'000};     ///< silence before a panel says that a server is lost
};
void fields(FieldVisitor& v, CellControlParams& p);

/// What sees people, and how the safety system answers.
struct CellSafetyParams {
  cyber::SisParams sis;
  double device_s = 0.1;              ///< response of curtain and scanner (assumption)
  double scanner_height_m = 0.3;      ///< of its field over the floor
  double manual_limit_m_per_s = 100;  ///< of a monitor of the speed; as good as none
  CellSafetyParams();
};
void fields(FieldVisitor& v, CellSafetyParams& p);

/// Compares what the welds are made with and what was approved, apart from the controllers.
struct CellMonitorParams {
  double current_ratio = 0.04, voltage_ratio = 0.04, travel_ratio = 0.04;  ///< either side
  double offset_m = 0.3e-3;
  Duration period{10'000'000'000};
};
void fields(FieldVisitor& v, CellMonitorParams& p);

struct CellTwinParams {
  CellParams plant;
  IntegratorSpec integrator;
  CellControlParams control;
  CellSafetyParams safety;
  CellMonitorParams monitor;
  std::map<std::string, cyber::Procedure> procedures;
  CellTwinParams();
};
void fields(FieldVisitor& v, CellTwinParams& p);

class CellTwin final : public Model {
 public:
  void parameters(FieldVisitor& v) override;
  std::vector<FieldProblem> problems() const override;
  void build(PointTable& table, cyber::NetworkPlan& plan) const override;
  std::unique_ptr<Plant> plant(const PointTable& table) const override;

 private:
  CellTwinParams params_;
};

// The parts of build().
void add_cell_network(cyber::NetworkPlan& plan);
void add_cell_control(const CellTwinParams& p, PointTable& table, cyber::NetworkPlan& plan);
void add_cell_safety(const CellTwinParams& p, PointTable& table, cyber::NetworkPlan& plan);
void add_cell_computers(const CellTwinParams& p, PointTable& table, cyber::NetworkPlan& plan);
void add_cell_people(const CellTwinParams& p, PointTable& table, cyber::NetworkPlan& plan);
std::map<std::string, cyber::Procedure> cell_procedures();
/// Distance from the fixture at which the scanner must see somebody: ISO 13855, beyond the sweep.
double zone_m(const CellTwinParams& p);

}  // namespace twinaxis::welding_robot
