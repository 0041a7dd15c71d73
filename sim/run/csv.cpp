#include "sim/run/csv.h"

#include <cstdlib>
#include <ostream>

#include "sim/core/require.h"
#include "sim/core/text.h"

namespace twinaxis {
namespace {

std::string field(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + '"';
}

/// Integer nanoseconds as decimal seconds, exactly: 300'000'000 ns is 0.3, which no double is.
std::string seconds(Time at) {
  const auto whole = std::to_string(std::abs(at.ns / kNanosecondsPerSecond));
  auto part = std::to_string(std::abs(at.ns % kNanosecondsPerSecond) + kNanosecondsPerSecond);
  part[0] = '.';
  part.erase(part.find_last_not_of('0') + 1);
  return (at.ns < 0 ? "-" : "") + whole + (part == "." ? "" : part);
}

}  // namespace

void write_csv(const Recording& recording, std::ostream& out) {
  out << "time_s";
  for (const auto& column : recording.columns) {
    require(column.values.size() == recording.times.size(), "the columns are loaded");
    out << ',' << field(column.name + " [" + column.unit + "]");
  }
  out << "\r\n";
  for (std::size_t i = 0; i < recording.times.size(); ++i) {
    out << seconds(recording.times[i]);
    for (const auto& column : recording.columns) out << ',' << number_to_text(column.values[i]);
    out << "\r\n";
  }
}

void write_events_csv(const Recording& recording, std::ostream& out) {
  out << "time_s,name,detail,value,unit\r\n";
  for (const auto& event : recording.events) {
    out << seconds(event.at) << ',' << field(event.name) << ',' << field(event.detail) << ','
        << number_to_text(event.value) << ',' << field(event.unit) << "\r\n";
  }
}

}  // namespace twinaxis
