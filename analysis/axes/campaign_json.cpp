#include <nlohmann/json.hpp>
#include <stdexcept>

#include "analysis/axes/campaign_summary.h"

namespace twinaxis::analysis {
namespace {

using Json = nlohmann::ordered_json;

Json json_of(const Spread& s) {
  return {{"p10", s.p10}, {"p50", s.p50}, {"p90", s.p90}, {"mean", s.mean}};
}

Spread spread_from(const Json& json) {
  return {json.at("p10"), json.at("p50"), json.at("p90"), json.at("mean")};
}

}  // namespace

std::string to_json(const CampaignResult& result) {
  Json json{{"sampled", result.sampled},
            {"failed_samples", result.failed_samples},
            {"stakeholders", Json::array()}};
  for (const auto& s : result.summary.stakeholders) {
    json["stakeholders"].push_back(
        {{"stakeholder", s.stakeholder},
         {"samples", s.samples},
         {"cells", s.cells},
         {"outside_target", s.outside_target},
         {"loss_yen", json_of(s.loss_yen)},
         {"loss_after_compensation_yen", json_of(s.loss_after_compensation_yen)},
         {"days_to_recover", json_of(s.days_to_recover)}});
  }
  return json.dump(2) + "\n";
}

CampaignResult campaign_from_json(const std::string& text) {
  try {
    const Json json = Json::parse(text);
    CampaignResult result{{}, json.at("failed_samples"), json.at("sampled")};
    for (const auto& s : json.at("stakeholders")) {
      result.summary.stakeholders.push_back({s.at("stakeholder"), s.at("samples"), s.at("cells"),
                                             s.at("outside_target"), spread_from(s.at("loss_yen")),
                                             spread_from(s.at("loss_after_compensation_yen")),
                                             spread_from(s.at("days_to_recover"))});
    }
    return result;
  } catch (const Json::exception& error) {
    throw std::runtime_error(std::string("no campaign summary: ") + error.what());
  }
}

}  // namespace twinaxis::analysis
