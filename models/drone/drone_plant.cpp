#include "models/drone/drone_plant.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "models/drone/cascade.h"

namespace twinaxis::drone {
namespace {

constexpr double kTwentyFeet_m = 6.096;  // where MIL-F-8785C takes the wind for its gusts
constexpr double kAntenna_m = 1.2;       // of the pilot's controller, held in the hand (assumption)
// An inertial unit adds up what it feels and tells the mean, as often as a flight controller asks.
constexpr Duration kFelt{4'000'000};

}  // namespace

DronePlant::DronePlant(const PlantParams& params, const Luck& luck, const PointTable& table)
    : p_(params),
      gusts_(luck),
      fading_(stream(luck, "radio.fading")),
      vehicle_(params.vehicle),
      span_m_(span_m(params.vehicle)),
      world_(params.vehicle, params.park, params.person, kGravity_m_s2, params.step),
      strikes_(params.ground, params.park, params.person.regions),
      charge_(params.battery.initial_fraction) {
  for (const auto& point : truth_points(p_)) truths_.push_back(table.id(point.name));
  truth_.resize(truths_.size());
  for (const char* name : {"weather.wind", "weather.towards", "weather.gusts", "interference.link",
                           "interference.gnss", "parachute.command"})
    inputs_.push_back(table.id(name));
  for (std::size_t i = 1; i <= kRotorCount; ++i) {
    inputs_.push_back(table.id("rotor_" + std::to_string(i) + ".command"));
    inputs_.push_back(table.id("rotor_" + std::to_string(i) + ".blades"));
  }
  for (const auto& [name, standing] : p_.park) {
    park_.push_back(standing);
    inputs_.push_back(table.id(name + ".x")), inputs_.push_back(table.id(name + ".y"));
  }
  in_.weather = p_.weather;
  load_ = load_of(p_.battery, charge_, 0);
  force_m_s2_ = {0, 0, kGravity_m_s2};
  listen({});
  keep_state();
}

void DronePlant::publish(Bus& bus, Time now) {
  look(truth_);
  for (std::size_t i = 0; i < truths_.size(); ++i) bus.write(truths_[i], truth_[i], now);
}

void DronePlant::advance(const Bus& bus, Time from, Time to, EventLog& log) {
  read(bus);
  world_.begin_step();
  for (Time t = from; t < to;) {
    if (on_grid(Duration{t.ns}, p_.wind.draw_period)) blow(t);
    if (on_grid(Duration{t.ns}, p_.radio.frame)) listen(t);
    const Duration left = to - t;
    const Duration step = world_.pace(flight_, left < p_.step ? left : p_.step);
    substep(t, step, log);
    t += step;
  }
  keep_state();
}

void DronePlant::read(const Bus& bus) {
  std::size_t i = 0;
  const auto next = [&] { return bus.read(inputs_[i++]); };
  in_.weather.wind_m_s = next(), in_.weather.towards_rad = next(), in_.weather.gust_ratio = next();
  in_.link_jammer_W = next(), in_.gnss_jammer_W = next(), in_.parachute = next();
  for (std::size_t r = 0; r < kRotorCount; ++r) {
    in_.rotors_rad_per_s[r] = next();
    const double blades = next();
    vehicle_.rotors[r].blades_fraction = strikes_.broken() ? 0 : blades;
  }
  for (Standing& standing : park_) standing.x_m = next(), standing.y_m = next();
  world_.stand(park_);
}

Vector DronePlant::wind_m_s() const {
  const double c = std::cos(in_.weather.towards_rad), s = std::sin(in_.weather.towards_rad);
  const double along = wind_along_m_s_ + gust_m_s_[0], across = gust_m_s_[1];
  return {c * along - s * across, s * along + c * across, gust_m_s_[2]};
}

void DronePlant::blow(Time now) {
  const double height_m = std::max(flight_.position_m[2], 0.0);
  wind_along_m_s_ = mean_wind_m_s(p_.wind, in_.weather.wind_m_s, height_m);
  const double low_m_s = mean_wind_m_s(p_.wind, in_.weather.wind_m_s, kTwentyFeet_m);
  const GustScale scale = gust_scale(height_m, low_m_s, in_.weather.gust_ratio);
  const double through_m_s = norm(flight_.velocity_m_s - wind_m_s());
  gust_m_s_ = gusts_.next(gust_m_s_, scale, through_m_s, to_s(p_.wind.draw_period),
                          static_cast<std::uint64_t>(now.ns / p_.wind.draw_period.ns));
}

void DronePlant::listen(Time now) {
  const double pilot_m = norm(flight_.position_m - Vector{0, 0, kAntenna_m});
  const double jammer_m =
      norm(flight_.position_m - Vector{p_.jammer.x_m, p_.jammer.y_m, p_.jammer.height_m});
  const RadioParams& r = p_.radio;
  signal_W_ = received_W(r.power_W, pilot_m, r.frequency_Hz, r.other_dB);
  jam_W_ = received_W(in_.link_jammer_W, jammer_m, r.frequency_Hz);
  const double u = uniform(fading_, static_cast<std::uint64_t>(now.ns / r.frame.ns));
  heard_ = u < heard_probability(r, signal_W_, jam_W_) ? 1 : 0;
  const GnssBandParams& g = p_.gnss_band;
  carrier_dB_Hz_ =
      carrier_under_jamming_dB_Hz(g, received_W(in_.gnss_jammer_W, jammer_m, g.frequency_Hz));
}

void DronePlant::substep(Time from, Duration step, EventLog& log) {
  const double step_s = to_s(step);
  parachute_s_ = in_.parachute >= 0.5 ? parachute_s_ + step_s : 0;
  vehicle_.drag_area_m2 = p_.vehicle.drag_area_m2 + parachute_area_m2(p_.parachute, parachute_s_);
  const double top_ratio = std::min(load_.voltage_V / p_.battery.nominal_V, 1.0);
  vehicle_.top_rad_per_s = p_.vehicle.top_rad_per_s * top_ratio;
  const RotorCommand command = flat_ || strikes_.broken() ? RotorCommand{} : in_.rotors_rad_per_s;
  const Air air{wind_m_s(), p_.density_kg_per_m3, kGravity_m_s2};
  const Vector before_m_s = flight_.velocity_m_s;
  if (!world_.carry(vehicle_, air, command, step, flight_))
    fly(vehicle_, air, command, step_s, flight_);
  strikes_.see(world_.meetings(), before_m_s, from, step_s, log);
  drain(step_s);
  feel(from + step);
}

void DronePlant::feel(Time now) {
  if (!on_grid(Duration{now.ns}, kFelt)) return;
  const Vector gain_m_s = flight_.velocity_m_s - felt_at_m_s_;
  const double since_s = to_s(now - felt_at_);
  felt_at_m_s_ = flight_.velocity_m_s;
  felt_at_ = now;
  force_m_s2_ =
      to_body(axes_of(flight_.attitude), 1 / since_s * gain_m_s + Vector{0, 0, kGravity_m_s2});
}

void DronePlant::drain(double step_s) {
  load_ = load_of(p_.battery, charge_, shaft_power_W(vehicle_, flight_.rotor_rad_per_s));
  charge_ = std::max(charge_ - load_.current_A * step_s / p_.battery.capacity_As, 0.0);
  flat_ = flat_ || charge_ <= 0 || load_.voltage_V < p_.battery.cutoff_V;
}

void DronePlant::look_at_flight(std::vector<double>& truth) const {
  const FlightState& f = flight_;
  const Angles a = angles_of(f.attitude);
  const Axes body = axes_of(f.attitude);
  const double upright = std::clamp(body.z[2], -1.0, 1.0);
  const Vector field = to_body(body, earth_field_T(p_.field));
  const double away_m = std::hypot(f.position_m[0], f.position_m[1]);
  truth = {f.position_m[0],
           f.position_m[1],
           f.position_m[2],
           f.velocity_m_s[0],
           f.velocity_m_s[1],
           f.velocity_m_s[2],
           norm(f.velocity_m_s),
           a.roll_rad,
           a.pitch_rad,
           a.heading_rad,
           std::acos(upright),
           f.rate_rad_per_s[0],
           f.rate_rad_per_s[1],
           f.rate_rad_per_s[2],
           force_m_s2_[0],
           force_m_s2_[1],
           force_m_s2_[2],
           field[0],
           field[1],
           field[2],
           p_.vehicle.mass_kg,
           span_m_,
           strikes_.in_the_air() ? 1.0 : 0.0,
           strikes_.broken() ? 1.0 : 0.0,
           away_m,
           std::max(away_m - p_.fence_m, 0.0)};
}

void DronePlant::look(std::vector<double>& truth) const {
  look_at_flight(truth);
  const Vector wind = wind_m_s();
  const double area_m2 = vehicle_.drag_area_m2 - p_.vehicle.drag_area_m2;
  const double rest[] = {charge_,
                         load_.voltage_V,
                         load_.power_W,
                         wind[0],
                         wind[1],
                         wind[2],
                         signal_W_ / (p_.radio.noise_W + jam_W_),
                         heard_,
                         carrier_dB_Hz_,
                         area_m2};
  truth.insert(truth.end(), std::begin(rest), std::end(rest));
  for (const double w : flight_.rotor_rad_per_s) truth.push_back(w);
  strikes_.look(truth);
  for (const Standing& each : park_) {
    const Vector& at = flight_.position_m;
    if (each.kind == Kind::person) truth.push_back(std::hypot(at[0] - each.x_m, at[1] - each.y_m));
  }
}

void DronePlant::keep_state() {
  snapshot_.clear();
  const auto keep = [&](const auto& values) {
    snapshot_.insert(snapshot_.end(), std::begin(values), std::end(values));
  };
  keep(flight_.position_m), keep(flight_.velocity_m_s), keep(flight_.attitude);
  keep(flight_.rate_rad_per_s), keep(flight_.rotor_rad_per_s), keep(gust_m_s_);
  keep(felt_at_m_s_), keep(force_m_s2_);
  keep(std::array{charge_, parachute_s_, flat_ ? 1.0 : 0.0, heard_, wind_along_m_s_});
  strikes_.put_state(snapshot_);
  world_.put_state(snapshot_);
}

}  // namespace twinaxis::drone
