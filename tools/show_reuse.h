// `show --reuse`: what an article shares with others, and where it stands in its text.
#pragma once

#include <iosfwd>
#include <string>

#include "corpus/catalogue.h"

namespace sahafa::tools {

/// Writes the list of an article's passages and gives its text with them marked by their numbers: ⟦1⟧ where the first
/// begins, ⟦/1⟧ where it ends. They are the stored passages, those with articles of other clusters, and what the article
/// shares with the canonical one of its own.
std::string show_reuse(std::ostream& out, const Catalogue& catalogue, const Article& article);

}  // namespace sahafa::tools
