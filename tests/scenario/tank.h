#pragma once
// A made-up use case: an open tank with a pump, a level transmitter, a controller and two hosts. It
// has just enough of everything to take a file from text to a checked scenario.

#include <array>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "sim/core/fields.h"
#include "sim/core/point.h"
#include "sim/scenario/catalogue.h"
#include "sim/scenario/diagnostics.h"
#include "sim/scenario/reader.h"
#include "sim/scenario/scenario.h"

namespace twinaxis::test {

struct Tank {
  enum class Outlet { round, square, slit };
  static constexpr std::array<std::string_view, 3> kOutletNames{"round", "square", "slit"};

  double area_m2 = 2;
  double height_m = 3;
  double pump_max_m3_per_s = 0.005;
  double leak_fraction = 0;
  double water_K = 293.15;
  Duration scan{100'000'000};
  int floats = 1;
  bool covered = false;
  Outlet outlet = Outlet::round;
  std::vector<double> gauge_marks_m;
};
void fields(FieldVisitor& v, Tank& t);

struct Host {
  std::string zone;
  std::string doc;
};
void fields(FieldVisitor& v, Host& h);

struct Network {
  std::map<std::string, Host> hosts{{"plc1", {"control", "controller of the level"}},
                                    {"hmi1", {"control", "operator's screen"}},
                                    {"internet", {"outside", "everybody"}}};
};
void fields(FieldVisitor& v, Network& n);

/// A site file in small: who is there, and what counts as how bad.
struct Level {
  std::string name;
  double loss_yen = 0;
};
void fields(FieldVisitor& v, Level& l);
struct Site {
  Text name;
  double distance_m = 0;
  std::map<std::string, double> people;
  std::vector<Level> levels;
};
void fields(FieldVisitor& v, Site& s);

/// The points of the tank and of these hosts.
PointTable points_of(const Network& network);
/// The unit of a point of that table.
scenario::UnitOfPoint units_of(const PointTable& table);
/// The catalogue of this repository.
const scenario::Catalogue& catalogue();

/// Everything that a scenario file means to the tank.
struct Understood {
  Tank tank;
  Network network;
  scenario::Scenario scenario;
};

/// From file to checked scenario: extends, resolve, read, check. Nothing if there is a problem.
std::optional<Understood> understand(const std::filesystem::path& file,
                                     scenario::Problems& problems, std::uint64_t sample = 0);
/// The part behind the file.
std::optional<Understood> understand(const scenario::Node& document, scenario::Problems& problems,
                                     std::uint64_t sample = 0);
std::optional<Site> understand_site(const std::filesystem::path& file,
                                    scenario::Problems& problems);

/// Parses a text that must be a good document.
scenario::Node parsed(const std::string& text);

}  // namespace twinaxis::test
