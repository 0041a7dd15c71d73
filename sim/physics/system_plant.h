#pragma once
// A System and an Integrator as the physical side of a twin.

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "sim/physics/balance.h"
#include "sim/physics/integrator.h"
#include "sim/physics/plant.h"
#include "sim/physics/system.h"

namespace twinaxis {

enum class BalanceCheck : bool { off, on };

/// Owns state and mode of one System. Inputs are read from the bus once per advance and held.
/// Roots are located inside it, answered by System::cross and logged at their own times. A root
/// whose sign an input (or another crossing) flips at once is answered at that moment; each root is
/// answered at most once per instant.
class SystemPlant final : public Plant {
 public:
  /// `part` names the plant in errors. Every input and output of the system must be a point of the
  /// table (ContractError if not). The balance check costs an evaluation of balances() per stage.
  SystemPlant(std::string part, std::unique_ptr<const System> system, const IntegratorSpec& spec,
              const PointTable& table, BalanceCheck check = BalanceCheck::off);

  /// Outputs use the inputs that acted until `now`: those of the last advance.
  void publish(Bus& bus, Time now) override;
  /// Throws RunError with time, part and the worst states by name.
  void advance(const Bus& bus, Time from, Time to, EventLog& log) override;
  /// State, then mode. The balance check does not change it.
  std::span<const double> state() const override;

  const System* balanced() const override { return system_.get(); }
  const System& system() const { return *system_; }
  /// Empty if the check is off.
  std::vector<BalanceResidual> balance_residuals(Time now) const;

 private:
  Instant now_at(double time_s) const;
  std::span<double> solver_state() { return {values_.data(), inflows_ + states_}; }
  std::span<double> mode() { return {values_.data() + inflows_ + states_, modes_}; }
  void read_inputs(const Bus& bus);
  void answer(std::vector<int>& crossed, double at_s, Time at, EventLog& log);
  void answer_one(std::size_t root, bool rising, double at_s, Time at, EventLog& log);
  void note_jumps(double at_s, std::vector<int>& crossed, const std::vector<char>& answered);
  void learn_signs(double at_s);
  void check_finite(double at_s) const;
  [[noreturn]] void fail(double at_s, const std::string& reason,
                         const std::vector<std::size_t>& worst) const;

  std::string part_;
  std::unique_ptr<const System> system_;
  std::unique_ptr<const WithInflows> with_inflows_;  ///< null if the check is off
  const System* solved_;                             ///< what the integrator sees: one of the two
  std::unique_ptr<Integrator> integrator_;
  std::vector<PointId> input_ids_, output_ids_;
  std::size_t inflows_ = 0, states_ = 0, modes_ = 0;
  std::vector<double>
      values_;  ///< inflows, state, mode: the state hash needs the last two together
  std::vector<double> input_, truth_, roots_;
  std::vector<int> signs_, crossed_;
  bool has_input_ = false;
  std::vector<System::Balance> at_start_;
  std::vector<double> jumped_;
};

}  // namespace twinaxis
