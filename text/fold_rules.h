// The definition of folding, one character at a time and slowly; fold.cc makes its table from it.
#pragma once

#include <string>

namespace sahafa {

/// What `c` folds to, perhaps nothing: ICU's decomposition and case folding, and the variants of fold.h.
/// Every character of the result folds to itself.
std::string fold_character(char32_t c);

}  // namespace sahafa
