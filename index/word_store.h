// The words of an index and where they stand: the files of words that its record names (word_file.h), read as one.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "index/word_file.h"

namespace sahafa {

/// A word type of one of the files, with the positions that count, from its own: [first, end).
struct TypePlace {
  std::uint32_t file = 0;
  std::uint32_t type = 0;
  std::uint32_t first = 0;
  std::uint32_t end = 1;
  friend auto operator<=>(const TypePlace&, const TypePlace&) = default;
};

/// Immutable. Throws Error(malformed) where the bytes are not what was written.
class WordStore {
 public:
  /// The files that the record of the index names. Throws Xapian::DatabaseModifiedError when a writer has replaced them meanwhile; Error:
  /// malformed or not_found when they are damaged or gone.
  WordStore(Xapian::Database& database, const std::filesystem::path& folder);

  /// Names of the files, as the record has them.
  const std::string& record() const { return record_; }
  std::span<const WordFile> files() const { return files_; }

  /// Calls `visit` with each form that begins so, in order of their bytes; false ends the visit. O(log forms) and what is found.
  void visit_forms(std::string_view beginning, const std::function<bool(std::string_view)>& visit) const;
  bool has_key(std::string_view key) const;
  bool has_form(std::string_view form) const;
  bool has_form_beginning(std::string_view beginning) const;
  /// The forms that end so, or have these letters somewhere: sorted. O(log forms) and what is found; O(forms).
  std::vector<std::string> forms_ending(std::string_view end) const;
  std::vector<std::string> forms_containing(std::string_view letters) const;

  /// The types that have the key or the form, with the places that it stands for.
  void find_key(std::string_view key, std::vector<TypePlace>& types) const;
  void find_form(std::string_view form, std::vector<TypePlace>& types) const;
  /// Of those the types that are the whole word.
  void find_word(std::string_view form, std::vector<TypePlace>& types) const;

  WordListReader list(const TypePlace& type) const { return files_[type.file].list(type.type); }
  /// Articles that have any of the types; an article with several counts for each.
  std::int64_t count_articles(std::span<const TypePlace> types) const;

 private:
  std::string record_;
  std::vector<WordFile> files_;
};

/// Forms with the number of articles that have each: exact but for forms that were written in several ways.
std::int64_t count_articles_with_form(const WordStore& words, std::string_view form);

}  // namespace sahafa
