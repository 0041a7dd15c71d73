#pragma once
// The screens: what operators see of a controller, and alarms.

#include "sim/control/interlock.h"
#include "sim/core/fields.h"
#include "sim/cyber/devices/io.h"

namespace twinaxis::cyber {

struct Alarm {
  std::string id;     ///< "pressure_high"
  std::string point;  ///< shown by this HMI: "PT-101.reading"
  Limit limit;        ///< first value of the parameter; band is the hysteresis
  int priority = 2;   ///< 1 is the most urgent
  bool suppressible = true;
  std::string doc;
};

struct HmiParams {
  Duration refresh{1'000'000'000};
};
void fields(FieldVisitor& v, HmiParams& p);

/// Points: copies <host>.<P> of what it shows, in the operators' view; signals alarm.<id> (1 while
/// active) and <host>.alarm_count; parameters alarm.<id>.limit and alarm.<id>.suppressed (1: stays
/// silent; only where suppressible). Events "alarm.<id>" with priority as detail, and
/// "alarm.<id>.cleared"; an alarm that finds no other active is the first-out: the detail says so.
struct Hmi {
  std::string host, zone, doc;
  std::string controller;  ///< host whose points it shows
  std::string service;
  std::vector<std::string> shows;
  std::vector<Alarm> alarms;
  HmiParams params;
};
/// Adds host, points, the channel "controller->host:screen" and the task "alarms".
void add(NetworkPlan& plan, PointTable& table, const Hmi& hmi);

}  // namespace twinaxis::cyber
