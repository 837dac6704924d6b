#include "index/explain_plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "index/index_schema.h"

namespace sahafa {
namespace {

constexpr std::size_t kMostTerms = 20;

std::string list_terms(const Xapian::Database& database, std::span<const std::string> values,
                       std::string_view prefix) {
  std::string terms;
  for (const std::string& value : values.first(std::min(values.size(), kMostTerms))) {
    terms += fmt::format("{}{} ({})", terms.empty() ? "" : ", ", value,
                         database.get_termfreq(make_term(prefix, value)));
  }
  if (values.size() > kMostTerms) terms += fmt::format(", and {} more", values.size() - kMostTerms);
  return terms.empty() ? "no word of the corpus" : terms;
}

std::string explain_word(const Xapian::Database& database, const SoughtWord& word) {
  if (!word.exact.empty()) return fmt::format("exactly: {}", fmt::join(word.exact, " "));
  const std::string_view place = word.title ? "in the title: " : "";
  const std::string_view sign = word.negated ? "not for itself: " : "";
  if (word.pattern)
    return fmt::format("{}{}forms {}", sign, place, list_terms(database, word.forms, prefix::kForm));
  const std::string_view prefix = word.title ? prefix::kTitle : std::string_view();
  const std::string asked = word.asked.empty() ? "" : word.asked + ": ";
  return fmt::format("{}{}{}stems {}", sign, place, asked, list_terms(database, word.keys, prefix));
}

}  // namespace

std::vector<std::string> explain_plan(const Xapian::Database& database, const QueryPlan& plan) {
  std::vector<std::string> lines;
  for (const SoughtWord& word : plan.words) lines.push_back("looks for " + explain_word(database, word));
  return lines;
}

}  // namespace sahafa
