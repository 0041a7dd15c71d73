#include "sim/app/campaign.h"

#include <fmt/format.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "analysis/axes/campaign_summary.h"
#include "analysis/campaign/pool.h"
#include "analysis/words.h"
#include "sim/app/exit_code.h"
#include "sim/app/progress.h"
#include "sim/app/signals.h"
#include "sim/app/table.h"
#include "sim/app/workspace.h"
#include "sim/core/hash.h"

namespace twinaxis::app {
namespace {

using Json = nlohmann::ordered_json;

/// In the child: one sample, in memory, told in a line of JSON.
std::string run_sample(const Job& job, const CampaignOptions& options,
                       const scenario::Catalogue& catalogue, std::uint64_t number) {
  scenario::Problems problems;
  auto prepared =
      prepare(job.text, {.seed = options.seed, .number = number, .draw_path = options.draw_path},
              catalogue, use_cases(), problems);
  if (!prepared) throw std::runtime_error(problems.text(3));
  const RunResult result = run(std::move(*prepared),
                               {.file = {}, .progress = {}, .stop = stop_flag(), .profile = false});
  const Recording& recording = result.recording;
  if (recording.ending != Ending::completed) {
    throw std::runtime_error(std::string(kEndingNames[static_cast<std::size_t>(recording.ending)]) +
                             ": " + recording.reason);
  }
  const analysis::Outcome outcome = judge(job.judge, recording);
  Json line{{"sample", number},
            {"seed", recording.manifest.seed},
            {"hash", hex(recording.hash)},
            {"placements", Json::array()}};
  for (const auto& p : outcome.placements) {
    line["placements"].push_back({{"stakeholder", p.stakeholder},
                                  {"axis1", p.axis1.level},
                                  {"axis2", p.axis2.level},
                                  {"inside_target", p.inside_target},
                                  {"loss_yen", p.loss_yen},
                                  {"loss_after_compensation_yen", p.loss_after_compensation_yen},
                                  {"days_to_recover", analysis::days_to_recover(p)}});
  }
  return line.dump();
}

std::vector<analysis::PlacedSample> placed_from(const Json& line) {
  std::vector<analysis::PlacedSample> placed;
  for (const auto& p : line["placements"]) {
    placed.push_back({p["stakeholder"], p["axis1"], p["axis2"], p["inside_target"], p["loss_yen"],
                      p["loss_after_compensation_yen"], p["days_to_recover"]});
  }
  return placed;
}

void print_summary(const Job& job, const analysis::CampaignSummary& summary, std::uint64_t failed) {
  const Language language = language_of_environment();
  std::vector<std::vector<std::string>> rows{{"stakeholder", "outside target", "loss P10", "P50",
                                              "P90", "days to recover P50", "most likely cell"}};
  for (const auto& s : summary.stakeholders) {
    std::size_t best1 = 0, best2 = 0;
    for (std::size_t a = 0; a < 3; ++a) {
      for (std::size_t b = 0; b < 3; ++b) {
        if (s.cells[a][b] > s.cells[best1][best2]) best1 = a, best2 = b;
      }
    }
    const double n = s.samples;
    const auto yen = [&](double amount) { return in(language, analysis::yen_words(amount)); };
    rows.push_back(
        {in(language, job.judge.site.stakeholders.at(s.stakeholder).name),
         fmt::format("{:.1f} %", 100 * s.outside_target / n), yen(s.loss_yen.p10),
         yen(s.loss_yen.p50), yen(s.loss_yen.p90), fmt::format("{:.1f}", s.days_to_recover.p50),
         fmt::format("{}·{} ({:.1f} %)", best1 + 1, best2 + 1, 100 * s.cells[best1][best2] / n)});
  }
  fmt::print("{}", table_text(rows));
  if (failed > 0)
    fmt::print("{} samples failed; their numbers and reasons stand in samples.jsonl\n", failed);
}

}  // namespace

int run_campaign(const Job& job, const CampaignOptions& options) {
  const std::string& id = job.prepared.scenario.id;
  const RunFolder folder = run_folder(options.out, id);
  fs::create_directories(folder.folder);
  std::ofstream lines(folder.folder / "samples.jsonl");
  analysis::CampaignSum sum;
  std::uint64_t taken = 0, failed = 0;
  scenario::Problems problems;
  const auto catalogue = scenario::load_catalogue(data_folder() / "scenarios/catalogue", problems);
  Progress progress(id, options.quiet);
  const bool whole = campaign::run_samples(
      {.first = 1, .count = options.samples, .workers = options.workers, .stop = stop_flag()},
      [&](std::uint64_t number) { return run_sample(job, options, catalogue, number); },
      [&](const campaign::SampleResult& result) {
        ++taken;
        if (result.ok) {
          lines << result.payload << "\n";
          sum.add(placed_from(Json::parse(result.payload)));
        } else {
          ++failed;
          lines << Json{{"sample", result.sample},
                        {"seed", options.seed.value_or(job.prepared.seed)},
                        {"failed", result.failure}}
                       .dump()
                << "\n";
        }
        progress.show(static_cast<double>(taken) / static_cast<double>(options.samples),
                      fmt::format("{} of {}", taken, options.samples));
      });
  lines.close();
  if (!lines)
    throw std::runtime_error("cannot write " + (folder.folder / "samples.jsonl").string());
  const auto summary = sum.summary();
  const std::string sampled =
      name_of_sampled(resolved_yaml(job, folder.folder), job.judge.site_file);
  write_file(folder.campaign(), analysis::to_json({summary, failed, sampled}));
  fmt::print("{}: {} samples{}\n", id, taken, whole ? "" : " before it was stopped");
  if (!summary.stakeholders.empty()) print_summary(job, summary, failed);
  if (!whole) return kInterrupted;
  return failed > 0 ? kNumericFailure : kDone;
}

}  // namespace twinaxis::app
