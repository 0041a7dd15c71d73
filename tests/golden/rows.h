#pragma once
// Targets that share a row of the reference table: all but quantity, unit and value.

#include <string>
#include <utility>
#include <vector>

#include "tests/golden/golden.h"

namespace twinaxis::golden {

/// One row of the reference table; its quantities share everything but their value.
struct Row {
  std::string id, model, input, kind, source;
};

using Obtained = std::function<double()>;

class Targets {
 public:
  /// Starts a row; the quantities that follow belong to it.
  Targets& row(Row row, double relative_tolerance) {
    row_ = std::move(row);
    relative_tolerance_ = relative_tolerance;
    return *this;
  }
  Targets& relative(const std::string& quantity, const std::string& unit, double expected,
                    Obtained obtained) {
    return absolute(quantity, unit, expected, golden::relative(expected, relative_tolerance_),
                    std::move(obtained));
  }
  Targets& absolute(const std::string& quantity, const std::string& unit, double expected,
                    double tolerance, Obtained obtained) {
    all_.push_back({row_.id, row_.model, row_.input, quantity, unit, expected, tolerance, row_.kind,
                    row_.source, std::move(obtained)});
    return *this;
  }
  const std::vector<Target>& all() const { return all_; }

 private:
  Row row_;
  double relative_tolerance_ = 0;
  std::vector<Target> all_;
};

/// Targets of one source after the other; every one brings its own input and tolerance.
class SourcedTargets {
 public:
  std::vector<Target> all;
  void about(std::string id, std::string model, std::string kind, std::string source) {
    id_ = std::move(id), model_ = std::move(model), kind_ = std::move(kind);
    source_ = std::move(source);
  }
  void add(const std::string& input, const std::string& quantity, const std::string& unit,
           double expected, double tolerance, std::function<double()> obtained) {
    all.push_back({id_, model_, input, quantity, unit, expected, tolerance, kind_, source_,
                   std::move(obtained)});
  }

 private:
  std::string id_, model_, kind_, source_;
};

}  // namespace twinaxis::golden
