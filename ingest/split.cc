#include "ingest/split.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "ingest/letters.h"
#include "ingest/lines.h"
#include "ingest/repeats.h"

namespace sahafa {
namespace {

constexpr std::size_t kLongestTextBytes = std::size_t{4} << 20;
constexpr std::size_t kLongestCreditLetters = 40;  // a longer line between two copies is a standfirst
constexpr std::size_t kFewLetters = 14;            // about two words

bool is_copy(const Repeat& chain, std::size_t first_end, std::size_t end) {
  const std::size_t here = end - chain.at;
  const auto [shorter, longer] = std::minmax(first_end, here);
  const bool same_beginning = chain.from * 3 <= first_end;
  return same_beginning && chain.matched * 5 >= shorter * 4 && chain.matched * 5 >= longer * 2;
}

std::vector<std::u16string_view> figures_in(const Letters& text, std::uint32_t begin, std::uint32_t end) {
  std::vector<std::u16string_view> figures;
  for (const Span& figure : text.figures) {
    if (figure.begin >= begin && figure.end <= end)
      figures.push_back(std::u16string_view(text.letters).substr(figure.begin, figure.size()));
  }
  std::ranges::sort(figures);
  return figures;
}

// A second copy tells the figures of the first. Results, prices and decisions that one formula tells, line after line, are alike in all but
// these.
bool tells_same_figures(const Letters& text, const Repeat& chain) {
  constexpr std::size_t kFewFigures = 3;  // may all be those of an edit
  const auto first = figures_in(text, chain.from, chain.from_end);
  const auto second = figures_in(text, chain.at, chain.at_end);
  const std::size_t fewer = std::min(first.size(), second.size());
  if (fewer <= kFewFigures) return true;
  std::vector<std::u16string_view> shared;
  std::ranges::set_intersection(first, second, std::back_inserter(shared));
  return shared.size() * 2 >= fewer;
}

// Drops chains that are no copies, the least matched first: what stands between the others then belongs to
// the copy before.
std::vector<Repeat> keep_copies(std::vector<Repeat> chains, std::size_t letters) {
  while (!chains.empty()) {
    auto worst = chains.end();
    for (auto chain = chains.begin(); chain != chains.end(); ++chain) {
      const std::size_t end = chain + 1 == chains.end() ? letters : (chain + 1)->at;
      if (!is_copy(*chain, chains.front().at, end) &&
          (worst == chains.end() || chain->matched < worst->matched))
        worst = chain;
    }
    if (worst == chains.end()) break;
    chains.erase(worst);
  }
  return chains;
}

// Byte at which the copy of `chain` begins: the beginning of its line, unless more than a few letters of
// something else stand before it there; earlier where lines before it are its standfirst.
std::uint32_t begin_of_copy(std::string_view text, std::span<const std::uint32_t> places, const Repeat& chain,
                            std::size_t shared_end) {
  const std::uint32_t first = places[chain.at];
  const std::size_t line_end = text.find_last_of("\r\n", first);
  const std::uint32_t line =
      line_end == std::string_view::npos ? 0 : static_cast<std::uint32_t>(line_end + 1);
  const auto letters_before = [&](std::uint32_t byte) {
    return chain.at - static_cast<std::size_t>(std::ranges::lower_bound(places, byte) - places.begin());
  };
  if (letters_before(line) > kFewLetters) return first;
  if (chain.from > kFewLetters || shared_end >= chain.at) return line;
  const Span between{places[shared_end], line};
  for (const Span relative : split_lines(slice(text, between))) {
    const Span place{between.begin + relative.begin, between.begin + relative.end};
    const bool whole_line = relative.begin > 0;
    if (whole_line && letters_before(place.begin) - letters_before(place.end) > kLongestCreditLetters)
      return place.begin;
  }
  return line;
}

}  // namespace

std::vector<Span> split_copies(std::string_view text) {
  const Span whole = trim_span(text, {0, static_cast<std::uint32_t>(text.size())});
  if (text.size() > kLongestTextBytes) return {whole};
  const Letters stream = letters_of(text);
  std::vector<Repeat> repeats = chain_repeats(find_repeats(stream.letters));
  std::erase_if(repeats, [&](const Repeat& chain) { return !tells_same_figures(stream, chain); });
  const std::vector<Repeat> chains = keep_copies(std::move(repeats), stream.letters.size());
  if (chains.empty()) return {whole};
  const std::vector<std::uint32_t> places = places_of_letters(text);
  std::vector<Span> copies;
  std::uint32_t begin = whole.begin;
  std::size_t shared_end = chains.front().from_end;
  for (const Repeat& chain : chains) {
    const std::uint32_t next = begin_of_copy(text, places, chain, shared_end);
    copies.push_back(trim_span(text, {begin, next}));
    begin = next;
    shared_end = chain.at_end;
  }
  copies.push_back(trim_span(text, {begin, whole.end}));
  return copies;
}

std::vector<Span> copies_in_record(std::string_view source, Span record, std::size_t copies) {
  if (copies < 2) return {record};
  std::vector<Span> spans = split_copies(slice(source, record));
  if (spans.size() != copies) return {record};
  for (Span& span : spans) span = {span.begin + record.begin, span.end + record.begin};
  return spans;
}

Span longest_copy(const std::vector<Span>& copies) {
  return *std::ranges::max_element(copies, {}, &Span::size);
}

}  // namespace sahafa
