#pragma once
// One file per command; each adds itself to the program and leaves its exit code in `code`.

namespace CLI {
class App;
}

namespace twinaxis::app {

void add_demo(CLI::App& program, int& code);
void add_run(CLI::App& program, int& code);
void add_check(CLI::App& program, int& code);
void add_points(CLI::App& program, int& code);
void add_assess(CLI::App& program, int& code);
void add_report(CLI::App& program, int& code);
void add_list(CLI::App& program, int& code);
void add_export(CLI::App& program, int& code);
void add_import(CLI::App& program, int& code);
void add_schema(CLI::App& program, int& code);

}  // namespace twinaxis::app
