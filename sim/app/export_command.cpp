#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <fstream>
#include <iostream>
#include <memory>

#include "sim/app/commands.h"
#include "sim/app/exit_code.h"
#include "sim/app/workspace.h"
#include "sim/run/csv.h"
#include "sim/run/recorder.h"

namespace twinaxis::app {
namespace {

struct ExportCommandOptions {
  std::string run;
  std::string file;
  bool csv = false;
  bool events = false;
};

int run_export(const ExportCommandOptions& o) {
  const fs::path given(o.run);
  const fs::path file = fs::is_directory(given) ? RunFolder{given}.recording_or_part() : given;
  if (!fs::exists(file)) {
    fmt::print(stderr, "{}: no recording here\n", file.string());
    return kBadInput;
  }
  const Recording recording = read_recording(file);
  std::ofstream to_file;
  if (!o.file.empty()) to_file.open(o.file, std::ios::binary);
  std::ostream& out = o.file.empty() ? std::cout : to_file;
  if (o.events) write_events_csv(recording, out);
  else write_csv(recording, out);
  out.flush();
  if (!out) throw std::runtime_error("cannot write " + (o.file.empty() ? "the output" : o.file));
  if (recording.ending != Ending::completed) {
    fmt::print(stderr, "note: the run did not complete: {}\n", recording.reason);
  }
  return kDone;
}

}  // namespace

void add_export(CLI::App& program, int& code) {
  auto* command = program.add_subcommand("export", "Write a recording as text");
  auto o = std::make_shared<ExportCommandOptions>();
  command->add_option("run", o->run, "folder that 'twinaxis run' left, or its recording")
      ->required();
  command->add_flag("--csv", o->csv, "comma-separated values (RFC 4180)")->required();
  command->add_flag("--events", o->events, "the events instead of the values");
  command->add_option("--to", o->file, "file to write; without it to the standard output");
  command->footer("Example:\n  twinaxis export out/distillation/normal --csv --to normal.csv");
  command->callback([o, &code] { code = run_export(*o); });
}

}  // namespace twinaxis::app
