#include "index/form_weights.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>

#include "index/article_source.h"

namespace sahafa {
namespace {

/// As Xapian::BM25Weight has it.
double idf(double articles, double with) {
  const double odds = (articles - with + 0.5) / (with + 0.5);
  return std::log(odds < 2 ? odds * 0.5 + 1 : odds);
}

}  // namespace

FormWeights::FormWeights(const Xapian::Database& database, const WordStore& words,
                         const DocumentSet& articles)
    : database_(&database), words_(&words), articles_(&articles) {
  double all = 0;
  for (const WordFile& file : words.files()) all += static_cast<double>(file.words());
  mean_length_ = std::max(1.0, all / std::max(1U, database.get_doccount()));
}

double FormWeights::length_of(std::uint32_t article, const WordFile& file) const {
  const std::uint32_t number = article - file.first_article();
  return number < file.article_words().size() ? file.article_words()[number] : mean_length_;
}

/// How often each article has one of the types, by article; returns how many have one.
std::uint32_t FormWeights::count_with(std::span<const TypePlace> types,
                                      std::vector<std::uint32_t>& counts) const {
  counts.assign(database_->get_lastdocid() + std::size_t{1}, 0);
  std::uint32_t with = 0;
  for (const TypePlace& type : types) {
    WordListReader list = words_->list(type);
    while (list.next()) {
      if (list.article() >= counts.size()) continue;
      if (counts[list.article()] == 0) ++with;
      counts[list.article()] += list.count();
    }
  }
  return with;
}

Xapian::Query FormWeights::weigh(std::span<const std::string> forms) const {
  std::vector<TypePlace> types;
  for (const std::string& form : forms) words_->find_form(form, types);
  std::ranges::sort(types);
  types.erase(std::ranges::unique(types).begin(), types.end());
  std::vector<std::uint32_t> counts;
  const std::uint32_t with = count_with(types, counts);
  if (with == 0) return Xapian::Query::MatchNothing;
  const double once = (Bm25::kSaturation + 1) * idf(database_->get_doccount(), with);
  std::vector<std::uint32_t> articles;
  std::vector<double> weights;
  auto file = words_->files().begin();
  for (std::uint32_t article = articles_->next(0); article < counts.size();
       article = articles_->next(article + 1)) {
    if (counts[article] == 0) continue;
    while (file + 1 != words_->files().end() && article > file->last_article()) ++file;
    const double length = std::max(length_of(article, *file) / mean_length_, Bm25::kLeastLength);
    const double bound = Bm25::kSaturation * (length * Bm25::kLength + (1 - Bm25::kLength));
    articles.push_back(article);
    weights.push_back(once * counts[article] / (bound + counts[article]));
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
