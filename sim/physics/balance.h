#pragma once
// Does what is inside change by what crosses the boundary? The inflow of each balance of a System
// becomes one more state, integrated with the same weights as the model itself.

#include <span>
#include <string>
#include <vector>

#include "sim/core/event.h"
#include "sim/physics/system.h"

namespace twinaxis {

/// How well one balance closes since the start of the run.
struct BalanceResidual {
  std::string name;   ///< as in System::Balance
  std::string unit;   ///< of `inflow` and `jumped`
  double ratio = 0;   ///< |inside(t) - inside(0) - inflow - jumped| / scale
  double inflow = 0;  ///< integral of the boundary flow
  double jumped = 0;  ///< change by crossings (a vessel that bursts loses its content at once)
};

/// A System whose first states are the integrals of its balances' inflows, and whose further states
/// are those of `inner`. The extra states feed back on nothing.
class WithInflows final : public System {
 public:
  /// `inner` must outlive this.
  explicit WithInflows(const System& inner);
  std::size_t inflow_count() const { return inflows_; }

  std::vector<std::string> inputs() const override { return inner_.inputs(); }
  std::vector<std::string> output_names() const override { return inner_.output_names(); }
  std::vector<std::string> state_names() const override;
  std::vector<double> initial_state() const override;
  std::vector<double> initial_mode() const override { return inner_.initial_mode(); }
  void derivative(const Instant& now, std::span<double> rate) const override;
  void outputs(const Instant& now, std::span<double> truth) const override;
  std::size_t root_count() const override { return inner_.root_count(); }
  void roots(const Instant& now, std::span<double> values) const override;
  void cross(const Crossing& crossing, const Instant& now, std::span<double> state,
             std::span<double> mode, EventLog& log) const override;
  std::vector<Balance> balances(const Instant& now) const override;

 private:
  Instant inside(const Instant& now) const;
  const System& inner_;
  std::size_t inflows_;
};

}  // namespace twinaxis
