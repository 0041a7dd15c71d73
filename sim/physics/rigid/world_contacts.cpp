// Where bodies touch, and what it does to them.

#include <algorithm>

#include "sim/physics/rigid/world_impl.h"

namespace twinaxis::rigid {
namespace {

BodyId body_of(const btCollisionObject* object) {
  return {static_cast<std::uint32_t>(object->getUserIndex())};
}

/// The deepest point of a manifold, seen from the body with the smaller index; depth below zero if
/// the bodies are apart.
Contact deepest(const btPersistentManifold& manifold) {
  Contact contact{.a = body_of(manifold.getBody0()), .b = body_of(manifold.getBody1())};
  contact.depth_m = -1;
  for (int i = 0; i < manifold.getNumContacts(); ++i) {
    const btManifoldPoint& point = manifold.getContactPoint(i);
    if (-point.getDistance() <= contact.depth_m) continue;
    contact.depth_m = -point.getDistance();
    contact.point_m = bullet::from_bullet(point.getPositionWorldOnB());
    contact.normal_ratio = bullet::from_bullet(point.m_normalWorldOnB);  // from 1 to 0
  }
  if (contact.b < contact.a) {
    std::swap(contact.a, contact.b);
    contact.normal_ratio = -1.0 * contact.normal_ratio;
  }
  return contact;
}

}  // namespace

void World::Impl::find_contacts() {
  touches.clear();
  for (int i = 0; i < engine.dispatcher.getNumManifolds(); ++i) {
    const btPersistentManifold* manifold = engine.dispatcher.getManifoldByIndexInternal(i);
    if (manifold->getNumContacts() == 0) continue;
    Touch touch{deepest(*manifold), manifold};
    touch.contact.soft = skin(touch.contact.a) != nullptr || skin(touch.contact.b) != nullptr;
    // A link has gone half a step further by the time its force acts; see push_soft().
    const bool near = touch.contact.soft && touch.contact.depth_m > -0.01;
    if (near || touch.contact.depth_m >= 0) touches.push_back(touch);
  }
  std::sort(touches.begin(), touches.end(), [](const Touch& x, const Touch& y) {
    return std::pair(x.contact.a, x.contact.b) < std::pair(y.contact.a, y.contact.b);
  });
}

/// A body moves with its new velocity, so the force of the old place conserves energy; a link of an
/// RK4 arm moves with the mean of both, and wants the force of the place half a step ahead.
void World::Impl::push_soft() {
  for (auto& [contact, manifold] : touches) {
    if (!contact.soft) continue;
    const auto closing = [&](BodyId id, double sign) {
      return sign * dot(velocity_at(id, contact.point_m), contact.normal_ratio);
    };
    const double a_m_s = closing(contact.a, -1), b_m_s = closing(contact.b, 1);
    const double ahead_m =
        0.5 * step_s * ((is_link(contact.a) ? a_m_s : 0) + (is_link(contact.b) ? b_m_s : 0));
    contact.force_N = contact_force_N(in_series(skin(contact.a), skin(contact.b)),
                                      contact.depth_m + ahead_m, a_m_s + b_m_s);
    const Vector3 force_N = contact.force_N * contact.normal_ratio;
    apply(contact.a, force_N, contact.point_m);
    apply(contact.b, -1.0 * force_N, contact.point_m);
  }
}

void World::Impl::read_impulses() {
  contacts.clear();
  for (auto& [contact, manifold] : touches) {
    if (!contact.soft) {
      double impulse_N_s = 0;
      for (int i = 0; i < manifold->getNumContacts(); ++i) {
        const btManifoldPoint& point = manifold->getContactPoint(i);
        if (point.getDistance() <= 0) impulse_N_s += point.getAppliedImpulse();
      }
      contact.force_N = impulse_N_s / step_s;
    }
    if (contact.depth_m >= 0 || contact.force_N > 0) contacts.push_back(contact);
  }
}

}  // namespace twinaxis::rigid
