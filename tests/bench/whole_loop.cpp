#include "tests/bench/whole_loop.h"

#include <cstdlib>
#include <filesystem>
#include <iostream>

#include "sim/run/run.h"
#include "tests/bench/workload.h"

namespace twinaxis::bench {

std::vector<double> whole_loop_s(const std::string& scenario, Duration length) {
  scenario::Problems problems;
  const std::filesystem::path data(TWINAXIS_SOURCE_DIR "/scenarios");
  const auto catalogue = scenario::load_catalogue(data / "catalogue", problems);
  const auto text = read_scenario(data / (scenario + ".yaml"), problems);
  auto prepared = text ? prepare(*text, {}, catalogue, use_cases(), problems) : std::nullopt;
  if (!prepared) {
    std::cerr << problems.text();
    return {};
  }
  prepared->scenario.run.length = length;
  const double begin_s = cpu_s();
  const auto result = run(std::move(*prepared), {.file = {}, .progress = {}, .profile = true});
  const double took_s = cpu_s() - begin_s;
  if (result.recording.ending != Ending::completed) std::abort();
  const Profile& p = result.profile;
  const double of_wall = took_s / (p.network_s + p.control_s + p.physics_s + p.recording_s);
  return {took_s, of_wall * p.physics_s, of_wall * p.network_s,
          static_cast<double>(result.messages.sent)};
}

}  // namespace twinaxis::bench
