#include "tests/scenario/tank.h"

#include "sim/core/require.h"
#include "sim/scenario/check.h"
#include "sim/scenario/extends.h"
#include "sim/scenario/resolve.h"

namespace twinaxis::test {

using scenario::Node;
using scenario::Places;
using scenario::Problems;

void fields(FieldVisitor& v, Tank& t) {
  v("area", t.area_m2, "m^2", above(0), "cross-section");
  v("height", t.height_m, "m", above(0), "overflow edge above the floor");
  v("pump_max", t.pump_max_m3_per_s, "m^3/s", above(0), "flow of the pump at full speed");
  v("leak", t.leak_fraction, "1", fraction(), "part of the inflow that is lost");
  v("water", t.water_K, "K", between(273.15, 373.15), "temperature of the water");
  v("scan", t.scan, above(0), "period of the controller");
  v("floats", t.floats, between(1, 4), "number of float switches");
  v("covered", t.covered, "whether there is a lid");
  v("outlet", t.outlet, Tank::kOutletNames, "shape of the outlet");
  v("gauge_marks", t.gauge_marks_m, "m", at_least(0), "marks on the wall");
}

void fields(FieldVisitor& v, Host& h) {
  v("zone", h.zone, "network that the host is in", required);
  v("doc", h.doc, "what it does");
}

void fields(FieldVisitor& v, Network& n) { v("hosts", n.hosts, "by name"); }

void fields(FieldVisitor& v, Level& l) {
  v("name", l.name, "what the level is called", required);
  v("loss", l.loss_yen, "yen", at_least(0), "from this loss on", required);
}

void fields(FieldVisitor& v, Site& s) {
  v("name", s.name, "of the site", required);
  v("distance", s.distance_m, "m", above(0), "of the nearest house", required);
  v("people", s.people, "person", at_least(0), "present on average, by place");
  v("levels", s.levels, "of economic impact, ascending", required);
}

PointTable points_of(const Network& network) {
  PointTable table;
  table.truth("tank.level", "m", "true level", 1);
  table.truth("tank.temperature", "K", "true temperature", 293.15);
  table.signal("LT-101.reading", "m", View::controller, "level as measured", "tank.level");
  table.signal("TT-101.reading", "K", View::controller, "temperature as measured",
               "tank.temperature");
  table.signal("P-101.command", "1", View::controller, "speed of the pump", "", fraction());
  table.parameter("LIC-101.setpoint", "m", 1.5, "level wanted", between(0, 3));
  for (const auto& [name, host] : network.hosts) table.host(name, host.doc);
  table.channel("plc1->hmi1:scan", "values for the screen");
  table.channel("rule.office", "what the office may ask of the screen");
  return table;
}

scenario::UnitOfPoint units_of(const PointTable& table) {
  return [&table](std::string_view name) -> std::optional<std::string> {
    const auto id = table.find(name);
    if (!id) return std::nullopt;
    return table[*id].unit;
  };
}

const scenario::Catalogue& catalogue() {
  static const scenario::Catalogue instance = [] {
    Problems problems;
    auto loaded = scenario::load_catalogue(TWINAXIS_SOURCE_DIR "/scenarios/catalogue", problems);
    require(problems.empty(), problems.text());
    return loaded;
  }();
  return instance;
}

namespace {

scenario::ModelKnowledge knowledge() {
  return {
      .targets_of = [](const std::string&) { return std::vector<std::string>{"P-101.command"}; },
      .logics_of =
          [](const std::string& host) {
            return host == "plc1" ? std::vector<std::string>{"genuine", "always_open"}
                                  : std::vector<std::string>{};
          }};
}

template <HasFields T>
void read_part(const Node& document, const std::string& key, T& value, Problems& problems,
               Places& places) {
  const Node* part = document.find(key);
  if (part == nullptr) return;
  scenario::read(*part, value, {.problems = problems, .places = places, .path = key});
}

}  // namespace

std::optional<Understood> understand(const Node& document, Problems& problems,
                                     std::uint64_t sample) {
  const auto resolved = scenario::resolve(document, 1, sample, problems).document;
  Places places;
  Understood result;
  read_part(resolved, "twin", result.tank, problems, places);
  read_part(resolved, "network", result.network, problems, places);
  const PointTable table = points_of(result.network);
  scenario::read(resolved, result.scenario,
                 {.problems = problems,
                  .places = places,
                  .unit_of = units_of(table),
                  .elsewhere = scenario::kUseCaseKeys});
  scenario::check(result.scenario, table, places, catalogue(), knowledge(), problems);
  if (!problems.empty()) return std::nullopt;
  return result;
}

std::optional<Understood> understand(const std::filesystem::path& file, Problems& problems,
                                     std::uint64_t sample) {
  const auto merged = scenario::load_merged(file, problems);
  if (!merged) return std::nullopt;
  return understand(merged->document, problems, sample);
}

std::optional<Site> understand_site(const std::filesystem::path& file, Problems& problems) {
  const auto document = scenario::load_document(file, problems);
  if (!document) return std::nullopt;
  Places places;
  Site site;
  scenario::read(*document, site, {.problems = problems, .places = places});
  if (!problems.empty()) return std::nullopt;
  return site;
}

Node parsed(const std::string& text) {
  Problems problems;
  auto node = scenario::parse_document(text, "text.yaml", problems);
  require(node && problems.empty(), problems.text());
  return std::move(*node);
}

}  // namespace twinaxis::test
