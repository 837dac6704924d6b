// Any bytes as a list of outlets with the layouts of their pages: no crash, no hang; what is refused is malformed, what is
// taken can be looked for on a page.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "corpus/outlet.h"
#include "ingest/html_select.h"
#include "text/error.h"

namespace {

void look_for(const sahafa::HtmlPage& page, const std::vector<sahafa::Selector>& selectors) {
  for (const sahafa::Selector& selector : selectors)
    for (const std::uint32_t node : sahafa::select_nodes(page, selector))
      if (node >= page.nodes().size()) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const sahafa::HtmlPage page(
      "<div id=a class='b c'><p lang=fr>d</p><ul><li class=b>e<li data-x=1><a href=/f>g</a></ul></div>");
  try {
    const auto registry = sahafa::OutletRegistry::read({reinterpret_cast<const char*>(data), size}, "input");
    for (const sahafa::Outlet& outlet : registry.outlets())
      for (const auto* part :
           {&outlet.page.body, &outlet.page.title, &outlet.page.author, &outlet.page.date, &outlet.page.drop})
        look_for(page, *part);
  } catch (const sahafa::Error& error) {
    if (error.code() != sahafa::ErrorCode::malformed) std::abort();
  }
  return 0;
}
