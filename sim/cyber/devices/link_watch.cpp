#include "sim/cyber/devices/link_watch.h"

namespace twinaxis::cyber {

void add(NetworkPlan& plan, PointTable& table, const LinkWatch& watch) {
  const std::string signal = watch.host + ".link." + watch.from;
  table.signal(signal, "1", watch.view, "1 while " + watch.from + " is heard", {}, fraction(), 1);
  const auto make = [watch, signal,
                     channel = plan.channel(watch.channel)](const PointTable& points) {
    return [watch, signal, channel, point = points.id(signal),
            heard = true](TaskContext& context) mutable {
      const bool now_heard = context.age(channel) <= watch.bears;
      if (now_heard != heard) {
        context.log().push_back(
            {context.now(), signal + (now_heard ? ".back" : ".lost"), watch.channel, 0, ""});
      }
      heard = now_heard;
      context.bus().write(point, heard ? 1 : 0, context.now());
    };
  };
  plan.tasks.push_back(only_task(watch.host, "watch " + watch.from, watch.period, make));
  for (const char* end : {".lost", ".back"}) plan.events.push_back(signal + end);
}

}  // namespace twinaxis::cyber
