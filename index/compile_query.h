// From a parsed query to what Xapian runs, and to what a reader of the hits wants marked.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "index/query.h"
#include "index/search_keys.h"
#include "text/analyze.h"

namespace sahafa {

/// The words a query looks for, each with a number, so that a text can be asked for how many different ones
/// it has.
class SoughtWords {
 public:
  /// Begins the next word; what is added belongs to it.
  void begin_word() { ++words_; }
  void add_key(const std::string& key) { keys_.emplace(key, words_); }
  void add_form(const std::string& form) { forms_.emplace(form, words_); }

  /// The number of the sought word that a token with these keys is, or kNotSought (snippet.h).
  std::size_t find(const WordKeys& word) const;

 private:
  std::size_t words_ = 0;
  std::unordered_map<std::string, std::size_t> keys_;
  std::unordered_map<std::string, std::size_t> forms_;
};

struct CompiledQuery {
  Xapian::Query query;
  Xapian::Query exact;  ///< the forms as they were asked for: weigh more, but choose nothing
  SoughtWords sought;   ///< words that are not negated
};

/// Compiles for one state of one index, whose vocabulary decides what clitics and patterns mean. Throws
/// Error(usage) for a pattern that matches more than 10,000 forms, Xapian::Error when the index cannot be
/// read.
CompiledQuery compile_query(const Query& query, const Xapian::Database& database, Analyzer& analyzer,
                            SearchKeys& keys);

}  // namespace sahafa
