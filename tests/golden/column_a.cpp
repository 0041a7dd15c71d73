// Column A: models/distillation/column_a.h. Published per minute; converted here, at the edge.

#include "models/distillation/column_a.h"

#include <algorithm>
#include <array>
#include <map>

#include "sim/core/text.h"
#include "sim/physics/experiment.h"
#include "sim/physics/linear.h"
#include "sim/physics/steady.h"
#include "tests/golden/column_a_runs.h"
#include "tests/golden/golden.h"

namespace twinaxis::golden {
namespace {

using namespace distillation;

constexpr const char* kFiles =
    "Skogestad, Trans. IChemE 75A (1997) 539-562, and its model files (cola.dat, cola.html)";
constexpr const char* kReference =
    "independent tight-tolerance integration of the published equations, two codes agree";
constexpr std::size_t kTop = 0, kBottom = 1;  // of ColumnA::output_names()

// At rest

/// Published profile, reboiler to condenser, at L = 2.70629295971439, V = 3.20629295971439
/// kmol/min.
constexpr std::array<double, 41> kPublishedProfile = {
    0.01000000000000, 0.01426091228519, 0.01972358924071, 0.02669326481183, 0.03553112868230,
    0.04665090989775, 0.06050536432574, 0.07755780758836, 0.09823418515288, 0.12285384713922,
    0.15154333129394, 0.18414705878182, 0.22015928656995, 0.25870700564480, 0.29860668074760,
    0.33849626436079, 0.37701507466589, 0.41298329547589, 0.44553302705302, 0.47416387897878,
    0.49872493204438, 0.52649475964320, 0.55776390242974, 0.59216060127435, 0.62903916925421,
    0.66750673731202, 0.70649840345461, 0.74489017363107, 0.78162559565357, 0.81582677099606,
    0.84686636753928, 0.87439107401281, 0.89830161503826, 0.91870393775007, 0.93584846972424,
    0.95007115492539, 0.96174449436761, 0.97124167454496, 0.97891332406394, 0.98507462686567,
    0.99000000000000};

ColumnAParams published_flows() {
  ColumnAParams p;
  p.reflux_kmol_per_s = per_second(2.70629295971439);
  p.boilup_kmol_per_s = per_second(3.20629295971439);
  return p;
}

double composition_at_rest(const ColumnAParams& p, std::size_t stage) {
  const ColumnA column(p);
  return column.composition(column.initial_state(), stage);
}

/// Composition of a stage at rest in LV, one nominal input multiplied.
double composition_after(const std::string& input, double factor, std::size_t stage) {
  const ColumnA column({});
  auto u = column.nominal_input();
  const auto names = column.inputs();
  u[static_cast<std::size_t>(std::ranges::find(names, input) - names.begin())] *= factor;
  return column.composition(steady_state(column, u, {}, column.initial_state()), stage);
}

// Linear

LinearModel linear_model() {
  const ColumnA column({});
  const auto state = column.initial_state();
  const auto input = column.nominal_input();
  return linearise(column, {.time_s = 0, .state = state, .input = input, .mode = {}});
}

/// Steady gain of a product composition, per kmol/min for flows.
double gain(std::size_t output, std::size_t input) {
  const bool is_flow = input < 3;
  return dc_gain(linear_model())(output, input) / (is_flow ? kSecondsPerMinute : 1);
}

Matrix gain_of_reflux_and_boilup() {
  const std::array<std::size_t, 2> both = {0, 1};
  Matrix g = part_of(dc_gain(linear_model()), both, both);
  for (double& v : g.values()) v /= kSecondsPerMinute;
  return g;
}

double pole_per_min(std::size_t index) {
  return poles(linear_model())[index].real() * kSecondsPerMinute;
}

// In time

/// An output 500 min after F 1 -> 1.01 kmol/min with all level loops open.
double open_loop(const std::string& output) {
  auto run = experiment({.configuration = Configuration::none});
  run.set("feed.rate", per_second(1.01));
  run.run_until(minutes(500));
  return run.output(output);
}

/// Share of a 10 % reflux step that has arrived at the reboiler.
double liquid_lag(double time_min) {
  auto run = experiment({});
  const auto& column = dynamic_cast<const ColumnA&>(run.plant().system());
  const auto leaving_stage_2 = [&] {
    auto input = column.nominal_input();
    return column.liquid_flows({to_s(run.now()), run.plant().state(), input, {}})[1];
  };
  const double before = leaving_stage_2(), step = 0.1 * column.params().reflux_kmol_per_s;
  run.set("reflux.command", column.params().reflux_kmol_per_s + step);
  run.run_until(minutes(time_min));
  return (leaving_stage_2() - before) / step;
}

/// Whole minute at which a composition is extreme before the second disturbance; `sign` -1 for the
/// lowest.
std::size_t extreme_minute(std::size_t k, double sign) {
  const auto& run = two_point_run();
  const auto found = std::max_element(run.begin(), run.begin() + 100,
                                      [=](auto& a, auto& b) { return sign * a[k] < sign * b[k]; });
  return static_cast<std::size_t>(found - run.begin());
}

// The list

class List {
 public:
  /// What the targets that follow have in common.
  void row(const std::string& id, const std::string& input, const std::string& kind,
           const std::string& source) {
    common_ = {id, "Column A", input, "", "", 0, 0, kind, source, {}};
  }
  void add(const std::string& quantity, const std::string& unit, double expected, double tolerance,
           std::function<double()> obtained) {
    Target target = common_;
    target.quantity = quantity, target.unit = unit;
    target.expected = expected, target.absolute_tolerance = tolerance;
    target.obtained = std::move(obtained);
    all_.push_back(std::move(target));
  }
  std::vector<Target> all_;

