// The tokens of a corpus as columns of integers, mapped from disk: what every count, table and measure reads.
// Made by update_tokens (token_store_writer.h); the layout is described in FORMAT.md. Not for finding
// articles: that is index_reader.h. Immutable after loading; may be used from several threads, also while a
// writer appends.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "corpus/article.h"
#include "index/npy_file.h"
#include "index/term_count.h"
#include "index/token_store_format.h"
#include "text/tokenize.h"

namespace sahafa {

/// Strings by id, ids by first appearance in the corpus (article order); an id never changes its string.
class Vocabulary {
 public:
  Vocabulary(NpyColumn<std::uint8_t> text, NpyColumn<std::uint64_t> offsets);

  std::size_t size() const { return offsets_.values().size() - 1; }
  /// Precondition: id < size(). The view lives as long as the store.
  std::string_view get(std::uint32_t id) const;
  /// The id of exactly this string. Looks at all of them: O(size()), about a millisecond for 250,000 types.
  std::optional<std::uint32_t> find(std::string_view string) const;

 private:
  NpyColumn<std::uint8_t> text_;
  NpyColumn<std::uint64_t> offsets_;
};

/// One document is one article's text (its title is not in it), in ascending order of article ids. Every
/// token counts, marks included: filter by kind.
class TokenStore {
 public:
  /// Maps the store in `directory` (Corpus::tokens_path()). Throws Error: not_found when none was made,
  /// malformed, newer_format, or unreadable; malformed also when another analysis made it.
  static TokenStore load(const std::filesystem::path& directory);

  std::size_t tokens() const { return record_.tokens; }
  std::size_t documents() const { return record_.documents; }
  std::size_t sentences() const { return record_.sentences; }
  std::size_t paragraphs() const { return record_.paragraphs; }

  /// Per token: id of the word as it is written (Vocabulary surfaces()).
  std::span<const std::uint32_t> surface_ids() const { return surface_ids_.values(); }
  /// Per token: id of the folded form (Vocabulary forms()).
  std::span<const std::uint32_t> form_ids() const { return form_ids_.values(); }
  /// Per token: id of the folded stem (Vocabulary stems()).
  std::span<const std::uint32_t> stem_ids() const { return stem_ids_.values(); }
  /// Per token: first byte in the text of its article.
  std::span<const std::uint32_t> begins() const { return begins_.values(); }
  /// Per token: a TokenKind.
  std::span<const std::uint8_t> kinds() const { return kinds_.values(); }
  TokenKind kind(std::size_t token) const { return static_cast<TokenKind>(kinds()[token]); }

  /// documents() + 1 token indices: document d has the tokens [offsets[d], offsets[d + 1]).
  std::span<const std::uint64_t> document_offsets() const { return document_offsets_.values(); }
  /// sentences() + 1 token indices, as for documents. No sentence crosses a document.
  std::span<const std::uint64_t> sentence_offsets() const { return sentence_offsets_.values(); }
  /// paragraphs() + 1 token indices, as for documents.
  std::span<const std::uint64_t> paragraph_offsets() const { return paragraph_offsets_.values(); }
  /// How often each form stands in a document as a word (marks and numbers left out), by first appearance. Throws
  /// Error(malformed) for a damaged file.
  std::span<const TermCount> matrix_row(std::size_t document) const;
  /// Per document: its words, marks and numbers left out.
  std::span<const std::uint32_t> words() const { return words_.values(); }
  /// Per document: ArticleId::value, ascending.
  std::span<const std::int64_t> article_ids() const { return article_ids_.values(); }
  /// The document of an article; nullopt if the store does not have it. O(log documents).
  std::optional<std::size_t> find_document(ArticleId article) const;

  const Vocabulary& surfaces() const { return surfaces_; }
  const Vocabulary& forms() const { return forms_; }
  const Vocabulary& stems() const { return stems_; }
  std::string_view surface(std::uint32_t id) const { return surfaces_.get(id); }
  std::string_view form(std::uint32_t id) const { return forms_.get(id); }
  std::string_view stem(std::uint32_t id) const { return stems_.get(id); }

  /// Catalogue revision up to which the store is complete; -1 if its update was interrupted.
  std::int64_t revision() const { return record_.revision; }
  /// Names the content (token_store_format.h).
  std::uint64_t hash() const { return record_.hash; }
  /// Names the tokenisation, to be printed with every table made from it.
  const std::string& analysis() const { return record_.analysis; }

 private:
  TokenStore(const std::filesystem::path& directory, TokenStoreRecord record);

  TokenStoreRecord record_;
  NpyColumn<std::uint32_t> surface_ids_;
  NpyColumn<std::uint32_t> form_ids_;
  NpyColumn<std::uint32_t> stem_ids_;
  NpyColumn<std::uint32_t> begins_;
  NpyColumn<std::uint8_t> kinds_;
  NpyColumn<std::uint64_t> document_offsets_;
  NpyColumn<std::uint64_t> sentence_offsets_;
  NpyColumn<std::uint64_t> paragraph_offsets_;
  NpyColumn<std::int64_t> article_ids_;
  NpyColumn<std::uint32_t> words_;
  NpyColumn<std::uint64_t> matrix_offsets_;
  NpyColumn<std::uint32_t> matrix_cells_;
  Vocabulary surfaces_;
  Vocabulary forms_;
  Vocabulary stems_;
};

}  // namespace sahafa
