#include "models/drone/strikes.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace twinaxis::drone {
namespace {

constexpr double kBounce_s = 0.1;
/// Stands on it: pushed upwards, within 45 degrees.
constexpr double kUpwards_ratio = 0.7071;

bool stands_on(const Meeting& m) { return m.region.empty() && m.upward_ratio > kUpwards_ratio; }

/// Twice the energy; less than nothing where they part.
double energy(double mass_kg, double closing_m_s) {
  return mass_kg * closing_m_s * std::abs(closing_m_s);
}

}  // namespace

std::vector<std::string> body_regions(const Regions& regions) {
  std::set<std::string> names;
  for (const auto& [part, r] : regions) {
    if (!rigid::is_head(r.region)) names.insert(r.region);
  }
  return {names.begin(), names.end()};
}

Strikes::Strikes(const GroundParams& params, const Park& park, const Regions& regions)
    : p_(params), regions_(body_regions(regions)) {
  for (const auto& [name, s] : park) {
    Place place{.name = name, .person = s.kind == Kind::person};
    place.region_N.resize(regions_.size());
    places_.push_back(std::move(place));
  }
}

void Strikes::see(std::span<const Meeting> meetings, const Vector& velocity_m_s, Time at,
                  double step_s, EventLog& log) {
  for (const Meeting& m : meetings) {
    if (!m.standing) touch_ground(velocity_m_s, at, log);
    else touch(places_[*m.standing], m, velocity_m_s, at, log);
  }
  since_touch_s_ = meetings.empty() ? since_touch_s_ + step_s : 0;
}

bool Strikes::in_the_air() const { return since_touch_s_ >= kBounce_s; }

void Strikes::touch_ground(const Vector& velocity_m_s, Time at, EventLog& log) {
  const double speed_m_s = norm(velocity_m_s);
  if (speed_m_s > p_.breaks_m_s) broken_ = true;
  if (speed_m_s <= p_.hard_m_s || ground_.struck >= 0.5) return;
  ground_ = {1, speed_m_s};
  angle_rad_ = std::asin(std::clamp(-velocity_m_s[2] / speed_m_s, 0.0, 1.0));
  log.push_back({at, "drone.strikes_ground", "", speed_m_s, "m/s"});
}

void Strikes::touch(Place& place, const Meeting& m, const Vector& velocity_m_s, Time at,
                    EventLog& log) {
  const double speed_m_s = norm(velocity_m_s);
  if (place.person) press(place, m);
  if (speed_m_s < p_.touch_m_s) return;
  if (!stands_on(m) || speed_m_s > p_.breaks_m_s) broken_ = true;
  if (rigid::is_head(m.region) &&
      energy(m.mass_kg, m.closing_m_s) > energy(place.head.mass_kg, place.head.speed_m_s))
    place.head = {1, m.closing_m_s, m.mass_kg};
  if (place.all.struck >= 0.5) return;
  place.all = {1, speed_m_s};
  log.push_back({at, "drone.strikes_" + place.name, std::string(m.region), speed_m_s, "m/s"});
}

void Strikes::press(Place& place, const Meeting& m) {
  place.force_N = std::max(place.force_N, m.force_N);
  const auto found = std::find(regions_.begin(), regions_.end(), m.region);
  if (found == regions_.end()) return;
  double& region_N = place.region_N[static_cast<std::size_t>(found - regions_.begin())];
  region_N = std::max(region_N, m.force_N);
}

void Strikes::look(std::vector<double>& truth) const {
  truth.insert(truth.end(), {ground_.struck, ground_.speed_m_s, angle_rad_});
  for (const Place& p : places_) {
    truth.insert(truth.end(), {p.all.struck, p.all.speed_m_s});
    if (!p.person) continue;
    truth.insert(truth.end(), {p.head.struck, p.head.speed_m_s, p.head.mass_kg, p.force_N});
    truth.insert(truth.end(), p.region_N.begin(), p.region_N.end());
  }
}

void Strikes::put_state(std::vector<double>& state) const {
  look(state);
  state.insert(state.end(), {broken_ ? 1.0 : 0.0, since_touch_s_});
}

}  // namespace twinaxis::drone
