#pragma once
// The warehouse as a twin: WMS, fleet control, broker, vehicles over Wi-Fi, terminals, people. Who
// may talk to whom: warehouse_network.cpp.

#include <map>
#include <memory>

#include "models/warehouse/fleet_control.h"
#include "models/warehouse/plant_params.h"
#include "sim/cyber/devices/operator.h"
#include "sim/cyber/devices/server.h"
#include "sim/run/use_case.h"

namespace twinaxis::warehouse {

struct WarehouseControlParams {
  Duration scan{250'000'000};            ///< of the vehicles' controllers, and of the broker
  Duration tick{250'000'000};            ///< of fleet control
  Duration state_every{30'000'000'000};  ///< VDA 5050: at the latest, without news
  Duration resend{2'000'000'000};        ///< an order that is not confirmed
  Duration wms_every{1'000'000'000};     ///< jobs to fleet control
  Duration link_bears{60'000'000'000};   ///< silence before somebody is told
  DispatchParams dispatch;
};
void fields(FieldVisitor& v, WarehouseControlParams& p);

struct WarehouseTwinParams {
  WarehouseParams plant;
  WarehouseControlParams control;
  std::map<std::string, cyber::Procedure> procedures;
  cyber::UpdateParams update{.delivers_at = duration_from_s(30 * 86'400.0)};
  WarehouseTwinParams();
};
void fields(FieldVisitor& v, WarehouseTwinParams& p);

class WarehouseTwin final : public Model {
 public:
  void parameters(FieldVisitor& v) override { fields(v, params_); }
  void draw_from(const Luck& luck) override { luck_ = luck; }
  std::vector<FieldProblem> problems() const override;
  void build(PointTable& table, cyber::NetworkPlan& plan) const override;
  bool plant_stands_alone() const override { return false; }
  std::unique_ptr<Plant> plant(const PointTable& table) const override;

 private:
  WarehouseTwinParams params_;
  Luck luck_;
  /// The database that plant and hosts share; made by build(), one a run.
  mutable std::shared_ptr<OrderBook> book_;
  mutable std::shared_ptr<const Roads> roads_;  ///< likewise
};

// The parts of build().
void add_warehouse_network(const WarehouseTwinParams& p, cyber::NetworkPlan& plan);
void add_servers(const WarehouseTwinParams& p, std::shared_ptr<const Roads> roads,
                 std::shared_ptr<OrderBook> book, PointTable& table, cyber::NetworkPlan& plan);
void add_warehouse_people(const WarehouseTwinParams& p, PointTable& table,
                          cyber::NetworkPlan& plan);
std::map<std::string, cyber::Procedure> warehouse_procedures();

}  // namespace twinaxis::warehouse
