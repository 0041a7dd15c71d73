#include "analysis/report/assets.h"
#include "analysis/report/report_data.h"
#include "sim/core/require.h"

namespace twinaxis::analysis {
namespace {

/// The text with the one place holder /*{name}*/ replaced.
std::string filled(std::string page, const std::string& name, std::string_view content) {
  const std::string holder = "/*{" + name + "}*/";
  const auto at = page.find(holder);
  require(at != std::string::npos, "the page has a place for " + name);
  return page.replace(at, holder.size(), content);
}

/// JSON inside a script element must not end it.
std::string safe_in_script(std::string json) {
  for (std::size_t at = json.find("</"); at != std::string::npos; at = json.find("</", at + 3)) {
    json.replace(at, 2, "<\\/");
  }
  return json;
}

}  // namespace

std::string html_report(const std::vector<Chapter>& chapters) {
  std::string page(assets::page_html);
  page = filled(std::move(page), "page.css", assets::page_css);
  page = filled(std::move(page), "chart.js", assets::chart_js);
  page = filled(std::move(page), "words.js", assets::words_js);
  page = filled(std::move(page), "numbers.js", assets::numbers_js);
  page = filled(std::move(page), "draw.js", assets::draw_js);
  page = filled(std::move(page), "measures.js", assets::measures_js);
  page = filled(std::move(page), "page.js", assets::page_js);
  return filled(std::move(page), "data", safe_in_script(report_json(chapters)));
}

}  // namespace twinaxis::analysis
