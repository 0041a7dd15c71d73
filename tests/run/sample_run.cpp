#include "tests/run/sample_run.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <bit>
#include <cmath>
#include <fstream>
#include <sstream>

#include "sim/core/random.h"

namespace twinaxis::testing {

PointTable sample_table() {
  PointTable table;
  table.truth("column.pressure", "Pa", "top of the column", 101325);
  table.signal("PT-101.reading", "Pa", View::controller, "transmitter", "column.pressure");
  table.signal("hmi.pressure", "Pa", View::operators, "what the screen shows", "column.pressure");
  table.parameter("PIC-101.setpoint", "Pa", 4e5, "set-point");
  table.host("plc1", "controller");
  return table;
}

Manifest sample_manifest() {
  Manifest manifest;
  manifest.scenario = "distillation/cooling_lost";
  manifest.use_case = "distillation";
  manifest.title = {.ja = "冷却停止", .en = "Cooling lost, \"quoted\""};
  manifest.seed = 0xFFFFFFFFFFFFFFFF;  // must not pass through a double
  manifest.sample = 12;
  manifest.step = duration_from_s(0.1);
  manifest.record_every = duration_from_s(0.5);
  manifest.planned = duration_from_s(3600);
  manifest.resolved_yaml = "run: {for: 1 h}\n";
  manifest.attacks = {{"path.pivot.reached", "", {"plc1"}},
                      {"attack.blind.start", "hold", {"PT-101.reading"}}};
  manifest.inputs = {{"normal.yaml", "00ff"}};
  manifest.versions = {{"compiler", "g++ 12"}, {"twinaxis", "0.1.0"}};
  return manifest;
}

double sample_value(std::size_t point, std::int64_t step) {
  const auto t = static_cast<double>(step);
  if (point == 0) return 4e5 + 1e4 * std::sin(1e-3 * t);
  if (point == 1) return uniform({.seed = 1, .name_hash = 2}, static_cast<std::uint64_t>(step));
  if (point == 2) return t;
  if (point == 3) return -0.0;
  return step < 1000 ? 1.0 : 0.0;
}

void feed(Recorder& recorder, std::int64_t steps) {
  const auto table = sample_table();
  Bus bus(table);
  for (std::int64_t step = 0; step < steps; ++step) {
    const Time now{step * 100'000'000};
    for (std::uint32_t i = 0; i < table.size(); ++i) bus.write({i}, sample_value(i, step), now);
    if (step % 70 == 69) {
      EventLog log{{.at = now + Duration{-1234567},
                    .name = "relief.opened",
                    .detail = "at step " + std::to_string(step),
                    .value = 0.1 * static_cast<double>(step),
                    .unit = "Pa"}};
      recorder.take(log);
    }
    recorder.sample(now, bus);
  }
}

Folder::Folder() {
  auto name = (std::filesystem::temp_directory_path() / "recording-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder for the test");
  path_ = name;
}

Folder::~Folder() { std::filesystem::remove_all(path_); }

void expect_prefix(const Recording& part, const Recording& whole) {
  ASSERT_LE(part.times.size(), whole.times.size());
  ASSERT_LE(part.events.size(), whole.events.size());
  ASSERT_EQ(part.columns.size(), whole.columns.size());
  for (std::size_t i = 0; i < part.times.size(); ++i) ASSERT_EQ(part.times[i], whole.times[i]);
  for (std::size_t c = 0; c < part.columns.size(); ++c) {
    EXPECT_EQ(part.columns[c].name, whole.columns[c].name);
    ASSERT_EQ(part.columns[c].values.size(), part.times.size());
    for (std::size_t i = 0; i < part.times.size(); ++i) {
      ASSERT_EQ(std::bit_cast<std::uint64_t>(part.columns[c].values[i]),
                std::bit_cast<std::uint64_t>(whole.columns[c].values[i]));
    }
  }
  for (std::size_t i = 0; i < part.events.size(); ++i) {
    EXPECT_EQ(part.events[i].at, whole.events[i].at);
    EXPECT_EQ(part.events[i].name, whole.events[i].name);
    EXPECT_EQ(part.events[i].detail, whole.events[i].detail);
    EXPECT_EQ(part.events[i].value, whole.events[i].value);
    EXPECT_EQ(part.events[i].unit, whole.events[i].unit);
  }
}

std::string bytes_of(const std::filesystem::path& file) {
  std::ostringstream bytes;
  bytes << std::ifstream(file, std::ios::binary).rdbuf();
  return bytes.str();
}

}  // namespace twinaxis::testing
