#include "models/welding_robot/cell_layout.h"

#include "sim/core/require.h"

namespace twinaxis::welding_robot::cell {

std::string of_robot(std::size_t robot) { return "robot" + std::to_string(robot + 1) + "."; }

const std::vector<TruthPoint>& body_points() {
  static const std::vector<TruthPoint> points{
      {"robot1.as_body", "1", "1 while robot 1 and the worker are moved as bodies"},
      {"robot1.pace", "1", "of its program as a body, 1 as taught"},
      {"robot1.acceleration", "m/s^2", "of its tool between seams, as a body"},
      {"robot1.tool_speed", "m/s", "of its tool where it is in its program"},
      {"robot1.has_struck", "1", "1 from the moment on at which it has struck as a body"},
      {"robot1.struck_at", "m/s", "at which link and region closed in"}};
  return points;
}

std::string force_point(const std::string& region) { return "worker." + region + ".force"; }
std::string clamped_point(const std::string& region) {
  return "worker." + region + ".clamped_force";
}
std::string head_speed_point(const std::string& region) {
  return "worker." + region + ".struck_at";
}
std::string head_mass_point(const std::string& region) { return "worker." + region + ".struck_by"; }

namespace {

std::vector<std::string> with_body(std::vector<std::string> names) {
  for (const TruthPoint& point : body_points()) names.push_back(point.name);
  require(names.size() == input_count_rigid, "one name per input of the cell with a body");
  return names;
}

}  // namespace

const std::vector<std::string>& input_names(MotionKind motion) {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> all;
    for (const char* what : {"current", "voltage", "travel", "offset"}) {
      for (std::size_t i = 0; i < kRobots; ++i) all.push_back(of_robot(i) + what);
    }
    for (const char* what : {"RUN-10", "STO-10"}) {
      for (std::size_t i = 1; i <= kRobots; ++i) {
        all.push_back(what + std::to_string(i) + ".command");
      }
    }
    all.insert(all.end(), {"REL-101.command", "HOLD-101.command", "SORT-101.command",
                           "carmaker.consumption", "robot1.manual", "robot1.manual_limit",
                           "STO-111.command", "robot1.jog", "worker.enters"});
    require(all.size() == input_count, "one name per input of the cell");
    return all;
  }();
  static const std::vector<std::string> names_rigid = with_body(names);
  return motion == MotionKind::rigid ? names_rigid : names;
}

std::vector<std::string> state_names() {
  std::vector<std::string> names{"release of the next part"};
  for (const char* what : {"cycle of robot ", "risk of the part in robot ", "tool of robot "}) {
    for (std::size_t i = 1; i <= kRobots; ++i) names.push_back(what + std::to_string(i));
  }
  names.insert(names.end(), {"stock of the car maker", "way to the next lorry", "flow of parts",
                             "worker", "gap to the tool", "startled worker"});
  require(names.size() == state_count, "one name per state of the cell");
  return names;
}

namespace {

std::vector<TruthPoint> robot_points() {
  const TruthPoint each[] = {{"speed", "m/s", "of the tool"},
                             {"throat", "m", "of the fillet at these settings"},
                             {"penetration", "m", "of the root"},
                             {"cooling_time", "s", "from 800 to 500 degC"},
                             {"resistance", "N", "design resistance of the seam"},
                             {"bad_probability", "1", "of a seam at these settings"},
                             {"busy", "1", "1 while it welds"},
                             {"arc_current", "A", "as it flows"},
                             {"arc_voltage", "V", "as it burns"},
                             {"torch_travel", "m/s", "along the joint"},
                             {"torch_offset", "m", "of the path beside the joint"}};
  std::vector<TruthPoint> all;
  for (const TruthPoint& p : each) {
    for (std::size_t i = 0; i < kRobots; ++i) all.push_back({of_robot(i) + p.name, p.unit, p.doc});
  }
  return all;
}

}  // namespace

const std::vector<TruthPoint>& truth_points() {
  static const std::vector<TruthPoint> points = [] {
    std::vector<TruthPoint> all = robot_points();
    const std::vector<TruthPoint> rest{
        {"robots.altered", "1", "1 while a setting of a robot is not the approved one"},
        {"product.flow", "1/s", "parts made, averaged"},
        {"product.parts", "1", "made since the start of the run"},
        {"product.on_spec", "1", "the last part is as ordered"},
        {"product.bad_probability", "1", "of the last part"},
        {"inspection.found", "1", "1: a test has found a bad weld"},
        {"store.parts", "1", "in complete lots, not shipped"},
        {"store.suspect", "1", "of these, in lots with a defect"},
        {"store.scrapped", "1", "taken out in bad lots"},
        {"shipped.parts", "1", "since the start of the run"},
        {"shipped.suspect", "1", "of these, in lots with a defect: to be called back"},
        {"shipped.bad", "1", "expected number of bad ones among them"},
        {"carmaker.stock", "1", "parts at the car maker's line"},
        {"carmaker.stock_time", "s", "how long they last"},
        {"carmaker.flow", "1/s", "parts that its line takes"},
        {"worker.distance", "m", "of the nearest person from the fixture of robot 1"},
        {"gate.open", "1", "somebody has come in by the gate"},
        {"curtain.broken", "1", "somebody stands in the light curtain"},
        {"robot1.manual_speed", "m/s", "of its tool, in manual mode"},
        {"worker.struck", "1", "1 from the moment on at which the tool strikes"},
        {"worker.struck_at", "m/s", "speed of that blow"},
        {"worker.force", "N", "greatest of the arm on any region"},
        {force_point("face"), "N", "greatest of the arm on that region"},
        {clamped_point("face"), "N", "greatest while that region could not get away"},
        {head_speed_point("face"), "m/s", "at which the arm struck it, along the push"},
        {head_mass_point("face"), "kg", "what the arm weighed in that blow"},
        {"worker.striking_mass", "kg", "effective mass of the arm"}};
    all.insert(all.end(), rest.begin(), rest.end());
    require(all.size() == output_count, "one truth point per output of the cell");
    return all;
  }();
  return points;
}

}  // namespace twinaxis::welding_robot::cell
