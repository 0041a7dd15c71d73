#include "models/warehouse/vehicle.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace twinaxis::warehouse {
namespace {

constexpr double kSame_m = 1e-9;

/// Over a time of constant acceleration.
void glide(DriveState& d, double acceleration_m_per_s2, double time_s) {
  d.ahead_m += d.speed_m_per_s * time_s + 0.5 * acceleration_m_per_s2 * time_s * time_s;
  d.speed_m_per_s = std::max(d.speed_m_per_s + acceleration_m_per_s2 * time_s, 0.0);
  d.braked_m_per_s2 = std::max(d.braked_m_per_s2, -acceleration_m_per_s2);
}

/// Brakes until it stands or the time is over; returns what is left of it.
double brake(DriveState& d, double braking_m_per_s2, double time_s) {
  const double needs_s = d.speed_m_per_s / braking_m_per_s2;
  const double takes_s = std::min(needs_s, time_s);
  if (takes_s > 0) glide(d, -braking_m_per_s2, takes_s);
  if (needs_s <= time_s) d.speed_m_per_s = 0;
  return time_s - takes_s;
}

/// The distance of a target in a straight line ahead; negative behind; nothing aside.
bool distance_ahead(const DriveState& d, const DriveOrder& order, double pitch_m,
                    double& distance_m) {
  const auto [dx, dy] = kHeadings[static_cast<std::size_t>(d.heading)];
  const int x = order.x - d.x, y = order.y - d.y;
  if (x * dy != y * dx) return false;
  distance_m = (x * dx + y * dy) * pitch_m - d.ahead_m;
  return true;
}

/// Towards the target, in phases: speed up, go on, brake. Stands still in the end or uses all time.
void run(const VehicleParams& p, double distance_m, const DriveOrder& order,
         double braking_m_per_s2, double time_s, DriveState& d) {
  const double a = p.acceleration_m_per_s2, b = braking_m_per_s2;
  const double start_m = d.ahead_m;
  const auto left_m = [&] { return distance_m - (d.ahead_m - start_m); };
  if (d.speed_m_per_s > order.speed_m_per_s + kSame_m) {
    const double slower_s = std::min((d.speed_m_per_s - order.speed_m_per_s) / b, time_s);
    glide(d, -b, slower_s);
    time_s -= slower_s;
  }
  // The speed at which braking would begin if it sped up all the way: v^2 = (2 a b s + b u^2)/(a+b)
  const double u = d.speed_m_per_s;
  const double peak_m_per_s =
      std::sqrt(std::max((2 * a * b * left_m() + b * u * u) / (a + b), 0.0));
  const double top_m_per_s = std::min(peak_m_per_s, order.speed_m_per_s);
  if (top_m_per_s > u && time_s > 0) {
    const double speeds_up_s = std::min((top_m_per_s - u) / a, time_s);
    glide(d, a, speeds_up_s);
    time_s -= speeds_up_s;
  }
  const double brakes_m = d.speed_m_per_s * d.speed_m_per_s / (2 * b);
  if (time_s > 0 && left_m() - brakes_m > kSame_m && d.speed_m_per_s > 0) {
    const double goes_on_s = std::min((left_m() - brakes_m) / d.speed_m_per_s, time_s);
    glide(d, 0, goes_on_s);
    time_s -= goes_on_s;
  }
  if (time_s <= 0) return;
  brake(d, b, time_s);
  if (d.speed_m_per_s == 0 && std::abs(left_m()) < 1e-6) d.ahead_m = start_m + distance_m;
}

/// Nodes it has passed count.
void count_nodes(double pitch_m, DriveState& d) {
  const auto [dx, dy] = kHeadings[static_cast<std::size_t>(d.heading)];
  while (d.ahead_m > pitch_m - kSame_m) {
    d.x += dx, d.y += dy;
    d.ahead_m -= pitch_m;
  }
  if (std::abs(d.ahead_m) < kSame_m) d.ahead_m = 0;
}

}  // namespace

