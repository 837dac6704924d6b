// Any bytes through the whole text layer: repair, stored form, folding, tokens, sentences; and what they
// promise.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "text/direct_speech.h"
#include "text/fold.h"
#include "text/normalize.h"
#include "text/sentences.h"
#include "text/tokenize.h"
#include "text/utf8.h"

namespace {

using namespace sahafa;

void require(bool promise) {
  if (!promise) std::abort();
}

void check_folding(const std::string& text) {
  const FoldedText folded(text);
  require(folded.text() == fold(text));
  require(fold(folded.text()) == folded.text());
  for (const Token& token : tokenize(folded.text())) {
    const std::string again = fold(slice(text, folded.to_source(token.span())));
    require(again.find(slice(folded.text(), token.span())) != std::string::npos);
  }
}

void check_direct_speech(const std::string& text) {
  std::uint32_t at = 0;
  for (const Span span : find_direct_speech(text)) {
    require(at <= span.begin && span.begin < span.end && span.end <= text.size());
    require(is_valid_utf8(slice(text, span)));
    at = span.end;
  }
}

void check_tokens(const std::string& text) {
  const std::vector<Token> tokens = tokenize(text);
  std::uint32_t at = 0;
  for (const Token& token : tokens) {
    require(at <= token.begin && token.begin < token.end && token.end <= text.size());
    require(is_valid_utf8(slice(text, token.span())));
    at = token.end;
  }
  std::size_t covered = 0;
  for (const Span sentence : split_sentences(text, tokens)) {
    while (covered < tokens.size() && sentence.contains(tokens[covered].span())) ++covered;
    require(covered > 0 && tokens[covered - 1].end == sentence.end);
  }
  require(covered == tokens.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const RepairedUtf8 repaired = repair_utf8(bytes);
  require(is_valid_utf8(repaired.text));
  require(is_valid_utf8(bytes) == (repaired.replaced == 0 && repaired.text == bytes));
  const std::string stored = normalize_stored(repaired.text);
  require(normalize_stored(stored) == stored);
  for (const std::string& text : {repaired.text, stored}) {
    check_folding(text);
    check_tokens(text);
    check_direct_speech(text);
  }
  return 0;
}
