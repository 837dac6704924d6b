#include "corpus/bilingual.h"

#include <fmt/format.h>

#include <charconv>

#include "corpus/hash.h"
#include "text/error.h"

namespace sahafa {

extern const std::string_view kBilingualTsv;

namespace {

/// Cuts the part before `separator` off `rest`; all of it where there is none.
std::string_view take_until(std::string_view& rest, char separator) {
  const std::size_t at = rest.find(separator);
  const std::string_view part = rest.substr(0, at);
  rest.remove_prefix(at == std::string_view::npos ? rest.size() : at + 1);
  return part;
}

std::vector<std::string> words_of(std::string_view column) {
  std::vector<std::string> words;
  while (!column.empty()) {
    const std::string_view word = take_until(column, ' ');
    if (!word.empty()) words.emplace_back(word);
  }
  return words;
}

BilingualRow read_row(std::string_view line, std::size_t number, std::string_view origin) {
  const std::string_view weight = take_until(line, '\t');
  BilingualRow row;
  const auto [end, error] = std::from_chars(weight.data(), weight.data() + weight.size(), row.weight);
  row.french = words_of(take_until(line, '\t'));
  row.arabic = words_of(line);
  if (error != std::errc() || end != weight.data() + weight.size() || row.weight < 0.0 ||
      (row.french.empty() && row.arabic.empty())) {
    throw Error(ErrorCode::malformed,
                fmt::format("{}: line {}: expected weight, French words and Arabic words with tabs between",
                            origin, number));
  }
  return row;
}

}  // namespace

const BilingualList& BilingualList::bundled() {
  static const BilingualList list = read(kBilingualTsv, "corpus/bilingual.tsv");
  return list;
}

BilingualList BilingualList::read(std::string_view tsv, std::string_view origin) {
  BilingualList list;
  list.hash_ = content_hash(tsv);
  for (std::size_t number = 1; !tsv.empty(); ++number) {
    const std::string_view line = take_until(tsv, '\n');
    if (!line.empty() && line.front() != '#') list.rows_.push_back(read_row(line, number, origin));
  }
  return list;
}

}  // namespace sahafa
