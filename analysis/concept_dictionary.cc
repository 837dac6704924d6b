#include "analysis/concept_dictionary.h"

#include <algorithm>
#include <filesystem>
#include <optional>

#include <fmt/format.h>

#include "analysis/separated_lines.h"
#include "corpus/codebook.h"
#include "text/error.h"

namespace sahafa {
namespace {

class DictionaryBuilder {
 public:
  void add(const std::string& name, std::string term) {
    const auto [slot, is_new] = numbers_.emplace(name, static_cast<std::uint32_t>(numbers_.size()));
    if (is_new) dictionary_.concepts.push_back(name);
    dictionary_.terms.emplace_back(slot->second, std::move(term));
  }
  ConceptDictionary finish() { return std::move(dictionary_); }

 private:
  std::unordered_map<std::string, std::uint32_t> numbers_;
  ConceptDictionary dictionary_;
};

std::vector<std::string_view> words_of(std::string_view term) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < term.size();) {
    const std::size_t begin = term.find_first_not_of(' ', at);
    if (begin == std::string_view::npos) break;
    at = std::min(term.find(' ', begin), term.size());
    words.push_back(term.substr(begin, at - begin));
  }
  return words;
}

}  // namespace

ConceptDictionary parse_concepts(std::string_view text, std::string_view name) {
  DictionaryBuilder builder;
  std::optional<char> separator;
  bool is_empty = true;
  visit_lines(text, name, [&](std::string_view line, std::size_t number) {
    if (line.starts_with('#')) return;
    const bool first = !separator;
    if (first) separator = separator_of(line);
    std::vector<std::string> cells = split_cells(line, *separator);
    if (first && cells.size() > 1 && cells[0] == "concept" && cells[1] == "term") return;
    if (cells.size() < 2 || cells[0].empty() || words_of(cells[1]).empty()) {
      throw Error(
          ErrorCode::malformed,
          fmt::format("{}: line {}: a concept and one of its terms expected, separated by a tab or a comma",
                      name, number));
    }
    builder.add(cells[0], std::move(cells[1]));
    is_empty = false;
  });
  if (is_empty) {
    throw Error(ErrorCode::malformed,
                fmt::format("{}: no concept; write lines such as victims,assurés", name));
  }
  return builder.finish();
}

ConceptDictionary actor_concepts(const Codebook& codebook) {
  // Names of the codebook may be patterns; only plain words can be counted.
  constexpr std::string_view kPatternSigns = "*|()[]<>@~+?{}_.";
  DictionaryBuilder builder;
  for (const Actor& actor : codebook.actors()) {
    for (const char* lang : {"fr", "ar"}) {
      const auto names = actor.names.find(lang);
      if (names == actor.names.end()) continue;
      for (const std::string& name : names->second) {
        if (name.find_first_of(kPatternSigns) == std::string::npos) builder.add(actor.id, name);
      }
    }
  }
  return builder.finish();
}

ConceptDictionary find_dictionary(std::string_view name_or_path, const Codebook& codebook) {
  if (name_or_path == "actors") return actor_concepts(codebook);
  const std::filesystem::path path(name_or_path);
  return parse_concepts(load_list(path, "a concept and one of its terms"), path.string());
}

ConceptMatcher::ConceptMatcher(const ConceptDictionary& dictionary, const TermSource& source) {
  for (const auto& [concept_id, text] : dictionary.terms) {
    Term term{concept_id, source.find_sequence(text)};
    if (!term.words.empty()) by_first_[term.words.front()].push_back(std::move(term));
  }
  for (auto& [word, terms] : by_first_) {
    std::ranges::stable_sort(terms, std::greater<>(), [](const Term& term) { return term.words.size(); });
  }
}

std::size_t ConceptMatcher::match_at(std::span<const std::uint32_t> rest,
                                     std::vector<std::uint32_t>& hits) const {
  const auto terms = by_first_.find(rest.front());
  if (terms == by_first_.end()) return 1;
  std::size_t longest = 0;
  for (const Term& term : terms->second) {
    const std::size_t length = term.words.size();
    if (length < longest || length > rest.size()) continue;
    if (!std::ranges::equal(term.words, rest.first(length))) continue;
    if (length == longest && hits.back() == term.concept_id) continue;
    longest = length;
    hits.push_back(term.concept_id);
  }
  return std::max<std::size_t>(longest, 1);
}

void ConceptMatcher::match(std::span<const std::uint32_t> row, std::vector<std::uint32_t>& hits) const {
  hits.clear();
  for (std::size_t i = 0; i < row.size();) i += match_at(row.subspan(i), hits);
}

void ConceptMatcher::match_places(std::span<const std::uint32_t> row,
                                  std::vector<ConceptPlace>& places) const {
  places.clear();
  std::vector<std::uint32_t> hits;
  for (std::size_t i = 0; i < row.size();) {
    hits.clear();
    const std::size_t words = match_at(row.subspan(i), hits);
    for (const std::uint32_t hit : hits) places.push_back({hit, i, words});
    i += words;
  }
}

}  // namespace sahafa
