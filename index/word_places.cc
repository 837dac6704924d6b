#include "index/word_places.h"

#include "index/index_schema.h"

namespace sahafa {

std::vector<PlacedWord> place_words(std::string_view text, const AnalyzedText& analyzed, SearchKeys& keys,
                                    std::uint32_t& position) {
  std::vector<PlacedWord> words;
  words.reserve(analyzed.tokens.size());
  std::uint32_t last_end = 0;
  std::int64_t last_sentence = -1;
  for (std::size_t i = 0; i < analyzed.tokens.size(); ++i) {
    const Token& token = analyzed.tokens[i];
    if (text.substr(last_end, token.begin - last_end).find('\n') != std::string_view::npos)
      position += kPositionGap;
    last_end = token.end;
    if (token.kind == TokenKind::mark) continue;
    const WordKeys& word = keys.get(analyzed, i);
    if (word.parts.empty()) continue;
    const bool begins = analyzed.sentence_of[i] != last_sentence;
    last_sentence = analyzed.sentence_of[i];
    words.push_back({&word, position, static_cast<std::uint32_t>(i), begins});
    position += static_cast<std::uint32_t>(word.parts.size());
  }
  position += kPositionGap;
  return words;
}

}  // namespace sahafa
