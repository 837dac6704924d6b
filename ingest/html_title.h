// The headline of a page, and the name of its site, out of titles that hold both: "Headline - Section | Site".
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/html_statements.h"

namespace sahafa {

/// `title` without the name of the site before or behind it: a part that is one of `names` wherever it stands, else
/// the last part where it is the smaller one.
std::string without_site(std::string_view title, std::span<const std::string> names);

/// The last part of the title of a page; the first one where that is one of `names`, or where only the rest is a main
/// heading. Empty where it has one part.
std::string site_of_title(std::string_view title, std::span<const NodeText> headings,
                          std::span<const std::string> names);

/// The main heading that is the headline: the longest one that one of the `titles` holds, without a kicker before
/// it that a title does not have; where none fits, the only long one. Names of the site are none. Empty if there is
/// none.
std::string heading_of_page(std::span<const NodeText> headings, std::span<const std::string> titles,
                            std::span<const std::string> names);

}  // namespace sahafa
