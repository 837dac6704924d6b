// The report page without its numbers: HTML, style and script that are compiled into the program. What the
// numbers are is html.h; what they look like is assets/.
#pragma once

#include <string>
#include <string_view>

namespace sahafa {

/// One HTML file that needs no network: `json` (an object as html.h describes it) inside the page that draws
/// it. Texts in `json` come from untrusted files: they cannot leave the data block here, and the script makes
/// text nodes of them. Any thread.
std::string make_report_page(std::string_view json);

}  // namespace sahafa
