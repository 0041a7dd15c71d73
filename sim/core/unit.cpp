#include "sim/core/unit.h"

#include <udunits2.h>

#include <cmath>
#include <map>
#include <memory>

#include "sim/core/require.h"
#include "sim/core/text.h"

namespace twinaxis {
namespace {

struct FreeUnit {
  void operator()(ut_unit* unit) const { ut_free(unit); }
};
struct FreeSystem {
  void operator()(ut_system* system) const { ut_free_system(system); }
};
struct FreeConverter {
  void operator()(cv_converter* converter) const { cv_free(converter); }
};
using Unit = std::unique_ptr<ut_unit, FreeUnit>;
using Converter = std::unique_ptr<cv_converter, FreeConverter>;

/// The unit system of UDUNITS-2 with our additions; read once, used by the main thread only.
class Units {
 public:
  Units() {
    ut_set_error_message_handler(ut_ignore);
    system_.reset(ut_read_xml(nullptr));
    require(system_ != nullptr, "the unit database of UDUNITS-2 can be read");
    Unit yen{ut_new_base_unit(system_.get())};
    name(yen, "yen");
    name(Unit{ut_scale(1e3, yen.get())}, "kyen");
    name(Unit{ut_scale(1e6, yen.get())}, "Myen");
    define("barg", "bar @ 1.01325");
    define("kPag", "kPa @ 101.325");
    define("ppm", "1e-6");
    define("person", "1");
    define("event", "1");
  }

  const ut_unit* find(const std::string& text) {
    const auto known = cache_.find(text);
    if (known != cache_.end()) return known->second.get();
    return cache_.emplace(text, Unit{ut_parse(system_.get(), text.c_str(), UT_UTF8)})
        .first->second.get();
  }

