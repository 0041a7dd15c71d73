// People: regions that are drawn back to where the person stands.

#include "sim/core/require.h"
#include "sim/physics/rigid/world_impl.h"

namespace twinaxis::rigid {

void World::Impl::add(const std::string& name, const PersonSpec& spec) {
  person_ids.emplace(name, PersonId{static_cast<std::uint32_t>(people.size())});
  Person person;
  person.pose = spec.at.pose();
  person.posture_per_s = spec.posture_per_s;
  for (const auto& [part, region] : spec.regions) {
    const Pose at = region.at.pose();
    const BodySpec body{.shape = region.shape,
                        .at = place_of(person.pose * at),
                        .mass_kg = region.held ? 0 : region.mass_kg,
                        .falls = false,
                        .turns = false,
                        .skin = region.skin,
                        .group = "person " + name};
    add(name + "." + part, body);
    if (region.held) continue;
    person.regions.push_back({ids.at(name + "." + part), at, region.mass_kg});
    person.postures[""].push_back(at);
    for (const auto& [posture, places] : spec.postures) {
      const auto there = places.places.find(part);
      person.postures[posture].push_back(there == places.places.end() ? at : there->second.pose());
    }
  }
  people.push_back(std::move(person));
}

PersonId World::person(std::string_view name) const {
  const auto found = impl_->person_ids.find(name);
  require(found != impl_->person_ids.end(), "there is a person '" + std::string(name) + "'");
  return found->second;
}

void World::walk(PersonId id, const Pose& pose, const Vector3& velocity_m_s) {
  impl_->people[id.index].pose = pose;
  impl_->people[id.index].velocity_m_s = velocity_m_s;
}

void World::take_posture(PersonId id, std::string_view posture) {
  auto& person = impl_->people[id.index];
  const auto found = person.postures.find(posture);
  require(found != person.postures.end(), "there is a posture '" + std::string(posture) + "'");
  for (std::size_t i = 0; i < person.regions.size(); ++i) person.regions[i].at = found->second[i];
}

/// F = m w^2 (home - x) + 2 m w (v_home - v).
void World::Impl::draw_back() {
  for (auto& person : people) {
    const double w = person.posture_per_s;
    for (const Region& region : person.regions) {
      btRigidBody& body = *bodies[region.body.index];
      const Vector3 away_m =
          person.pose * region.at.position_m - bullet::from_bullet(body.getCenterOfMassPosition());
      const Vector3 slower_m_s =
          person.velocity_m_s - bullet::from_bullet(body.getLinearVelocity());
      const Vector3 force_N = region.mass_kg * w * (w * away_m + 2.0 * slower_m_s);
      body.applyCentralForce(bullet::to_bullet(force_N));
    }
    person.pose.position_m = person.pose.position_m + step_s * person.velocity_m_s;
  }
}

}  // namespace twinaxis::rigid
