// Claims: who holds whom responsible, of what, in which terms. A codebook and grammar decide, no model: every claim names the
// rule and the words that made it, and the same article gives the same claims.
//
// An article is read sentence by sentence: actors, cues and words of the language are found in one pass (phrases.h), the sentence
// is divided among its holders (speech.h), each cue is bound to its target (binding.h), and negation and reserve
// (assertion.h) decide polarity and modality. Method and coding rules follow corpus/codebook.toml.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "corpus/article.h"
#include "corpus/codebook.h"

namespace sahafa {

/// Direct speech and who says it.
struct Quotation {
  Span span;                  ///< of the article's text, marks included
  std::int64_t sentence = 0;  ///< index of its first sentence in the article, from 0
  std::string holder;         ///< actor id, or empty where the text names nobody
  std::string holder_name;    ///< as the text gives it, or empty
};

/// May be used from several threads at once.
class ClaimExtractor {
 public:
  /// The codebook must outlive the extractor. Compiling it takes some milliseconds.
  explicit ClaimExtractor(const Codebook& codebook);
  ~ClaimExtractor();
  ClaimExtractor(ClaimExtractor&&) noexcept;
  ClaimExtractor& operator=(ClaimExtractor&&) noexcept;

  /// The claims of an article in text order, equal ones once a sentence. Spans are bytes of `article.text`, which must be
  /// valid UTF-8. O(length).
  std::vector<Claim> extract(const Article& article) const;

  /// The direct speech of an article in text order (text/direct_speech.h), each stretch with the speaker whom the rules of reported
  /// speech give its first sentence. Spans are bytes of `article.text`, which must be valid UTF-8. O(length).
  std::vector<Quotation> quotations(const Article& article) const;

  /// Names codebook and rules: claims of equal `rules()` are comparable, others must be extracted again.
  std::string rules() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace sahafa
