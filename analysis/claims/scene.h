// An article made ready for claims: sentences with the actors, cues and words of the language found in them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/claims/lexicon.h"
#include "corpus/article.h"
#include "text/analyze.h"

namespace sahafa::claims {

enum class Gender : std::uint8_t { unknown, feminine, masculine };

/// An actor named in the text.
struct Mention {
  Range tokens;
  std::int32_t actor = -1;
  Gender gender = Gender::unknown;
  bool is_plural = false;
  bool is_governed = false;  ///< after a preposition: no subject, if there is another
};

struct WordHit {
  WordClass word_class = WordClass::say;
  Range tokens;
};

struct CueHit {
  std::uint32_t frame = 0;
  std::uint32_t rule = 0;
  Range tokens;
  bool has_negator = false;
};

struct Sentence {
  Range tokens;
  bool is_arabic = false;
  std::vector<Mention> mentions = {};  ///< by place, without overlap
  std::vector<WordHit> words = {};     ///< by place
  std::vector<CueHit> cues = {};       ///< by place
  std::vector<Range> elsewhere = {};   ///< words for other countries
  std::vector<Range> idioms = {};      ///< phrases whose words are no cues
};

/// Everything that the steps of the extraction look at. Token numbers are those of `text`.
struct Scene {
  const Article* article = nullptr;
  const Lexicon* lexicon = nullptr;
  AnalyzedText text = {};
  std::vector<std::uint16_t> quote =
      {};  ///< per token: 0 outside quotation marks, else the number of the quotation
  std::vector<std::uint16_t> clause = {};  ///< per token: grows at every comma, bracket and contrast
  std::vector<Sentence> sentences = {};
  std::uint32_t affair_names = 0;  ///< how often the text names the affair
  bool has_affair_words = false;   ///< a word of its field occurs, or one of its own actors
  bool has_place = false;          ///< the country of the affair is named

  std::string_view form(std::uint32_t token) const { return text.forms[token]; }
  bool is_mark(std::uint32_t token) const { return text.tokens[token].kind == TokenKind::mark; }
  /// True for an Arabic word that ends in a pronoun of the third person (صمته، حملتها); ta marbuta is none.
  bool has_attached_pronoun(std::uint32_t token) const;
  /// True for a word after a French determiner or preposition that only a noun can follow: "la note", "une charge".
  bool is_noun(const Sentence& sentence, std::uint32_t token) const;
  /// True for a French participle, as its é shows.
  bool is_participle(std::uint32_t token) const;
  /// The words of a range as written.
  std::string_view written(Range range) const;
  /// First hit of a class that overlaps `range`, or nullptr.
  static const WordHit* find_word(const Sentence& sentence, WordClass word_class, Range range);
};

/// Analyses and matches one article. `scene.text` points into `analyzer`.
Scene make_scene(const Article& article, const Lexicon& lexicon, Analyzer& analyzer);

}  // namespace sahafa::claims
