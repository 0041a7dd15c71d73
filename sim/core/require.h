#pragma once
// A broken contract is a bug, not a message for users.

#include <source_location>
#include <stdexcept>
#include <string>

namespace twinaxis {

/// Thrown where the code contradicts itself; the text names file and line of the broken contract.
struct ContractError : std::logic_error {
  using std::logic_error::logic_error;
};

inline void require(bool condition, const std::string& claim,
                    std::source_location where = std::source_location::current()) {
  if (!condition) {
    throw ContractError(std::string(where.file_name()) + ":" + std::to_string(where.line()) +
                        ": broken contract: " + claim);
  }
}

/// A number could not be computed during a run: the recording up to `time_s` is kept.
struct RunError : std::runtime_error {
  RunError(double at_s, std::string failing_part, const std::string& reason)
      : std::runtime_error(failing_part + ": " + reason),
        time_s(at_s),
        part(std::move(failing_part)) {}
  double time_s;
  std::string part;
};

}  // namespace twinaxis
