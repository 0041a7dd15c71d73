#include "sim/app/workspace.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "sim/core/near.h"
#include "sim/scenario/scenario.h"

namespace twinaxis::app {

fs::path data_folder() {
  const char* chosen = std::getenv("TWINAXIS_DATA");
  return chosen != nullptr && *chosen != '\0' ? fs::path(chosen) : fs::path(TWINAXIS_DATA_FOLDER);
}

std::vector<std::string> shipped_scenarios() {
  std::vector<std::string> ids;
  for (const auto& entry : fs::recursive_directory_iterator(data_folder() / "scenarios")) {
    const fs::path& file = entry.path();
    const std::string folder = file.parent_path().filename().string();
    if (file.extension() != ".yaml" || folder == "sites" || folder == "catalogue") continue;
    ids.push_back(scenario::scenario_id(file));
  }
  std::sort(ids.begin(), ids.end());
  return ids;
}

namespace {

/// The nearest id; a name without a folder is compared with the last parts of ids.
std::string suggestion(const std::string& name) {
  const auto ids = shipped_scenarios();
  if (name.find('/') != std::string::npos) return did_you_mean(name, ids);
  const auto last_part = [](const std::string& id) { return id.substr(id.rfind('/') + 1); };
  std::vector<std::string> names;
  for (const std::string& id : ids) names.push_back(last_part(id));
  const auto near = nearest(name, names, 1);
  std::string found;
  for (const std::string& id : ids) {
    if (near.empty() || last_part(id) != near.front()) continue;
    found += (found.empty() ? "; did you mean '" : " or '") + id + "'";
  }
  return found.empty() ? found : found + "?";
}

}  // namespace

fs::path scenario_file(const std::string& name, scenario::Problems& problems) {
  if (fs::exists(name)) return name;
  const fs::path shipped = data_folder() / "scenarios" / (name + ".yaml");
  if (fs::exists(shipped)) return shipped;
  problems.add({name, 0, 0}, "no such file, and no shipped scenario of that name" +
                                 suggestion(name) + " ('twinaxis list' names them)");
  return {};
}

fs::path RunFolder::recording_or_part() const {
  const fs::path part = recording().string() + ".part";
  return fs::exists(part) ? part : recording();
}

RunFolder run_folder(const fs::path& out, const std::string& scenario_id) {
  return {out / scenario_id};
}

std::vector<fs::path> runs_in(const fs::path& named) {
  std::error_code error;
  const auto is_run = [&](const fs::path& folder) {
    const RunFolder run{folder};
    return fs::exists(run.recording_or_part(), error) || fs::exists(run.campaign(), error);
  };
  std::vector<fs::path> runs;
  if (!fs::is_directory(named, error) || is_run(named)) return {named};
  for (fs::recursive_directory_iterator entry(named, error), end; !error && entry != end;
       entry.increment(error)) {
    if (entry->is_directory(error) && is_run(entry->path())) runs.push_back(entry->path());
  }
  if (runs.empty()) return {named};
  std::sort(runs.begin(), runs.end());  // the order of a folder is the file system's whim
  return runs;
}

void check_writable(const fs::path& out, scenario::Problems& problems) {
  if (out.empty()) return problems.add({"--out", 0, 0}, "expected a folder, found nothing");
  try {
    fs::create_directories(out);
    const fs::path trial = out / ".trial";
    write_file(trial, "");
    fs::remove(trial);
  } catch (const std::exception& error) {
    problems.add({out.string(), 0, 0},
                 std::string("results cannot be written here: ") + error.what());
  }
}

void write_file(const fs::path& file, const std::string& text) {
  if (file.has_parent_path()) fs::create_directories(file.parent_path());
  const fs::path part = file.string() + ".part";
  std::ofstream out(part, std::ios::binary);
  out << text;
  out.close();
  if (!out) throw std::runtime_error("cannot write " + file.string());
  fs::rename(part, file);
}

std::string read_file(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + file.string());
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

}  // namespace twinaxis::app
