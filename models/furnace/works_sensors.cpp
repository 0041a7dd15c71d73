#include "models/furnace/works_sensors.h"

#include "sim/control/filter.h"
#include "sim/core/random.h"
#include "sim/cyber/devices/io.h"
#include "sim/cyber/devices/server.h"

namespace twinaxis::furnace {
namespace {

/// Gateways one after another, and their sensors row by row.
class List {
 public:
  void gateway(const std::string& collector, double lag_s, double noise_K) {
    ThermocoupleParams usual;
    usual.lag_s = lag_s;
    usual.noise_K = noise_K;
    all_.push_back({"gw" + std::to_string(all_.size() + 1), collector, usual, {}});
    rows_ = 0;
  }
  /// `count` alike ones, at most ten; their places differ by steps around zero.
  void row(int count, const std::string& truth, const std::string& group, double spread_K,
           const std::string& doc) {
    const std::string head = "TC-" + std::to_string(all_.size()) + std::to_string(++rows_);
    for (int i = 0; i < count; ++i) {
      const double offset_K = count < 2 ? 0 : spread_K * (2.0 * i / (count - 1) - 1);
      all_.back().sensors.push_back({head + std::to_string(i), truth, group, offset_K, doc});
    }
  }
  std::vector<Gateway> take() { return std::move(all_); }

 private:
  std::vector<Gateway> all_;
  int rows_ = 0;
};

void list_zones(const WorksParams& p, List& list) {
  for (const auto& zone : p.zones) {
    const std::string head = "furnace." + zone.name;
    list.gateway("collector1", 20, 0.5);
    list.row(zone.well_count, head + ".well_temperature", zone.name, 0, "zone well");
    list.row(zone.roof_count, head + ".temperature", zone.name, 5, "roof");
    if (&zone == &p.zones.front()) {
      list.row(2, "furnace.stack_temperature", "stack", 3, "stack");
      list.row(2, "works.air", "air", 1, "air in the works");
    }
    if (&zone == &p.zones.back()) {
      list.row(2, "furnace.exit_surface", "exit", 2, "slab at the discharge door");
    }
  }
}

void list_machines(const WorksParams& p, List& list) {
  list.gateway("collector2", 10, 0.2);
  for (const auto& bearing : p.fan.bearings) {
    list.row(bearing.thermocouple_count, "bearing." + bearing.name + ".temperature", "bearings", 1,
             "bearing " + bearing.name);
  }
  list.row(2, "motor.winding_temperature", "winding", 2, "winding of the fan motor");
  list.gateway("collector2", 60, 0.5);
  list.row(2, "holder.spot_temperature", "shell", 2, "shell at the tap side");
  list.row(8, "holder.shell_temperature", "shell", 8, "shell");
  list.gateway("collector2", 60, 0.5);
  list.row(6, "holder.shell_temperature", "shell", 8, "shell, lower ring");
  list.row(4, "holder.interface_temperature", "lining", 10, "behind the lining");
}

/// One sensor at its gateway's input.
class Input {
 public:
  Input(const ThermocoupleParams& p, const SensorPlace& place, const Luck& luck,
        const PointTable& table)
      : p_(p),
        offset_K_(place.offset_K),
        truth_(table.id(place.truth)),
        reading_(table.id(place.name + ".reading")),
        noise_(stream(luck, "noise of " + place.name)) {}

  void convert(cyber::TaskContext& context, Duration period, double cold_K, double measured_K) {
    const Time now = context.now();
    const double place_K = context.bus().read(truth_) + offset_K_;
    double junction_K =
        lag(memory_, place_K, p_.lag_s, to_s(period)) + p_.drift_K_per_s * to_s(now);
    if (p_.noise_K > 0) {
      const auto scan = static_cast<std::uint64_t>(Duration{now.ns} / period);
      junction_K += p_.noise_K * normal(noise_, scan);
    }
    const bool open = p_.opens_after && now >= Time{p_.opens_after->ns};
    context.bus().write(reading_, converted_K(p_, {junction_K, cold_K, measured_K, open}), now);
  }

 private:
  ThermocoupleParams p_;
  double offset_K_;
  PointId truth_, reading_;
  Stream noise_;
  LagMemory memory_;
};

cyber::LogicMaker conversions(const GatewayParams& p, const Gateway& gateway, const Luck& luck,
                              const std::string& air) {
  return [p, gateway, luck, air](const PointTable& table) -> cyber::Logic {
    std::vector<Input> inputs;
    for (const auto& place : gateway.sensors) {
      const auto own = p.sensors.find(place.name);
      const auto& sensor = own == p.sensors.end() ? gateway.usual : own->second;
      inputs.emplace_back(sensor, place, luck, table);
    }
    return [inputs = std::move(inputs), period = p.period, cold = table.id(air),
            measured =
                table.id(gateway.host + ".cold_junction")](cyber::TaskContext& context) mutable {
      Bus& bus = context.bus();
      bus.write(measured, bus.read(cold), context.now());
      for (Input& each : inputs) {
        each.convert(context, period, bus.read(cold), bus.read(measured));
      }
    };
  };
}

}  // namespace

std::vector<Gateway> gateways_of(const WorksParams& p) {
  List list;
  list_zones(p, list);
  list_machines(p, list);
  return list.take();
}

std::vector<std::string> sensors_of(const std::vector<Gateway>& gateways, const std::string& group,
                                    const std::string& before, const std::string& after) {
  std::vector<std::string> names;
  for (const auto& gateway : gateways) {
    for (const auto& place : gateway.sensors) {
      if (place.group == group) names.push_back(before + place.name + after);
    }
  }
  return names;
}

GatewayParams usual_sensors(const std::vector<Gateway>& gateways) {
  GatewayParams p;
  for (const auto& gateway : gateways) {
    for (const auto& place : gateway.sensors) p.sensors[place.name] = gateway.usual;
  }
  return p;
}

void fields(FieldVisitor& v, GatewayParams& p) {
  v("period", p.period, above(0), "of conversion and of the block sent");
  v("sensors", p.sensors, "by name");
}

void add_gateways(const GatewayParams& p, const std::vector<Gateway>& gateways, const Luck& luck,
                  const std::string& air, PointTable& table, cyber::NetworkPlan& plan) {
  Duration phase{};
  for (const auto& gateway : gateways) {
    phase = phase + Duration{kNanosecondsPerSecond};
    cyber::add_host(plan, gateway.host, "radio", "wireless gateway with thermocouple inputs");
    table.signal(gateway.host + ".cold_junction", "K", View::controller,
                 "reference of the thermocouples of " + gateway.host, air, any_value(),
                 table[table.id(air)].initial);
    std::vector<std::string> readings;
    for (const auto& place : gateway.sensors) {
      const Point truth = table[table.id(place.truth)];
      table.signal(place.name + ".reading", "K", View::controller, place.doc, place.truth,
                   any_value(), truth.initial + place.offset_K);
      readings.push_back(place.name + ".reading");
    }
    plan.tasks.push_back(cyber::only_task(gateway.host, "conversion", p.period,
                                          conversions(p, gateway, luck, air), phase));
    cyber::add_copies(plan, table,
                      {.from = gateway.host,
                       .to = gateway.collector,
                       .service = "mqtt",
                       .purpose = "readings",
                       .period = p.period,
                       .phase = phase,
                       .points = readings});
  }
}

}  // namespace twinaxis::furnace
