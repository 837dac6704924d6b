// What a corpus holds, as plain data: sources, articles, copies, clusters, claims. DESIGN's vocabulary,
// nothing else.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace sahafa {

/// A number that cannot be mistaken for another kind of number. 0 is "not stored yet".
template <class Tag>
struct Id {
  std::int64_t value = 0;
  friend auto operator<=>(Id, Id) = default;
};
using SourceId = Id<struct SourceTag>;
using ArticleId = Id<struct ArticleTag>;

/// One input file or archive member as it was read.
struct Source {
  SourceId id;
  std::string path;      ///< as given, members as archive.zip!member
  std::string format;    ///< name of the reader: text, html, jsonl
  std::string encoding;  ///< charset that was decoded, and what decided: "windows-1256 (detected)"
  std::int64_t size_bytes = 0;
  std::string hash;  ///< of the bytes, hexadecimal
};

/// Where the value of a field came from, e.g. {"date", "text"} or {"outlet", "url"}.
struct FieldOrigin {
  std::string field;
  std::string origin;
};

/// One press text, however often it was copied.
struct Article {
  ArticleId id;
  std::string key;     ///< the id that the input itself gave, or empty
  std::string outlet;  ///< id of the outlet registry, or the name as found if the registry lacks it, or empty
  std::string lang;    ///< BCP 47
  std::string date;    ///< ISO 8601, may be a month or a year; empty if unknown
  std::string title;
  std::string authors;  ///< separated by "; "
  std::string url;
  std::string genre;  ///< news, editorial, column, interview, communique, analysis, or empty
  std::string text;   ///< the body in stored form (normalize_stored); all spans point into it
  std::int64_t words = 0;
  std::vector<FieldOrigin> origins;
};

/// What makes two articles the same one: outlet, key and text (the title where there is no text), hashed. The
/// same text from another outlet, or under another key of its input, is another article, and the cluster
/// joins the two: no key is lost.
std::string identity(const Article& article);

/// Lines that were taken from the edges of an article's text because they repeat on the pages of its outlet
/// (ingest/repeated_lines.h). Spans and everything derived mean the text without them.
struct TextCut {
  ArticleId article;
  std::string head;  ///< whole lines before the text, or empty
  std::string tail;  ///< whole lines behind it, or empty
};

/// The text as it was read: with what was cut.
std::string whole_text(std::string_view text, const TextCut& cut);

/// One occurrence of an article in a source. `span` is in bytes of the source as decoded to UTF-8.
struct Copy {
  ArticleId article;
  SourceId source;
  Span span;
};

/// How an article belongs to its cluster.
enum class Relation : std::uint8_t { canonical, exact, near, excerpt, update, translation };

std::string_view to_string(Relation relation);
Relation relation_from_string(std::string_view name);

/// Membership in a cluster. A cluster is named by its canonical article; an article without copies elsewhere
/// is the canonical of a cluster of one.
struct ClusterMember {
  ArticleId article;
  ArticleId canonical;
  Relation relation = Relation::canonical;
  double similarity = 1.0;  ///< to the canonical, 0 to 1
};

/// Sentences of two articles that say the same: a span of each text.
struct SentencePair {
  Span a;
  Span b;
  double similarity = 0.0;  ///< part of what both say that they have in common, 0 to 1
};

/// Two articles whose sentences were aligned: the evidence of a translation.
struct AlignedPair {
  ArticleId a;
  ArticleId b;
  double similarity = 0.0;  ///< part of what both texts say that they have in common, 0 to 1
  bool joined = false;      ///< the pair is a translation; else it was looked at and refused
  std::vector<SentencePair> sentences = {};
};

/// A span of text that two articles of different clusters share. `a` is the earlier one where the dates tell.
struct Passage {
  ArticleId a;
  Span a_span;
  ArticleId b;
  Span b_span;
  double similarity = 1.0;  ///< share of equal letters, 0 to 1
  bool contained = false;   ///< part of a longer passage that one of the two shares with a third article
  friend bool operator==(const Passage&, const Passage&) = default;
};

/// Two articles between which passages were looked for. The same evidence gives the same passages.
struct ComparedPair {
  ArticleId a;
  ArticleId b;
  std::int64_t evidence = 0;
  friend auto operator<=>(const ComparedPair&, const ComparedPair&) = default;
};

/// An attribution of responsibility. Values are ids of the codebook.
struct Claim {
  ArticleId article;
  std::int64_t sentence = 0;  ///< index of the sentence in the article, from 0
  std::string holder;         ///< actor id; "outlet" for the text's own voice
  std::string holder_name;    ///< as the text gives it, or empty
  std::string voice;          ///< author, attributed
  std::string target;         ///< actor id
  std::string frame;          ///< frame id
  std::string polarity;       ///< blames, neutral, defends
  std::string modality;       ///< asserted, conditional, denied, question, hypothetical
  Span evidence;              ///< of the article's text
  std::string cue;            ///< the words that raised the claim, as written
  std::string rule;           ///< id of the rule that made it
};

/// Trouble with one input that did not stop the rest.
struct Issue {
  std::string path;
  std::string place;  ///< "line 12", "byte 4096", or empty
  std::string kind;   ///< short and fixed, e.g. "empty", "binary", "encoding"
  std::string message;
  bool fatal = false;  ///< nothing was taken from the input
};

}  // namespace sahafa
