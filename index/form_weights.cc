#include "index/form_weights.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>
#include <utility>

#include "index/article_source.h"

namespace sahafa {
namespace {

/// How often each article has one of the types; ascending.
std::vector<std::pair<std::uint32_t, std::uint32_t>> count_words(const WordStore& words,
                                                                 std::span<const TypePlace> types) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> counts;
  bool sorted = true;
  for (const TypePlace& type : types) {
    WordListReader list = words.list(type);
    while (list.next()) {
      sorted = sorted && (counts.empty() || counts.back().first < list.article());
      counts.emplace_back(list.article(), list.count());
    }
  }
  if (sorted) return counts;
  std::ranges::sort(counts);
  std::size_t kept = 0;
  for (const auto& [article, count] : counts) {
    if (kept > 0 && counts[kept - 1].first == article) {
      counts[kept - 1].second += count;
    } else {
      counts[kept++] = {article, count};
    }
  }
  counts.resize(kept);
  return counts;
}

/// As Xapian::BM25Weight has it.
double idf(double articles, double with) {
  const double odds = (articles - with + 0.5) / (with + 0.5);
  return std::log(odds < 2 ? odds * 0.5 + 1 : odds);
}

}  // namespace

FormWeights::FormWeights(const Xapian::Database& database, const WordStore& words)
    : database_(&database), words_(&words) {
  double all = 0;
  for (const WordFile& file : words.files()) {
    for (const std::uint32_t length : file.article_words()) all += length;
  }
  mean_length_ = std::max(1.0, all / std::max(1U, database.get_doccount()));
}

double FormWeights::length_of(std::uint32_t article, const WordFile& file) const {
  const std::uint32_t number = article - file.first_article();
  return number < file.article_words().size() ? file.article_words()[number] : mean_length_;
}

Xapian::Query FormWeights::weigh(std::span<const std::string> forms) const {
  std::vector<TypePlace> types;
  for (const std::string& form : forms) words_->find_form(form, types);
  std::ranges::sort(types);
  types.erase(std::ranges::unique(types).begin(), types.end());
  const auto counts = count_words(*words_, types);
  if (counts.empty()) return Xapian::Query::MatchNothing;
  const double once =
      (Bm25::kSaturation + 1) * idf(database_->get_doccount(), static_cast<double>(counts.size()));
  std::vector<std::uint32_t> articles;
  std::vector<double> weights;
  auto file = words_->files().begin();
  for (const auto& [article, count] : counts) {
    while (file + 1 != words_->files().end() && article > file->last_article()) ++file;
    const double length = std::max(length_of(article, *file) / mean_length_, Bm25::kLeastLength);
    const double bound = Bm25::kSaturation * (length * Bm25::kLength + (1 - Bm25::kLength));
    articles.push_back(article);
    weights.push_back(once * count / (bound + count));
  }
  return make_article_query(std::move(articles), std::move(weights));
}

Xapian::Query FormWeights::weigh_kin(std::string_view beginning, std::size_t most) const {
  std::vector<std::pair<std::int64_t, std::string>> kin;
  words_->visit_forms(beginning, [&](std::string_view form) {
    kin.emplace_back(-count_articles_with_form(*words_, form), form);
    return true;
  });
  std::ranges::sort(kin);
  std::vector<std::string> forms;
  for (const auto& [articles, form] : kin) {
    if (forms.size() < most) forms.push_back(form);
  }
  return weigh(forms);
}

}  // namespace sahafa
