#include "analysis/harm/exposure/impacts.h"

#include <numbers>

namespace twinaxis::analysis {
namespace {

constexpr std::string_view kShareDoc = "of a group that is hit so";

void striker_fields(FieldVisitor& v, Striker& s) {
  v("speed", s.speed, "point in m/s: how fast it comes; the hardest blow counts", required);
  v("struck", s.struck, "point: above 0.5 while it touches; none: always");
  v("mass_point", s.mass, "point in kg: effective mass of what strikes; in place of 'mass'");
  v("mass", s.mass_kg, "kg", at_least(0), "effective mass of what strikes");
}

}  // namespace

void fields(FieldVisitor& v, BluntImpact& l) {
  striker_fields(v, l.striker);
  v("region", l.region, "of the body, as in ISO/TS 15066");
  v("struck_mass", l.struck_kg, "kg", at_least(0), "effective mass of the region; 0: as published");
  v("stiffness_low", l.stiffness_low_N_per_m, "N/m", at_least(0),
    "of the contact, drawn from here ...; 0: as published for the region");
  v("stiffness_high", l.stiffness_high_N_per_m, "N/m", at_least(0), "... to here");
  v("protects", l.protects, "point: above 0.5 while a helmet or pad is worn; none: never");
  v("padding", l.padding_ratio, "1", fraction(), "part of the stiffness that is left then");
  v("law", l.law, "curves of head injury: nhtsa_lognormal or prasad_mertz");
  v("groups", l.groups, kGroupsDoc);
  v("share", l.share_fraction, "1", fraction(), kShareDoc);
}

void fields(FieldVisitor& v, HeadBlow& b) {
  v("speed", b.speed, "point in m/s: how fast it was struck; with <each>, one for each region",
    required);
  v("mass_point", b.mass, "point in kg, likewise: effective mass of what struck", required);
  v("law", b.law, "curves of head injury: nhtsa_lognormal or prasad_mertz");
}

void fields(FieldVisitor& v, ContactForce& l) {
  v("force", l.force,
    "point in N: force on the region, the greatest counts; with <each>, one for each region",
    required);
  v("clamped_force", l.clamped_force,
    "point in N, likewise: force while the region cannot get away; none: never");
  v("region", l.region, "of the body, as in ISO/TS 15066; none: those that <each> stands for");
  v("head", l.head, "a blow on the head, by HIC beside its force");
  v("groups", l.groups, kGroupsDoc);
  v("share", l.share_fraction, "1", fraction(), kShareDoc);
}

void fields(FieldVisitor& v, KineticEnergy& l) {
  striker_fields(v, l.striker);
  v("transferred", l.transferred_fraction, "1", fraction(),
    "of the energy that counts as a rigid body's; about 0.46 for a flexible multirotor");
  v("slight_from", l.slight_from_J, "J", at_least(0), "less does not hurt");
  v("sheltering", l.sheltering, "1", between(1, 12), "1 in the open, 6 on average");
  v("groups", l.groups, kGroupsDoc);
  v("share", l.share_fraction, "1", fraction(), kShareDoc);
}

void fields(FieldVisitor& v, GroundCasualty& l) {
  striker_fields(v, l.striker);
  v("angle_point", l.angle, "point in rad: of the path to the ground; in place of 'angle'");
  v("angle", l.angle_rad, "rad", between(0.01, std::numbers::pi / 2), "of the path to the ground");
  v("width_point", l.width, "point in m: of what falls; in place of 'width'");
  v("width", l.width_m, "m", at_least(0), "of what falls: its largest dimension");
  v("density", l.persons_per_m2, "1/m^2", at_least(0), "people on the ground", required);
  v("sheltered", l.sheltered_fraction, "1", fraction(), "part of them under a roof that holds");
  v("transferred", l.transferred_fraction, "1", fraction(),
    "of the energy that counts as a rigid body's");
  v("sheltering", l.sheltering, "1", between(1, 12), "1 in the open, 6 on average");
  v("group", l.group, "who they are", required);
}

}  // namespace twinaxis::analysis
