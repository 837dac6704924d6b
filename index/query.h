// The query language of search, count, kwic, trend and --where, as a tree. What a query finds is index_reader.h.
//
//   fuite données                  both words; a word finds its inflections, with or without accents, clitics, hamza
//   fuite AND données              the same; also ET, /و/
//   fuite OR piratage              either; also OU, /أو/
//   CNSS NOT Jabaroot              the first without the second; also SAUF, /ليس/, and CNSS -Jabaroot
//   (fuite OR vol) CNSS            NEAR, ADJ and SENTENCE bind closest, then NOT, then AND, then OR
//   "fuite de données"             the words side by side; also «...», “...”, „...“; a quote that is not closed ends with
//                                  the query
//   "fuite (massive|grave) de donn*"   alternatives and beginnings of words inside a phrase
//   =données  ="les données"       exactly these forms (case, accents and hamza apart)
//   CNSS NEAR/5 fuite              at most 5 words apart, in any order; also PRÈS/5, /قرب/5; NEAR alone: 10
//   fuite ADJ/3 données            in this order, at most 3 words on; also SUIVI/3, /يلي/3; ADJ alone: side by side
//   fuite SENTENCE CNSS            in one sentence; also PHRASE, /جملة/
//   cyber*  *sécurité  dés*tion    words that begin or end so (at least two letters)
//   title:fuite  title:"fuite de données"
//   outlet:hespress,"Le Desk"   lang:ar   genre:editorial   cluster:12   id:12   month:2025-04
//   date:2025-04-08   date:2025-04   date:2025-04-08..2025-04-12   date:2025-04-08..   date:..2025
//   country:ma                     outlets of the country
//   concept:cnss                   an actor of the codebook, under each of its names in both languages
//   frame:negligence target:cnss   articles with one claim of which all of these hold; also actor: (holder or target),
//                                  holder:, voice:, polarity:, modality:
//   duplicates:all                 copies of a text count each; duplicates:collapse: once. For the whole query
//   *                              everything
//
// Operators are in capitals, or between slashes: "ou", "et", "or" and أو in a text are words. Marks are
// ignored. NEAR and ADJ stay within a paragraph. Parsing may be done from several threads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sahafa {

class Codebook;

inline constexpr std::size_t kMaxQueryBytes = 10'000;
inline constexpr std::size_t kMaxQueryDepth = 50;
/// Paragraphs are further apart in the index, so nothing larger could stay within one.
inline constexpr std::uint32_t kMaxQueryDistance = 99;

struct QueryNode {
  enum class Kind {
    all_of,    ///< every child; without children: everything
    any_of,    ///< at least one child
    none_of,   ///< not its one child
    word,      ///< `text` as typed
    phrase,    ///< `text` without its quotes
    pattern,   ///< `text` with a * for letters that may stand there
    near,      ///< each child at most `distance` words from those before it
    ordered,   ///< each child at most `distance` words behind those before it
    sentence,  ///< all children in one sentence
    filter,    ///< `field` has the value `text`
  };
  Kind kind = Kind::all_of;
  std::string field =
      {};  ///< of a filter; "title" of a word, phrase or pattern that is to stand in the title
  std::string text = {};
  std::vector<QueryNode> children = {};
  std::uint32_t distance = 0;  ///< of near and ordered: 1 is side by side
  bool exact = false;          ///< of a word or phrase: these forms and no others

  friend bool operator==(const QueryNode&, const QueryNode&) = default;
};

class Query {
 public:
  /// Everything.
  Query() = default;
  /// Throws Error(usage) that names the place and the remedy: an operator without operand, an unknown field or value (frames and actors are those of the codebook), no word at all, too long or too deep. Any bytes may
  /// be given.
  static Query parse(std::string_view text, const Codebook& codebook);
  /// With the bundled codebook.
  static Query parse(std::string_view text);

  const QueryNode& root() const { return root_; }
  /// What was put right in reading, with its place: a parenthesis that had no other half.
  const std::vector<std::string>& remarks() const { return remarks_; }
  /// The same query with another tree.
  Query with_root(QueryNode root) const {
    Query other = *this;
    other.root_ = std::move(root);
    return other;
  }
  /// What `duplicates:` asked for: true all copies, false one for all; nullopt when it was not said.
  std::optional<bool> all_copies() const { return all_copies_; }
  /// The query as it was understood, in one spelling; it parses to the same tree. To be cited with results.
  std::string text() const;

  /// What both find.
  friend Query operator&(Query left, Query right);

 private:
  QueryNode root_;
  std::optional<bool> all_copies_;
  std::vector<std::string> remarks_;
};

}  // namespace sahafa
