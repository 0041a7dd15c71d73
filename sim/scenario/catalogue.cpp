#include "sim/scenario/catalogue.h"

#include <array>

#include "sim/scenario/reader.h"

namespace twinaxis::scenario {
namespace {

constexpr std::array<std::string_view, 3> kCpsfFromNames{"slides", "memory", "none"};

/// The three files, one struct each.
struct TechniqueFile {
  std::string version;
  std::map<std::string, Technique> techniques;
};
void fields(FieldVisitor& v, TechniqueFile& f) {
  v("version", f.version, "of ATT&CK for ICS", required);
  v("techniques", f.techniques, "by id", required);
}
struct MitigationFile {
  std::string version;
  std::map<std::string, Mitigation> mitigations;
};
void fields(FieldVisitor& v, MitigationFile& f) {
  v("version", f.version, "of ATT&CK for ICS", required);
  v("mitigations", f.mitigations, "by id", required);
}
struct RequirementFile {
  std::map<std::string, Requirement> requirements;
};
void fields(FieldVisitor& v, RequirementFile& f) {
  v("requirements", f.requirements, "by id", required);
}

template <HasFields T>
T load(const std::filesystem::path& file, Problems& problems) {
  T value;
  Places places;
  if (const auto document = load_document(file, problems)) {
    read(*document, value, {.problems = problems, .places = places});
  }
  return value;
}

}  // namespace

void fields(FieldVisitor& v, Technique& t) {
  v("name", t.name, "as published", required);
  v("tactics", t.tactics, "what it serves", required);
}

void fields(FieldVisitor& v, Mitigation& m) {
  v("name", m.name, "as published", required);
  v("techniques", m.techniques, "what it answers", required);
}

void fields(FieldVisitor& v, Requirement& r) {
  v("title", r.title, "what is required", required);
  v("viewpoint", r.viewpoint, between(1, 4), "of axis 3", required);
  v("where", r.where, "place of implementation", required);
  v("where_uncertain", r.where_uncertain, "the source leaves the place unclear");
  v("cpsf", r.cpsf, "measures of the Cyber/Physical Security Framework");
  v("cpsf_from", r.cpsf_from, kCpsfFromNames, "how these are known", required);
  v("slide_viewpoint", r.slide_viewpoint, between(0, 4), "of a use-case slide that differs");
  v("slide_use_case", r.slide_use_case, "which slide that is");
}

Catalogue load_catalogue(const std::filesystem::path& folder, Problems& problems) {
  auto techniques = load<TechniqueFile>(folder / "attack_techniques.yaml", problems);
  auto mitigations = load<MitigationFile>(folder / "attack_mitigations.yaml", problems);
  auto requirements = load<RequirementFile>(folder / "annex_a.yaml", problems);
  return {std::move(techniques.version), std::move(techniques.techniques),
          std::move(mitigations.mitigations), std::move(requirements.requirements)};
}

}  // namespace twinaxis::scenario
