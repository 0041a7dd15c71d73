#pragma once
// The cyber side as values: zones, hosts, firewall rules, channels, tasks. Models write a plan,
// scenarios amend it, the network runs it.

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "sim/core/bus.h"
#include "sim/core/event.h"
#include "sim/core/fields.h"
#include "sim/core/point.h"
#include "sim/core/time.h"
#include "sim/cyber/burst_loss.h"

namespace twinaxis::cyber {

/// A local network; every message of a host in it passes it once.
struct ZonePlan {
  Duration latency{500'000};              ///< one way; a switched control LAN
  double bandwidth_bytes_per_s = 12.5e6;  ///< 100 Mbit/s
  std::string doc;
  std::optional<BurstLoss> loss = std::nullopt;  ///< of a wireless LAN; none: cable
};
void fields(FieldVisitor& v, ZonePlan& z);

/// A wire between two zones; without one there is no route at all.
struct LinkPlan {
  std::string from;
  std::string to;
  Duration latency{1'000'000};
  double bandwidth_bytes_per_s = 12.5e6;
  std::optional<BurstLoss> loss = std::nullopt;  ///< of a wireless link; none: cable
};
void fields(FieldVisitor& v, LinkPlan& l);

/// A firewall lets pass only what a rule names. Inside a zone everything passes. `from` and `to`
/// are zones or hosts. Rules are one-way: answers belong to the connection. A rule is a channel
/// point "rule.<key>", so that measures can block it and attacks can open it.
struct RulePlan {
  std::string from;
  std::string to;
  std::string service;  ///< "modbus", "rdp", "https", "smb", "opc", ...
  bool allowed = true;
  std::string doc;
};
void fields(FieldVisitor& v, RulePlan& r);

struct HostPlan {
  std::string zone;
  std::string doc;
  double data_bytes = 0;  ///< of personal or secret data held, for copy_out
};
void fields(FieldVisitor& v, HostPlan& h);

/// One value of the block that a channel carries: read at `source` when sent, written at `target`
/// when it arrives.
struct Wire {
  std::string source;
  std::string target;
};

/// A data path between two hosts. One message carries the whole block, as a real scan does.
/// Channel names are "from->to:purpose".
struct ChannelPlan {
  std::string name;
  std::string from;
  std::string to;
  std::string service;
  std::vector<Wire> block;
  Duration period{};  ///< 0: sent only when a task asks
  Duration phase{};
  double overhead_bytes = 60;  ///< headers; 8 bytes a value come on top
  std::string doc;
};

/// Index of a channel in its plan.
struct ChannelIndex {
  std::size_t index = 0;
};

/// What a task may do when it runs.
class TaskContext {
 public:
  virtual ~TaskContext() = default;
  virtual Time now() const = 0;
  virtual Bus& bus() = 0;
  virtual EventLog& log() = 0;
  /// Sends the channel's block now; the channel must start at the task's host.
  virtual void send(ChannelIndex channel) = 0;
  /// Time since the last message of that channel was accepted at its end (since the start of the
  /// run if none ever was): what a watchdog knows.
  virtual Duration age(ChannelIndex channel) const = 0;
};

/// One program of a device. State lives in what the function captured; a restart makes it anew.
using Logic = std::function<void(TaskContext&)>;
/// Makes a program when the network is built: the table is complete then, so this is the place
/// where names become indices. The table outlives the program.
using LogicMaker = std::function<Logic(const PointTable&)>;
struct NamedLogic {
  std::string name;  ///< the first of a task is the genuine one
  LogicMaker make;
};

/// Work that a host does at every `period`, offset by `phase`; both multiples of the step.
/// Tasks of a host run in plan order, before the channels that are due at the same time.
struct TaskPlan {
  std::string host;
  std::string name;
  Duration period{};
  Duration phase{};
  std::vector<NamedLogic> logics;  ///< all tasks of a host with several have the same names
  LogicMaker when_off;  ///< may be empty; runs once when power fails: what springs and relays do
};

/// A task with one logic, the genuine one.
TaskPlan only_task(const std::string& host, const std::string& name, Duration period,
                   LogicMaker logic, Duration phase = {});

struct NetworkPlan {
  std::map<std::string, ZonePlan> zones;
  std::vector<LinkPlan> links;
  std::map<std::string, RulePlan> rules;
  std::map<std::string, HostPlan> hosts;
  std::vector<ChannelPlan> channels;
  std::vector<TaskPlan> tasks;
  std::vector<std::string> events;  ///< names that its devices may log

  /// Index of the channel of that name; ContractError if there is none.
  ChannelIndex channel(const std::string& name) const;
  /// Names of the logics that the host can run, genuine first; empty if it has no choice.
  std::vector<std::string> logics_of(const std::string& host) const;
};
/// Zones, links, rules and hosts can be amended in a scenario; channels and tasks belong to the
/// model.
void fields(FieldVisitor& v, NetworkPlan& p);

/// Declares, for every host h: host h, truth h.running (1 or 0), truth h.encrypted, truth
/// h.copied_bytes (only where it holds data), parameter h.logic (only where a task has several
/// logics; 0 is genuine); for every channel its name; for every rule r: channel rule.r.
void declare_points(const NetworkPlan& plan, PointTable& table);

/// What is wrong with a plan, as dotted paths below `network`: unknown zones, hosts, points, hosts
/// without a route, channels that no rule lets pass, periods off the grid.
std::vector<FieldProblem> problems(const NetworkPlan& plan, const PointTable& table, Duration step);

}  // namespace twinaxis::cyber
