#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "sim/app/commands.h"
#include "sim/app/exit_code.h"
#include "sim/physics/rigid/problems.h"
#include "sim/physics/rigid/urdf.h"
#include "sim/scenario/source.h"
#include "sim/scenario/value_writer.h"
#include "sim/scenario/writer.h"

namespace twinaxis::app {
namespace {

struct ImportCommandOptions {
  std::string file, from, to;
};

int run_import(const ImportCommandOptions& o) {
  scenario::Problems unreadable;
  const auto text = scenario::read_source(o.file, unreadable);
  if (!text) {
    fmt::print(stderr, "{}", unreadable.text());
    return kBadInput;
  }
  auto [arm, wrong] = rigid::arm_from_urdf(*text, o.from, o.to);
  rigid::RobotSpec robot;
  robot.arm = std::move(arm);
  if (wrong.empty()) {
    for (const auto& p : rigid::problems(robot, "robot"))
      wrong.push_back(p.path + ": " + p.message);
  }
  for (const auto& problem : wrong) fmt::print(stderr, "{}: {}\n", o.file, problem);
  if (!wrong.empty()) return kBadInput;
  fmt::print("# From {}. How the joints stop is not in URDF: put the published values in.\n{}",
             o.file, scenario::to_yaml(scenario::to_node(robot)));
  return kDone;
}

}  // namespace

void add_import(CLI::App& program, int& code) {
  auto* command = program.add_subcommand("import", "Turn the arm of a URDF into YAML");
  auto o = std::make_shared<ImportCommandOptions>();
  command->add_option("file", o->file, "URDF of the robot")->required();
  command->add_option("--from", o->from, "link where the arm begins; without it the root");
  command->add_option("--to", o->to, "link where it ends; without it the only tip");
  command->footer("Example:\n  twinaxis import robot.urdf --from base_link --to tool0 > arm.yaml");
  command->callback([o, &code] { code = run_import(*o); });
}

}  // namespace twinaxis::app
