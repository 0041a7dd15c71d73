#pragma once
// What a world is made of. For sources of this folder only.

#include <map>
#include <optional>

#include "sim/physics/rigid/arm_body.h"
#include "sim/physics/rigid/world.h"

namespace twinaxis::rigid {

struct World::Impl {
  explicit Impl(const WorldSpec& spec);
  ~Impl();

  // world_build.cpp
  void add(const std::string& name, const BodySpec& spec);
  void add(const std::string& name, const ArmSpec& spec);
  void add(const std::string& name, const PersonSpec& spec);
  int group(const std::string& name);
  BodyId new_id(const std::string& name, const std::optional<Skin>& skin);

  // world_contacts.cpp
  void find_contacts();  ///< before the solver: where bodies touch now
  void push_soft();      ///< forces of the skins
  void read_impulses();  ///< after the solver: forces of the rigid contacts
  const Skin* skin(BodyId id) const { return skins[id.index] ? &*skins[id.index] : nullptr; }

  // world_people.cpp
  void draw_back();  ///< regions to their places

  // world.cpp
  void step_once();
  void write_state();
  bool is_link(BodyId id) const { return id.index >= bodies.size(); }
  Motion motion(BodyId id) const;
  Vector3 velocity_at(BodyId id, const Vector3& point_m) const;
  Vector3 centre_m(BodyId id) const;
  void apply(BodyId id, const Vector3& force_N, const Vector3& at_m);

  struct LinkOf {
    std::size_t arm = 0, link = 0;
  };
  const LinkOf& link(BodyId id) const { return links[id.index - bodies.size()]; }

  struct Region {
    BodyId body;
    Pose at;  ///< from the place of the person
    double mass_kg = 0;
  };
  struct Person {
    Pose pose;
    Vector3 velocity_m_s{};
    double posture_per_s = 0;
    std::vector<Region> regions;
    /// Places of `regions`, by posture; "" as it was made.
    std::map<std::string, std::vector<Pose>, std::less<>> postures;
  };
  struct Push {
    Vector3 force_N{}, torque_N_m{};
  };
  /// A contact and the manifold of Bullet that it came from.
  struct Touch {
    Contact contact;
    const btPersistentManifold* manifold = nullptr;
  };

  Duration step;
  double step_s;
  Vector3 gravity_m_s2;
  bullet::Engine engine;
  std::vector<std::string> names;
  std::map<std::string, BodyId, std::less<>> ids;
  std::map<std::string, ArmId, std::less<>> arm_ids;
  std::map<std::string, PersonId, std::less<>> person_ids;
  std::map<std::string, int> groups;
  std::vector<std::unique_ptr<btCollisionShape>> shapes;
  std::vector<std::unique_ptr<btRigidBody>> bodies;
  std::vector<std::unique_ptr<bullet::ArmBody>> arms;
  std::vector<LinkOf> links;
  std::vector<Person> people;
  std::vector<std::optional<Skin>> skins;
  std::vector<Push> pushes;
  bool pushed = false;
  std::vector<Touch> touches;
  std::vector<Contact> contacts;
  std::vector<double> state;
};

}  // namespace twinaxis::rigid
