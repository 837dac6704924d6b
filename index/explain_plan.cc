#include "index/explain_plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "index/index_schema.h"

namespace sahafa {
namespace {

constexpr std::size_t kMostTerms = 20;

/// `count` tells how many articles have one of the values.
template <class Count>
std::string list_terms(std::span<const std::string> values, const Count& count) {
  std::string terms;
  for (const std::string& value : values.first(std::min(values.size(), kMostTerms)))
    terms += fmt::format("{}{} ({})", terms.empty() ? "" : ", ", value, count(value));
  if (values.size() > kMostTerms) terms += fmt::format(", and {} more", values.size() - kMostTerms);
  return terms.empty() ? "no word of the corpus" : terms;
}

std::string explain_word(const Xapian::Database& database, const WordStore& words, const SoughtWord& word) {
  if (!word.exact.empty()) return fmt::format("exactly: {}", fmt::join(word.exact, " "));
  const std::string_view place = word.title ? "in the title: " : "";
  const std::string_view sign = word.negated ? "not for itself: " : "";
  if (word.pattern) {
    const auto count = [&](const std::string& form) { return count_articles_with_form(words, form); };
    return fmt::format("{}{}forms {}", sign, place, list_terms(word.forms, count));
  }
  const std::string_view prefix = word.title ? prefix::kTitle : std::string_view();
  const std::string asked = word.asked.empty() ? "" : word.asked + ": ";
  const auto count = [&](const std::string& key) { return database.get_termfreq(make_term(prefix, key)); };
  return fmt::format("{}{}{}stems {}", sign, place, asked, list_terms(word.keys, count));
}

}  // namespace

std::vector<std::string> explain_plan(const Xapian::Database& database, const WordStore& words,
                                      const QueryPlan& plan) {
  std::vector<std::string> lines;
  for (const SoughtWord& word : plan.words)
    lines.push_back("looks for " + explain_word(database, words, word));
  return lines;
}

}  // namespace sahafa
