#include "models/water_heater/board.h"

#include <algorithm>
#include <cmath>

#include "models/water_heater/constants.h"

namespace twinaxis::water_heater {
namespace {

using Phase = BurnerMemory::Phase;

enum Error : int {
  no_ignition = 11,
  flame_lost = 12,
  too_hot = 14,
  fan_fault = 61,
  combustion_fault = 99,
  no_circulation = 632,
};

constexpr double kFanBand = 0.1;      ///< a fan that differs more from its command is astray
constexpr double kFanPurges = 0.25;   ///< fan speed at which purging counts
constexpr double kOverheat_K = 8;     ///< above target at least gas: the burner rests
constexpr double kLeastRise_K = 1;    ///< no division by a rise smaller than this
constexpr double kLeastWater = 0.15;  ///< the water valve never closes further
constexpr double kWaterOpens_per_s = 0.2;

/// What the two burners have in common; returns whether gas may flow.
struct Burner {
  const BoardParams& p;
  const BoardSettings& s;
  double interval_s;

  bool run(BurnerMemory& m, bool wanted, bool flame, double fan_fraction, int& error) const {
    if (!wanted || error != 0) {
      m = {};
      return false;
    }
    m.in_phase_s += interval_s;
    const auto enter = [&](Phase phase) { m = {.phase = phase, .in_phase_s = 0, .no_flame_s = 0}; };
    const bool fan_ok = fan_fraction > kFanPurges || s.fan_check < 0.5;
    switch (m.phase) {
      case Phase::rest:
        enter(Phase::purge);
        break;
      case Phase::purge:
        if (!fan_ok) m.in_phase_s = 0;
        if (m.in_phase_s >= p.prepurge_s) enter(Phase::ignition);
        break;
      case Phase::ignition:
        if (flame) enter(Phase::fire);
        else if (m.in_phase_s >= p.ignition_s && s.flame_check >= 0.5) error = no_ignition;
        break;
      case Phase::fire:
        m.no_flame_s = flame ? 0 : m.no_flame_s + interval_s;
        if (m.no_flame_s >= p.flame_out_s && s.flame_check >= 0.5) error = flame_lost;
        break;
    }
    return error == 0 && (m.phase == Phase::ignition || m.phase == Phase::fire);
  }
};

/// One scan over the pieces below.
struct Scan {
  const BoardParams& p;
  const BoardSettings& s;
  const BoardOrders& o;
  const BoardReadings& r;
  BoardMemory& m;
  double dt_s;
  BoardCommands c = {};

  BoardCommands run() {
    power();
    supervise();
    bath();
    main_burner();
    bath_burner();
    air();
    freeze_guard();
    return c;
  }

  void power() {
    if (o.power && !m.was_on) m.error = 0;
    m.was_on = o.power;
  }

  void supervise() {
    if (r.body_K > s.high_limit_K) m.error = too_hot;
    if (r.co_fraction > s.co_limit_fraction) m.error = combustion_fault;
  }

  void bath() {
    const bool able = o.power && m.error == 0;
    if (!o.automatic) m.filled = false, m.kept_warm_s = 0;
    const bool filling = able && o.automatic && !m.filled;
    if (filling && r.bath_level_m >= p.bath_level_m) m.filled = true;
    c.fill = filling && !m.filled ? 1 : 0;
    if (m.filled) m.kept_warm_s += dt_s;
    const bool keeps = m.filled && m.kept_warm_s <= p.keep_warm_s;
    const bool ordered = o.reheat && !m.reheat_seen;
    m.reheat_seen = o.reheat;
    if (ordered || (keeps && r.bath_K < o.bath_setpoint_K - p.keep_warm_band_K)) m.reheating = true;
    if (!able || r.bath_K >= o.bath_setpoint_K) m.reheating = false;
  }

  /// Set-point in force: that of the bath while it fills.
  double setpoint_K() const {
    const double asked_K = c.fill > 0 ? o.bath_setpoint_K : o.setpoint_K;
    return std::min(asked_K, s.setpoint_limit_K);
  }

