#include "tests/golden/page.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <sstream>

namespace twinaxis::golden {
namespace {

constexpr const char* kTableHead =
    "| id | input | quantity | unit | expected | obtained | error | tolerance | kind | source |\n"
    "|---|---|---|---|---:|---:|---:|---:|---|---|\n";

std::string number(const char* format, double value) {
  char text[40];
  std::snprintf(text, sizeof text, format, value);
  return text;
}

/// Differences at the level of rounding depend on the machine, so they are not spelt out.
std::string error_text(double error, double expected) {
  return std::abs(error) <= 1e-11 * std::abs(expected) ? "rounding" : number("%.1e", error);
}

std::string cell(std::string text) {
  for (std::size_t at = 0; (at = text.find('|', at)) != std::string::npos; at += 2) {
    text.insert(at, "\\");
  }
  return text;
}

std::string row(const Target& t) {
  const double obtained = t.obtained();
  return row_head(t) + " " + number("%.8g", obtained) + " | " +
         error_text(obtained - t.expected, t.expected) + " | " +
         number("%.1e", t.absolute_tolerance) + " | " + cell(t.kind) + " | " + cell(t.source) +
         " |\n";
}

std::vector<std::string> models_in_order(const std::vector<Target>& targets) {
  std::vector<std::string> models;
  for (const Target& t : targets) {
    if (std::find(models.begin(), models.end(), t.model) == models.end()) {
      models.push_back(t.model);
    }
  }
  return models;
}

}  // namespace

std::string row_head(const Target& t) {
  return "| " + cell(t.id) + " | " + cell(t.input) + " | " + cell(t.quantity) + " | " +
         cell(t.unit) + " | " + number("%.10g", t.expected) + " |";
}

std::string validation_page(const std::vector<Target>& targets) {
  std::string page =
      "# Validation\n\n"
      "Every row is a test: `golden_tests` computes the obtained value from the models and laws\n"
      "of this repository and fails outside the tolerance. This page is written by\n"
      "`golden_tests --write docs/validation.md`; do not edit it by hand.\n\n"
      "Error and tolerance are absolute, in the unit of the row. Kinds: *published*, a number\n"
      "that others printed; *exact*, a closed form; *independent run*, the same equations solved\n"
      "by other software.\n";
  for (const std::string& model : models_in_order(targets)) {
    page += "\n## " + model + "\n\n" + kTableHead;
    for (const Target& t : targets) {
      if (t.model == model) page += row(t);
    }
  }
  return page;
}

std::vector<std::string> page_rows(const std::string& page) {
  std::vector<std::string> rows;
  std::istringstream lines(page);
  for (std::string line; std::getline(lines, line);) {
    const bool is_row = line.starts_with("| ") && !line.starts_with("| id |");
    if (is_row) rows.push_back(line);
  }
  return rows;
}

}  // namespace twinaxis::golden