 private:
  Target common_;
};

void at_rest(List& list) {
  list.row("A01", "L 2.70629295971439, V 3.20629295971439 kmol/min, at rest", "published", kFiles);
  for (std::size_t i = 1; i <= kPublishedProfile.size(); ++i) {
    list.add("x" + std::to_string(i), "1", kPublishedProfile[i - 1], 1e-6,
             [i] { return composition_at_rest(published_flows(), i); });
  }
  list.row("A02", "nominal L 2.70629, V 3.20629 kmol/min, at rest", "independent run", kReference);
  list.add("xB", "1", 0.010000040392, 1e-8, [] { return composition_at_rest({}, 1); });
  list.add("xD", "1", 0.989999959608, 1e-8, [] { return composition_at_rest({}, 41); });
  // Given to 1e-6 K; the boiling curve is linear from 355.4 to 341.9 K.
  list.row("A01", "the same, linear boiling curve", "independent run", kReference);
  const ColumnAParams ends{.reported_stages = {1, 21, 41}};
  for (const auto& [stage, kelvin] :
       std::map<int, double>{{1, 355.264999}, {21, 348.667213}, {41, 342.035001}}) {
    const auto name = "stage_" + std::to_string(stage) + ".temperature";
    list.add("T" + std::to_string(stage), "K", kelvin, 1e-6,
             [ends, name] { return experiment(ends).output("column." + name); });
  }
  list.row("A06", "F 1 -> 1.01 kmol/min, LV, at rest", "independent run", kReference);
  list.add("xB", "1", 0.01716211, relative(0.01716211, 5e-4),
           [] { return composition_after("feed.rate", 1.01, 1); });
  list.add("xD", "1", 0.99249464, relative(0.99249464, 5e-4),
           [] { return composition_after("feed.rate", 1.01, 41); });
  list.row("A06", "F 1 -> 1.01 kmol/min, LV, at rest, as printed", "published", kFiles);
  list.add("xB", "1", 0.0172, 0.5e-4, [] { return composition_after("feed.rate", 1.01, 1); });
  list.add("xD", "1", 0.9925, 0.5e-4, [] { return composition_after("feed.rate", 1.01, 41); });
  list.row("A10", "L +1 %, LV, at rest", "independent run", kReference);
  list.add("xB", "1", 0.05509406, relative(0.05509406, 5e-4),
           [] { return composition_after("reflux.command", 1.01, 1); });
  list.add("xD", "1", 0.99582369, relative(0.99582369, 5e-4),
           [] { return composition_after("reflux.command", 1.01, 41); });
}

void linear(List& list) {
  list.row("A03", "linear at nominal, LV, level gains 10 1/min", "independent run", kReference);
  const char* const inputs[] = {"L", "V", "F", "zF"};
  const double gains[2][4] = {{0.875403, -0.861756, 0.393944, 0.881249},
                              {1.084596, -1.098244, 0.586056, 1.118751}};
  for (std::size_t output : {kTop, kBottom}) {
    for (std::size_t input = 0; input < 4; ++input) {
      const std::string product = output == kTop ? "dxD/d" : "dxB/d";
      const double g = gains[output][input];
      list.add(product + inputs[input], input < 3 ? "1/(kmol/min)" : "1", g, relative(g, 1e-3),
               [=] { return gain(output, input); });
    }
  }
  list.row("A03", "linear effect of dF = +0.01 kmol/min, as printed", "published", kFiles);
  list.add("dyD", "1", 0.0039, 0.5e-4, [] { return 0.01 * gain(kTop, 2); });
  list.add("dxB", "1", 0.0059, 0.5e-4, [] { return 0.01 * gain(kBottom, 2); });
  list.row("A04", "linear at nominal, LV", "published", kFiles);
  list.add("slowest pole", "1/min", -5.1562e-3, relative(5.1562e-3, 5e-3),
           [] { return pole_per_min(0); });
  list.add("its time constant", "min", 193.9, relative(193.9, 5e-3),
           [] { return -1 / pole_per_min(0); });
  list.row("A04", "linear at nominal, LV", "independent run", kReference);
  const std::array<double, 4> slowest = {-5.155465e-3, -0.082982, -0.285119, -0.462798};
  for (std::size_t i = 0; i < slowest.size(); ++i) {
    list.add("pole " + std::to_string(i + 1), "1/min", slowest[i], relative(slowest[i], 1e-4),
             [i] { return pole_per_min(i); });
  }
  list.add("RGA11", "1", 35.942, relative(35.942, 5e-3),
           [] { return relative_gain_array(gain_of_reflux_and_boilup())(0, 0); });
  list.add("condition number", "1", 145.47, relative(145.47, 5e-3),
           [] { return condition_number(gain_of_reflux_and_boilup()); });
  list.add("largest singular value", "1/(kmol/min)", 1.97263, relative(1.97263, 1e-3),
           [] { return singular_values(gain_of_reflux_and_boilup())[0]; });
  list.add("smallest singular value", "1/(kmol/min)", 0.0135601, relative(0.0135601, 5e-3),
           [] { return singular_values(gain_of_reflux_and_boilup())[1]; });
}

void in_time(List& list) {
  list.row("A05", "F 1 -> 1.01 kmol/min, no level control, 500 min", "independent run", kReference);
  list.add("xB", "1", 0.0168211, 1e-5, [] { return open_loop("column.bottom_composition"); });
  list.add("xD", "1", 0.9924179, 1e-5, [] { return open_loop("column.top_composition"); });
  list.add("MB", "kmol", 5.48740, relative(5.48740, 5e-4),
           [] { return open_loop("column.reboiler_holdup"); });
  list.add("MD", "kmol", 0.5, relative(0.5, 5e-4), [] { return open_loop("column.drum_holdup"); });
  list.row("A13", "L +10 %: share that has reached the reboiler", "exact",
           "39 equal linear tanks in series: P(39, t / 0.063 min), regularised gamma function");
  for (const auto& [min, share] : std::map<double, double>{
           {2.0, 0.117360}, {2.457, 0.521297}, {3.0, 0.910259}, {4.0, 0.9996}}) {
    list.add("dL2/dL at " + rounded(min, 4) + " min", "1", share, 1e-3,
             [min = min] { return liquid_lag(min); });
  }
}

void two_point(List& list) {
  list.row("A15", "two-point PI: F 1.2 at 10 min, zF 0.6 at 100, xD set-point 0.995 at 200",
           "independent run",
           "problem: Skogestad 1997, figures 17-18; numbers: independent delay-equation run");
  const auto at = [](std::size_t minute, std::size_t k) {
    return [=] { return two_point_run().at(minute)[k]; };
  };
  // The reference was sampled at whole minutes.
  const auto peak = [] { return extreme_minute(1, 1); };
  const auto lowest = [] { return extreme_minute(0, -1); };
  list.add("peak xB", "1", 0.0134780, 1e-5, [=] { return two_point_run().at(peak())[1]; });
  list.add("its time", "min", 14, 0, peak);
  list.add("lowest xD", "1", 0.9857304, 1e-5, [=] { return two_point_run().at(lowest())[0]; });
  list.add("its time", "min", 20, 0, lowest);
  list.add("xD at 99 min", "1", 0.9900161, 1e-5, at(99, 0));
  list.add("xB at 99 min", "1", 0.0099881, 1e-5, at(99, 1));
  list.add("xD at 199 min", "1", 0.9899973, 1e-5, at(199, 0));
  list.add("xB at 199 min", "1", 0.0100018, 1e-5, at(199, 1));
  list.add("xD at 300 min", "1", 0.9949966, 1e-5, at(300, 0));
  list.add("xB at 300 min", "1", 0.0100023, 1e-5, at(300, 1));
  list.add("L at 300 min", "kmol/min", 3.65202, relative(3.65202, 5e-3), at(300, 2));
  list.add("V at 300 min", "kmol/min", 4.37076, relative(4.37076, 5e-3), at(300, 3));
}

}  // namespace

std::vector<Target> column_a_targets() {
  List list;
  at_rest(list);
  linear(list);
  in_time(list);
  two_point(list);
  return list.all_;
}

}  // namespace twinaxis::golden
