#pragma once
// A server or terminal that may run what others lay into its folders: the way of malware from host
// to host, and the checks that stand in it.

#include "sim/cyber/devices/io.h"

namespace twinaxis::cyber {

/// A folder of a computer, or a medium put into it, that another host writes to.
struct Share {
  std::string from;     ///< host
  std::string service;  ///< "smb", "usb"
  bool log_in = true;   ///< whoever writes there must log in
};

/// "<host>.malware" is 1 from the moment on at which a program that nobody approved runs. It is
/// written to every share that the host has at others, a message each period; whether it gets there
/// is a matter of routes and of the channel "<from>-><host>:files". What arrives runs, event
/// "<host>.runs_malware", unless
///   - the share asks for a log-in and `login_open` is 0: event "<host>.denies_login"
///   - `installation_free` is 0, only approved programs run: event "<host>.blocks_program"
/// An effect model: it knows that something runs, not what or how.
struct Computer {
  std::string host;
  std::vector<Share> shares;
  std::string login_open;         ///< parameter; "" always open
  std::string installation_free;  ///< parameter; "" always free
  Duration period{10'000'000'000};
};
/// The host itself is added before; signals of hosts that only write are declared here, too.
void add(NetworkPlan& plan, PointTable& table, const Computer& computer);

/// "mes1.malware".
std::string malware_point(const std::string& host);

}  // namespace twinaxis::cyber
