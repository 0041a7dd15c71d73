// What changes at a moment: flames, fuses, damage, and people who move.

#include <algorithm>
#include <cmath>

#include "models/water_heater/constants.h"
#include "models/water_heater/heater.h"

namespace twinaxis::water_heater {
namespace {

constexpr double kDryShare = 0.005;            ///< of the water that is left when it counts as dry
constexpr double kIgnitionMargin = 1.1;        ///< what lights needs a little more than what stays
constexpr double kBathRise_m = 0.001;          ///< above the rim: it really flows over
constexpr double kDeadlyCo_fraction = 1.2e-3;  ///< immediately dangerous, NIOSH (from memory)
/// Moments are met this much early: a root that is exactly zero at the end of a step has not yet
/// changed its sign, and in the next one it would begin beyond.
constexpr double kEarly_s = 1e-7;

/// What happens at a root, once for each time that its mode is clear.
struct Happening {
  Root root;
  bool rising;  ///< the direction in which it happens
  Mode mode;    ///< that it sets
  bool ends;    ///< the other direction clears the mode
  const char* event;
  const char* unit;  ///< of the value that is told
};
constexpr Happening kHappenings[] = {
    {fuse_melts, true, fuse_blown, false, "thermal_fuse.blows", "K"},
    {co_shuts_off, true, co_closed, false, "co_shutoff.closes", "1"},
    {boils_dry, false, dry, true, "exchanger.boils_dry", "W"},
    {loop_boils_dry, false, loop_dry, true, "bath_exchanger.boils_dry", "W"},
    {solder_melts, true, solder_molten, false, "exchanger.solder_melts", "K"},
    {ice_bursts, true, burst, false, "exchanger.bursts", "1"},
    {wood_ignites, true, on_fire, false, "house.catches_fire", "K"},
    {bath_overflows, true, overflowing, true, "bath.overflows", "m"},
    {air_turns_deadly, true, air_deadly, true, "room.co_deadly", "1"},
};

}  // namespace

/// Positive while the flame burns or lights: gas enough, air within its limits; to light it needs
/// a spark and a little more of each.
double Heater::flame_margin(const Instant& now, const HeaterPicture& p, bool bath) const {
  const auto& c = p_.combustion;
  const double gas = bath ? state(now, bath_gas_W) / bath_rated_W_ : state(now, gas_W) / rated_W_;
  const bool burns = now.mode[bath ? bath_flame : flame] > 0;
  const double margin = burns ? 1 : kIgnitionMargin;
  const double burning = std::min({gas / (margin * c.least_gas_fraction) - 1,
                                   p.air_ratio - margin * c.rich_limit_ratio,
                                   c.lean_limit_ratio / margin - p.air_ratio});
  return burns ? burning : std::min(burning, now.input[igniter] - 0.5);
}

/// What the skin of a person feels; cold where no water is.
double Heater::skin_K(const Instant& now, const HeaterPicture& p, std::size_t who) const {
  switch (static_cast<Place>(static_cast<int>(person(now, who, place)))) {
    case Place::shower:
      return p.skin_K;
    case Place::bath:
      return p.bath_K;
    case Place::home:
    case Place::room:
      break;
  }
  return kZero_K;
}

void Heater::roots(const Instant& now, std::span<double> values) const {
  const HeaterPicture p = picture(now);
  const auto& limits = p_.limits;
  const auto next = static_cast<std::size_t>(now.mode[next_move]);
  values[flame_burns] = flame_margin(now, p, false);
  values[bath_flame_burns] = flame_margin(now, p, true);
  values[fuse_melts] = std::min(state(now, fuse_K) - limits.fuse_K, now.input[fuse_fitted] - 0.5);
  const double co = carbon_monoxide_in_room(p_.room, state(now, room_co_kg));
  values[co_shuts_off] =
      std::min(co / limits.co_shutoff_fraction - 1, now.input[co_shutoff_fitted] - 0.5);
  values[air_turns_deadly] = co / kDeadlyCo_fraction - 1;
  values[boils_dry] = state(now, water_kg) / p_.exchanger.water_kg - kDryShare;
  values[loop_boils_dry] = state(now, loop_water_kg) / p_.bath_exchanger.water_kg - kDryShare;
  values[solder_melts] = p.body_K - limits.solder_K;
  values[ice_bursts] = p.ice_fraction() - limits.burst_ice_ratio;
  values[wood_ignites] = state(now, casing_K) - limits.ignition_K;
  values[bath_overflows] = p.bath_level_m - p_.bath.rim_m - kBathRise_m;
  values[somebody_moves] = next < moves_.size() ? now.time_s - moves_[next].at_s + kEarly_s : -1;
  for (std::size_t who = 0; who < persons_; ++who) {
    const Resident& resident = people_[who];
    const std::size_t at = water_heater::root_count + who * person_root_count;
    const double skin = skin_K(now, p, who);
    const bool hot = skin > resident.pain_K;
    values[at + skin_hurts] = skin - resident.pain_K;
    if (!hot && person(now, who, place) == static_cast<double>(Place::shower)) {
      values[at + skin_hurts] = std::max(values[at + skin_hurts], resident.chill_K - skin);
    }
    values[at + leaves] = now.time_s - person(now, who, hurts_since_s) -
                          (hot ? resident.reaction_s : resident.patience_s) + kEarly_s;
  }
}

/// The number that belongs to an event.
double Heater::value_of(Root root, const Instant& now) const {
  switch (root) {
    case fuse_melts:
      return state(now, fuse_K);
    case co_shuts_off:
      return p_.limits.co_shutoff_fraction;
    case boils_dry:
      return state(now, gas_W);
    case loop_boils_dry:
      return state(now, bath_gas_W);
    case solder_melts:
      return p_.limits.solder_K;
    case ice_bursts:
      return p_.limits.burst_ice_ratio;
    case wood_ignites:
      return state(now, casing_K);
    case bath_overflows:
      return p_.bath.rim_m;
    default:
      return 0;
  }
}

void Heater::move(const Instant& now, std::span<double> mode) const {
  auto next = static_cast<std::size_t>(mode[next_move]);
  for (; next < moves_.size() && moves_[next].at_s <= now.time_s + 2 * kEarly_s; ++next) {
    double* person_mode = &mode[mode_count + moves_[next].who * person_mode_count];
    person_mode[place] = static_cast<double>(moves_[next].to);
    person_mode[hurts_since_s] = kNever_s;
  }
  mode[next_move] = static_cast<double>(next);
}

void Heater::answer_person(std::size_t root, bool rising, const Instant& now, Time at,
                           std::span<double> mode, EventLog& log) const {
  const std::size_t who = root / person_root_count;
  double* mine = &mode[mode_count + who * person_mode_count];
  if (root % person_root_count == skin_hurts) {
    mine[hurts_since_s] = rising ? now.time_s : kNever_s;
    return;
  }
  if (!rising) return;
  const auto from = static_cast<std::size_t>(mine[place]);
  if (from == static_cast<std::size_t>(Place::home)) return;
  const double skin = skin_K(now, picture(now), who);
  const bool hot = skin > people_[who].pain_K;
  log.push_back(
      {at, names_[who] + (hot ? ".leaves_" : ".leaves_cold_") + std::string(kPlaceNames[from]),
       hot ? "pain" : "cold", skin, "K"});
  mine[place] = static_cast<double>(Place::home);
  mine[hurts_since_s] = kNever_s;
}

void Heater::cross(const Crossing& crossing, const Instant& now, std::span<double>,
                   std::span<double> mode, EventLog& log) const {
  const auto root = crossing.root;
  if (root >= water_heater::root_count) {
    return answer_person(root - water_heater::root_count, crossing.rising, now, crossing.at, mode,
                         log);
  }
  if (root == somebody_moves) return move(now, mode);
  if (root == flame_burns || root == bath_flame_burns) {
    mode[root == flame_burns ? flame : bath_flame] = crossing.rising ? 1 : 0;
    return;
  }
  const auto happening = std::ranges::find(kHappenings, root, &Happening::root);
  if (crossing.rising != happening->rising) {
    if (happening->ends) mode[happening->mode] = 0;
    return;
  }
  if (mode[happening->mode] > 0) return;
  mode[happening->mode] = 1;
  log.push_back(
      {crossing.at, happening->event, "", value_of(happening->root, now), happening->unit});
}

}  // namespace twinaxis::water_heater
