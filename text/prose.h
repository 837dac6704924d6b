// Running text by characters, for what is decided on sentences and the words at their ends.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace sahafa {

/// Characters [begin, end) of a Prose.
struct Extent {
  std::size_t begin = 0;
  std::size_t end = 0;

  std::size_t size() const { return end - begin; }
};

struct Prose {
  std::u32string chars;
  std::vector<std::uint32_t> bytes;  ///< where each character begins; one more, the end

  char32_t at(std::size_t i) const { return i < chars.size() ? chars[i] : U'\0'; }
  Span span(Extent extent) const { return {bytes[extent.begin], bytes[extent.end]}; }
};

/// A word as it stands in the text.
struct ProseWord {
  Extent extent;
  std::u32string lower;
  bool is_capital = false;
};

/// Decodes valid UTF-8. O(n).
Prose read_prose(std::string_view text);

bool is_prose_capital(char32_t c);
bool is_prose_space(char32_t c);
bool is_prose_apostrophe(char32_t c);

/// Runs of letters; what an apostrophe joins is two words.
std::vector<ProseWord> words_of(const Prose& prose, Extent extent);

/// Sentences by their end marks and the capital, dash or opening mark that follows.
std::vector<Extent> sentences_of(const Prose& prose, Extent extent);

/// True for a French sentence that tells: a third person, past tenses, and nobody who says "I" or is addressed.
bool is_told(const Prose& prose, Extent sentence);

}  // namespace sahafa
