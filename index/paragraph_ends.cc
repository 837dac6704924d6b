#include "index/paragraph_ends.h"

namespace sahafa {

std::vector<std::size_t> find_paragraph_ends(std::string_view stored, const AnalyzedText& text) {
  std::vector<std::size_t> ends;
  for (std::size_t i = 1; i < text.tokens.size(); ++i) {
    if (text.sentence_of[i] == text.sentence_of[i - 1]) continue;
    const std::uint32_t gap = text.tokens[i - 1].end;
    if (stored.substr(gap, text.tokens[i].begin - gap).find('\n') != std::string_view::npos)
      ends.push_back(i);
  }
  if (!text.tokens.empty()) ends.push_back(text.tokens.size());
  return ends;
}

}  // namespace sahafa
