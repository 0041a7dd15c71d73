#pragma once
// The page's parts, inlined when built from the files beside this one and from Chart.js.

#include <string_view>

namespace twinaxis::analysis::assets {

extern const std::string_view page_html, page_css, words_js, numbers_js, draw_js, measures_js,
    page_js, chart_js;

}  // namespace twinaxis::analysis::assets