  void main_burner() {
    const bool runs = m.main.phase != Phase::rest;
    const double start = s.start_flow_kg_per_s * (runs ? p.stop_flow_ratio : 1);
    const bool flows = r.flow_kg_per_s >= start && o.power;
    const double mixed_K =
        r.inlet_K + std::max(0.0, setpoint_K() - r.inlet_K) / (1 - p.nominal_bypass_share);
    const double target_K = std::max(std::min(mixed_K, p.hottest_target_K), setpoint_K());
    const bool cold = target_K > r.inlet_K + kLeastRise_K;
    const double rests_above_K = target_K + (runs ? kOverheat_K : 0);
    const bool wanted = flows && cold && r.exchanger_K < rests_above_K;
    const bool gas = burner().run(m.main, wanted, r.flame, r.fan_fraction, m.error);
    if (!gas) m.trim_fraction = 0;
    m.gas_fraction = gas ? gas_fraction(target_K) : 0;
    c.gas = m.gas_fraction;
    mix();
    hold_back();
  }

  double gas_fraction(double target_K) {
    if (m.main.phase == Phase::ignition) return p.ignition_gas_fraction;
    const double water_kg_per_s = r.flow_kg_per_s * (1 - m.bypass_share);
    const double need_W =
        water_kg_per_s * kWater_J_per_kg_K * (target_K - r.inlet_K) / p.efficiency_ratio;
    const double error_K = target_K - r.exchanger_K;
    const double asked = need_W / p.rated_gas_W + p.trim_gain_per_K * error_K + m.trim_fraction;
    const double least = 1 / p.turndown_ratio;
    const bool inside = asked > least && asked < 1;
    if (inside) m.trim_fraction += p.trim_gain_per_K * error_K * dt_s / p.trim_integral_s;
    return std::clamp(asked, least, std::min(1.0, m.gas_fraction + p.gas_rise_per_s * dt_s));
  }

  /// Bypass so that exchanger outlet and cold water mix to the set-point.
  void mix() {
    const double hot_K = r.exchanger_K - r.inlet_K;
    double share = p.nominal_bypass_share;
    if (hot_K > kLeastRise_K) share = 1 - std::max(0.0, setpoint_K() - r.inlet_K) / hot_K;
    m.bypass_share = std::clamp(share, 0.0, p.most_bypass_share);
    c.bypass = m.bypass_share;
  }

  /// Lets through what full gas can warm.
  void hold_back() {
    const double rise_K = std::max(kLeastRise_K, setpoint_K() - r.inlet_K);
    const double able_kg_per_s = p.rated_gas_W * p.efficiency_ratio / (kWater_J_per_kg_K * rise_K);
    const bool burns = m.main.phase == Phase::fire;
    if (burns && r.flow_kg_per_s > able_kg_per_s) {
      m.water_fraction *= able_kg_per_s / r.flow_kg_per_s;
    } else if (!burns || r.flow_kg_per_s < 0.97 * able_kg_per_s) {
      m.water_fraction += kWaterOpens_per_s * dt_s;
    }
    m.water_fraction = std::clamp(m.water_fraction, kLeastWater, 1.0);
    c.water = m.water_fraction;
  }

  void bath_burner() {
    c.pump = m.reheating ? 1 : 0;
    m.pump_s = m.reheating ? m.pump_s + dt_s : 0;
    const bool flows = r.bath_flow_kg_per_s >= s.bath_flow_kg_per_s;
    if (m.reheating && !flows && m.pump_s >= p.bath_flow_error_s) m.error = no_circulation;
    const bool wanted = m.reheating && flows && m.pump_s >= p.prepurge_s;
    const bool gas = burner().run(m.bath, wanted, r.bath_flame, r.fan_fraction, m.error);
    c.bath_gas = gas ? 1 : 0;
    if (m.error != 0) c.gas = 0, c.pump = 0, m.reheating = false;
  }

