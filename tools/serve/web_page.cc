#include "tools/serve/web_page.h"

#include <algorithm>
#include <array>
#include <string>

namespace sahafa {

// Shared with the report (analysis/report/assets/).
extern const std::string_view report_style_css;
extern const std::string_view report_dom_js;
extern const std::string_view report_evidence_js;
extern const std::string_view report_format_js;
extern const std::string_view report_grid_js;
extern const std::string_view report_heatmap_js;
extern const std::string_view report_intervals_js;
extern const std::string_view report_lists_js;
extern const std::string_view report_notes_js;
extern const std::string_view report_sentences_js;
extern const std::string_view report_text_js;

extern const std::string_view serve_page_html;
extern const std::string_view serve_style_css;
extern const std::string_view serve_icon_svg;
extern const std::string_view serve_naskh_woff2;
extern const std::string_view serve_api_js;
extern const std::string_view serve_article_js;
extern const std::string_view serve_charts_js;
extern const std::string_view serve_comparison_js;
extern const std::string_view serve_concordance_js;
extern const std::string_view serve_help_js;
extern const std::string_view serve_main_js;
extern const std::string_view serve_messages_js;
extern const std::string_view serve_search_js;
extern const std::string_view serve_state_js;
extern const std::string_view serve_tables_js;
extern const std::string_view serve_text_js;
extern const std::string_view serve_trend_js;

namespace tools {
namespace {

std::string join(std::initializer_list<std::string_view> parts) {
  std::string all;
  for (const std::string_view part : parts) all.append(part).push_back('\n');
  return all;
}

// In the order in which the script needs them: constants before their first use, main last.
const std::string& script() {
  static const std::string kScript = join(
      {"'use strict';",     report_dom_js,       report_text_js,    serve_text_js,     serve_help_js,
       report_notes_js,     report_sentences_js, serve_messages_js, report_format_js,  serve_state_js,
       serve_api_js,        report_evidence_js,  report_grid_js,    report_heatmap_js, report_intervals_js,
       report_lists_js,     serve_charts_js,     serve_article_js,  serve_search_js,   serve_concordance_js,
       serve_comparison_js, serve_tables_js,     serve_trend_js,    serve_main_js});
  return kScript;
}

const std::string& style() {
  static const std::string kStyle = join({report_style_css, serve_style_css});
  return kStyle;
}

}  // namespace

const WebFile* find_web_file(std::string_view path) {
  static const std::array kFiles = {
      WebFile{"/", "text/html; charset=utf-8", serve_page_html},
      WebFile{"/app.js", "text/javascript; charset=utf-8", script()},
      WebFile{"/style.css", "text/css; charset=utf-8", style()},
      WebFile{"/icon.svg", "image/svg+xml", serve_icon_svg},
      WebFile{"/naskh.woff2", "font/woff2", serve_naskh_woff2},
  };
  const auto found = std::ranges::find(kFiles, path, &WebFile::path);
  return found == kFiles.end() ? nullptr : &*found;
}

}  // namespace tools
}  // namespace sahafa
