// Writes a file of words (word_file.h).
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "index/word_file.h"

namespace sahafa {

/// A table that grows string by string, in order of their bytes.
class WordTableDraft {
 public:
  WordTableDraft() : begins{0}, refs{0} {}

  /// `add_ref` calls follow for its types, ascending.
  void add_string(std::string_view string) {
    text += string;
    begins.push_back(static_cast<std::uint32_t>(text.size()));
    refs.push_back(refs.back());
  }
  void add_ref(std::uint32_t type, std::uint8_t tag) {
    types.push_back(type);
    tags.push_back(tag);
    ++refs.back();
  }
  std::uint32_t size() const { return static_cast<std::uint32_t>(begins.size() - 1); }

  std::string text;
  std::vector<std::uint32_t> begins;
  std::vector<std::uint32_t> refs;
  std::vector<std::uint32_t> types;
  std::vector<std::uint8_t> tags;
};

/// What a file has of its articles.
struct ArticleWords {
  std::uint32_t first = 1;            ///< the number of the first
  std::vector<std::uint32_t> words;   ///< of each from the first on; 0 for a number that no article has
  std::vector<std::uint32_t> titles;  ///< position behind its title
  std::string sentences;              ///< list of their first positions
};

/// Lists are written as they come, everything else at the end.
class WordFileWriter {
 public:
  /// Begins the file. Throws Error: disk_full, unreadable.
  WordFileWriter(const std::filesystem::path& path, bool positions);
  ~WordFileWriter();
  WordFileWriter(const WordFileWriter&) = delete;
  WordFileWriter& operator=(const WordFileWriter&) = delete;

  /// The next word type: its list, the articles in it, the positions it takes.
  void add_type(std::string_view list, std::uint32_t articles, std::uint8_t parts);
  /// Returns the name of the content. The file is on the disk then. Throws Error: disk_full, unreadable.
  std::uint64_t finish(const WordTableDraft& forms, const WordTableDraft& keys, const ArticleWords& articles);

 private:
  struct Hash;

  void write(const void* bytes, std::size_t count);
  template <class T>
  void write_section(WordSection which, const T& values);
  void write_table(WordSection text, const WordTableDraft& table);
  void begin_section(WordSection which);
  void end_section(WordSection which);

  std::filesystem::path path_;
  std::ofstream file_;
  WordFileHeader header_;
  std::uint64_t written_ = 0;
  std::vector<std::uint64_t> list_begins_{0};
  std::vector<WordListSkip> skips_;
  std::vector<std::uint32_t> skip_types_;
  std::vector<std::uint32_t> skip_begins_{0};
  std::vector<std::uint32_t> type_articles_;
  std::vector<std::uint8_t> type_parts_;
  std::unique_ptr<Hash> hash_;
};

/// What a file of words is called in the folder of the index.
std::string word_file_name(std::uint64_t name);

}  // namespace sahafa
