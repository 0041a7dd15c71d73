#include "sim/cyber/devices/link_watch.h"

#include "sim/cyber/devices/io.h"

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

void add(NetworkPlan& plan, PointTable& table, const SignOfLife& sign) {
  const std::string beat = sign.from + ".alive";
  table.signal(beat, "1", View::controller, "sign of life of the server", {}, fraction(), 1);
  add_copies(plan, table,
             {.from = sign.from,
              .to = sign.to,
              .service = sign.service,
              .purpose = "alive",
              .period = sign.period,
              .phase = {},
              .points = {beat},
              .view = View::operators});
  add(plan, table,
      LinkWatch{.host = sign.to,
                .from = sign.from,
                .channel = sign.from + "->" + sign.to + ":alive",
                .bears = sign.bears,
                .period = sign.period,
                .view = View::operators});
}

}  // namespace twinaxis::cyber
