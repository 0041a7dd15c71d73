#include "models/furnace/works_sensors.h"

#include "sim/control/filter.h"
#include "sim/core/random.h"
#include "sim/core/require.h"
#include "sim/cyber/devices/io.h"
#include "sim/cyber/devices/server.h"

namespace twinaxis::furnace {
namespace {

constexpr int kPerGateway = 10;

class List {
 public:
  explicit List(std::vector<SensorPlace>& all) : all_(all) {}
  /// `count` alike ones, "TC-111" onwards; their places differ by steps around zero.
  void row(int gateway, const std::string& tag, int first, int count, const std::string& truth,
           const std::string& group, double spread_K, const std::string& doc) {
    for (int i = 0; i < count; ++i) {
      const double offset_K = count < 2 ? 0 : spread_K * (2.0 * i / (count - 1) - 1);
      all_.push_back({tag + std::to_string(first + i), truth, group, gateway, offset_K, doc});
    }
  }

 private:
  std::vector<SensorPlace>& all_;
};

std::vector<SensorPlace> make_places() {
  std::vector<SensorPlace> all;
  List list(all);
  list.row(1, "TC-1", 10, 2, "furnace.preheat.well_temperature", "preheat", 0, "zone well");
  list.row(1, "TC-1", 20, 4, "furnace.preheat.temperature", "preheat", 5, "roof");
  list.row(1, "TC-1", 30, 2, "furnace.stack_temperature", "stack", 3, "stack");
  list.row(1, "TC-1", 40, 2, "works.air", "air", 1, "air in the works");
  list.row(2, "TC-2", 10, 2, "furnace.heating.well_temperature", "heating", 0, "zone well");
  list.row(2, "TC-2", 20, 8, "furnace.heating.temperature", "heating", 5, "roof");
  list.row(3, "TC-3", 10, 2, "furnace.soaking.well_temperature", "soaking", 0, "zone well");
  list.row(3, "TC-3", 20, 6, "furnace.soaking.temperature", "soaking", 5, "roof");
  list.row(3, "TC-3", 30, 2, "furnace.exit_surface", "exit", 2, "slab at the discharge door");
  int first = 10;
  for (const char* bearing : {"fan_drive", "fan_free", "motor_drive", "motor_free"}) {
    list.row(4, "TC-4", first, 2, std::string("bearing.") + bearing + ".temperature", "bearings", 1,
             std::string("bearing ") + bearing);
    first += 10;
  }
  list.row(4, "TC-4", 50, 2, "motor.winding_temperature", "winding", 2, "winding of the fan motor");
  list.row(5, "TC-5", 10, 2, "holder.spot_temperature", "shell", 2, "shell at the tap side");
  list.row(5, "TC-5", 20, 8, "holder.shell_temperature", "shell", 8, "shell");
  list.row(6, "TC-6", 10, 6, "holder.shell_temperature", "shell", 8, "shell, lower ring");
  list.row(6, "TC-6", 20, 4, "holder.interface_temperature", "lining", 10, "behind the lining");
  return all;
}

ThermocoupleParams usual(const SensorPlace& place) {
  ThermocoupleParams p;
  p.lag_s = place.gateway <= 3 ? 20 : place.gateway == 4 ? 10 : 60;
  if (place.gateway == 4) p.noise_K = 0.2;
  return p;
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

cyber::LogicMaker conversions(const GatewayParams& p, const Luck& luck, int gateway,
                              const std::string& air) {
  return [p, luck, gateway, air](const PointTable& table) -> cyber::Logic {
    std::vector<Input> inputs;
    for (const auto& place : sensor_places()) {
      if (place.gateway != gateway) continue;
      const auto own = p.sensors.find(place.name);
      const auto& sensor = own == p.sensors.end() ? usual(place) : own->second;
      inputs.emplace_back(sensor, place, luck, table);
    }
    return [inputs = std::move(inputs), period = p.period, cold = table.id(air),
            measured = table.id(gateway_name(gateway) + ".cold_junction")](
               cyber::TaskContext& context) mutable {
      Bus& bus = context.bus();
      bus.write(measured, bus.read(cold), context.now());
      for (Input& each : inputs) {
        each.convert(context, period, bus.read(cold), bus.read(measured));
      }
    };
  };
}

}  // namespace

const std::vector<SensorPlace>& sensor_places() {
  static const std::vector<SensorPlace> places = make_places();
  return places;
}

GatewayParams::GatewayParams() {
  for (const auto& place : sensor_places()) sensors[place.name] = usual(place);
}

void fields(FieldVisitor& v, GatewayParams& p) {
  v("period", p.period, above(0), "of conversion and of the block sent");
  v("sensors", p.sensors, "by name");
}

std::string gateway_name(int gateway) { return "gw" + std::to_string(gateway); }
std::string collector_of(int gateway) { return gateway <= 3 ? "collector1" : "collector2"; }
std::string gateway_channel(int gateway) {
  return gateway_name(gateway) + "->" + collector_of(gateway) + ":readings";
}

std::vector<std::string> sensors_of(const std::string& group, const std::string& before,
                                    const std::string& after) {
  std::vector<std::string> names;
  for (const auto& place : sensor_places()) {
    if (place.group == group) names.push_back(before + place.name + after);
  }
  return names;
}

void add_gateways(const GatewayParams& p, const Luck& luck, const std::string& air,
                  PointTable& table, cyber::NetworkPlan& plan) {
  for (int gateway = 1; gateway <= kGateways; ++gateway) {
    const std::string host = gateway_name(gateway);
    const Duration phase = gateway * Duration{kNanosecondsPerSecond};
    cyber::add_host(plan, host, "radio", "wireless gateway with ten thermocouple inputs");
    table.signal(host + ".cold_junction", "K", View::controller,
                 "reference of the thermocouples of " + host, air, any_value(),
                 table[table.id(air)].initial);
    std::vector<std::string> readings;
    for (const auto& place : sensor_places()) {
      if (place.gateway != gateway) continue;
      const Point truth = table[table.id(place.truth)];
      table.signal(place.name + ".reading", "K", View::controller, place.doc, place.truth,
                   any_value(), truth.initial + place.offset_K);
      readings.push_back(place.name + ".reading");
    }
    require(readings.size() == kPerGateway, host + " has ten inputs");
    plan.tasks.push_back(
        cyber::only_task(host, "conversion", p.period, conversions(p, luck, gateway, air), phase));
    cyber::add_copies(plan, table,
                      {.from = host,
                       .to = collector_of(gateway),
                       .service = "mqtt",
                       .purpose = "readings",
                       .period = p.period,
                       .phase = phase,
                       .points = readings});
  }
}

}  // namespace twinaxis::furnace
