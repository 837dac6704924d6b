// The words of the corpus that a pattern means.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "index/word_store.h"

namespace sahafa {

/// The folded forms of the index that fit `pattern` (cyber*, *sécurité, *ndo*), sorted. Throws Error(usage) when more than 10,000 fit.
std::vector<std::string> find_fitting_forms(std::string_view pattern, const WordStore& words);

}  // namespace sahafa
