// The columns of a token store while it grows: takes analysed articles in order and appends what FORMAT.md describes.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <vector>

#include "corpus/article.h"
#include "index/npy_file.h"
#include "index/string_ids.h"
#include "index/token_store_format.h"
#include "text/analyze.h"

namespace sahafa {

/// A vocabulary on disk that grows: each new string gets the next id and is written behind the others.
class VocabularyColumns {
 public:
  /// The first `types` strings are there already, in `bytes` bytes.
  VocabularyColumns(const std::filesystem::path& text_file, std::uint64_t bytes,
                    const std::filesystem::path& offset_file, std::uint64_t types);

  /// `hash` is that of the string (StringIds::hash).
  std::uint32_t intern(std::string_view string, std::uint32_t hash);
  void fetch(std::uint32_t hash) const { ids_.fetch(hash); }
  std::uint64_t types() const { return ids_.size(); }
  std::uint64_t bytes() const { return text_.count(); }
  NpyAppender& text() { return text_; }
  NpyAppender& offsets() { return offsets_; }

 private:
  StringIds ids_;
  NpyAppender text_;
  NpyAppender offsets_;
};

/// What is appended counts when commit() has returned. Not thread-safe.
class TokenColumns {
 public:
  /// `known` is the store as it is, or nullopt to begin an empty one in an empty directory. Texts come from `analyzers` Analyzers, which live
  /// as long as this does.
  TokenColumns(std::filesystem::path directory, const std::optional<TokenStoreRecord>& known,
               std::size_t analyzers);

  /// Appends an article; `text` was made by the Analyzer of this number from `stored`. What an Analyzer makes comes in the order in which it
  /// was made, and nothing of it is left out.
  void append(ArticleId article, std::string_view stored, const AnalyzedText& text, std::size_t analyzer);

  /// The Analyzer of this number was begun anew.
  void forget_types(std::size_t analyzer) { type_ids_[analyzer].clear(); }

  std::uint64_t uncommitted_tokens() const { return form_ids_.count() - record_.tokens; }

  /// Data first, then the record that makes it count, then the headers for readers that do not know the record.
  void commit(std::int64_t revision);

 private:
  template <class T>
  using Large = std::vector<T, LargePageAllocator<T>>;

  /// The ids of a word as it is written.
  struct TypeIds {
    std::uint32_t surface = 0;
    std::uint32_t form = 0;
    std::uint32_t stem = 0;
  };

  /// A word that is on its way into the vocabularies.
  struct NewType {
    std::string_view surface, form, stem;
    std::uint32_t surface_hash = 0, form_hash = 0, stem_hash = 0;
  };

  /// The columns of one document, gathered before they are appended.
  struct Document {
    std::vector<std::uint32_t> surfaces;
    std::vector<std::uint32_t> forms;
    std::vector<std::uint32_t> stems;
    std::vector<std::uint32_t> begins;
    std::vector<std::uint8_t> kinds;

    void resize(std::size_t tokens);
  };

  NpyAppender open_offsets(std::string_view file, std::uint64_t items);
  VocabularyColumns open_vocabulary(std::string_view text_file, std::uint64_t bytes,
                                    std::string_view offset_file, std::uint64_t types) const;
  /// Gives ids to the types that no text of this Analyzer had before.
  void number_types(std::string_view stored, const AnalyzedText& text, std::size_t analyzer);
  /// Fills `document_`.
  void number_tokens(const AnalyzedText& text, std::size_t analyzer);
  /// Counts the words of `document_` into `row_`; how many there are.
  std::uint32_t count_words();
  void append_tokens();
  void append_sentences(const AnalyzedText& text, std::uint64_t first);
  void append_paragraphs(std::string_view stored, const AnalyzedText& text, std::uint64_t first);
  void append_matrix_row(std::uint32_t words);
  void count_word(std::uint32_t form);
  std::vector<NpyAppender*> columns();

  std::filesystem::path directory_;
  bool is_new_;
  TokenStoreRecord record_;
  NpyAppender surface_ids_;
  NpyAppender form_ids_;
  NpyAppender stem_ids_;
  NpyAppender begins_;
  NpyAppender kinds_;
  NpyAppender document_offsets_;
  NpyAppender sentence_offsets_;
  NpyAppender paragraph_offsets_;
  NpyAppender article_ids_;
  NpyAppender words_;
  NpyAppender matrix_offsets_;
  NpyAppender matrix_cells_;
  VocabularyColumns surfaces_;
  VocabularyColumns forms_;
  VocabularyColumns stems_;
  std::vector<Large<TypeIds>> type_ids_;  ///< by analyzer, by AnalyzedText::types
  Large<std::uint32_t> cell_of_;          ///< per form: one more than its cell in the row that is counted
  std::vector<std::uint32_t> row_;        ///< form, count, form, count, ...
  Document document_;
  std::vector<NewType> new_types_;  ///< of that document
};

}  // namespace sahafa
