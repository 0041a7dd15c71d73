#include "sim/cyber/devices/computer.h"

#include <optional>

namespace twinaxis::cyber {
namespace {

void declare_malware(PointTable& table, const std::string& host) {
  if (table.find(malware_point(host))) return;
  table.signal(malware_point(host), "1", View::controller,
               "1: a program that nobody approved runs there", {}, fraction());
}

/// A check on the way: passes while its parameter is 1, or where there is none.
class Check {
 public:
  Check(const std::string& parameter, const PointTable& table) {
    if (!parameter.empty()) point_ = table.id(parameter);
  }
  bool passes(const Bus& bus) const { return !point_ || bus.read(*point_) >= 0.5; }

 private:
  std::optional<PointId> point_;
};

/// What lies in one folder; what happens to it is told once until the folder is clean again.
struct Folder {
  PointId file;
  bool log_in = true, told = false;
};

LogicMaker look_into(const Computer& computer) {
  return [computer](const PointTable& table) -> Logic {
    std::vector<Folder> folders;
    for (const Share& share : computer.shares) {
      const std::string copy = computer.host + "." + malware_point(share.from);
      folders.push_back({table.id(copy), share.log_in});
    }
    return [host = computer.host, folders, malware = table.id(malware_point(computer.host)),
            login = Check(computer.login_open, table),
            installs = Check(computer.installation_free, table)](TaskContext& context) mutable {
      const auto tell = [&](Folder& folder, const char* what) {
        if (!folder.told) context.log().push_back({context.now(), host + what, "", 0, ""});
        folder.told = true;
      };
      for (Folder& folder : folders) {
        if (context.bus().read(malware) >= 0.5) return;
        if (context.bus().read(folder.file) < 0.5) {
          folder.told = false;
        } else if (folder.log_in && !login.passes(context.bus())) {
          tell(folder, ".denies_login");
        } else if (!installs.passes(context.bus())) {
          tell(folder, ".blocks_program");
        } else {
          context.bus().write(malware, 1, context.now());
          tell(folder, ".runs_malware");
        }
      }
    };
  };
}

}  // namespace

std::string malware_point(const std::string& host) { return host + ".malware"; }

void add(NetworkPlan& plan, PointTable& table, const Computer& computer) {
  declare_malware(table, computer.host);
  for (const Share& share : computer.shares) {
    declare_malware(table, share.from);
    add_copies(plan, table,
               {.from = share.from,
                .to = computer.host,
                .service = share.service,
                .purpose = "files",
                .period = computer.period,
                .phase = {},
                .points = {malware_point(share.from)}});
  }
  plan.tasks.push_back(only_task(computer.host, "folders", computer.period, look_into(computer)));
  for (const char* what : {".runs_malware", ".denies_login", ".blocks_program"}) {
    plan.events.push_back(computer.host + what);
  }
}

}  // namespace twinaxis::cyber
