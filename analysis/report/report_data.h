#pragma once
// What the page knows, as JSON.

#include <string>
#include <vector>

#include "analysis/report/report.h"

namespace twinaxis::analysis {

/// {chapters: [{title, site, groups, runs}], note}; curves thinned to a few hundred points that
/// keep every extreme.
std::string report_json(const std::vector<Chapter>& chapters);

/// What the page knows of a site: its parties, names, levels and criteria. JSON.
std::string site_json(const Site& site, const Words& words);

/// The plots of a recording: one with <each> in its point stands for a plot of every such point,
/// under the name that the words have for it. What was not recorded is not drawn.
std::vector<PlotWords> plots_of(const Words& words, const Recording& recording);
/// The words of an event, or null.
const EventWords* words_of(const Words& words, const std::string& event);

}  // namespace twinaxis::analysis
