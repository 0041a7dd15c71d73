// Reheating, steel and sensors: models/furnace.

#include <array>
#include <cmath>
#include <numbers>

#include "models/furnace/bearing.h"
#include "models/furnace/steel_quality.h"
#include "models/furnace/thermocouple.h"
#include "tests/analysis/csv.h"
#include "tests/golden/golden.h"
#include "tests/golden/slab_runs.h"

namespace twinaxis::golden {
namespace {

using namespace furnace;

constexpr double kZero_K = kCelsiusZero_K;

class List {
 public:
  explicit List(std::vector<Target>& all) : all_(all) {}
  /// What the rows that follow have in common.
  void about(std::string id, std::string model, std::string kind, std::string source) {
    head_ = {std::move(id), std::move(model), std::move(kind), std::move(source)};
  }
  void add(std::string input, std::string quantity, std::string unit, double expected,
           double tolerance, std::function<double()> obtained) {
    all_.push_back({head_[0], head_[1], std::move(input), std::move(quantity), std::move(unit),
                    expected, tolerance, head_[2], head_[3], std::move(obtained)});
  }

 private:
  std::vector<Target>& all_;
  std::array<std::string, 4> head_;
};

/// NAFEMS T3: 100 mm, one face at 0 degC, the other at 100 sin(pi t / 40 s) degC; 80 mm in at 32 s.
double nafems_t3_degC() {
  SlabRun run;
  run.slab = {.thickness_m = 0.1,
              .conductivity_W_per_m_K = 35,
              .density_kg_per_m3 = 7200,
              .heat_capacity_J_per_kg_K = 440.5,
              .cell_count = 101};
  run.start_K = 0;  // no radiation: the zero of the scale does not matter
  run.low = [](double) { return Imposed{0}; };
  run.high = [](double t_s) {
    constexpr double omega_per_s = std::numbers::pi / 40;
    return Imposed{100 * omega_per_s * std::cos(omega_per_s * t_s)};
  };
  return run.after(32)[80];
}

/// NAFEMS T2: 100 mm, one face at 1000 K, the other radiates to 300 K; at rest. A diffusion time is
/// L^2 / alpha = 650 s: 6,000 s are rest.
double nafems_t2_K() {
  SlabRun run;
  run.slab = {.thickness_m = 0.1,
              .conductivity_W_per_m_K = 55.6,
              .density_kg_per_m3 = 7850,
              .heat_capacity_J_per_kg_K = 460,
              .cell_count = 41};
  run.start_K = 1000;
  run.low = [](double) { return Imposed{0}; };
  run.high = [](double) { return Exchange{300, 0, 0.98}; };
  return run.after(6000).back();
}

/// FDS heat_conduction_a to d: 100 mm with an insulated back, 20 degC in gas at 120 degC.
std::vector<double> fds_degC(double biot, double end_s) {
  SlabRun run;
  run.slab = {.thickness_m = 0.1,
              .conductivity_W_per_m_K = 0.1,
              .density_kg_per_m3 = 100,
              .heat_capacity_J_per_kg_K = 1000,
              .cell_count = 81};
  run.start_K = 20 + kZero_K;
  run.low = insulated;
  run.high = [biot](double) { return Exchange{120 + kZero_K, biot * 0.1 / 0.1, 0}; };
  auto end = run.after(end_s);
  for (double& t : end) t -= kZero_K;
  return end;
}

/// Largest distance to the exact series of centre, surface and mean over all times of one Bi.
double plane_wall_distance(double biot) {
  double worst = 0;
  for (const CsvRow& row : csv_rows("plane_wall_convection_exact.csv")) {
    // Bi, zeta1, C1, Fo, theta of centre and surface, heat given off over all that there was
    const auto number = [&row](std::size_t column) { return std::stod(row[column]); };
    if (number(0) != biot) continue;
    const SlabRun run = plane_wall(biot, 101);
    const auto end = run.after(number(3));
    worst = std::max({worst, std::abs(end.front() - number(4)), std::abs(end.back() - number(5)),
                      std::abs(1 - mean_K(slab_grid(run.slab), end) - number(6))});
  }
  return worst;
}

void add_conduction(List list) {
  list.about("E01", "Slab", "published",
             "NAFEMS benchmark T3, 1989 (36.60 degC; exact series 36.60312)");
  list.add("101 cells", "80 mm in at 32 s", "degC", 36.60312, relative(36.60, 5e-3),
           nafems_t3_degC);
  list.about("E02", "Slab", "published", "NAFEMS benchmark T2, 1989 (927.0 K)");
  list.add("41 cells", "radiating face", "K", 927.0, relative(927.0, 2e-4), nafems_t2_K);
  list.about("E03", "Slab", "exact",
             "series zeta tan(zeta) = Bi; Carslaw, Jaeger 1959, section 3.11");
  for (const double biot : {0.01, 0.1, 0.5, 1.0, 2.0, 5.0, 10.0, 100.0}) {
    const std::string input = "Bi = " + std::to_string(biot).substr(0, biot < 0.1 ? 4 : 3) +
                              ", 101 cells, centre, surface and mean at all Fo";
    // Error of second order; observed: at most 3.2e-5 (Bi = 100, where the face jumps).
    list.add(input, "largest distance to the series", "1", 0, 1e-4,
             [biot] { return plane_wall_distance(biot); });
  }
  list.about("E04", "Slab", "published", "FDS verification, heat_conduction_a to d");
  const struct {
    char name;
    double biot, end_s, back_degC, front_degC;
  } cases[] = {{'a', 100, 1000, 24.79, 118.22},
               {'b', 10, 2000, 37.07, 107.75},
               {'c', 1, 10000, 66.61, 85.18},
               {'d', 0.1, 50000, 57.36, 60.37}};
  for (const auto& c : cases) {
    const std::string input = std::string("case ") + c.name;
    list.add(input, "back", "degC", c.back_degC, 0.02,
             [c] { return fds_degC(c.biot, c.end_s).front(); });
    list.add(input, "front", "degC", c.front_degC, 0.02,
             [c] { return fds_degC(c.biot, c.end_s).back(); });
  }
}

void add_reheating(List list) {
  list.about("E05", "Slab", "independent run",
             "fine-grid runs of the same equations, n = 200 and 400");
  const struct {
    double gas_degC, end_s, centre_degC, surface_degC;
  } runs[] = {{1250, 3600, 992.986, 1130.482}, {1250, 7200, 1219.973, 1236.935},
              {1200, 3600, 918.37, 1059.51},   {1200, 7200, 1162.51, 1182.65},
              {1300, 3600, 1065.62, 1198.37},  {1300, 7200, 1275.80, 1290.10}};
  for (const auto& r : runs) {
    const std::string input = "220 mm, gas at " + std::to_string(static_cast<int>(r.gas_degC)) +
                              " degC, 40 cells, " + std::to_string(static_cast<int>(r.end_s)) +
                              " s";
    const auto end = [r] { return reheating(r.gas_degC + kZero_K, 40).after(r.end_s); };
    list.add(input, "centre", "degC", r.centre_degC, 1, [end] { return core_K(end()) - kZero_K; });
    list.add(input, "surface", "degC", r.surface_degC, 1,
             [end] { return end().front() - kZero_K; });
  }
  list.about("E07", "Slab", "exact", "integral of the radiation balance, in closed form");
  const auto plate = [](double to_K) {  // 20 mm, heated from both sides: 10 mm a face
    return radiation_heating_s(0.01 * 7850 * 650, 0.8, 293.15, to_K, 1523.15);
  };
  list.add("20 mm plate, 293.15 -> 1173.15 K", "time", "s", 205.651, relative(205.651, 2e-3),
           [plate] { return plate(1173.15); });
  list.add("20 mm plate, 293.15 -> 1400 K", "time", "s", 309.044, relative(309.044, 2e-3),
           [plate] { return plate(1400); });
}

void add_steel(List list) {
  list.about("E08", "Steel", "exact", "Sellars, Whiteman 1979; constants from memory");
  for (const auto& [degC, um] : {std::pair{1150.0, 140.05}, {1250.0, 174.85}, {1300.0, 193.32}}) {
    list.add("d0 50 um, 1 h at " + std::to_string(static_cast<int>(degC)) + " degC", "grain", "um",
             um, relative(um, 1e-3),
             [t = degC] { return 1e6 * grain_size_m({}, t + kZero_K, 3600); });
  }
  list.about("E09", "Steel", "exact", "Crank 1975; D from memory");
  for (const auto& [degC, mm] : {std::pair{1200.0, 1.90}, {1250.0, 2.29}}) {
    list.add("90 % of the carbon, 1 h at " + std::to_string(static_cast<int>(degC)) + " degC",
             "depth", "mm", mm, 0.01, [t = degC] {
               return 1e3 *
                      decarburised_depth_m({}, 3600 * carbon_diffusion_m2_per_s({}, t + kZero_K));
             });
  }
  list.about("E10", "Steel", "exact", "Hollomon, Jaffe 1945, C = 20");
  const struct {
    double degC, hours, parameter;
  } rows[] = {{600, 1, 17.463}, {600, 10, 18.336}, {650, 1, 18.463}};
  for (const auto& r : rows) {
    list.add(std::to_string(static_cast<int>(r.degC)) + " degC, " +
                 std::to_string(static_cast<int>(r.hours)) + " h",
             "parameter", "kK", r.parameter, relative(r.parameter, 1e-4),
             [r] { return tempering_parameter(r.degC + kZero_K, 3600 * r.hours); });
  }
  list.about("E11", "Caster", "exact", "square-root law of solidification");
  const double k = 0.027 / std::sqrt(60);  // 27 mm/min^0.5
  const struct {
    double m_per_min, shell_mm, length_m;
  } speeds[] = {{1.5, 19.718, 24.897}, {2.5, 15.273, 41.495}};
  for (const auto& s : speeds) {
    const std::string input =
        "K 27 mm/min^0.5, " + std::to_string(s.m_per_min).substr(0, 3) + " m/min";
    list.add(input, "shell at 0.8 m", "mm", s.shell_mm, relative(s.shell_mm, 1e-3),
             [k, s] { return 1e3 * solidified_shell_m(k, 0.8, s.m_per_min / 60); });
    list.add(input, "metallurgical length of 220 mm", "m", s.length_m, relative(s.length_m, 1e-3),
             [k, s] { return metallurgical_length_m(k, 0.22, s.m_per_min / 60); });
  }
}

void add_sensors(List list) {
  list.about("E12", "Type K", "published", "NIST Monograph 175, table of type K");
  for (const auto& [degC, mV] :
       {std::pair{100.0, 4.096}, {500.0, 20.644}, {1000.0, 41.276}, {1200.0, 48.838}}) {
    const std::string at = std::to_string(static_cast<int>(degC)) + " degC";
    list.add(at, "EMF", "mV", mV, 1e-3, [t = degC] { return 1e3 * type_k_emf_V(t + kZero_K); });
    // 1 uV of the table is 0.025 K.
    list.add(at + " from the EMF of the table", "temperature", "degC", degC, 0.025,
             [e = mV] { return type_k_temperature_K(1e-3 * e) - kZero_K; });
  }
  list.about("E13", "Motor", "exact",
             "Montsinger 1930: life halves every 10 K; class F 20,000 h at 155 degC");
  list.add("170 degC", "life of the insulation", "h", 7071, relative(7071, 1e-3),
           [] { return insulation_life_s({}, 170 + kZero_K) / 3600; });
}

}  // namespace

std::vector<Target> furnace_targets() {
  std::vector<Target> all;
  add_conduction(List(all));
  add_reheating(List(all));
  add_steel(List(all));
  add_sensors(List(all));
  return all;
}

}  // namespace twinaxis::golden
