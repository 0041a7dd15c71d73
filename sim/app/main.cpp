// twinaxis: the composition root. Everything is known here and nowhere else.

#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>

#include "sim/app/commands.h"
#include "sim/app/exit_code.h"
#include "sim/app/signals.h"

int main(int argc, char** argv) {
  using namespace twinaxis::app;
  CLI::App program{
      "TwinAxis: digital twins of cyber-physical incidents, from the attack step to yen on the two "
      "axes of the IoT Security and Safety Framework."};
  program.set_version_flag("--version", TWINAXIS_VERSION);
  program.require_subcommand(1);
  program.footer(
      "Exit codes: 0 done; 1 an expectation is not met; 2 bad input, nothing was run;\n"
      "3 numeric failure, the recording is kept; 130 interrupted, the recording is kept.\n"
      "Data come from the source tree, or from the folder that TWINAXIS_DATA names.");
  int code = kDone;
  add_demo(program, code);
  add_run(program, code);
  add_check(program, code);
  add_points(program, code);
  add_assess(program, code);
  add_report(program, code);
  add_list(program, code);
  add_export(program, code);
  add_import(program, code);
  add_schema(program, code);
  catch_signals();
  try {
    program.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    const int told = program.exit(error);
    return told == 0 ? kDone : kBadInput;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "twinaxis: %s\n", error.what());
    return kBadInput;
  }
  return code;
}
