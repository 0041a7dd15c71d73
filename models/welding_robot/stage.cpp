#include "models/welding_robot/stage.h"

#include <algorithm>
#include <cmath>

#include "models/welding_robot/cell_layout.h"
#include "sim/physics/rigid/effective_mass.h"

namespace twinaxis::welding_robot {
namespace {

constexpr double kWalks_m_per_s = 0.01;  ///< slower than that the worker stands
constexpr double kMoved_m = 0.01;        ///< farther than that he has walked while nobody looked

/// Planner of the arm as it is, with its torch.
PlannerSpec planner_of(const StageParams& p, double torch_kg) {
  PlannerSpec spec = p.arm;
  spec.robot.arm = arm_with_torch(p, torch_kg);
  return spec;
}

/// The worker stands so far from the fixture, and faces it.
Pose at_distance(const StageParams& p, double away_m) {
  const Pose there = p.stands.pose();
  return {there * Vector3{-away_m, 0, 0}, there.attitude};
}

}  // namespace

rigid::WorldSpec world_of(const CellParams& cell) {
  rigid::WorldSpec spec{.step = cell.stage.step};
  spec.bodies = cell.stage.bodies;
  spec.arms["robot1"] = arm_with_torch(cell.stage, cell.arm.load_kg);
  spec.people["worker"] = cell.stage.person;
  spec.people["worker"].at = rigid::place_of(at_distance(cell.stage, cell.worker.path_m));
  return spec;
}

Stage::Stage(const CellParams& cell, const ArmMotion& motion)
    : p_(cell.stage),
      planner_(planner_of(p_, cell.arm.load_kg), motion, cell.arm.program_m_per_s),
      world_(world_of(cell)),
      arm_(world_.arm("robot1")),
      person_(world_.person("worker")),
      placed_m_(cell.worker.path_m),
      regions_(welding_robot::regions(p_)),
      loads_(regions_.size()) {
  for (const std::string& region : regions_) heads_.push_back(rigid::is_head(region));
  std::size_t links = 0;
  for (const std::string& name : world_.names()) {
    const bool link = name.starts_with("robot1."), part = name.starts_with("worker.");
    bodies_.push_back({link ? Role::link : part ? Role::region : Role::fixed, links});
    if (link) ++links;
    if (!part) continue;
    const auto& own = p_.person.regions.at(name.substr(std::string("worker.").size())).region;
    const auto found = std::find(regions_.begin(), regions_.end(), own);
    bodies_.back().index = static_cast<std::size_t>(found - regions_.begin());
  }
  for (const rigid::Place& base : p_.others) {
    rigid::ArmSpec spec = arm_with_torch(p_, cell.arm.load_kg);
    spec.at = base;
    others_.emplace_back(spec);
  }
  for (const auto& joint : p_.arm.robot.arm.joints) most_N_m_.push_back(joint.torque_N_m);
}

bool Stage::inside(const StageOrder& order) const {
  return order.comes || order.away_m < order.outside_m;
}

bool Stage::idle(const StageOrder& order) const {
  return !awake_ && !inside(order) && planner_.on_program();
}

/// Whether anything is to be moved: somebody is inside, or the arm has to find back to its program.
bool Stage::wanted(const StageOrder& order) {
  planner_.follow(order.arm);
  if (!inside(order) && planner_.on_program()) return false;
  const bool walks = inside(order) && std::abs(order.walks_m_per_s) > kWalks_m_per_s;
  return walks || planner_.busy();
}

void Stage::wake(const StageOrder& order) {
  if (planner_.on_program()) {
    planner_.take_over(order.arm);
    world_.set_joints(arm_, planner_.goal().angle_rad, planner_.goal().rate_rad_per_s);
  }
  if (std::abs(order.away_m - placed_m_) > kMoved_m) place_worker(order);
  awake_ = true;
}

void Stage::move_worker(const StageOrder& order) {
  const Pose pose = at_distance(p_, order.away_m);
  world_.walk(person_, pose, rotate(pose.attitude, {-order.walks_m_per_s, 0, 0}));
  const bool works = order.comes && order.away_m < p_.works_within_m;
  if (works != bent_) world_.take_posture(person_, works ? p_.works : "");
  bent_ = works;
  placed_m_ = order.away_m;
}

void Stage::place_worker(const StageOrder& order) {
  move_worker(order);
  const Pose pose = at_distance(p_, order.away_m);
  for (const auto& [part, region] : p_.person.regions) {
    if (region.held) continue;
    world_.place(world_.body("worker." + part), pose * region.at.pose(),
                 {.velocity_m_s = rotate(pose.attitude, {-order.walks_m_per_s, 0, 0})});
  }
}

Time Stage::advance(const StageOrder& order, Time from, Time to) {
  const bool wants = wanted(order);
  if (!awake_ && wants) {
    wake(order);
    clock_ = from;
  }
  // Off its program it is a body even where it stands.
  report_ = {.awake = awake_ || !planner_.on_program()};
  if (!awake_) return to;
  move_worker(order);
  const bool was_struck = blow_.struck;
  fetched_ = was_struck && !order.comes;
  Time reached = to;
  for (; clock_ + world_.step() <= to; clock_ += world_.step()) {
    step(to_s(world_.step()));
    if (was_struck || !blow_.struck) continue;
    clock_ += world_.step();
    reached = std::max(clock_, from + Duration{1});
    break;
  }
  report_.pace_ratio = planner_.gone_s() / to_s(reached - from);
  report_.speed_m_per_s = planner_.speed_m_per_s();
  report_.tool_m_per_s = tool_m_per_s(order);
  rested_s_ = wants ? 0 : rested_s_ + to_s(reached - from);
  const bool left = !inside(order) && planner_.on_program();
  if (left || rested_s_ >= p_.settles_s) awake_ = false;
  return reached;
}

void Stage::step(double step_s) {
  rigid::computed_torque(world_.chain(arm_), p_.arm.robot.drive, world_.angles_rad(arm_),
                         world_.rates_rad_per_s(arm_), planner_.goal(), world_.gravity_m_s2(),
                         most_N_m_, torque_N_m_);
  world_.set_torque(arm_, torque_N_m_);
  world_.advance(world_.step());
  planner_.step(world_.angles_rad(arm_), world_.rates_rad_per_s(arm_), step_s);
  for (std::size_t i = 0; i < most_N_m_.size() && !planner_.gives_way(); ++i) {
    worst_rad_ =
        std::max(worst_rad_, std::abs(planner_.goal().angle_rad[i] - world_.angles_rad(arm_)[i]));
  }
  feel();
}

bool Stage::held(rigid::BodyId part) const {
  return std::any_of(world_.contacts().begin(), world_.contacts().end(), [&](const auto& c) {
    if (c.a != part && c.b != part) return false;
    const rigid::BodyId other = c.a == part ? c.b : c.a;
    return bodies_[other.index].role == Role::fixed && c.force_N > 0;
  });
}

void Stage::feel() {
  for (const rigid::Contact& c : world_.contacts()) {
    const Body &a = bodies_[c.a.index], &b = bodies_[c.b.index];
    if (a.role == Role::region && b.role == Role::link) touch(c, c.b, c.a);
    if (a.role == Role::link && b.role == Role::region) touch(c, c.a, c.b);
  }
}

void Stage::touch(const rigid::Contact& c, rigid::BodyId link, rigid::BodyId part) {
  const Vector3 arm_m_s = world_.velocity_at(link, c.point_m);
  const bool moves = norm(arm_m_s) >= cell::kStands_m_per_s;  // else somebody leans on it
  if (fetched_ || !(c.force_N > 0) || !(moves || blow_.struck)) return;
  const std::size_t region = bodies_[part.index].index;
  const Vector3 closing_m_s = arm_m_s - world_.velocity_at(part, c.point_m);
  const double closing_m_per_s = std::abs(dot(closing_m_s, c.normal_ratio));
  if (!blow_.struck) {
    blow_ = {.struck = true, .region = regions_[region], .speed_m_per_s = closing_m_per_s};
  }
  if (moves && c.force_N > p_.feels_N && !planner_.gives_way()) planner_.give_way();
  RegionLoad& load = loads_[region];
  load.force_N = std::max(load.force_N, c.force_N);
  if (c.force_N > load.clamped_N && held(part)) load.clamped_N = c.force_N;
  if (heads_[region]) strike_head(c, link, closing_m_per_s, load);
}

void Stage::strike_head(const rigid::Contact& c, rigid::BodyId link, double closing_m_per_s,
                        RegionLoad& load) const {
  const double arm_kg =
      rigid::effective_mass_kg(world_.chain(arm_), world_.angles_rad(arm_),
                               bodies_[link.index].index, c.point_m, c.normal_ratio);
  const double now = arm_kg * closing_m_per_s * closing_m_per_s;  // twice the energy
  const double most = load.struck_by_kg * load.struck_m_per_s * load.struck_m_per_s;
  if (now <= most) return;
  load.struck_m_per_s = closing_m_per_s;
  load.struck_by_kg = arm_kg;
}

double Stage::tool_m_per_s(const StageOrder& order) const {
  if (awake_) {
    return norm(
        planner_.chain().tool_velocity_m_s(world_.angles_rad(arm_), world_.rates_rad_per_s(arm_)));
  }
  // Jogged with nobody near: where to is nobody's business, but its encoders see how fast.
  if (order.arm.manual && order.arm.demand.speed_m_per_s > 0) return order.arm.speed_m_per_s;
  return planner_.on_program() ? planner_.program_tool_m_per_s(order.arm) : 0;
}

void Stage::put_state(std::vector<double>& to) const {
  const auto bodies = world_.state();
  to.insert(to.end(), bodies.begin(), bodies.end());
  planner_.put_state(to);
  to.insert(to.end(), {to_s(clock_), awake_ ? 1.0 : 0.0, bent_ ? 1.0 : 0.0, rested_s_, placed_m_,
                       blow_.struck ? 1.0 : 0.0, blow_.speed_m_per_s});
  for (const RegionLoad& load : loads_) {
    to.insert(to.end(), {load.force_N, load.clamped_N, load.struck_m_per_s, load.struck_by_kg});
  }
}

std::vector<std::string> Stage::names() const {
  std::vector<std::string> names = world_.names();
  for (std::size_t i = 0; i < others_.size(); ++i) {
    for (const auto& joint : p_.arm.robot.arm.joints) {
      names.push_back("robot" + std::to_string(i + 2) + "." + joint.name);
    }
  }
  return names;
}

void Stage::show(const StageOrder& order, std::span<const ArmOrder> others, Scene& scene) const {
  world_.show(scene);
  if (!awake_) scene.touches.clear();
  const std::size_t links = most_N_m_.size();
  const auto put = [&](const rigid::Chain& chain, const ArmOrder& arm, std::size_t first) {
    const rigid::JointGoal goal = planner_.program_goal(arm);
    const rigid::Frames frames = chain.frames(goal.angle_rad);
    std::copy_n(frames.begin(), links, scene.poses.begin() + static_cast<std::ptrdiff_t>(first));
  };
  if (!awake_ && planner_.on_program()) {
    put(planner_.chain(), order.arm, scene.poses.size() - links);
  }
  for (std::size_t i = 0; i < others_.size(); ++i) {
    scene.poses.resize(scene.poses.size() + links);
    put(others_[i], others[i], scene.poses.size() - links);
  }
}

}  // namespace twinaxis::welding_robot
