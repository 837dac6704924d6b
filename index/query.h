// The query language of search, count, concordance and --where, as a tree. What a query finds is
// index_reader.h.
//
//   fuite données                  both words; a word finds its inflections, with or without accents, clitics, hamza
//   fuite AND données              the same; also ET, /و/
//   fuite OR piratage              either; also OU, /أو/
//   CNSS NOT Jabaroot              the first without the second; also SAUF, /ليس/, and CNSS -Jabaroot
//   (fuite OR vol) CNSS            NOT binds closest, then AND, then OR
//   "fuite de données"             the words side by side; also «...», “...”, „...“; a quote that is not closed ends with
//                                  the query
//   cyber*  *sécurité              words that begin or end so (at least two letters)
//   title:fuite  title:"fuite de données"
//   outlet:hespress,"Le Desk"   lang:ar   genre:editorial   cluster:12   id:12   month:2025-04
//   date:2025-04-08   date:2025-04   date:2025-04-08..2025-04-12   date:2025-04-08..   date:..2025
//   *                              everything
//
// Operators are in capitals, or between slashes: "ou", "et", "or" and أو in a text are words. Marks are
// ignored. Parsing may be done from several threads.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sahafa {

inline constexpr std::size_t kMaxQueryBytes = 10'000;
inline constexpr std::size_t kMaxQueryDepth = 50;

struct QueryNode {
  enum class Kind {
    all_of,   ///< every child; without children: everything
    any_of,   ///< at least one child
    none_of,  ///< not its one child
    word,     ///< `text` as typed
    phrase,   ///< `text` without its quotes
    pattern,  ///< `text` with a * at its beginning or end
    filter,   ///< `field` has the value `text`
  };
  Kind kind = Kind::all_of;
  std::string field;  ///< of a filter; "title" of a word or phrase that is to stand in the title
  std::string text;
  std::vector<QueryNode> children;

  friend bool operator==(const QueryNode&, const QueryNode&) = default;
};

class Query {
 public:
  /// Everything.
  Query() = default;
  /// Throws Error(usage) that names the place and the remedy: an operator without operand, a parenthesis
  /// without its other half, an unknown field or value, no word at all, too long or too deep. Any bytes may
  /// be given.
  static Query parse(std::string_view text);

  const QueryNode& root() const { return root_; }
  /// The query as it was understood, in one spelling; it parses to the same tree. To be cited with results.
  std::string text() const;

  /// What both find.
  friend Query operator&(Query left, Query right);

 private:
  QueryNode root_;
};

}  // namespace sahafa
