#pragma once
// Who may talk to whom: zones, links, firewall rules, and what is blocked, isolated or off now.
// Pure: no clock and no messages, so it also serves before a run.

#include <map>
#include <string>
#include <string_view>

#include "sim/cyber/plan.h"
#include "sim/intervene/intervention.h"

namespace twinaxis::cyber {

/// Whether, and by which rule, one host may talk to another.
struct Route {
  bool open = false;
  std::string reason;  ///< the rule that lets it pass, or what forbids it
};

/// Inside a zone everything passes. Between zones a message needs links that join them and one
/// allowed, unblocked rule for its service whose `from` and `to` name the hosts or their zones; the
/// answers to an open connection need no rule of their own.
class Reachability {
 public:
  explicit Reachability(const NetworkPlan& plan);

  /// Each of these counts: what was blocked twice must be opened twice. A point is "rule.<key>" or
  /// the name of a channel.
  void block(std::string_view point);
  void open(std::string_view point);
  void isolate(std::string_view host);
  void rejoin(std::string_view host);
  void turn_off(std::string_view host);
  void turn_on(std::string_view host);
  /// Takes over an intervention as if it had begun: block on rules and channels; isolate, turn_off
  /// and encrypt on hosts. Others do not change who may talk to whom.
  void begin(const Intervention& intervention);

  /// An unknown host is a closed route that says so. From a host to itself: open while it is on.
  Route route(const std::string& from, const std::string& to, const std::string& service) const;
  /// The same for a channel of the plan, which can be blocked itself.
  Route route(const ChannelPlan& channel) const;

 private:
  using Counts = std::map<std::string, int, std::less<>>;
  Route between_zones(const std::string& from, const std::string& to,
                      const std::string& service) const;

  NetworkPlan plan_;                                           ///< without channels and tasks
  std::map<std::string, std::map<std::string, bool>> joined_;  ///< zone, zone: by links
  Counts blocked_, isolated_, off_;
};

}  // namespace twinaxis::cyber
