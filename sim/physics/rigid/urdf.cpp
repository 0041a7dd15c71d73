#include "sim/physics/rigid/urdf.h"

#include <console_bridge/console.h>
#include <urdf_model/model.h>
#include <urdf_parser/urdf_parser.h>

#include <algorithm>
#include <optional>

#include "sim/physics/rigid/mass.h"

namespace twinaxis::rigid {
namespace {

/// The parser speaks through a log; what it says of a file is a problem of that file.
class Listener final : public console_bridge::OutputHandler {
 public:
  explicit Listener(std::vector<std::string>& problems) : problems_(problems) {
    console_bridge::useOutputHandler(this);
  }
  ~Listener() override { console_bridge::restorePreviousOutputHandler(); }
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;
  void log(const std::string& text, console_bridge::LogLevel level, const char* /*file*/,
           int /*line*/) override {
    if (level >= console_bridge::CONSOLE_BRIDGE_LOG_ERROR) problems_.push_back("URDF: " + text);
  }

 private:
  std::vector<std::string>& problems_;
};

Pose pose_of(const urdf::Pose& p) {
  return {{p.position.x, p.position.y, p.position.z},
          {p.rotation.w, p.rotation.x, p.rotation.y, p.rotation.z}};
}

Mass mass_in(const urdf::Link& link) {
  if (!link.inertial) return {};
  const urdf::Inertial& i = *link.inertial;
  return mass_of(i.mass, pose_of(i.origin), {i.ixx, i.iyy, i.izz, i.ixy, i.ixz, i.iyz});
}

std::optional<Shape> shape_of(const urdf::Geometry& geometry) {
  if (const auto* s = dynamic_cast<const urdf::Sphere*>(&geometry)) return Sphere{s->radius};
  if (const auto* s = dynamic_cast<const urdf::Box*>(&geometry)) {
    return Box{s->dim.x, s->dim.y, s->dim.z};
  }
  if (const auto* s = dynamic_cast<const urdf::Cylinder*>(&geometry)) {
    return Cylinder{s->radius, s->length};
  }
  return std::nullopt;
}

bool turns(const urdf::Joint& joint) {
  return joint.type == urdf::Joint::REVOLUTE || joint.type == urdf::Joint::CONTINUOUS;
}

/// Walks down a chain and gathers what each moving link carries.
class Gatherer {
 public:
  explicit Gatherer(UrdfArm& out) : out_(out) {}

  /// `chain` from the first link after the base to the tip.
  void walk(const urdf::Link& base, const std::vector<urdf::LinkConstSharedPtr>& chain) {
    const urdf::Link* next = chain.empty() ? nullptr : chain.front().get();
    add(base, {}, next);
    for (std::size_t i = 0; i < chain.size(); ++i) {
      const urdf::Joint& joint = *chain[i]->parent_joint;
      frame_ = frame_ * pose_of(joint.parent_to_joint_origin_transform);
      if (turns(joint)) begin(joint);
      else if (joint.type != urdf::Joint::FIXED) problem(joint.name, "neither turns nor is fixed");
      next = i + 1 < chain.size() ? chain[i + 1].get() : nullptr;
      add(*chain[i], frame_, next);
    }
    finish_link();
    out_.arm.tool = place_of(frame_);
    if (out_.arm.joints.empty()) out_.problems.push_back("URDF: no joint turns");
  }

 private:
  void begin(const urdf::Joint& joint) {
    finish_link();
    JointSpec spec;
    spec.name = joint.child_link_name;
    spec.at = place_of(frame_);
    spec.axis = {joint.axis.x, joint.axis.y, joint.axis.z};
    if (joint.limits) {
      if (joint.type == urdf::Joint::REVOLUTE) {
        spec.low_rad = joint.limits->lower, spec.high_rad = joint.limits->upper;
      }
      if (joint.limits->velocity > 0) spec.top_rad_per_s = joint.limits->velocity;
      if (joint.limits->effort > 0) spec.torque_N_m = joint.limits->effort;
    }
    out_.arm.joints.push_back(spec);
    frame_ = {};
    mass_ = {};
  }

  /// The link, and what branches off it, held at angle 0; `next` goes on by itself.
  void add(const urdf::Link& link, const Pose& frame, const urdf::Link* next) {
    mass_ = joined(mass_, seen_from(frame, mass_in(link)));
    for (const auto& collision : link.collision_array) {
      if (out_.arm.joints.empty() || !collision->geometry) continue;
      const auto shape = shape_of(*collision->geometry);
      const Pose at = frame * pose_of(collision->origin);
      if (shape) out_.arm.joints.back().parts.push_back({*shape, place_of(at)});
    }
    for (const auto& child : link.child_links) {
      if (child.get() == next) continue;
      const Pose joint = pose_of(child->parent_joint->parent_to_joint_origin_transform);
      add(*child, frame * joint, next);
    }
  }

  void finish_link() {
    if (out_.arm.joints.empty()) return;
    JointSpec& joint = out_.arm.joints.back();
    if (!(mass_.kg > 0)) return problem(joint.name, "moves and needs <inertial> with a mass");
    joint.mass_kg = mass_.kg;
    joint.centre = {mass_.centre_m[0], mass_.centre_m[1], mass_.centre_m[2], 0, 0, 0};
    joint.inertia = inertia_of(mass_);
    const Inertia& i = joint.inertia;
    if (std::min({i.xx_kg_m2, i.yy_kg_m2, i.zz_kg_m2}) > 0) return;
    problem(joint.name, "needs moments of inertia above 0");
  }

  void problem(const std::string& name, const std::string& what) {
    out_.problems.push_back("URDF: '" + name + "' " + what);
  }

  UrdfArm& out_;
  Pose frame_;  ///< of the joint or link, from the last joint that turns
  Mass mass_;   ///< of the link that is being gathered
};

/// From below `from` down to `to`, found by going up; empty, with a problem, if there is no way.
std::vector<urdf::LinkConstSharedPtr> chain_between(const urdf::ModelInterface& model,
                                                    const urdf::Link& from, std::string to,
                                                    std::vector<std::string>& problems) {
  if (to.empty()) {
    urdf::LinkConstSharedPtr tip = model.getLink(from.name);
    while (tip->child_links.size() == 1) tip = tip->child_links[0];
    to = tip->name;
    if (!tip->child_links.empty())
      problems.push_back("URDF: branches at '" + to + "'; say to where");
  }
  std::vector<urdf::LinkConstSharedPtr> chain;
  urdf::LinkConstSharedPtr link = model.getLink(to);
  for (; link && link->name != from.name; link = link->getParent()) chain.push_back(link);
  if (!link) problems.push_back("URDF: no way from '" + from.name + "' to a link '" + to + "'");
  std::reverse(chain.begin(), chain.end());
  return link ? chain : std::vector<urdf::LinkConstSharedPtr>{};
}

}  // namespace

UrdfArm arm_from_urdf(const std::string& text, std::string_view from, std::string_view to) {
  UrdfArm out;
  const Listener listener(out.problems);
  const auto model = urdf::parseURDF(text);
  if (!model) {
    if (out.problems.empty()) out.problems.push_back("URDF: cannot be read");
    return out;
  }
  const auto base = from.empty() ? model->getRoot() : model->getLink(std::string(from));
  if (!base) {
    out.problems.push_back("URDF: no link '" + std::string(from) + "'");
    return out;
  }
  const auto chain = chain_between(*model, *base, std::string(to), out.problems);
  if (out.problems.empty()) Gatherer(out).walk(*base, chain);
  return out;
}

}  // namespace twinaxis::rigid
