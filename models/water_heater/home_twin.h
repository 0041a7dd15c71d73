#pragma once
// The home as a twin: heater, pipe, bath and residents; control board and dedicated controller; the
// maker's cloud with its app, the smart-home supplier's platform, the support company's updates.
// What stands on which host, and who may talk to whom, is in home_network.cpp.

#include <optional>
#include <vector>

#include "models/water_heater/board.h"
#include "models/water_heater/heater.h"
#include "sim/cyber/devices/plc.h"
#include "sim/cyber/devices/server.h"
#include "sim/physics/integrator.h"
#include "sim/run/use_case.h"

namespace twinaxis::water_heater {

/// What the resident taps into the app, by ECHONET Lite property (class 0x0272, instantaneous water
/// heater). What is left out stays as it was.
struct AppOrder {
  Duration at{};
  std::optional<bool> power;              ///< 0x80
  std::optional<double> setpoint_K;       ///< 0xD1
  std::optional<double> bath_setpoint_K;  ///< 0xE1
  std::optional<bool> automatic;          ///< 0xE3, fill the bath and keep it warm
  std::optional<bool> reheat;             ///< 0xE4
};
void fields(FieldVisitor& v, AppOrder& o);

/// First values of the board's settings, and of the panel on the wall.
struct SettingParams {
  BoardSettings board;
  double setpoint_K = 315.15;        ///< 42 degC
  double bath_setpoint_K = 314.15;   ///< 41 degC
  double remote_ceiling_K = 333.15;  ///< highest set-point that the controller takes from outside
  double child_lock_K = 323.15;      ///< with the lock on nothing hotter is taken
  bool child_lock = false;
  bool bath_priority = false;   ///< orders from outside change no temperature
  bool local_operation = true;  ///< false: without the cloud the controller goes to stand-by
};
void fields(FieldVisitor& v, SettingParams& p);

struct NetworkParams {
  Duration controller_scan{kNanosecondsPerSecond};
  Duration order_period{5 * kNanosecondsPerSecond};     ///< app, cloud, router
  Duration status_period{10 * kNanosecondsPerSecond};   ///< controller to cloud to app
  Duration cloud_silence{600 * kNanosecondsPerSecond};  ///< that counts as lost
  double customer_bytes = 100e6;                        ///< personal data in the cloud
};
void fields(FieldVisitor& v, NetworkParams& p);

struct HomeParams {
  HeaterParams plant;
  IntegratorSpec integrator{.step = duration_from_s(0.1)};
  BoardParams board;
  cyber::PlcParams scan{.scan = duration_from_s(0.1), .phase = {}, .watchdog = {}};
  SettingParams settings;
  NetworkParams network;
  std::vector<AppOrder> app;
  cyber::UpdateParams update{.delivers_at = duration_from_s(30 * 86'400.0)};
};
void fields(FieldVisitor& v, HomeParams& p);

class HomeTwin final : public Model {
 public:
  void parameters(FieldVisitor& v) override { fields(v, params_); }
  std::vector<FieldProblem> problems() const override;
  void build(PointTable& table, cyber::NetworkPlan& plan) const override;
  std::unique_ptr<Plant> plant(const PointTable& table) const override;

 private:
  HomeParams params_;
};
std::unique_ptr<Model> make_home_twin();

// The parts of build().
void add_board(const HomeParams& p, PointTable& table, cyber::NetworkPlan& plan);
void add_controller(const HomeParams& p, PointTable& table, cyber::NetworkPlan& plan);
void add_network(const HomeParams& p, cyber::NetworkPlan& plan);
void add_orders(const HomeParams& p, PointTable& table, cyber::NetworkPlan& plan);

/// The board's fixed data completed by what the burner is.
BoardParams board_of(const HomeParams& p);

/// Properties that an order from outside may set.
enum Property : std::size_t { power, setpoint, bath_setpoint, automatic, reheat, property_count };
struct PropertyPoint {
  std::string name, unit, doc;
  Range range;
  double initial;
};
std::vector<PropertyPoint> property_points(const SettingParams& p);

}  // namespace twinaxis::water_heater
