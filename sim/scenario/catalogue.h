#pragma once
// What attacks and countermeasures are called: data of scenarios/catalogue.

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "sim/core/fields.h"
#include "sim/scenario/diagnostics.h"

namespace twinaxis::scenario {

/// A technique of ATT&CK for ICS.
struct Technique {
  std::string name;
  std::vector<std::string> tactics;
};
void fields(FieldVisitor& v, Technique& t);

/// A mitigation of ATT&CK for ICS and the techniques that it answers.
struct Mitigation {
  std::string name;
  std::vector<std::string> techniques;
};
void fields(FieldVisitor& v, Mitigation& m);

/// A countermeasure requirement of Annex A. Where each member comes from stands in annex_a.yaml.
struct Requirement {
  enum class CpsfFrom { slides, memory, none };

  Text title;
  int viewpoint = 1;               ///< of axis 3, 1 to 4
  std::vector<std::string> where;  ///< "organisation", "procedure", "system"
  bool where_uncertain = false;
  std::vector<std::string> cpsf;  ///< "CPS.GV-1"
  CpsfFrom cpsf_from = CpsfFrom::none;
  int slide_viewpoint = 0;  ///< of a use-case slide that differs; 0 if none does
  std::string slide_use_case;
};
void fields(FieldVisitor& v, Requirement& r);

struct Catalogue {
  std::string attack_version;  ///< "18.1"
  std::map<std::string, Technique> techniques;
  std::map<std::string, Mitigation> mitigations;
  std::map<std::string, Requirement> requirements;
};

/// Reads attack_techniques.yaml, attack_mitigations.yaml and annex_a.yaml of that folder.
Catalogue load_catalogue(const std::filesystem::path& folder, Problems& problems);

}  // namespace twinaxis::scenario
