#include "index/word_file_writer.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>
#include <xxhash.h>

#include <algorithm>
#include <cerrno>
#include <numeric>

#include "corpus/whole_file.h"

namespace sahafa {
namespace {

constexpr std::string_view kPadding("\0\0\0\0\0\0\0", 7);

std::vector<std::uint32_t> order_by_ending(const WordTableDraft& forms) {
  std::vector<std::uint32_t> order(forms.size());
  std::iota(order.begin(), order.end(), 0U);
  const auto form = [&](std::uint32_t number) {
    return std::string_view(forms.text)
        .substr(forms.begins[number], forms.begins[number + 1] - forms.begins[number]);
  };
  std::ranges::sort(order, ends_before, form);
  return order;
}

}  // namespace

struct WordFileWriter::Hash {
  struct Free {
    void operator()(XXH3_state_t* state) const { XXH3_freeState(state); }
  };
  Hash() : state(XXH3_createState()) { XXH3_64bits_reset(state.get()); }
  std::unique_ptr<XXH3_state_t, Free> state;
};

WordFileWriter::WordFileWriter(const std::filesystem::path& path, bool positions)
    : path_(path), hash_(std::make_unique<Hash>()) {
  errno = 0;
  file_.open(path, std::ios::binary | std::ios::trunc);
  if (!file_) throw_write_error(path, errno);
  header_.positions = positions ? 1 : 0;
  file_.write(reinterpret_cast<const char*>(&header_), sizeof header_);
  written_ = sizeof header_;
  begin_section(WordSection::lists);
}

WordFileWriter::~WordFileWriter() = default;

void WordFileWriter::write(const void* bytes, std::size_t count) {
  XXH3_64bits_update(hash_->state.get(), bytes, count);
  file_.write(static_cast<const char*>(bytes), static_cast<std::streamsize>(count));
  written_ += count;
}

void WordFileWriter::begin_section(WordSection which) {
  write(kPadding.data(), (8 - written_ % 8) % 8);
  header_.sections[static_cast<std::size_t>(which)].begin = written_;
}

void WordFileWriter::end_section(WordSection which) {
  auto& section = header_.sections[static_cast<std::size_t>(which)];
  section.bytes = written_ - section.begin;
}

template <class T>
void WordFileWriter::write_section(WordSection which, const T& values) {
  begin_section(which);
  write(values.data(), values.size() * sizeof(*values.data()));
  end_section(which);
}

void WordFileWriter::write_table(WordSection text, const WordTableDraft& table) {
  const auto after = [&](int by) { return static_cast<WordSection>(static_cast<int>(text) + by); };
  const bool has_endings = text == WordSection::form_text;
  write_section(text, table.text);
  write_section(after(1), table.begins);
  write_section(after(2), table.refs);
  write_section(after(3), table.types);
  write_section(after(4), table.tags);
  if (has_endings) write_section(WordSection::form_endings, order_by_ending(table));
}

void WordFileWriter::add_type(std::string_view list, std::uint32_t articles, std::uint8_t parts) {
  write(list.data(), list.size());
  list_begins_.push_back(list_begins_.back() + list.size());
  if (articles >= 2 * kSkipArticles) {
    const std::vector<WordListSkip> skips =
        find_skips(std::as_bytes(std::span(list)), header_.positions != 0);
    skips_.insert(skips_.end(), skips.begin(), skips.end());
    skip_types_.push_back(static_cast<std::uint32_t>(type_parts_.size()));
    skip_begins_.push_back(static_cast<std::uint32_t>(skips_.size()));
  }
  type_articles_.push_back(articles);
  type_parts_.push_back(parts);
}

std::uint64_t WordFileWriter::finish(const WordTableDraft& forms, const WordTableDraft& keys,
                                     const ArticleWords& articles) {
  end_section(WordSection::lists);
  write_section(WordSection::list_begins, list_begins_);
  write_section(WordSection::skips, skips_);
  write_section(WordSection::skip_types, skip_types_);
  write_section(WordSection::skip_begins, skip_begins_);
  write_section(WordSection::type_articles, type_articles_);
  write_section(WordSection::type_parts, type_parts_);
  write_table(WordSection::form_text, forms);
  write_table(WordSection::key_text, keys);
  write_section(WordSection::article_words, articles.words);
  write_section(WordSection::article_titles, articles.titles);
  write_section(WordSection::sentences, articles.sentences);
  write_section(WordSection::sentence_skips, find_skips(std::as_bytes(std::span(articles.sentences)), true));
  header_.name = XXH3_64bits_digest(hash_->state.get());
  header_.bytes = written_;
  header_.words = std::accumulate(articles.words.begin(), articles.words.end(), std::uint64_t{0});
  header_.types = static_cast<std::uint32_t>(type_parts_.size());
  header_.forms = forms.size();
  header_.keys = keys.size();
  header_.first_article = articles.first;
  header_.last_article = articles.first + static_cast<std::uint32_t>(articles.words.size()) - 1;
  errno = 0;
  file_.seekp(0);
  file_.write(reinterpret_cast<const char*>(&header_), sizeof header_);
  file_.flush();
  if (!file_) throw_write_error(path_, errno != 0 ? errno : EIO);
  file_.close();
  const FileDescriptor written(path_, O_RDONLY);
  if (::fsync(written.get()) != 0) throw_write_error(path_, errno);
  return header_.name;
}

std::string word_file_name(std::uint64_t name) { return fmt::format("words.{:016x}", name); }

}  // namespace sahafa
