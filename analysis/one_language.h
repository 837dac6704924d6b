// Analyses that count words together need one language: the one that the options leave, or the only one there is.
#pragma once

#include <span>
#include <string_view>

#include "analysis/grouping.h"

namespace sahafa {

/// All selected articles as one group. Throws Error(usage), naming the languages, when there are several, and when there is no article.
Group one_language(std::span<const Selected> selection, std::string_view copies);

}  // namespace sahafa
