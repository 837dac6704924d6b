#include "analysis/report/page.h"

#include <array>

namespace sahafa {

extern const std::string_view report_page_html;
extern const std::string_view report_style_css;
extern const std::string_view report_corpus_js;
extern const std::string_view report_data_js;
extern const std::string_view report_dom_js;
extern const std::string_view report_evidence_js;
extern const std::string_view report_figure_js;
extern const std::string_view report_format_js;
extern const std::string_view report_grid_js;
extern const std::string_view report_heatmap_js;
extern const std::string_view report_intervals_js;
extern const std::string_view report_lists_js;
extern const std::string_view report_main_js;
extern const std::string_view report_notes_js;
extern const std::string_view report_sentences_js;
extern const std::string_view report_terms_js;
extern const std::string_view report_text_js;
extern const std::string_view report_timeline_js;

namespace {

// In the order in which the script needs them: constants before their first use, main last.
std::string make_script() {
  std::string script = "'use strict';\n";
  for (const std::string_view part :
       {report_dom_js, report_data_js, report_text_js, report_format_js, report_notes_js, report_sentences_js,
        report_evidence_js, report_grid_js, report_figure_js, report_corpus_js, report_heatmap_js,
        report_intervals_js, report_terms_js, report_timeline_js, report_lists_js, report_main_js}) {
    script.append(part).push_back('\n');
  }
  return script;
}

// "</script>" and "<!--" end or change a script block even inside a JSON string; written as \u003c they are
// plain text.
std::string escape_for_script(std::string_view json) {
  std::string out;
  out.reserve(json.size() + json.size() / 64);
  for (const char c : json) {
    if (c == '<') {
      out += "\\u003c";
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace

std::string make_report_page(std::string_view json) {
  const std::string data = escape_for_script(json);
  const std::string script = make_script();
  struct Slot {
    std::string_view mark;
    std::string_view content;
  };
  const std::array slots = {Slot{"{{style}}", report_style_css}, Slot{"{{data}}", data},
                            Slot{"{{script}}", script}};
  std::string page;
  std::string_view rest = report_page_html;
  for (const Slot& slot : slots) {
    const std::size_t at = rest.find(slot.mark);
    page.append(rest.substr(0, at)).append(slot.content);
    rest.remove_prefix(at + slot.mark.size());
  }
  return page.append(rest);
}

}  // namespace sahafa
