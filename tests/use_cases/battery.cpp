#include "tests/use_cases/battery.h"

#include <unistd.h>

#include <algorithm>
#include <bit>
#include <stdexcept>

#include "analysis/campaign/pool.h"
#include "sim/app/workspace.h"
#include "sim/run/recorder.h"
#include "sim/run/run.h"

namespace twinaxis::test {
namespace {

const scenario::Catalogue& catalogue() {
  static const scenario::Catalogue loaded = [] {
    scenario::Problems problems;
    auto all = scenario::load_catalogue(app::data_folder() / "scenarios/catalogue", problems);
    if (!problems.empty()) throw std::runtime_error(problems.text());
    return all;
  }();
  return loaded;
}

std::vector<Event> events_but(const Recording& recording, const std::string& beginning) {
  std::vector<Event> events;
  for (const Event& e : recording.events) {
    if (beginning.empty() || !e.name.starts_with(beginning)) events.push_back(e);
  }
  return events;
}

bool same_bits(double a, double b) {
  return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}

std::string difference_of_events(const std::vector<Event>& a, const std::vector<Event>& b) {
  for (std::size_t i = 0; i < std::max(a.size(), b.size()); ++i) {
    if (i >= a.size()) return "only the second has the event " + b[i].name;
    if (i >= b.size()) return "only the first has the event " + a[i].name;
    if (a[i].name != b[i].name || a[i].at != b[i].at || a[i].detail != b[i].detail ||
        !same_bits(a[i].value, b[i].value)) {
      return "event " + std::to_string(i) + ": " + a[i].name + " against " + b[i].name;
    }
  }
  return "";
}

}  // namespace

fs::path quiet_scenario(const UseCase& use_case) {
  std::vector<std::string> ids = app::shipped_scenarios();
  ids.insert(ids.begin(), use_case.folder + "/normal");
  for (const std::string& id : ids) {
    const fs::path file = app::data_folder() / "scenarios" / (id + ".yaml");
    if (!fs::exists(file)) continue;
    const ScenarioText text = read_text(file);
    const scenario::Node* name = text.document.find("use_case");
    if (name != nullptr && name->text == use_case.name &&
        text.document.find("interventions") == nullptr) {
      return file;
    }
  }
  throw std::runtime_error("use case '" + use_case.name +
                           "' ships no scenario in which nothing happens");
}

ScenarioText read_text(const fs::path& file) {
  scenario::Problems problems;
  auto text = read_scenario(file, problems);
  if (!text || !problems.empty()) throw std::runtime_error(problems.text());
  return std::move(*text);
}

Prepared prepared(const ScenarioText& text) {
  scenario::Problems problems;
  auto result = prepare(text, {}, catalogue(), use_cases(), problems);
  if (!result) throw std::runtime_error(problems.text());
  return std::move(*result);
}

Variations::Variations(const UseCase& use_case) : quiet_(quiet_scenario(use_case)) {
  const Prepared ready = prepared(read_text(quiet_));
  table_ = ready.table;
  step_ = ready.scenario.run.step;
}

std::string Variations::every_step(int minutes, std::int64_t most_steps) const {
  const std::int64_t wanted = 60 * kNanosecondsPerSecond * minutes;
  return "run: {for: " + std::to_string(std::min(wanted, most_steps * step_.ns)) +
         " ns, record: {every: 0 s}}\n";
}

ScenarioText Variations::with(const std::string& yaml) const {
  return read_text(folder_.file("variation.yaml", "extends: " + quiet_.string() + "\n" + yaml));
}

std::string in_child(const std::function<std::string()>& work) {
  campaign::SampleResult result;
  campaign::run_samples(
      {.first = 0, .count = 1, .workers = 1, .stop = nullptr},
      [&](std::uint64_t) {
        ::alarm(600);  // against runs that never end; no run here takes a tenth of it
        return work();
      },
      [&](campaign::SampleResult taken) { result = std::move(taken); });
  if (!result.ok) throw std::runtime_error(result.failure);
  return result.payload;
}

Recording run_apart(const ScenarioText& text) {
  const TemporaryFolder folder;
  const fs::path file = folder.path() / "recording.h5";
  catalogue();  // read once, not in every child
  in_child([&] {
    run(prepared(text), {.file = file, .progress = {}, .stop = nullptr, .profile = false});
    return std::string();
  });
  return read_recording(fs::exists(file) ? file : fs::path(file.string() + ".part"));
}

std::string difference(const Recording& a, const Recording& b, const std::string& but_events) {
  if (a.ending != b.ending) return "they end differently: " + a.reason + " / " + b.reason;
  if (a.times != b.times) return "they were recorded at different times";
  if (a.columns.size() != b.columns.size()) return "they have different numbers of columns";
  for (std::size_t c = 0; c < a.columns.size(); ++c) {
    if (a.columns[c].name != b.columns[c].name) return "column " + a.columns[c].name;
    for (std::size_t k = 0; k < a.times.size(); ++k) {
      if (!same_bits(a.columns[c].values[k], b.columns[c].values[k])) {
        return a.columns[c].name + " at " + std::to_string(to_s(a.times[k])) +
               " s: " + std::to_string(a.columns[c].values[k]) + " against " +
               std::to_string(b.columns[c].values[k]);
      }
    }
  }
  return difference_of_events(events_but(a, but_events), events_but(b, but_events));
}

}  // namespace twinaxis::test
