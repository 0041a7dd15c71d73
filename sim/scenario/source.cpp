#include "sim/scenario/source.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <sstream>
#include <vector>

#include "sim/core/near.h"
#include "sim/core/text.h"
#include "sim/scenario/excerpt.h"

namespace twinaxis::scenario {
namespace {

namespace fs = std::filesystem;

std::string nearest_file(const fs::path& file) {
  std::vector<std::string> names;
  std::error_code error;
  const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    names.push_back(entry->path().filename().string());
  }
  std::sort(names.begin(), names.end());  // the order of a folder is the file system's whim
  return did_you_mean(file.filename().string(), names);
}

/// Why the file cannot be read, or "".
std::string obstacle(const fs::path& file) {
  std::error_code error;
  const auto status = fs::status(file, error);
  if (!fs::exists(status)) return "no such file" + nearest_file(file);
  if (fs::is_directory(status)) return "is a folder; expected a file of text";
  if (!fs::is_regular_file(status)) return "is not a regular file";
  const auto size = fs::file_size(file, error);
  if (!error && size > kLargestFile_bytes) {
    const std::size_t tenths = (size + 50'000) / 100'000;
    return "a file is at most 1 MB; found " + std::to_string(tenths / 10) + "." +
           std::to_string(tenths % 10) + " MB";
  }
  return "";
}

/// Offset of the first byte that is not text: not UTF-8, or a control character.
std::optional<std::size_t> first_bad_byte(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    std::size_t bytes = 1;
    while (bytes <= 4 && !is_utf8(text.substr(i, bytes))) ++bytes;
    const auto lead = static_cast<unsigned char>(text[i]);
    const bool control = lead < 0x20 && lead != '\t' && lead != '\n' && lead != '\r';
    if (bytes > 4 || control || lead == 0x7F) return i;
    i += bytes;
  }
  return std::nullopt;
}

void report_bad_byte(const std::string& file, std::string_view text, std::size_t offset,
                     Problems& problems) {
  const std::string_view before = text.substr(0, offset);
  const auto line = 1 + std::count(before.begin(), before.end(), '\n');
  constexpr std::string_view digits = "0123456789abcdef";
  const auto byte = static_cast<unsigned char>(text[offset]);
  const std::string hex{digits[byte >> 4], digits[byte & 15]};
  problems.add({file, static_cast<int>(line), 0},
               "not UTF-8 text: byte 0x" + hex + " at offset " + std::to_string(offset));
}

}  // namespace

std::optional<std::string> read_source(const fs::path& file, Problems& problems,
                                       const Place& asked_from) {
  const std::string name = file.string();
  const bool from_elsewhere = !asked_from.file.empty();
  const auto refuse = [&](const std::string& why) {
    problems.add(from_elsewhere ? asked_from : Place{name},
                 from_elsewhere ? in_marks(name) + ": " + why : why);
    return std::nullopt;
  };
  if (const std::string why = obstacle(file); !why.empty()) return refuse(why);
  std::ifstream in(file, std::ios::binary);
  if (!in) return refuse(std::string("cannot be read: ") + std::strerror(errno));
  std::ostringstream bytes;
  bytes << in.rdbuf();
  std::string text = std::move(bytes).str();
  if (const auto bad = first_bad_byte(text)) {
    report_bad_byte(name, text, *bad, problems);
    return std::nullopt;
  }
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  problems.keep_source(name, text);
  return text;
}

}  // namespace twinaxis::scenario
