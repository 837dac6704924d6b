// The bilingual word list: French words and what stands for them in Arabic (bilingual.tsv says where it comes from).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sahafa {

/// Words of both languages that stand for each other, as written. A phrase has `_` between its words.
struct BilingualRow {
  double weight = 0.0;  ///< what a match says; 0 for words that say nothing
  std::vector<std::string> french;
  std::vector<std::string> arabic;
};

/// Immutable; may be used from several threads.
class BilingualList {
 public:
  /// The list that comes with sahafa.
  static const BilingualList& bundled();
  /// Reads tab-separated rows; `origin` names them in messages. Throws Error(malformed) with line and remedy.
  static BilingualList read(std::string_view tsv, std::string_view origin);

  const std::vector<BilingualRow>& rows() const { return rows_; }
  /// Hash of the bytes: names the list in what was derived from it.
  const std::string& hash() const { return hash_; }

 private:
  std::vector<BilingualRow> rows_;
  std::string hash_;
};

}  // namespace sahafa
