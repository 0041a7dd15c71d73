#pragma once
// The drone in its park as a plant: flight in steps of a millisecond, wind, battery, radio waves,
// and what it strikes.
//
// Where it can touch something the body is moved by rigid contact (park_world.h), elsewhere by
// flight alone; from a stated speed on the rotors break (strikes.h). Nobody knows here who gave the
// commands. Every input is a point of the bus, held over a step.

#include <array>
#include <vector>

#include "models/drone/attitude.h"
#include "models/drone/battery.h"
#include "models/drone/flight.h"
#include "models/drone/park.h"
#include "models/drone/park_world.h"
#include "models/drone/radio.h"
#include "models/drone/strikes.h"
#include "models/drone/wind.h"
#include "sim/core/point.h"
#include "sim/physics/plant.h"

namespace twinaxis::drone {

/// A transmitter that interferes, and where it stands. Its power is a point.
struct JammerParams {
  double x_m = 150, y_m = 0, height_m = 2;
};
void fields(FieldVisitor& v, JammerParams& p);

struct PlantParams {
  Vehicle vehicle = camera_drone();
  BatteryParams battery;
  Weather weather;
  WindParams wind;
  RadioParams radio;
  GnssBandParams gnss_band;
  MagneticField field;
  JammerParams jammer;
  Park park = usual_park();
  rigid::PersonSpec person;
  GroundParams ground;
  ParachuteParams parachute;
  double density_kg_per_m3 = 1.225;
  double fence_m = 60;  ///< as shipped; the twin takes it from the settings of its controller
  Duration step{1'000'000};
};
void fields(FieldVisitor& v, PlantParams& p);

struct TruthPoint {
  std::string name, unit, doc;
  double initial = 0;
};
std::vector<TruthPoint> truth_points(const PlantParams& p);
/// Weather, interference, blades, where people stand: parameters, disturbances first.
void declare_surroundings(const PlantParams& p, PointTable& table);

/// Gusts and fading are drawn from `luck`.
class DronePlant final : public Plant {
 public:
  DronePlant(const PlantParams& params, const Luck& luck, const PointTable& table);
  void publish(Bus& bus, Time now) override;
  void advance(const Bus& bus, Time from, Time to, EventLog& log) override;
  std::span<const double> state() const override { return snapshot_; }
  std::vector<std::string> bodies() const override { return world_.names(); }
  void show(Scene& scene) const override { world_.show(flight_, scene); }

 private:
  struct Inputs {
    Weather weather;
    double link_jammer_W = 0, gnss_jammer_W = 0, parachute = 0;
    RotorCommand rotors_rad_per_s{};
  };

  void read(const Bus& bus);
  void blow(Time now);
  void listen(Time now);
  void substep(Time from, Duration step, EventLog& log);
  void feel(Time now);
  void drain(double step_s);
  void look(std::vector<double>& truth) const;
  void look_at_flight(std::vector<double>& truth) const;
  Vector wind_m_s() const;
  void keep_state();

  PlantParams p_;
  Gusts gusts_;
  Stream fading_;
  std::vector<PointId> truths_, inputs_;
  std::vector<Standing> park_;
  std::vector<double> truth_;
  Inputs in_;
  Vehicle vehicle_;  ///< as it is now: blades lost, parachute open
  double span_m_;    ///< as it was shipped
  FlightState flight_;
  ParkWorld world_;
  Strikes strikes_;
  Vector gust_m_s_{}, force_m_s2_{}, felt_at_m_s_{};
  Time felt_at_;
  double wind_along_m_s_ = 0;
  double charge_ = 1, parachute_s_ = 0;
  BatteryLoad load_;
  bool flat_ = false;
  double heard_ = 1, signal_W_ = 0, jam_W_ = 0, carrier_dB_Hz_ = 0;
  std::vector<double> snapshot_;
};

}  // namespace twinaxis::drone
