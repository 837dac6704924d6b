#include "index/spelling.h"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include "index/index_schema.h"
#include "index/search_keys.h"
#include "text/clitics.h"
#include "text/utf8.h"

namespace sahafa {
namespace {

constexpr std::size_t kMostSuggestions = 3;
constexpr std::size_t kLongWord = 6;

std::u32string to_letters(std::string_view text) {
  std::u32string letters;
  for (std::size_t at = 0; at < text.size();) letters += decode_utf8(text, at);
  return letters;
}

/// Insertions, deletions, substitutions and swaps of neighbours between two words (Damerau-Levenshtein, restricted).
std::size_t distance(std::u32string_view one, std::u32string_view other) {
  std::array<std::vector<std::size_t>, 3> rows;
  for (auto& row : rows) row.resize(other.size() + 1);
  for (std::size_t j = 0; j <= other.size(); ++j) rows[0][j] = j;
  for (std::size_t i = 1; i <= one.size(); ++i) {
    auto& row = rows[i % 3];
    const auto& above = rows[(i - 1) % 3];
    row[0] = i;
    for (std::size_t j = 1; j <= other.size(); ++j) {
      row[j] =
          std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (one[i - 1] == other[j - 1] ? 0U : 1U)});
      const bool swapped = i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1];
      if (swapped) row[j] = std::min(row[j], rows[(i + 1) % 3][j - 2] + 1);
    }
  }
  return rows[one.size() % 3][other.size()];
}

/// A cheap bound: letters that one word has and the other has not.
bool may_be_near(std::string_view one, std::string_view other, std::size_t most) {
  std::array<int, 256> counts{};
  for (const char c : one) ++counts[static_cast<unsigned char>(c)];
  for (const char c : other) --counts[static_cast<unsigned char>(c)];
  std::size_t missing = 0;
  std::size_t extra = 0;
  for (const int count : counts)
    (count > 0 ? missing : extra) += static_cast<std::size_t>(count > 0 ? count : -count);
  // A letter of either script has at most two bytes.
  return std::max(missing, extra) <= 2 * most;
}

/// The key of an Arabic word without letters before it, where the index has what then remains.
std::string find_host(const WordStore& words, std::string_view form) {
  std::string key = arabic_key(form);
  for (const CliticReading& reading : read_clitics(key)) {
    const bool clitic = !reading.conjunction.empty() || !reading.preposition.empty();
    if (clitic && reading.pronoun.empty() && words.has_key(reading.host)) key = reading.host;
  }
  return key;
}

}  // namespace

std::vector<std::string> find_near_forms(const WordStore& words, std::string_view form) {
  const std::u32string letters = to_letters(form);
  const std::size_t most = letters.size() < kLongWord ? 1 : 2;
  using Found = std::tuple<std::size_t, std::int64_t, std::string>;  // distance, -frequency
  std::vector<Found> found;
  words.visit_forms({}, [&](std::string_view candidate) {
    if (!may_be_near(form, candidate, most)) return true;
    const std::size_t steps = distance(letters, to_letters(candidate));
    if (steps > 0 && steps <= most)
      found.emplace_back(steps, -count_articles_with_form(words, candidate), candidate);
    return true;
  });
  std::ranges::sort(found);
  std::vector<std::string> forms;
  std::set<std::string> keys;
  for (const Found& one : found) {
    const auto& candidate = std::get<std::string>(one);
    // والصندوق beside الصندوق helps nobody.
    const bool new_word = !is_arabic_word(candidate) || keys.insert(find_host(words, candidate)).second;
    if (new_word && forms.size() < kMostSuggestions) forms.push_back(candidate);
  }
  return forms;
}

std::vector<Suggestion> suggest_spellings(const Xapian::Database& database, const WordStore& words,
                                          const QueryPlan& plan) {
  std::vector<Suggestion> suggestions;
  for (const SoughtWord& word : plan.words) {
    const bool number = word.asked.find_first_of("0123456789") != std::string::npos;
    if (word.asked.empty() || word.negated || number) continue;
    const std::string_view prefix = word.title ? prefix::kTitle : std::string_view();
    const bool found = std::ranges::any_of(
        word.keys, [&](const auto& key) { return database.term_exists(make_term(prefix, key)); });
    if (found) continue;
    std::vector<std::string> instead = find_near_forms(words, word.asked);
    if (!instead.empty()) suggestions.push_back({word.asked, std::move(instead)});
  }
  return suggestions;
}

}  // namespace sahafa