  void air() {
    const auto sparks = [](const BurnerMemory& b) { return b.phase == Phase::ignition; };
    const bool purges = m.main.phase == Phase::purge || m.bath.phase == Phase::purge ||
                        sparks(m.main) || sparks(m.bath);
    const double gas_W = c.gas * p.rated_gas_W + c.bath_gas * p.bath_gas_W;
    const double share = gas_W / (p.rated_gas_W + p.bath_gas_W);
    const double needs = s.air_ratio / p.full_air_ratio * share;
    if (gas_W > 0) c.fan = std::clamp(needs, p.least_fan_fraction, 1.0);
    if (purges) c.fan = std::max(c.fan, p.purge_fan_fraction);
    c.igniter = sparks(m.main) || sparks(m.bath) ? 1 : 0;
    const bool astray = c.fan > 0 && std::abs(r.fan_fraction - c.fan) > kFanBand;
    m.fan_astray_s = astray ? m.fan_astray_s + dt_s : 0;
    if (m.fan_astray_s >= p.fan_error_s && s.fan_check >= 0.5) m.error = fan_fault;
  }

  void freeze_guard() {
    const bool armed = o.power || s.guard_when_off >= 0.5;
    const double coldest_K = std::min(r.exchanger_K, r.loop_K);
    if (coldest_K < p.freeze_on_K) m.guard = true;
    if (coldest_K > p.freeze_off_K) m.guard = false;
    c.freeze_heater = armed && m.guard ? 1 : 0;
  }

  Burner burner() const { return {p, s, dt_s}; }
};

}  // namespace

void fields(FieldVisitor& v, BoardParams& p) {
  v("turndown", p.turndown_ratio, "1", between(1, 30), "full gas over least gas; 10 (from memory)");
  v("stop_flow", p.stop_flow_ratio, "1", between(0.1, 1), "flow that stops over flow that starts");
  v("bypass", p.nominal_bypass_share, "1", between(0, 0.5),
    "share that passes by the exchanger, to keep it above the dew point (assumption)");
  v("most_bypass", p.most_bypass_share, "1", between(0, 0.9), "widest opening of the bypass");
  v("hottest_target", p.hottest_target_K, "K", above(273),
    "of the exchanger's outlet while it is mixed down (assumption)");
  v("trim_gain", p.trim_gain_per_K, "1/K", at_least(0), "of the PI trim, of full gas (assumption)");
  v("trim_integral", p.trim_integral_s, "s", above(0), "of the PI trim (assumption)");
  v("prepurge", p.prepurge_s, "s", at_least(0), "fan before gas (from memory)");
  v("ignition", p.ignition_s, "s", above(0), "without flame until error 11 (from memory)");
  v("flame_out", p.flame_out_s, "s", above(0), "without flame until error 12; at most 2 to 3 s");
  v("ignition_gas", p.ignition_gas_fraction, "1", between(0.05, 1), "gas while the spark is on");
  v("purge_fan", p.purge_fan_fraction, "1", between(0.3, 1), "fan while it purges and lights");
  v("gas_rise", p.gas_rise_per_s, "Hz", above(0), "of full gas, so that the fan follows");
  v("least_fan", p.least_fan_fraction, "1", between(0, 0.3), "slowest fan");
  v("fan_error", p.fan_error_s, "s", above(0), "a fan astray until error 61 (assumption)");
  v("bath_flow_error", p.bath_flow_error_s, "s", above(0),
    "no circulation until error 632 (assumption)");
  v("bath_level", p.bath_level_m, "m", above(0), "automatic filling ends; 180 L in the usual bath");
  v("keep_warm_band", p.keep_warm_band_K, "K", above(0), "below set-point that starts reheating");
  v("keep_warm_time", p.keep_warm_s, "s", at_least(0),
    "automatic keeping warm ends (4 h is usual)");
  v("freeze_on", p.freeze_on_K, "K", above(0), "freeze guard on; 3 degC (from memory)");
  v("freeze_off", p.freeze_off_K, "K", above(0), "freeze guard off");
}

BoardCommands run_board(const BoardParams& p, const BoardSettings& s, const BoardOrders& orders,
                        const BoardReadings& r, BoardMemory& m, double interval_s) {
  return Scan{p, s, orders, r, m, interval_s}.run();
}

}  // namespace twinaxis::water_heater
