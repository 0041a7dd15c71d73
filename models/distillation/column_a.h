#pragma once
// Column A of Skogestad: a binary column of 41 stages, the reference plant of the process models.
// Source: S. Skogestad, Dynamics and Control of Distillation Columns: A Tutorial Introduction,
// Trans. IChemE 75A (1997) 539-562, and the model files published with it (colamod, cola_lv, ...).
//
// Each stage i, 1 = reboiler to N = total condenser, holds M_i kmol of liquid of composition x_i
// (mole fraction of the light component):
//   y_i = alpha x_i / (1 + (alpha - 1) x_i)                       constant relative volatility
//   V_i = V, above the feed V + (1 - qF) F                        constant molar flows
//   L_i = L0_i + (M_i - M0_i) / taul + lambda (V_{i-1} - V0_{i-1}) linear tray hydraulics
//   dM_i/dt = L_{i+1} - L_i + V_{i-1} - V_i (+ F at the feed stage)
//   d(M_i x_i)/dt = L_{i+1} x_{i+1} - L_i x_i + V_{i-1} y_{i-1} - V_i y_i (+ F zF)
// Valid for constant pressure, no vapour holdup, liquid on every tray. Published per minute; here
// per second.

#include <array>
#include <string>
#include <vector>

#include "sim/core/fields.h"
#include "sim/core/point.h"
#include "sim/physics/system.h"

namespace twinaxis::distillation {

/// Which two of the four flows are inputs; the other two hold the levels of drum and reboiler by
/// the published proportional loops.
enum class Configuration {
  LV,            ///< reflux, boilup free; distillate holds the drum, bottoms the reboiler
  DV,            ///< distillate, boilup free; reflux holds the drum, bottoms the reboiler
  LB,            ///< reflux, bottoms free; distillate holds the drum, boilup the reboiler
  DB,            ///< distillate, bottoms free; reflux holds the drum, boilup the reboiler
  double_ratio,  ///< reflux ratio L/D and boilup ratio V/B free; D and B hold the levels
  none,          ///< all four flows are inputs; the levels integrate
};
inline constexpr std::array<std::string_view, 6> kConfigurationNames = {
    "LV", "DV", "LB", "DB", "double_ratio", "none"};

constexpr double kSecondsPerMinute = 60;

struct ColumnAParams {
  int stages_count = 41;       ///< with reboiler and condenser
  int feed_stage_number = 21;  ///< from the bottom, the reboiler is 1
  double relative_volatility_ratio = 1.5;
  double liquid_time_constant_s = 0.063 * kSecondsPerMinute;  ///< taul
  double vapour_effect_ratio = 0;                             ///< lambda, "K2 effect"
  // Nominal values: the reference of the tray hydraulics, the bias of the level loops, the start.
  double feed_kmol_per_s = 1.0 / kSecondsPerMinute;
  double feed_light_fraction = 0.5;   ///< zF
  double feed_liquid_fraction = 1.0;  ///< qF
  double reflux_kmol_per_s = 2.70629 / kSecondsPerMinute;
  double boilup_kmol_per_s = 3.20629 / kSecondsPerMinute;
  double distillate_kmol_per_s = 0.5 / kSecondsPerMinute;
  double bottoms_kmol_per_s = 0.5 / kSecondsPerMinute;
  double tray_holdup_kmol = 0.5;
  double reboiler_holdup_kmol = 0.5;
  double condenser_holdup_kmol = 0.5;
  Configuration configuration = Configuration::LV;
  double drum_level_gain_per_s = 10 / kSecondsPerMinute;      ///< KcD
  double reboiler_level_gain_per_s = 10 / kSecondsPerMinute;  ///< KcB
  double light_boiling_K = 341.9;
  double heavy_boiling_K = 355.4;
  std::vector<double> reported_stages = {9, 33};  ///< stage numbers whose x and T are published
};

void fields(FieldVisitor& v, ColumnAParams& p);
/// What the ranges of single fields cannot say; empty if all is well.
std::vector<FieldProblem> problems(const ColumnAParams& p);

constexpr std::size_t kStagesAtMost = 200;

/// State, kmol: light component M_i x_i of each stage, then M_i. (Published with x_i in the place
/// of M_i x_i; amounts make both balances linear in the state, which every Runge-Kutta method keeps
/// to rounding.) Inputs: the free flows (or ratios) of the configuration, then "feed.rate",
/// "feed.light_fraction", "feed.liquid_fraction".
class ColumnA final : public System {
 public:
  /// Throws ContractError if problems(p) is not empty.
  explicit ColumnA(const ColumnAParams& p);

  const ColumnAParams& params() const { return p_; }
  /// The inputs at their nominal values.
  std::vector<double> nominal_input() const;
  /// Mole fraction of the light component in the liquid of a stage, 1 = reboiler.
  double composition(std::span<const double> state, std::size_t stage_number) const {
    return state[stage_number - 1] / state[stages() + stage_number - 1];
  }
  /// Liquid flow that leaves each stage, kmol/s: [0] bottoms, [N-1] reflux and distillate.
  std::vector<double> liquid_flows(const Instant& now) const;
  /// Declares all inputs (signals, at their nominal values) and outputs (truth).
  void declare_points(PointTable& table) const;

  std::vector<std::string> inputs() const override;
  std::vector<std::string> output_names() const override;
  std::vector<std::string> state_names() const override;
  /// At rest with the nominal inputs, levels closed as in LV.
  std::vector<double> initial_state() const override { return start_; }
  void derivative(const Instant& now, std::span<double> rate) const override;
  void outputs(const Instant& now, std::span<double> truth) const override;
  std::vector<Balance> balances(const Instant& now) const override;

 private:
  struct Flows {
    double reflux, boilup, distillate, bottoms, feed, feed_light, feed_liquid;
  };
  Flows flows(const Instant& now) const;
  /// Vapour flow above the feed.
  static double upper_vapour(const Flows& f) { return f.boilup + (1 - f.feed_liquid) * f.feed; }
  void tray_liquid(const Flows& f, const double* holdup, double* liquid) const;
  std::size_t stages() const { return static_cast<std::size_t>(p_.stages_count); }
  std::size_t feed_index() const { return static_cast<std::size_t>(p_.feed_stage_number) - 1; }

  ColumnAParams p_;
  std::vector<double> start_;
};

}  // namespace twinaxis::distillation
