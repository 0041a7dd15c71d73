#pragma once
// Shipped scenarios that mitigate another one. Every process of the tests asks for them to list its
// tests, so that files are searched for one line and not read as scenarios.

#include <string>
#include <vector>

namespace twinaxis::test {

/// The incident that a scenario mitigates, by its id; "" if it is none that does.
std::string incident_of(const std::string& id);

/// Those that mitigate an incident, and those that do not.
std::vector<std::string> variants();
std::vector<std::string> all_but_variants();

}  // namespace twinaxis::test
