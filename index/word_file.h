// The words of a range of articles and where they stand, as one mapped file of the index folder: what Xapian has no place for or takes long to
// tell. A word type is a form with its keys (search_keys.h); types are numbered by form, then by keys. Forms and keys are sorted and lead to the
// types that have them. FORMAT.md describes the bytes; word_file_writer.h makes them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "index/npy_file.h"
#include "index/word_list.h"

namespace sahafa {

/// The parts of the file, one after the other, each at a multiple of eight bytes.
enum class WordSection : std::uint8_t {
  lists,          ///< of all types, word_list.h
  list_begins,    ///< u64, types + 1: bytes in `lists`
  skips,          ///< WordListSkip of all lists that have some, one list after the other
  skip_types,     ///< u32: types whose lists have some, ascending
  skip_begins,    ///< u32, skip_types + 1: numbers in `skips`
  type_articles,  ///< u32, types: articles that have it
  type_parts,     ///< u8, types: positions that it takes
  form_text,      ///< forms in order of their bytes, one after the other
  form_begins,    ///< u32, forms + 1: bytes in `form_text`
  form_refs,      ///< u32, forms + 1: numbers in the two that follow
  form_types,     ///< u32: types that have the form
  form_tags,      ///< u8: kOtherForm, kOwnForm or kWordOnly
  form_endings,   ///< u32, forms: the forms in order of their last letters
  key_text,       ///< as for forms
  key_begins,
  key_refs,
  key_types,
  key_tags,        ///< u8: part of the compound that has the key, or kClosedKey
  article_words,   ///< u32 by article from the first to the last of the range: its words
  article_titles,  ///< u32 by article: position behind its title
  sentences,       ///< a list with the first positions of sentences
  sentence_skips,  ///< WordListSkip of that list
};
inline constexpr std::size_t kWordSections = 22;

inline constexpr std::uint8_t kOtherForm = 0;  ///< a part of the word, or the word behind its article
inline constexpr std::uint8_t kOwnForm = 1;    ///< the whole word as it is written, folded
inline constexpr std::uint8_t kWordOnly =
    2;  ///< the same where patterns do not look for it: "c.n.s.s." is found as "cnss"
inline constexpr std::uint8_t kClosedKey = 255;

struct WordFileHeader {
  std::uint64_t magic = 0x3144524F57464853;  ///< "SHFWORD1"
  std::uint64_t name = 0;                    ///< XXH3 of what follows the header
  std::uint64_t bytes = 0;                   ///< of the file
  std::uint64_t words = 0;                   ///< of all articles
  std::uint32_t positions = 0;               ///< 1: lists have them
  std::uint32_t types = 0;
  std::uint32_t forms = 0;
  std::uint32_t keys = 0;
  std::uint32_t first_article = 1;
  std::uint32_t last_article = 0;  ///< below the first: there is none
  struct Section {
    std::uint64_t begin = 0;  ///< in the file
    std::uint64_t bytes = 0;
  };
  std::array<Section, kWordSections> sections{};
};

/// The order of form_endings: by the last letters first.
bool ends_before(std::string_view one, std::string_view other);

/// Strings in order of their bytes, each with the word types that have it. Throws Error(malformed) where the bytes of the file are not
/// what was written.
class WordTable {
 public:
  WordTable(std::string_view text, std::span<const std::uint32_t> begins, std::span<const std::uint32_t> refs,
            std::span<const std::uint32_t> types, std::span<const std::uint8_t> tags)
      : text_(text), begins_(begins), refs_(refs), types_(types), tags_(tags) {}

  std::uint32_t size() const { return static_cast<std::uint32_t>(begins_.size() - 1); }
  std::string_view at(std::uint32_t number) const;
  /// The first one that is not before `string`; size() when all are. O(log size).
  std::uint32_t lower_bound(std::string_view string) const;
  std::optional<std::uint32_t> find(std::string_view string) const;
  /// Whether it is a form that patterns look for.
  bool is_sought(std::uint32_t number) const;
  /// Those that have these letters somewhere, ascending. O(bytes of all).
  std::vector<std::uint32_t> containing(std::string_view letters) const;

  std::span<const std::uint32_t> types(std::uint32_t number) const;
  /// What each of types() has to do with it.
  std::span<const std::uint8_t> tags(std::uint32_t number) const;

 private:
  std::string_view text_;
  std::span<const std::uint32_t> begins_;
  std::span<const std::uint32_t> refs_;
  std::span<const std::uint32_t> types_;
  std::span<const std::uint8_t> tags_;
};

/// Immutable. What the views point to lives as long as this does, also after a move.
class WordFile {
 public:
  /// Throws Error: not_found, malformed (naming the file) when it is no whole file of this format.
  explicit WordFile(const std::filesystem::path& path);

  std::uint64_t name() const { return header_.name; }
  bool positions() const { return header_.positions != 0; }
  std::uint32_t types() const { return header_.types; }
  std::uint32_t first_article() const { return header_.first_article; }
  std::uint32_t last_article() const { return header_.last_article; }
  std::size_t bytes() const { return file_.size(); }
  std::uint64_t words() const { return header_.words; }

  WordListReader list(std::uint32_t type) const;
  std::span<const std::byte> list_bytes(std::uint32_t type) const;
  std::uint32_t articles(std::uint32_t type) const;
  std::uint8_t parts(std::uint32_t type) const;

  const WordTable& forms() const { return *forms_; }
  const WordTable& keys() const { return *keys_; }
  /// Numbers of forms, in order of their last letters.
  std::span<const std::uint32_t> endings() const { return endings_; }

  /// By article, from first_article() on.
  std::span<const std::uint32_t> article_words() const { return article_words_; }
  std::span<const std::uint32_t> title_ends() const { return title_ends_; }
  std::span<const std::byte> sentence_bytes() const { return section(WordSection::sentences); }
  WordListReader sentences() const;

  /// Whether the bytes are those that were written. O(bytes).
  bool is_intact() const;

 private:
  std::span<const std::byte> section(WordSection which) const;
  template <class T>
  std::span<const T> values(WordSection which) const;
  /// The table whose sections begin with `text`.
  WordTable table(WordSection text, WordSection types) const;
  void check(const std::filesystem::path& path) const;

  MappedFile file_;
  WordFileHeader header_;
  std::span<const std::uint64_t> list_begins_;
  std::span<const std::uint32_t> articles_;
  std::span<const std::uint8_t> parts_;
  std::span<const std::uint32_t> skip_types_;
  std::span<const std::uint32_t> endings_;
  std::span<const std::uint32_t> article_words_;
  std::span<const std::uint32_t> title_ends_;
  std::optional<WordTable> forms_;
  std::optional<WordTable> keys_;
};

}  // namespace sahafa