 private:
  void name(const Unit& unit, const char* text) {
    require(ut_map_name_to_unit(text, UT_UTF8, unit.get()) == UT_SUCCESS, text);
  }
  void define(const char* text, const char* definition) {
    name(Unit{ut_parse(system_.get(), definition, UT_UTF8)}, text);
  }
  std::unique_ptr<ut_system, FreeSystem> system_;
  std::map<std::string, Unit> cache_;
};

Units& units() {
  static Units instance;
  return instance;
}

/// The way between two units of one dimension, or nothing. UDUNITS-2 alone would also invert: 5 Hz
/// would be read as 0.2 s.
Converter converter_between(const ut_unit* from, const ut_unit* to) {
  const Unit ratio{ut_divide(from, to)};
  if (ratio == nullptr || ut_is_dimensionless(ratio.get()) == 0) return nullptr;
  return Converter{ut_get_converter(const_cast<ut_unit*>(from), const_cast<ut_unit*>(to))};
}

/// UDUNITS-2 multiplies what stands side by side: "10 100 kPa" would be a thousand kPa.
bool holds_second_number(std::string_view unit) {
  constexpr std::string_view digits = "0123456789";
  const auto is_digit = [&](char c) { return digits.find(c) != std::string_view::npos; };
  if (!unit.empty() && is_digit(unit[0]) && !unit.starts_with("1/")) return true;
  for (std::size_t i = 1; i < unit.size(); ++i) {
    if (unit[i - 1] == ' ' && is_digit(unit[i])) return true;
  }
  return false;
}

/// A typical text of that dimension, for messages.
std::string example_of(const std::string& si_unit) {
  static const std::map<std::string, std::string> examples{
      {"1", "0.5 or 50 %"},  {"s", "10 min"},         {"Pa", "350 kPa"},        {"K", "25 degC"},
      {"m", "1.5 m"},        {"W", "3.4 MW"},         {"kmol/s", "5 kmol/min"}, {"kg/s", "10 t/h"},
      {"yen", "5 Myen"},     {"kmol", "60 kmol"},     {"J/K", "42 MJ/K"},       {"1/s", "0.1 1/h"},
      {"bytes", "10 bytes"}, {"yen/s", "150 Myen/d"}, {"Hz", "10 Hz"}};
  const auto found = examples.find(si_unit);
  return found != examples.end() ? found->second : "1 " + si_unit;
}

std::string article_for(const std::string& si_unit) {
  static const std::map<std::string, std::string> names{{"1", "a number"},
                                                        {"s", "a time"},
                                                        {"Pa", "a pressure"},
                                                        {"K", "a temperature"},
                                                        {"m", "a length"},
                                                        {"W", "a power"},
                                                        {"kg/s", "a mass flow"},
                                                        {"kmol/s", "a molar flow"},
                                                        {"yen", "an amount of money"},
                                                        {"kmol", "an amount"},
                                                        {"m^2", "an area"},
                                                        {"m^3", "a volume"},
                                                        {"kg", "a mass"},
                                                        {"1/s", "a rate"}};
  const auto found = names.find(si_unit);
  return found != names.end() ? found->second : "a quantity in " + si_unit;
}

UnitProblem problem(std::string_view text, const std::string& si_unit,
                    const std::string& why = "") {
  return {article_for(si_unit) + " such as '" + example_of(si_unit) + "'",
          "'" + std::string(text) + "'" + (why.empty() ? "" : " (" + why + ")")};
}

}  // namespace

UnitResult<double> quantity_from_text(std::string_view text, const std::string& si_unit) {
  const NumberAndRest parts = split_number(text);
  if (!parts.number) return problem(text, si_unit);
  const double number = *parts.number;
  if (!std::isfinite(number)) return problem(text, si_unit, "not a finite number");
  const std::string unit(parts.rest);
  if (holds_second_number(unit)) return problem(text, si_unit, "two numbers");
  if (unit == si_unit) return number;
  if (unit.empty()) {
    if (si_unit == "1") return number;
    return problem(text, si_unit, "no unit");
  }
  const ut_unit* from = units().find(unit);
  if (from == nullptr) return problem(text, si_unit, "unknown unit '" + unit + "'");
  const ut_unit* to = units().find(si_unit);
  require(to != nullptr, "'" + si_unit + "' is a unit");
  const Converter converter = converter_between(from, to);
  if (converter == nullptr) {
    return problem(text, si_unit, "'" + unit + "' does not convert to " + si_unit);
  }
  return cv_convert_double(converter.get(), number);
}

UnitResult<Duration> duration_from_text(std::string_view text) {
  const auto seconds = quantity_from_text(text, "s");
  if (const auto* bad = std::get_if<UnitProblem>(&seconds)) return *bad;
  const double value_s = std::get<double>(seconds);
  // 292 years of nanoseconds fit into 64 bits; a century is far beyond any run or recovery.
  if (std::abs(value_s) > 3.2e9) return problem(text, "s", "longer than a century");
  return duration_from_s(value_s);
}

std::string quantity_to_text(double value, const std::string& si_unit) {
  return number_to_text(value) + (si_unit == "1" ? "" : " " + si_unit);
}

std::string duration_to_text(Duration value) { return number_to_text(to_s(value)) + " s"; }

bool is_unit(const std::string& unit) {
  return !trimmed(unit).empty() && units().find(unit) != nullptr;
}

std::optional<double> convert(double value, const std::string& from, const std::string& to) {
  const ut_unit* a = units().find(from);
  const ut_unit* b = units().find(to);
  if (a == nullptr || b == nullptr) return std::nullopt;
  const Converter converter = converter_between(a, b);
  if (converter == nullptr) return std::nullopt;
  return cv_convert_double(converter.get(), value);
}

Display display_of(const std::string& si_unit) {
  static const std::map<std::string, Display> displays{
      {"Pa", {"kPa", 1e-3, 0}},   {"K", {"°C", 1, -273.15}},       {"W", {"MW", 1e-6, 0}},
      {"J", {"MJ", 1e-6, 0}},     {"kmol/s", {"kmol/h", 3600, 0}}, {"kg/s", {"t/h", 3.6, 0}},
      {"s", {"min", 1.0 / 60, 0}}};
  const auto found = displays.find(si_unit);
  return found != displays.end() ? found->second : Display{si_unit == "1" ? "" : si_unit, 1, 0};
}

}  // namespace twinaxis
