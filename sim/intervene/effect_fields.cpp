#include "sim/intervene/effect.h"

namespace twinaxis {

void fields(FieldVisitor& v, Override& e) {
  v("value", e.value, Amount::value, "what every reader sees instead", required);
}
void fields(FieldVisitor& v, Bias& e) {
  v("by", e.by, Amount::difference, "added to the value", required);
}
void fields(FieldVisitor& v, Scale& e) {
  v("by", e.by, "1", any_value(), "factor on the value", required);
}
void fields(FieldVisitor& v, Ramp& e) {
  v("rate", e.rate, Amount::rate, "added per second since the start; may be negative", required);
  v("limit", e.limit, Amount::difference, "largest distance from the true value", required);
}
void fields(FieldVisitor&, Hold&) {}
void fields(FieldVisitor& v, Replay& e) {
  v("window", e.window, above(0), "length of the past that is shown again", required);
}
void fields(FieldVisitor& v, Clamp& e) {
  v("low", e.low, Amount::value, "lowest value let through", required);
  v("high", e.high, Amount::value, "highest value let through", required);
}
void fields(FieldVisitor& v, RateLimit& e) {
  v("rate", e.rate, Amount::rate, "largest change per second", required);
}
void fields(FieldVisitor& v, Quantise& e) {
  v("step", e.step, Amount::difference, "distance of neighbouring values", required);
}
void fields(FieldVisitor& v, Noise& e) {
  v("deviation", e.deviation, Amount::difference, "standard deviation", required);
}
void fields(FieldVisitor& v, DropOut& e) {
  v("probability", e.probability, "1", fraction(), "of losing a write");
}

void fields(FieldVisitor& v, Drop& e) {
  v("probability", e.probability, "1", fraction(), "of losing a message");
}
void fields(FieldVisitor& v, Delay& e) {
  v("by", e.by, at_least(0), "added to the time on the way", required);
}
void fields(FieldVisitor& v, Jitter& e) {
  v("up_to", e.up_to, at_least(0), "largest extra delay, uniform", required);
}
void fields(FieldVisitor& v, Duplicate& e) {
  v("probability", e.probability, "1", fraction(), "of delivering a message twice");
}
void fields(FieldVisitor& v, Reorder& e) {
  v("probability", e.probability, "1", fraction(), "of holding a message back");
  v("by", e.by, above(0), "how long it is held back", required);
}
void fields(FieldVisitor& v, ReplayMessages& e) {
  v("window", e.window, above(0), "length of the past that is sent again", required);
}
void fields(FieldVisitor& v, Tamper& e) {
  v("target", e.target, "the point that the changed value is bound for", required);
  v.amounts_of(e.target);
  v("with", e.with, "effect on the value: !override, !bias, ...", required);
}
void fields(FieldVisitor& v, Flood& e) {
  v("rate", e.rate_bytes_per_s, "bytes/s", above(0), "competing traffic", required);
}
void fields(FieldVisitor&, Authenticate&) {}
void fields(FieldVisitor&, Block&) {}

void fields(FieldVisitor&, TurnOff&) {}
void fields(FieldVisitor& v, Slow& e) {
  v("factor", e.factor, "1", at_least(1), "how many times longer a scan takes", required);
}
void fields(FieldVisitor&, Isolate&) {}
void fields(FieldVisitor&, Encrypt&) {}
void fields(FieldVisitor& v, Restart& e) {
  v("off_for", e.off_for, above(0), "time without power", required);
}
void fields(FieldVisitor& v, ReplaceLogic& e) {
  v("logic", e.logic, "name of the logic that runs instead", required);
}
void fields(FieldVisitor& v, CopyOut& e) {
  v("to", e.to, "host that receives the data", required);
  v("service", e.service, "service by which they leave", required);
  v("rate", e.rate_bytes_per_s, "bytes/s", above(0), "how fast", required);
}
void fields(FieldVisitor& v, Harden& e) {
  v("success_factor", e.success_factor, "1", fraction(), "on the probability of each step");
  v("time_factor", e.time_factor, "1", at_least(1), "on the time that each step takes");
}
void fields(FieldVisitor& v, Monitor& e) {
  v("detection", e.detection_per_s, "1/s", above(0), "rate at which a step is noticed", required);
}

}  // namespace twinaxis
