// Fields of articles from the columns of the token store (document_columns.h): mapped, so that a few matches cost no reading of a hundred
// thousand others. For who has the index open already; an article is found as in the index.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "corpus/corpus.h"
#include "index/article_fields.h"
#include "index/npy_file.h"
#include "index/numbered_texts.h"

namespace sahafa {

/// A column of NumPy's bytes of fixed width ("|S10"), mapped.
class TextColumn {
 public:
  /// Throws Error(malformed) for another file, or one of fewer values.
  TextColumn(const std::filesystem::path& path, std::size_t count);
  /// Without the zeros that fill it up.
  std::string_view at(std::size_t row) const;
  /// All of them.
  NumberedTexts number() const;

 private:
  /// With the zeros.
  std::string_view bytes_of(std::size_t row) const;

  MappedFile file_;
  std::size_t count_;
  std::size_t width_;
};

/// Immutable after loading; views of it live as long as it does.
class StoredFields {
 public:
  /// nullopt when the store is missing, damaged, or of another revision of corpus.db than `revision`: the index is to be asked then.
  static std::optional<StoredFields> find(const Corpus& corpus, std::int64_t revision);

  /// The fields of these articles, ascending; nullopt when one is not in the store.
  std::optional<std::vector<ArticleFields>> read(std::span<const ArticleId> articles) const;

  /// One entry an article in each, by ascending id.
  std::span<const std::int64_t> articles() const { return articles_.values(); }
  std::span<const std::int64_t> clusters() const { return clusters_.values(); }
  std::span<const std::uint32_t> words() const { return words_.values(); }
  std::span<const std::uint32_t> copies() const { return copies_.values(); }
  const TextColumn& outlets() const { return outlets_; }
  const TextColumn& langs() const { return langs_; }
  const TextColumn& dates() const { return dates_; }
  const TextColumn& genres() const { return genres_; }

 private:
  StoredFields(const std::filesystem::path& folder, std::size_t count);

  NpyColumn<std::int64_t> articles_;
  NpyColumn<std::int64_t> clusters_;
  NpyColumn<std::uint32_t> words_;
  NpyColumn<std::uint32_t> copies_;
  TextColumn outlets_;
  TextColumn langs_;
  TextColumn dates_;
  TextColumn genres_;
};

}  // namespace sahafa
