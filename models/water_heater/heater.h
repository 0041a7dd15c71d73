#pragma once
// Gas water heater with shower, bath, room and residents as one System:
//   exchanger and reheating exchanger   exchanger.h: N cells, boil-dry, ice
//   burners   dG/dt = (command * rated * supply - G)/tau_v;  heat = efficiency * G while they burn
//   outlet    exchanger and bypass mix; a thermal mixing valve, where fitted, adds cold water
//   pipe      pipe.h: what leaves the heater reaches the shower after V/Q
//   bath      dM/dt = filling - overflow - loop;  energy with the tub, losses to the room
//   casing    C dT/dt = losses of the exchangers - k (T - T_ambient); wood beside it may ignite
//   fuse      dT/dt = (hottest copper - T)/tau; blown for good above its limit
//   room      combustion.h: CO of the flue gas that spills
//   people    residents.h: who is where; pain drives them out
// Everything mechanical that protects is here; what runs on a computer is board.h.
// Valid between -50 and 60 degC of surroundings, for the parts' own validity; assumptions:
// README.md.

#include "models/water_heater/heater_layout.h"
#include "models/water_heater/heater_picture.h"
#include "sim/physics/system.h"

namespace twinaxis::water_heater {

class Heater final : public System {
 public:
  explicit Heater(const HeaterParams& params = {});

  const HeaterParams& params() const { return p_; }
  /// Everything closed, surroundings as in the parameters.
  std::vector<double> nominal_input() const;

  std::vector<std::string> inputs() const override { return input_names(); }
  std::vector<std::string> output_names() const override;
  std::vector<std::string> state_names() const override;
  std::vector<double> initial_state() const override;
  std::vector<double> initial_mode() const override;

  void derivative(const Instant& now, std::span<double> rate) const override;
  void outputs(const Instant& now, std::span<double> truth) const override;
  std::size_t root_count() const override { return water_heater::root_count + persons_ * 2; }
  void roots(const Instant& now, std::span<double> values) const override;
  void cross(const Crossing& crossing, const Instant& now, std::span<double> state,
             std::span<double> mode, EventLog& log) const override;
  /// energy in J, water in kg, CO in kg.
  std::vector<Balance> balances(const Instant& now) const override;

 private:
  double state(const Instant& now, State which) const { return now.state[at_.rest + which]; }
  double person(const Instant& now, std::size_t who, PersonMode which) const {
    return now.mode[mode_count + who * person_mode_count + which];
  }
  bool anybody(const Instant& now, Place place) const;

  void look_at_bath(const Instant& now, HeaterPicture& p) const;
  void look_at_fire(const Instant& now, HeaterPicture& p) const;
  void look_at_water(const Instant& now, HeaterPicture& p) const;
  void look_at_outlet(const Instant& now, HeaterPicture& p) const;
  HeaterPicture picture(const Instant& now) const;
  double gas_open(const Instant& now) const;

  void bath_rates(const Instant& now, const HeaterPicture& p, std::span<double> rest) const;
  void device_rates(const Instant& now, const HeaterPicture& p, std::span<double> rest) const;
  /// Completes the exchangers' flows and writes their rates.
  void exchanger_rates(const Instant& now, HeaterPicture& p, std::span<double> rate) const;

  double flame_margin(const Instant& now, const HeaterPicture& p, bool bath) const;
  double value_of(Root root, const Instant& now) const;
  void move(const Instant& now, std::span<double> mode) const;
  void answer_person(std::size_t root, bool rising, const Instant& now, Time at,
                     std::span<double> mode, EventLog& log) const;
  double skin_K(const Instant& now, const HeaterPicture& p, std::size_t who) const;
  double energy_J(const Instant& now) const;
  double energy_inflow_W(const Instant& now, const HeaterPicture& p) const;

  HeaterParams p_;
  Layout at_;
  Exchanger main_, loop_;
  Pipe pipe_;
  std::vector<Move> moves_;
  std::vector<std::string> names_;  ///< of the residents
  std::vector<Resident> people_;    ///< in that order
  std::size_t persons_;
  double rated_W_, bath_rated_W_;  ///< gas
};

}  // namespace twinaxis::water_heater
