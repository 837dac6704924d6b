#include "index/word_file.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <cstring>
#include <system_error>

#include "text/error.h"

namespace sahafa {
namespace {

[[noreturn]] void fail(const std::filesystem::path& path, std::string_view what) {
  throw Error(
      ErrorCode::malformed,
      fmt::format("{}: {}; remove the folder {} and run `sahafa ingest` on the corpus: it is made again",
                  path.string(), what, path.parent_path().string()));
}

std::size_t size_of(const std::filesystem::path& path) {
  std::error_code failure;
  const std::uintmax_t bytes = std::filesystem::file_size(path, failure);
  if (failure)
    throw Error(
        ErrorCode::not_found,
        fmt::format("{}: not there; remove the folder {} and run `sahafa ingest` on the corpus: it is made "
                    "again",
                    path.string(), path.parent_path().string()));
  if (bytes < sizeof(WordFileHeader)) fail(path, "shorter than it says");
  return bytes;
}

[[noreturn]] void fail_table() {
  throw Error(
      ErrorCode::malformed,
      "the words of the index are damaged; remove the folder index of the corpus and run `sahafa ingest`: it "
      "is made again");
}

/// Elements [bounds[number], bounds[number + 1]) of `all`.
template <class T>
std::span<const T> part_of(std::span<const T> all, std::span<const std::uint32_t> bounds,
                           std::uint32_t number) {
  const std::uint32_t begin = bounds[number];
  const std::uint32_t end = bounds[number + 1];
  if (begin > end || end > all.size()) fail_table();
  return all.subspan(begin, end - begin);
}

}  // namespace

bool ends_before(std::string_view one, std::string_view other) {
  return std::lexicographical_compare(one.rbegin(), one.rend(), other.rbegin(), other.rend());
}

std::uint32_t WordTable::lower_bound(std::string_view string) const {
  std::uint32_t low = 0;
  for (std::uint32_t high = size(); low < high;) {
    const std::uint32_t middle = low + (high - low) / 2;
    if (at(middle) < string) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

std::optional<std::uint32_t> WordTable::find(std::string_view string) const {
  const std::uint32_t number = lower_bound(string);
  return number < size() && at(number) == string ? std::optional(number) : std::nullopt;
}

std::string_view WordTable::at(std::uint32_t number) const {
  const std::span<const char> string = part_of(std::span<const char>(text_), begins_, number);
  return {string.data(), string.size()};
}

std::span<const std::uint32_t> WordTable::types(std::uint32_t number) const {
  return part_of(types_, refs_, number);
}

std::span<const std::uint8_t> WordTable::tags(std::uint32_t number) const {
  return part_of(tags_, refs_, number);
}

bool WordTable::is_sought(std::uint32_t number) const {
  return std::ranges::any_of(tags(number), [](std::uint8_t tag) { return tag != kWordOnly; });
}

std::vector<std::uint32_t> WordTable::containing(std::string_view letters) const {
  std::vector<std::uint32_t> found;
  for (std::size_t at = text_.find(letters); at != std::string_view::npos; at = text_.find(letters, at)) {
    const auto next = std::ranges::upper_bound(begins_, at);
    if (next == begins_.end() || next == begins_.begin()) fail_table();
    const bool within = at + letters.size() <= *next;  // not over the edge of two
    if (within) found.push_back(static_cast<std::uint32_t>(next - begins_.begin() - 1));
    at = within ? *next : at + 1;
  }
  return found;
}

WordFile::WordFile(const std::filesystem::path& path) : file_(path, size_of(path)) {
  std::memcpy(&header_, file_.data(), sizeof header_);
  check(path);
  list_begins_ = values<std::uint64_t>(WordSection::list_begins);
  articles_ = values<std::uint32_t>(WordSection::type_articles);
  parts_ = values<std::uint8_t>(WordSection::type_parts);
  skip_types_ = values<std::uint32_t>(WordSection::skip_types);
  endings_ = values<std::uint32_t>(WordSection::form_endings);
  article_words_ = values<std::uint32_t>(WordSection::article_words);
  title_ends_ = values<std::uint32_t>(WordSection::article_titles);
  forms_.emplace(table(WordSection::form_text, WordSection::form_types));
  keys_.emplace(table(WordSection::key_text, WordSection::key_types));
}

void WordFile::check(const std::filesystem::path& path) const {
  if (header_.magic != WordFileHeader().magic || header_.bytes != file_.size())
    fail(path, "no file of words, or shorter than it says");
  for (const auto& [begin, bytes] : header_.sections) {
    if (begin % 8 != 0 || begin > file_.size() || bytes > file_.size() - begin) fail(path, "damaged");
  }
  const std::size_t range = header_.last_article + std::size_t{1} - header_.first_article;
  const auto has = [&](WordSection which, std::size_t bytes) {
    if (section(which).size() != bytes) fail(path, "damaged");
  };
  has(WordSection::list_begins, (header_.types + std::size_t{1}) * 8);
  has(WordSection::skip_begins, section(WordSection::skip_types).size() + 4);
  has(WordSection::type_articles, std::size_t{header_.types} * 4);
  has(WordSection::type_parts, header_.types);
  has(WordSection::form_begins, (header_.forms + std::size_t{1}) * 4);
  has(WordSection::form_refs, (header_.forms + std::size_t{1}) * 4);
  has(WordSection::form_endings, std::size_t{header_.forms} * 4);
  has(WordSection::key_begins, (header_.keys + std::size_t{1}) * 4);
  has(WordSection::key_refs, (header_.keys + std::size_t{1}) * 4);
  has(WordSection::article_words, range * 4);
  has(WordSection::article_titles, range * 4);
  has(WordSection::form_types, section(WordSection::form_tags).size() * 4);
  has(WordSection::key_types, section(WordSection::key_tags).size() * 4);
}

std::span<const std::byte> WordFile::section(WordSection which) const {
  const auto& [begin, bytes] = header_.sections[static_cast<std::size_t>(which)];
  return {file_.data() + begin, bytes};
}

template <class T>
std::span<const T> WordFile::values(WordSection which) const {
  const std::span<const std::byte> bytes = section(which);
  return {reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T)};
}

WordTable WordFile::table(WordSection text, WordSection types) const {
  const auto after = [](WordSection which, int by) {
    return static_cast<WordSection>(static_cast<int>(which) + by);
  };
  const std::span<const std::byte> strings = section(text);
  return {{reinterpret_cast<const char*>(strings.data()), strings.size()},
          values<std::uint32_t>(after(text, 1)),
          values<std::uint32_t>(after(text, 2)),
          values<std::uint32_t>(types),
          values<std::uint8_t>(after(types, 1))};
}

std::span<const std::byte> WordFile::list_bytes(std::uint32_t type) const {
  const std::span<const std::byte> lists = section(WordSection::lists);
  if (type >= types()) fail_table();
  const std::uint64_t begin = list_begins_[type];
  const std::uint64_t end = list_begins_[type + 1];
  if (begin > end || end > lists.size()) fail_table();
  return lists.subspan(begin, end - begin);
}

WordListReader WordFile::list(std::uint32_t type) const {
  std::span<const WordListSkip> skips;
  if (const auto found = std::ranges::lower_bound(skip_types_, type);
      found != skip_types_.end() && *found == type) {
    const auto number = static_cast<std::uint32_t>(found - skip_types_.begin());
    skips = part_of(values<WordListSkip>(WordSection::skips), values<std::uint32_t>(WordSection::skip_begins),
                    number);
  }
  return {list_bytes(type), positions(), skips};
}

WordListReader WordFile::sentences() const {
  return {sentence_bytes(), true, values<WordListSkip>(WordSection::sentence_skips)};
}

std::uint32_t WordFile::articles(std::uint32_t type) const {
  if (type >= types()) fail_table();
  return articles_[type];
}

std::uint8_t WordFile::parts(std::uint32_t type) const {
  if (type >= types()) fail_table();
  return parts_[type];
}

bool WordFile::is_intact() const {
  return XXH3_64bits(file_.data() + sizeof header_, file_.size() - sizeof header_) == header_.name;
}

}  // namespace sahafa
