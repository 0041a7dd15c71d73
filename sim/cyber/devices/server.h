#pragma once
// Servers that hand values on: process control server, MES, historian; and the vendor's update
// server. Hosts without behaviour of their own (business terminal, maintenance terminal, the
// internet) are lines in a plan: add_host.

#include "sim/core/fields.h"
#include "sim/cyber/devices/io.h"

namespace twinaxis::cyber {

void add_host(NetworkPlan& plan, const std::string& name, const std::string& zone,
              const std::string& doc, double data_bytes = 0);

/// One leg of a relay: who hands on to whom, by which service.
struct Leg {
  std::string from, to, service;
};

/// Set-points or recipes on their way from where people enter them to the device that obeys:
/// HMI -> process control server -> PLC. The values are existing parameters or signals of the last
/// host, V; every earlier host h holds a copy "h.V" with the same first value, and what is entered
/// at the first travels down, a leg each period. Channels "from->to:setpoints" (`purpose`).
struct Relay {
  std::vector<Leg> legs;
  std::vector<std::string> values;
  std::string purpose = "setpoints";
  Duration period{1'000'000'000};
  View entry = View::operators;  ///< whose eyes see the first copy
};
void add_relay(NetworkPlan& plan, PointTable& table, const Relay& relay);

/// A production order: at that time a value is entered at a host, as if by hand.
struct Order {
  std::string id;
  Duration at{};
  std::string point;  ///< "mes1.FIC-101.setpoint"
  double value = 0;
};

/// Adds the task that releases orders; event "<host>.order.<id>". A host that was off enters all
/// that are due, in the order given, when it is back.
void add_orders(NetworkPlan& plan, const std::string& host, Duration period,
                const std::vector<Order>& orders);

struct UpdateParams {
  Duration delivers_at{};  ///< when the package goes out
  double package = 0;      ///< number of the logic inside; 0 is the genuine one
};
void fields(FieldVisitor& v, UpdateParams& p);

/// An update from a vendor's server: one message whose block carries the number of the logic that
/// the device installs, from the signal "<server>.package.<device>" to "<device>.logic" over the
/// channel "<server>-><device>:update". Event "<server>.update".
struct Update {
  std::string server, device, service = "https";
  Duration period{1'000'000'000};  ///< how often the server looks at the clock
  UpdateParams params;
};
void add_update(NetworkPlan& plan, PointTable& table, const Update& update);

}  // namespace twinaxis::cyber
