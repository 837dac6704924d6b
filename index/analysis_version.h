// Names the text analysis that derived data (index, tokens) was made with, so that data made by another one
// is rebuilt and never silently mixed.
#pragma once

#include <string>

namespace sahafa {

/// "1-" and a hash of what the Analyzer makes of a fixed text that uses the rules of both languages. A change
/// of tokens, folding, stems or sentences that shows in that text changes the name without anybody having to
/// remember it.
std::string analysis_version();

}  // namespace sahafa
