#pragma once
// The photo flight as a twin: drone, pilot and park; phone and controller; album cloud and update
// server of the maker. What stands on which host, and who may talk to whom, is in
// drone_network.cpp.

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "models/drone/drone_plant.h"
#include "models/drone/estimator.h"
#include "models/drone/navigator.h"
#include "models/drone/sensors.h"
#include "sim/cyber/devices/operator.h"
#include "sim/cyber/devices/server.h"
#include "sim/run/use_case.h"

namespace twinaxis::drone {

/// What the pilot orders by the app, when. What is left out stays as it was.
struct PlannedOrder {
  Duration at{};
  Mode mode = Mode::go;
  std::optional<double> x_m, y_m, height_m, heading_rad;
};
void fields(FieldVisitor& v, PlannedOrder& o);

void fields(FieldVisitor& v, FlightSettings& s);

struct ControllerParams {
  Duration scan{4'000'000};
  CascadeParams control;
  AttitudeParams attitude;
  EstimatorParams estimator;
  FlightSettings settings;
};
void fields(FieldVisitor& v, ControllerParams& p);

struct RecoveryParams {
  double free_fall_m_s2 = 3;  ///< felt force below which it falls
  double after_s = 0.15;
  double least_m = 5;  ///< height below which the parachute stays closed
};
void fields(FieldVisitor& v, RecoveryParams& p);

struct NetworkParams {
  Duration order_period{40'000'000}, status_period{200'000'000};
  double camera_bytes = 8e9;  ///< pictures and flight log on the card
  double album_bytes = 1e11;  ///< pictures and histories of all customers
};
void fields(FieldVisitor& v, NetworkParams& p);

struct DroneParams {
  PlantParams plant;
  ControllerParams controller;
  SensorParams sensors;
  RecoveryParams recovery;
  NetworkParams network;
  std::vector<PlannedOrder> flight;
  std::map<std::string, cyber::Procedure> procedures;
  cyber::UpdateParams update{.delivers_at = duration_from_s(30 * 86'400.0)};
  DroneParams();
};
void fields(FieldVisitor& v, DroneParams& p);

class DroneTwin final : public Model {
 public:
  void parameters(FieldVisitor& v) override { fields(v, params_); }
  void draw_from(const Luck& luck) override { luck_ = luck; }
  std::vector<FieldProblem> problems() const override;
  void build(PointTable& table, cyber::NetworkPlan& plan) const override;
  std::unique_ptr<Plant> plant(const PointTable& table) const override;

 private:
  /// What the twin calls its own parts: a place in the park declares points under its name.
  std::set<std::string> own_names() const;
  /// The plant with what it shares with the flight controller.
  PlantParams plant_params() const;

  DroneParams params_;
  Luck luck_;
};

/// A setting of the flight controller, as point "flight_controller.<name>".
struct FlightSetting {
  const char* name;
  const char* unit;
  double FlightSettings::*value;
  Range range;
  const char* doc;
};
inline constexpr std::size_t setting_count = 14;
const std::array<FlightSetting, setting_count>& flight_settings();

// The parts of build().
void add_flight_controller(const DroneParams& p, const Luck& luck, PointTable& table,
                           cyber::NetworkPlan& plan);
void declare_flight_signals(const FlightSettings& first, PointTable& table);
void add_recovery(const DroneParams& p, PointTable& table, cyber::NetworkPlan& plan);
void add_network(const DroneParams& p, cyber::NetworkPlan& plan);
void add_orders(const DroneParams& p, PointTable& table, cyber::NetworkPlan& plan);
void add_pilot(const DroneParams& p, PointTable& table, cyber::NetworkPlan& plan);
std::map<std::string, cyber::Procedure> pilot_procedures();

/// What an order consists of, as points "command.<name>".
struct CommandPoint {
  const char* name;
  const char* unit;
  Range range;
  const char* doc;
};
enum CommandIndex : std::size_t {
  command_mode,
  command_x,
  command_y,
  command_height,
  command_velocity_x,
  command_velocity_y,
  command_climb,
  command_heading,
  command_count
};
const std::array<CommandPoint, command_count>& command_points();

}  // namespace twinaxis::drone
