// The plant's points: what is true of the drone and its park, and what acts on them.

#include "models/drone/cascade.h"
#include "models/drone/drone_plant.h"

namespace twinaxis::drone {

void fields(FieldVisitor& v, JammerParams& p) {
  v("x", p.x_m, "m", any_value(), "where a transmitter that interferes stands");
  v("y", p.y_m, "m", any_value(), "where a transmitter that interferes stands");
  v("height", p.height_m, "m", at_least(0), "of its antenna");
}

void fields(FieldVisitor& v, Weather& w) {
  v("wind", w.wind_m_s, "m/s", at_least(0), "mean at 10 m");
  v("towards", w.towards_rad, "rad", any_value(), "where it blows to, from x towards y");
  v("gusts", w.gust_ratio, "1", fraction(), "vertical deviation over the wind at 20 ft");
}

void fields(FieldVisitor& v, PlantParams& p) {
  v("vehicle", p.vehicle, "the multirotor");
  v("battery", p.battery, "its battery");
  v("weather", p.weather, "at the start");
  v("wind", p.wind, "how wind grows with height");
  v("radio", p.radio, "link to the controller");
  v("gnss_band", p.gnss_band, "satellite signals");
  v("field", p.field, "the earth's magnetic field");
  v("jammer", p.jammer, "where a transmitter that interferes stands");
  v("park", p.park, "people and buildings");
  v("person", p.person, "the body of a person; placed and grown as 'park' has each");
  v("ground", p.ground, "what a touch-down does");
  v("parachute", p.parachute, "of a recovery system");
  v("air_density", p.density_kg_per_m3, "kg/m^3", above(0), "of the air");
  v("step", p.step, above(0), "of the integration");
}

std::vector<TruthPoint> truth_points(const PlantParams& p) {
  const Vector field = earth_field_T(p.field);
  std::vector<TruthPoint> all{
      {"drone.x", "m", "from the place of take-off"},
      {"drone.y", "m", "from the place of take-off"},
      {"drone.height", "m", "above the ground"},
      {"drone.velocity_x", "m/s", "over the ground"},
      {"drone.velocity_y", "m/s", "over the ground"},
      {"drone.climb_rate", "m/s", "upwards"},
      {"drone.speed", "m/s", "over the ground, all directions"},
      {"drone.roll", "rad", "about its forward axis"},
      {"drone.pitch", "rad", "nose down is positive"},
      {"drone.heading", "rad", "from x towards y"},
      {"drone.tilt", "rad", "of its own axis from upright"},
      {"drone.rate_x", "rad/s", "in body axes"},
      {"drone.rate_y", "rad/s", "in body axes"},
      {"drone.rate_z", "rad/s", "in body axes"},
      {"drone.force_x", "m/s^2", "what an accelerometer feels, body axes"},
      {"drone.force_y", "m/s^2", "what an accelerometer feels, body axes"},
      {"drone.force_z", "m/s^2", "what an accelerometer feels, body axes", kGravity_m_s2},
      {"drone.field_x", "T", "magnetic field, body axes", field[0]},
      {"drone.field_y", "T", "magnetic field, body axes", field[1]},
      {"drone.field_z", "T", "magnetic field, body axes", field[2]},
      {"drone.mass", "kg", "with all that it carries", p.vehicle.mass_kg},
      {"drone.span", "m", "from tip to tip of the propellers", span_m(p.vehicle)},
      {"drone.in_the_air", "1", "1: it has touched nothing for 0.1 s"},
      {"drone.broken", "1", "1: its rotors are broken"},
      {"drone.distance", "m", "level, from the place of take-off"},
      {"drone.beyond_fence", "m", "level, outside of the geofence as it was shipped; 0 within"},
      {"battery.charge", "1", "of the battery", p.battery.initial_fraction},
      {"battery.voltage", "V", "under load"},
      {"battery.power", "W", "drawn"},
      {"wind.x", "m/s", "at the drone"},
      {"wind.y", "m/s", "at the drone"},
      {"wind.z", "m/s", "at the drone"},
      {"radio.signal_ratio", "1", "signal over noise and interference"},
      {"radio.heard", "1", "1: the last frame of the controller was heard", 1},
      {"gnss.carrier", "1", "C/N0 of the satellites in dB-Hz", p.gnss_band.carrier_dB_Hz},
      {"parachute.area", "m^2", "drag area of the canopy"}};
  for (std::size_t i = 1; i <= kRotorCount; ++i)
    all.push_back({"rotor_" + std::to_string(i) + ".speed", "rad/s", "of the rotor"});
  all.push_back({"ground.struck", "1", "1: the ground was struck harder than by a landing"});
  all.push_back({"ground.speed", "m/s", "with which it was struck"});
  all.push_back({"ground.angle", "rad", "of that fall, below the level"});
  for (const auto& [name, standing] : p.park) {
    all.push_back({name + ".struck", "1", "1: the drone struck it"});
    all.push_back({name + ".strike_speed", "m/s", "with which it was struck"});
    if (standing.kind != Kind::person) continue;
    all.push_back({name + ".head_struck", "1", "1: the drone struck the head"});
    all.push_back({name + ".head_speed", "m/s", "with which the head was struck, along the push"});
    all.push_back({name + ".head_mass", "kg", "of the drone in that blow"});
    all.push_back({name + ".strike_force", "N", "greatest force of the drone on any region"});
    for (const std::string& region : body_regions(p.person.regions))
      all.push_back({name + ".force_on_" + region, "N", "greatest force of the drone there"});
  }
  for (const auto& [name, standing] : p.park) {
    if (standing.kind == Kind::person)
      all.push_back({name + ".distance", "m", "level, from the drone"});
  }
  return all;
}

void declare_surroundings(const PlantParams& p, PointTable& table) {
  table.parameter("weather.wind", "m/s", p.weather.wind_m_s, "mean at 10 m", between(0, 40));
  table.parameter("weather.towards", "rad", p.weather.towards_rad, "where the wind blows to",
                  between(-7, 7));
  table.parameter("weather.gusts", "1", p.weather.gust_ratio, "gusts over the wind", fraction());
  table.parameter("interference.link", "W", 0, "radiated in the band of the radio link",
                  between(0, 1e4));
  table.parameter("interference.gnss", "W", 0, "radiated in the band of the satellites",
                  between(0, 1e4));
  for (std::size_t i = 1; i <= kRotorCount; ++i)
    table.parameter("rotor_" + std::to_string(i) + ".blades", "1",
                    p.vehicle.rotors[i - 1].blades_fraction,
                    "of the rotor's thrust; 0: propeller lost", fraction());
  for (const auto& [name, standing] : p.park) {
    table.parameter(name + ".x", "m", standing.x_m, "where it stands", between(-1e4, 1e4));
    table.parameter(name + ".y", "m", standing.y_m, "where it stands", between(-1e4, 1e4));
  }
}

}  // namespace twinaxis::drone
