// `passages`: what articles of different clusters share word for word: quotations, borrowed paragraphs.
// Columns: a, a_begin, a_end, b, b_begin, b_end (bytes of the texts), similarity (share of equal letters, 0 to 1), direction
// (`a to b` where both dates say that b is later, else `unknown`), a_outlet, a_date, b_outlet, b_date, a_text, b_text.
// Of the articles of two clusters the two that share most stand for all. A passage that is part of a longer one from
// another cluster is listed with --all only.
#pragma once

#include <string_view>

#include "analysis/analysis.h"

namespace sahafa {

extern const Analysis kListPassages;

/// True where the dates (ISO 8601, as exact as they are known) say that `a` came out before `b`.
bool is_earlier(std::string_view a, std::string_view b);

}  // namespace sahafa
