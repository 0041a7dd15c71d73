#include "analysis/harm/exposure/laws.h"

namespace twinaxis::analysis {
namespace {

constexpr std::string_view kAssetsDoc = "things that may be hit; none named: all of the site";

}  // namespace

void fields(FieldVisitor& v, HarmCurve& c) {
  v("severity", c.severity, kSeverityNames, "at least this", required);
  v("where", c.where, kWhereaboutsNames, "for people who are there");
  v("probit", c.probit, "name of a published law", required);
  v("share", c.share_fraction, "1", fraction(), "of the people there who can be hit so");
  v("source", c.source, "where the share comes from");
}

void fields(FieldVisitor& v, DamageCurve& c) {
  v("probit", c.probit, "name of a published law", required);
  v("repair_fraction", c.repair_fraction, "1", fraction(), "of the value, at least", required);
  v("source", c.source, "where the fraction comes from");
}

void fields(FieldVisitor& v, HeatDamage& d) {
  v("above", d.above_W_per_m2, "W/m^2", above(0), "from this heat on", required);
  v("repair_fraction", d.repair_fraction, "1", fraction(), "of the value, at least", required);
  v("source", d.source, "where it comes from");
}

void fields(FieldVisitor& v, Content& c) {
  v("point", c.point, "truth point that counts it", required);
  v("kg_per_unit", c.kg_per_unit, "kg", above(0), "mass of one unit of that point");
}

void fields(FieldVisitor& v, VesselBurst& l) {
  v("pressure", l.pressure, "point in Pa absolute; its greatest value is the burst", required);
  v("gas_volume", l.gas_volume, "point in m^3; its greatest value counts", required);
  v("heat_capacity_ratio", l.heat_capacity_ratio, "1", above(1), "of the gas");
  v("energy", l.energy, "isentropic, brode, isothermal or availability");
  v("groups", l.groups, kGroupsDoc);
  v("assets", l.assets, kAssetsDoc);
  v("people", l.people, "what the wave does to people");
  v("damage", l.damage, "what the wave does to things");
}

void fields(FieldVisitor& v, FireballBurn& l) {
  v("contents", l.contents, "what is set free; the greatest values count", required);
  v("flash_fraction", l.flash_fraction, "point: part that turns to vapour", required);
  v("pressure", l.pressure, "point in Pa: pressure at the burst", required);
  v("combustion_heat", l.combustion_J_per_kg, "J/kg", above(0), "of the content", required);
  v("law", l.law, "ccps, gost or tno");
  v("groups", l.groups, kGroupsDoc);
  v("assets", l.assets, kAssetsDoc);
  v("people", l.people, "what the heat does to people");
  v("damage", l.damage, "what the heat does to things");
}

void fields(FieldVisitor& v, ToxicPlume& l) {
  v("rate", l.rate, "point: release, per second", required);
  v("kg_per_unit", l.kg_per_unit, "kg", above(0), "mass of one unit of that point");
  v("molar_mass", l.molar_mass_kg_per_kmol, "kg/kmol", above(0), "of the substance", required);
  v("height", l.height_m, "m", at_least(0), "of the release above the ground");
  v("indoor_ratio", l.indoor_ratio, "1", fraction(), "concentration indoors over outdoors");
  v("spread", l.spread, "name of a law of spread");
  v("groups", l.groups, kGroupsDoc);
  v("people", l.people, "what breathing it does to people", required);
}

void fields(FieldVisitor& v, FlashFire& l) {
  v("rate", l.rate, "point: release, per second", required);
  v("kg_per_unit", l.kg_per_unit, "kg", above(0), "mass of one unit of that point");
  v("molar_mass", l.molar_mass_kg_per_kmol, "kg/kmol", above(0), "of the substance", required);
  v("height", l.height_m, "m", at_least(0), "of the release above the ground");
  v("flammable_from", l.flammable_from_ppm, "ppm", above(0), "lower limit, or a safe part of it");
  v("spread", l.spread, "name of a law of spread");
  v("groups", l.groups, kGroupsDoc);
  v("death_probability", l.death_probability, "1", fraction(), "outdoors inside the cloud");
  v("serious_probability", l.serious_probability, "1", fraction(), "at least serious, there");
}

void fields(FieldVisitor& v, Scald& l) {
  v("water", l.water, "point in K: what touches the skin", required);
  v("exposed", l.exposed, "point: 1 while it touches; none: always");
  v("skin", l.skin, harm::kSkinNames, "adult, child or elderly; else that of each group");
  v("law", l.law, "table of times: moritz_henriques or cpsc");
  v("body_area", l.body_fraction, "1", fraction(), "of the body's surface, for burns that kill");
  v("age", l.age_years, "year", between(0, 120), "for burns that kill; else that of each group");
  v("groups", l.groups, kGroupsDoc);
  v("share", l.share_fraction, "1", fraction(), "of a group that is exposed so");
}

void fields(FieldVisitor& v, CarbonMonoxide& l) {
  v("concentration", l.concentration, "point: mole fraction, or ppm by its unit", required);
  v("present", l.present, "point: 1 while they breathe it; none: always");
  v("activity", l.activity, harm::kActivityNames, "how hard they breathe");
  v("groups", l.groups, kGroupsDoc);
  v("share", l.share_fraction, "1", fraction(), "of a group that is exposed so");
  v("poisoned_from", l.poisoned_from_fraction, "1", fraction(), "COHb that hurts");
  v("serious_from", l.serious_from_fraction, "1", fraction(), "COHb that needs 30 days");
  v("deadly_from", l.deadly_from_fraction, "1", above(0), "peak COHb at which half die");
  v("deadly_sigma", l.deadly_sigma_ratio, "1", at_least(0), "of its logarithm; 0: a step");
}

void fields(FieldVisitor& v, DirectHarm& l) {
  v("group", l.group, "people who are hurt", required);
  v("exposed", l.exposed_fraction, "1", fraction(), "part of them that is in reach");
  v("death_probability", l.death_probability, "1", fraction(), "of each");
  v("serious_probability", l.serious_probability, "1", fraction(), "at least serious, of each");
  v("slight_probability", l.slight_probability, "1", fraction(), "at least slight, of each");
}

void fields(FieldVisitor& v, DirectDamage& l) {
  v("asset", l.asset, "what is damaged", required);
  v("repair_fraction", l.repair_fraction, "1", fraction(), "of its value; 1: destroyed");
  v("fraction", l.fraction, "point whose greatest value is that part instead");
}

void fields(FieldVisitor& v, ServiceInterruption& l) {
  v("service", l.service, "service of the site", required);
  v("points", l.points, "its production, summed, per second in the unit of the service", required);
  v("enough", l.enough_fraction, "1", fraction(), "of normal; at or above it nothing is lost");
  v("least_lost", l.least_lost_s, "s", at_least(0), "seconds of normal production that matter");
}

void fields(FieldVisitor& v, OffSpec& l) {
  v("production", l.production, "point: what is made, per second", required);
  v("on_spec", l.on_spec, "point: 1 while it is as it should be", required);
  v("stakeholder", l.stakeholder, "who makes it", required);
  v("product", l.product, "its name", required);
  v("unit", l.unit, "of the amount", required);
  v("least", l.least, "1", at_least(0), "amount that matters, in that unit");
  v("analyser", l.analyser, "point that shows the quality; none: all is found at once");
  if (!l.analyser.empty()) v.amounts_of(l.analyser);
  v("analyser_low", l.analyser_low, Amount::value, "shown from here ...");
  v("analyser_high", l.analyser_high, Amount::value, "... to here it seems good");
  v("noticed", l.noticed, "point: 1 while somebody sees that it is bad; in place of an analyser");
}

void fields(FieldVisitor& v, Recall& l) {
  v("product", l.product, "product of the site", required);
  v("share", l.share_fraction, "1", fraction(), "of the units in use");
  v("units", l.units, "point: units traced in the run, in place of all in use");
}

void fields(FieldVisitor& v, DataLeak& l) {
  v("copied_bytes", l.copied_bytes, "point: what left the host", required);
  v("data_set", l.data_set, "data set of the site", required);
}

void fields(FieldVisitor& v, HostOutage& l) {
  v("host", l.host, "computer", required);
  v("stakeholder", l.stakeholder, "whose it is", required);
  v("running", l.running, "point: 1 while it runs");
  v("encrypted", l.encrypted, "point: 1 while its data are encrypted");
  v("least", l.least_s, "s", at_least(0), "shorter outages do not matter");
}

void fields(FieldVisitor& v, SubstanceRelease& l) {
  v("rate", l.rate, "point: release, per second");
  v("contents", l.contents, "and what is set free at once; the greatest values count");
  v("kg_per_unit", l.kg_per_unit, "kg", above(0), "mass of one unit of 'rate'");
  v("medium", l.medium, "air, water or soil");
  v("stakeholder", l.stakeholder, "who answers for it", required);
  v("least", l.least_kg, "kg", at_least(0), "less does not matter");
}

}  // namespace twinaxis::analysis
