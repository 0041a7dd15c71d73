#include "sim/physics/experiment.h"

#include "sim/core/require.h"

namespace twinaxis {
namespace {

/// The units of a System are known to whoever declares its points; nobody reads them here.
PointTable table_for(const System& system, std::span<const double> input) {
  PointTable table;
  const auto names = system.inputs();
  require(names.size() == input.size(), "one value per input");
  for (std::size_t i = 0; i < names.size(); ++i) {
    table.signal(names[i], "1", View::truth, "input", {}, any_value(), input[i]);
  }
  for (const auto& name : system.output_names()) table.truth(name, "1", "output");
  return table;
}

}  // namespace

Experiment::Experiment(std::unique_ptr<const System> system, const IntegratorSpec& spec,
                       std::span<const double> input, BalanceCheck check)
    : table_(table_for(*system, input)),
      bus_(table_),
      plant_("experiment", std::move(system), spec, table_, check) {}

void Experiment::set(std::string_view input, double value) {
  bus_.write(table_.id(input), value, now_);
}

void Experiment::run_until(Time end) {
  plant_.advance(bus_, now_, end, events_);
  now_ = end;
}

double Experiment::output(std::string_view name) {
  plant_.publish(bus_, now_);
  return bus_.read(table_.id(name));
}

}  // namespace twinaxis
