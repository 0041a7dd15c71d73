// The six use cases as METI's collection tells them (IoT Security & Safety Framework, use cases
// 2-3-1 to 2-3-6): every stakeholder is placed as there, every threat to a device of its tables is
// an incident, every measure that it names is a variant. Expectations are promises that
// EveryScenario keeps, so that reading them is enough.

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "sim/app/workspace.h"
#include "sim/run/load.h"
#include "tests/app/program.h"

namespace twinaxis::test {
namespace {

using Words = std::vector<std::string>;

/// Some technique against some host stands for a threat to a device.
struct Threat {
  std::string what;
  Words techniques;  ///< ATT&CK for ICS
  Words hosts;       ///< or the channel that leaves one
};

struct Slides {
  Words outside, within;
  std::vector<Threat> threats;
  Words measures;
};

const Words kAccess{"T0812", "T0819", "T0822", "T0859", "T0848", "T0886"};
const Words kLeak{"T0811", "T0882", "T0893"};
const Words kAlteration{"T0830", "T0831", "T0832", "T0836", "T0843", "T0848", "T0855", "T0856"};
const Words kDenial{"T0814", "T0881"};
const Words kMalware{"T0809", "T0839", "T0843", "T0847", "T0865", "T0866", "T0867", "T0881"};

// Distillation: MR-10 and MR-37 stand in the title of a variant, MR-33 (laws and contracts are
// kept) changes nothing that is computed.
const std::map<std::string, Slides> kSlides{
    {"water_heater",
     {{"maker", "support", "resident"},
      {"smart_home"},
      {{"unauthorised access, cloud", kAccess, {"maker_cloud"}},
       {"information leak, cloud", kLeak, {"maker_cloud"}},
       {"malware, cloud", kMalware, {"maker_cloud"}},
       {"alteration, messages of the cloud", kAlteration, {"maker_cloud"}},
       {"malware, controller", kMalware, {"remote_controller"}}},
      {"MR-05", "MR-06", "MR-19", "MR-23", "MR-35", "MR-37"}}},
    {"drone",
     {{"maker", "user", "third_party"},
      {},
      {{"information leak, camera", kLeak, {"camera"}},
       {"alteration, messages of the controller", kAlteration, {"flight_controller"}},
       {"unauthorised access, messages of the controller", kAccess, {"flight_controller"}}},
      {"MR-05", "MR-06", "MR-19", "MR-25", "MR-31", "MR-39"}}},
    {"warehouse",
     {{"logistics_operator", "integrator", "agv_maker"},
      {},
      {{"unauthorised access, WMS", kAccess, {"wms1"}},
       {"denial of service, WMS", kDenial, {"wms1"}},
       {"malware, WMS", kMalware, {"wms1"}},
       {"unauthorised access, WCS", kAccess, {"wcs1"}},
       {"denial of service, WCS", kDenial, {"wcs1"}},
       {"malware, WCS", kMalware, {"wcs1"}},
       {"alteration, operating terminal", kAlteration, {"operating_terminal"}},
       {"denial of service, operating terminal", kDenial, {"operating_terminal"}},
       {"unauthorised access, operating terminal", kAccess, {"operating_terminal"}},
       {"malware, operating terminal", kMalware, {"operating_terminal"}},
       {"alteration, maintenance terminal", kAlteration, {"maintenance_terminal"}},
       {"denial of service, maintenance terminal", kDenial, {"maintenance_terminal"}},
       {"unauthorised access, maintenance terminal", kAccess, {"maintenance_terminal"}},
       {"malware, maintenance terminal", kMalware, {"maintenance_terminal"}}},
      {"MR-05", "MR-10", "MR-14", "MR-16", "MR-19", "MR-36", "MR-37"}}},
    {"distillation",
     {{"operator", "residents"},
      {"engineering_firm", "integrator"},
      {{"malware, business server", kMalware, {"business_server"}},
       {"malware, business terminal", kMalware, {"business_terminal"}},
       {"malware, MES", kMalware, {"mes"}},
       {"malware, process server", kMalware, {"process_control_server"}},
       {"alteration, maintenance terminal", kAlteration, {"maintenance_terminal"}},
       {"alteration, HMI", kAlteration, {"hmi"}},
       {"alteration, process server", kAlteration, {"process_control_server"}},
       {"information leak, MES", kLeak, {"mes"}},
       {"unauthorised access, MES", kAccess, {"mes"}}},
      {"MR-14", "MR-16", "MR-19", "MR-29", "MR-36"}}},
    {"welding_robot",
     {{"parts_maker", "robot_maker"},
      {"integrator"},
      {{"unauthorised access, MES", kAccess, {"mes1"}},
       {"information leak, MES", kLeak, {"mes1"}},
       {"malware, MES", kMalware, {"mes1"}},
       {"malware, SCADA", kMalware, {"scada1"}},
       {"unauthorised access, engineering terminal", kAccess, {"engineering_terminal"}},
       {"malware, engineering terminal", kMalware, {"engineering_terminal"}}},
      {"MR-06", "MR-07", "MR-08", "MR-09", "MR-11", "MR-19", "MR-24", "MR-32", "MR-36", "MR-37"}}},
    {"furnace",
     {{"support_company", "user_company"},
      {"sensor_maker"},
      {{"malware, collecting server", kMalware, {"collector1", "collector2"}},
       {"unauthorised access, collecting server", kAccess, {"collector1", "collector2"}},
       {"information leak, collecting server", kLeak, {"collector1", "collector2"}},
       {"denial of service, collecting server", kDenial, {"collector1", "collector2"}}},
      {"MR-07", "MR-11", "MR-14", "MR-16", "MR-36"}}}};

/// What the shipped scenarios of a use case do and promise.
struct Shipped {
  std::set<std::string> outside, within;
  std::multimap<std::string, std::string> attacks;  ///< technique -> host or point
  std::set<std::string> measures;
};

void add(const scenario::Scenario& scenario, Shipped& shipped) {
  for (const auto& e : scenario.expect) {
    if (e.outside_target)
      (*e.outside_target ? shipped.outside : shipped.within).insert(e.stakeholder);
  }
  for (const auto& step : scenario.attack.path) {
    for (const auto& host : {step.from, step.to}) shipped.attacks.emplace(step.technique, host);
  }
  for (const auto& i : scenario.interventions) {
    if (i.side == Side::attack) shipped.attacks.emplace(i.technique, i.on);
    if (i.side == Side::countermeasure) shipped.measures.insert(i.measure);
  }
}

std::map<std::string, Shipped> shipped() {
  scenario::Problems problems;
  const fs::path root = app::data_folder() / "scenarios";
  const auto catalogue = scenario::load_catalogue(root / "catalogue", problems);
  std::map<std::string, Shipped> all;
  for (const std::string& id : app::shipped_scenarios()) {
    const auto text = read_scenario(root / (id + ".yaml"), problems);
    if (!text) throw std::runtime_error(problems.text());
    const auto ready = prepare(*text, {}, catalogue, use_cases(), problems);
    if (!ready) throw std::runtime_error(problems.text());
    add(ready->scenario, all[id.substr(0, id.find('/'))]);
  }
  return all;
}

/// "wms1", a point "wms1.orders", a channel "wms1->wcs1:tasks".
bool touches(const std::string& place, const std::string& host) {
  if (!place.starts_with(host)) return false;
  return place.size() == host.size() || place[host.size()] == '.' || place[host.size()] == '-';
}

bool is_met(const Threat& threat, const Shipped& by) {
  return std::ranges::any_of(by.attacks, [&](const auto& attack) {
    const auto hits = [&](const std::string& host) { return touches(attack.second, host); };
    return std::ranges::find(threat.techniques, attack.first) != threat.techniques.end() &&
           std::ranges::any_of(threat.hosts, hits);
  });
}

TEST(Slides, AreToldWhole) {
  const auto all = shipped();
  for (const auto& [use_case, slides] : kSlides) {
    SCOPED_TRACE(use_case);
    const Shipped& ours = all.at(use_case);
    for (const auto& s : slides.outside) EXPECT_TRUE(ours.outside.contains(s)) << s;
    for (const auto& s : slides.within) {
      EXPECT_TRUE(ours.within.contains(s)) << s;
      EXPECT_FALSE(ours.outside.contains(s)) << s;
    }
    for (const auto& threat : slides.threats) EXPECT_TRUE(is_met(threat, ours)) << threat.what;
    for (const auto& m : slides.measures) EXPECT_TRUE(ours.measures.contains(m)) << m;
  }
}

TEST(Slides, AThreatThatNobodyShipsIsFound) {
  Shipped none;
  none.attacks.emplace("T0867", "wms10");
  EXPECT_FALSE(is_met({"malware, WMS", kMalware, {"wms1"}}, none));
  none.attacks.emplace("T0867", "wms1.orders");
  EXPECT_TRUE(is_met({"malware, WMS", kMalware, {"wms1"}}, none));
  EXPECT_FALSE(is_met({"leak, WMS", kLeak, {"wms1"}}, none));
}

}  // namespace
}  // namespace twinaxis::test
