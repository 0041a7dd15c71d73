#pragma once
// What happened: columns with units in three views, events, and a manifest. A value; analysis and
// viewers know a run by this header alone.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/core/event.h"
#include "sim/core/fields.h"
#include "sim/core/point.h"
#include "sim/core/scene.h"
#include "sim/core/time.h"

namespace twinaxis {

/// How a run ended.
enum class Ending : std::uint8_t {
  completed,    ///< reached its end
  failed,       ///< the numbers failed; kept up to that time
  interrupted,  ///< a signal or a full disk; kept up to that time
  cut,          ///< the writer died without a word; kept up to the last chunk that reached the disk
};
constexpr std::string_view kEndingNames[] = {"completed", "failed", "interrupted", "cut"};

/// In place of an effect: a step of the path brings the attacker onto its hosts.
inline constexpr const char* kEnters = "enter";

/// What an attack touches, under the event that says that it did: judgement looks at facts, and not
/// at the names that a scenario gives to its attacks.
struct AttackAct {
  std::string event;   ///< "attack.<id>.start", or "path.<id>.reached" for a step of the path
  std::string effect;  ///< tag: "tamper"; of a step kEnters, or "" if it only makes a host busy
  /// The point that it acts on and that for which a tampered value is bound; the hosts of a step.
  std::vector<std::string> points;
};

/// Where a recording comes from; enough to make it again.
struct Manifest {
  std::string scenario;  ///< its id: "distillation/cooling_lost"
  std::string use_case;  ///< "distillation"
  Text title;
  std::uint64_t seed = 0;
  std::uint64_t sample = 0;
  Duration step{};
  Duration record_every{};
  std::vector<std::string> bodies;  ///< whose poses are recorded; none in most runs
  Duration film_every{};            ///< between two frames of them; 0: every step
  Duration planned{};               ///< length asked for
  std::string resolved_yaml;        ///< the resolved scenario: running it again gives the same hash
  std::vector<AttackAct> attacks;   ///< in file order; whether and when say the events
  std::map<std::string, std::string> inputs;    ///< file -> hash of its bytes
  std::map<std::string, std::string> versions;  ///< twinaxis, compiler, libraries, CPU flags, libc
};

/// One point over time. Extremes are those of every step, also of steps that were not recorded.
struct Column {
  std::string name;
  std::string unit;
  PointKind kind = PointKind::truth;
  View view = View::truth;
  std::string doc;
  std::string shows;           ///< the truth point that a signal stands for, or ""
  std::vector<double> values;  ///< one for each of Recording::times, in `unit`
  double minimum = 0;
  double maximum = 0;
  Time at_minimum;
  Time at_maximum;
};

/// Poses of bodies over time, and where they touched.
struct Film {
  struct Contact {
    Time at;
    Touch touch;
  };
  std::vector<Time> times;        ///< of the frames, ascending
  std::vector<Pose> poses;        ///< [frame][body], in the order of Manifest::bodies
  std::vector<Contact> contacts;  ///< of each pair the strongest since the frame before
};

struct Recording {
  Manifest manifest;
  std::vector<Time> times;      ///< recorded, ascending; empty where only a summary was handed out
  std::vector<Column> columns;  ///< in the order of the point table
  std::vector<Event> events;    ///< in order of time
  Film film;                    ///< empty where nothing moves in space
  Ending ending = Ending::completed;
  std::string reason;      ///< why, if it did not complete
  Time end;                ///< reached
  std::uint64_t hash = 0;  ///< over every point and every scene at every step, and every event

  /// Null if there is no such column.
  const Column* find(std::string_view name) const;
  /// Value at or before `at` (the first value if earlier); column must not be empty.
  double value_at(const Column& column, Time at) const;
  /// First event of that name, or null.
  const Event* first(std::string_view event_name) const;
  /// Integral over the whole recording by the trapezoidal rule, in unit * s.
  double integral(const Column& column) const;
};

}  // namespace twinaxis