void fields(FieldVisitor& v, ScannerParams& p) {
  v("reaction", p.braking.reaction_s, "s", at_least(0), "of scanner and brake");
  v("braking", p.braking.deceleration_m_per_s2, "m/s^2", above(0), "that the field counts on");
  v("margin", p.margin_m, "m", at_least(0), "beyond the distance of the stop");
  v("clear", p.clear_s, "s", at_least(0), "free before it goes on by itself");
}

void fields(FieldVisitor& v, VehicleParams& p) {
  v("speed", p.speed_m_per_s, "m/s", above(0), "at most");
  v("acceleration", p.acceleration_m_per_s2, "m/s^2", above(0), "and braking, in service");
  v("emergency", p.emergency_m_per_s2, "m/s^2", above(0), "braking of a protective stop");
  v("quarter_turn", p.quarter_turn_s, "s", at_least(0), "on the spot");
  v("lift", p.lift_s, "s", at_least(0), "of a pod, up or down");
  v("mass", p.mass_kg, "kg", above(0), "of the vehicle");
  v("pod", p.pod_kg, "kg", above(0), "of a pod with its goods");
  v("bumper", p.bumper_m_per_s, "m/s", at_least(0),
    "closing speed of a collision that leaves no damage");
  v("length", p.length_m, "m", above(0), "of vehicle and pod, and width");
  v("pod_half_width", p.pod_half_width_m, "m", above(0), "half the base of a pod");
  v("pod_centre", p.pod_centre_m, "m", above(0), "height of the centre of mass of a pod");
  v("battery", p.battery_J, "J", above(0), "energy of a full battery");
  v("rolling", p.rolling_ratio, "1", at_least(0), "rolling friction over weight");
  v("efficiency", p.efficiency, "1", between(0.01, 1), "of the drive");
  v("idle", p.idle_W, "W", at_least(0), "of the electronics");
  v("charger", p.charger_W, "W", above(0), "power of a charger");
  v("scanner", p.scanner, "safety scanner");
}

double tipping_m_per_s2(const VehicleParams& p) {
  return tip_over_m_per_s2(p.pod_half_width_m, p.pod_centre_m);
}

void move(const VehicleParams& p, double pitch_m, const DriveOrder& order, double step_s,
          DriveState& d) {
  const double braking_m_per_s2 =
      order.braking_m_per_s2 > 0 ? order.braking_m_per_s2 : p.acceleration_m_per_s2;
  d.braked_m_per_s2 = 0;
  if (order.stop) {
    brake(d, std::max(braking_m_per_s2, p.emergency_m_per_s2), step_s);
    return count_nodes(pitch_m, d);
  }
  const double turns_s = std::min(d.turning_s, step_s);
  d.turning_s -= turns_s;
  double time_s = step_s - turns_s;
  if (d.turning_s > 0) return;
  double distance_m = 0;
  if (!distance_ahead(d, order, pitch_m, distance_m) || distance_m < -kSame_m) {
    // Aside or behind: brake, and turn where it stands on a node.
    time_s = brake(d, braking_m_per_s2, time_s);
    count_nodes(pitch_m, d);
    if (d.speed_m_per_s > 0 || d.ahead_m != 0) return;
    for (int quarter = 1; quarter < 4; ++quarter) {
      DriveState turned = d;
      turned.heading = (d.heading + quarter) % 4;
      if (!distance_ahead(turned, order, pitch_m, distance_m) || distance_m < 0) continue;
      d.heading = turned.heading;
      d.turning_s = p.quarter_turn_s * (quarter == 2 ? 2 : 1);
      const double now_s = std::min(d.turning_s, time_s);
      d.turning_s -= now_s;
      time_s -= now_s;
      break;
    }
    if (d.turning_s > 0 || time_s <= 0) return;
    if (!distance_ahead(d, order, pitch_m, distance_m)) return;
  }
  if (distance_m > kSame_m) run(p, distance_m, order, braking_m_per_s2, time_s, d);
  count_nodes(pitch_m, d);
}

}  // namespace twinaxis::warehouse
