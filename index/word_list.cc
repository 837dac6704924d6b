#include "index/word_list.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "text/error.h"

namespace sahafa {
namespace {

void append_number(std::string& list, std::uint32_t value) {
  for (; value >= 0x80U; value >>= 7U) list.push_back(static_cast<char>(value | 0x80U));
  list.push_back(static_cast<char>(value));
}

void append_entry(std::string& list, std::uint32_t step, std::uint32_t count, std::string_view positions) {
  append_number(list, step << 1U | (count == 1 ? 1U : 0U));
  if (count != 1) append_number(list, count);
  if (count >= kCountWithBytes && !positions.empty())
    append_number(list, static_cast<std::uint32_t>(positions.size()));
  list += positions;
}

}  // namespace

void WordListReader::fail() {
  throw Error(
      ErrorCode::malformed,
      "a list of places in the index is damaged; remove the folder index of the corpus and run `sahafa "
      "ingest`: it is made again");
}

void WordListReader::leap(std::uint32_t wanted) {
  // The last one in front of which everything is before what is wanted.
  const auto ahead = skips_.begin() + static_cast<std::ptrdiff_t>(skip_);
  const auto beyond = std::ranges::lower_bound(ahead, skips_.end(), wanted, {}, &WordListSkip::before);
  skip_ = static_cast<std::size_t>(beyond - skips_.begin());
  const WordListSkip& last = *std::prev(beyond);
  if (last.before <= article_) return;
  if (last.byte > static_cast<std::size_t>(end_ - begin_)) fail();
  at_ = begin_ + last.byte;
  article_ = last.before;
  left_ = 0;
  bytes_ = 0;
}

std::vector<WordListSkip> find_skips(std::span<const std::byte> list, bool with_positions) {
  std::vector<WordListSkip> skips;
  WordListReader reader(list, with_positions);
  for (std::uint32_t number = 1; reader.next(); ++number) {
    if (number % kSkipArticles != 0) continue;
    reader.visit_positions([](std::uint32_t) {});
    const std::size_t byte = list.size() - reader.rest().size();
    skips.push_back({reader.article(), static_cast<std::uint32_t>(byte)});
  }
  return skips;
}

void append_article(std::string& list, std::uint32_t before, std::uint32_t article,
                    std::span<const std::uint32_t> positions, bool with_positions) {
  std::string bytes;
  std::uint32_t last = 0;
  for (const std::uint32_t position : positions.first(with_positions ? positions.size() : 0)) {
    append_number(bytes, position - last);
    last = position;
  }
  append_entry(list, article - before, static_cast<std::uint32_t>(positions.size()), bytes);
}

std::uint32_t append_list(std::string& list, std::uint32_t before, std::span<const std::byte> more,
                          bool with_positions) {
  WordListReader reader(more, with_positions);
  if (!reader.next()) return before;
  // Only the distance of the first article is another one here.
  std::vector<std::uint32_t> positions;
  reader.visit_positions([&](std::uint32_t position) { positions.push_back(position); });
  if (!with_positions) positions.resize(reader.count());
  append_article(list, before, reader.article(), positions, with_positions);
  const std::span<const std::byte> rest = reader.rest();
  list.append(reinterpret_cast<const char*>(rest.data()), rest.size());
  while (reader.next()) {
  }
  return reader.article();
}

std::uint32_t append_list_without(std::string& list, std::uint32_t before, std::span<const std::byte> more,
                                  bool with_positions, const DocumentSet& gone, std::uint32_t& articles) {
  WordListReader reader(more, with_positions);
  std::vector<std::uint32_t> positions;
  while (reader.next()) {
    if (gone.has(reader.article())) continue;
    positions.clear();
    reader.visit_positions([&](std::uint32_t position) { positions.push_back(position); });
    positions.resize(reader.count());
    append_article(list, before, reader.article(), positions, with_positions);
    before = reader.article();
    ++articles;
  }
  return before;
}

}  // namespace sahafa
