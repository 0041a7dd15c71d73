#pragma once
// BT-1 as a twin: the plant with its controllers, safety system, people and networks.
// What stands on which host, and who may talk to whom, is written out in bt1_network.cpp.

#include <map>
#include <optional>
#include <string>

#include "models/distillation/bt1.h"
#include "models/distillation/bt1_control.h"
#include "sim/cyber/devices/field_station.h"
#include "sim/cyber/devices/hmi.h"
#include "sim/cyber/devices/operator.h"
#include "sim/cyber/devices/plc.h"
#include "sim/cyber/devices/server.h"
#include "sim/cyber/devices/sis.h"
#include "sim/physics/integrator.h"
#include "sim/run/use_case.h"

namespace twinaxis::distillation {

/// Trip limits and voting of the safety system; sources in README.md (proposed ladder of A3).
struct Bt1SafetyParams {
  double high_pressure_Pa = 351'325;   ///< 2.5 bar gauge, 2oo3
  double low_sump_level = 0.10;        ///< 1oo1, protects the reboiler
  double high_temperature_K = 448.15;  ///< 175 degC in the sump, 1oo2
  cyber::SisParams sis{.scan = duration_from_s(1)};
};
void fields(FieldVisitor& v, Bt1SafetyParams& p);

/// What the board operator is told, and what for.
struct Bt1AlarmParams {
  double high_pressure_Pa = 201'325;  ///< 1.0 bar gauge
  double high_top_temperature_K = 373.15;
  double low_level = 0.2;
  double high_level = 0.8;
  double low_purity = 0.98;
};
void fields(FieldVisitor& v, Bt1AlarmParams& p);

/// What the board operator sets when something is wrong (assumptions).
struct Bt1BoardParams {
  double cool_tray_K = 381;              ///< tray 5 when the pressure is high; 112.7 degC by design
  double hot_tray_K = 395;               ///< the same with the wrong sign, when the operator errs
  double manual_feed_kg_per_s = 4.2565;  ///< what a board can run from paper: 60 % of the design
};
void fields(FieldVisitor& v, Bt1BoardParams& p);

struct Bt1TwinParams {
  Bt1Params plant;
  IntegratorSpec integrator;
  Bt1ControlParams control;
  Bt1SafetyParams safety;
  Bt1AlarmParams alarms;
  cyber::FieldStationParams field{.scan = duration_from_s(1),
                                  .fail_safe_after = duration_from_s(60)};
  cyber::HmiParams hmi;
  cyber::UpdateParams update{.delivers_at = duration_from_s(600)};
  std::map<std::string, cyber::Procedure> procedures;  ///< of the board operator
  Bt1BoardParams board;
  Bt1TwinParams();
};
void fields(FieldVisitor& v, Bt1TwinParams& p);

class Bt1Twin final : public Model {
 public:
  void parameters(FieldVisitor& v) override;
  std::vector<FieldProblem> problems() const override;
  void build(PointTable& table, cyber::NetworkPlan& plan) const override;
  std::unique_ptr<Plant> plant(const PointTable& table) const override;

 private:
  /// The plant at t = 0; throws std::domain_error as Bt1 does.
  const Bt1& designed() const;

  Bt1TwinParams params_;
  /// Its design is a search and is asked for three times in a run: kept until a parameter is read.
  mutable std::optional<const Bt1> designed_;
};

// The parts of build(), in bt1_network.cpp and bt1_people.cpp.
void add_bt1_network(cyber::NetworkPlan& plan);
void add_bt1_devices(const Bt1TwinParams& p, const Bt1& plant, PointTable& table,
                     cyber::NetworkPlan& plan);
void add_bt1_people(const Bt1TwinParams& p, PointTable& table, cyber::NetworkPlan& plan);
/// What the board operator reacts to, and how fast; what is done then stands in Bt1BoardParams.
std::map<std::string, cyber::Procedure> bt1_procedures();

}  // namespace twinaxis::distillation
