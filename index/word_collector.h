// Gathers the words of a range of articles for a file of words (word_file.h).
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "corpus/article.h"
#include "index/search_keys.h"
#include "index/word_file_writer.h"
#include "index/word_places.h"

namespace sahafa {

/// An article read: its words by type and position.
struct ArticleRead {
  ArticleId id;
  std::vector<PlacedWord> words;         ///< in order
  std::vector<std::uint32_t> sentences;  ///< first positions, ascending
  std::uint32_t title_end = 0;           ///< position behind the title
};

/// Not thread-safe.
class WordCollector {
 public:
  explicit WordCollector(bool positions) : positions_(positions) {}

  /// Articles come in order of their ids, all read with one SearchKeys, which outlives this.
  void add(const ArticleRead& article);

  /// Writes what was gathered. Returns the name of the content (word_file_writer.h). Throws Error: disk_full, unreadable.
  std::uint64_t write(const std::filesystem::path& path);

 private:
  struct Type {
    const WordKeys* keys = nullptr;
    std::string list;
    std::uint32_t articles = 0;
    std::uint32_t last = 0;  ///< article
  };

  std::uint32_t type_of(const WordKeys& keys);
  void add_places(Type& type, std::span<const std::uint64_t> places, std::uint32_t article);

  bool positions_;
  std::vector<std::uint32_t> by_number_;  ///< of WordKeys: number in types_ plus one
  /// Forms that were written in several ways may have the same keys: one type.
  std::unordered_map<std::string, std::uint32_t> by_content_;
  std::vector<Type> types_;
  ArticleWords articles_;
  std::uint32_t last_with_sentences_ = 0;
  std::vector<std::uint64_t> places_;  ///< of the article at hand: type, position
  std::vector<std::uint32_t> scratch_;
};

}  // namespace sahafa
