#include "index/field_columns.h"

#include <charconv>
#include <numeric>

namespace sahafa {
namespace {

template <class Visit>
void visit_values(const Xapian::Database& database, Slot slot, const Visit& visit) {
  const auto number = static_cast<Xapian::valueno>(slot);
  const auto end = database.valuestream_end(number);
  for (auto value = database.valuestream_begin(number); value != end; ++value)
    visit(value.get_docid(), *value);
}

}  // namespace

void FieldColumns::follow() {
  const Xapian::rev revision = database_->get_revision();
  if (revision == revision_) return;
  revision_ = revision;
  clusters_.clear();
  values_.clear();
}

const std::vector<std::uint32_t>& FieldColumns::clusters() {
  if (!clusters_.empty()) return clusters_;
  clusters_.resize(database_->get_lastdocid() + std::size_t{1});
  std::iota(clusters_.begin(), clusters_.end(), 0U);
  visit_values(*database_, Slot::cluster, [&](Xapian::docid article, const std::string& value) {
    std::from_chars(value.data(), value.data() + value.size(), clusters_[article]);
  });
  return clusters_;
}

const ValueColumn& FieldColumns::values(Slot slot) {
  const auto [place, is_new] = values_.try_emplace(slot);
  ValueColumn& column = place->second;
  if (!is_new) return column;
  column.numbers.resize(database_->get_lastdocid() + std::size_t{1});
  std::unordered_map<std::string, std::uint32_t> known;
  visit_values(*database_, slot, [&](Xapian::docid article, const std::string& value) {
    // Articles that come together are often alike.
    if (const std::uint32_t before = column.numbers[article - 1]; value == column.values[before]) {
      column.numbers[article] = before;
      return;
    }
    const auto [entry, fresh] = known.try_emplace(value, static_cast<std::uint32_t>(column.values.size()));
    if (fresh) column.values.push_back(value);
    column.numbers[article] = entry->second;
  });
  return column;
}

std::vector<ArticleFields> FieldColumns::read(std::span<const ArticleId> articles) {
  const std::vector<std::uint32_t>& canonical = clusters();
  const ValueColumn& outlets = values(Slot::outlet);
  const ValueColumn& langs = values(Slot::lang);
  const ValueColumn& dates = values(Slot::date);
  const ValueColumn& genres = values(Slot::genre);
  std::vector<ArticleFields> fields;
  fields.reserve(articles.size());
  for (const ArticleId article : articles) {
    const auto id = static_cast<Xapian::docid>(article.value);
    fields.push_back({.cluster = {id < canonical.size() ? canonical[id] : id},
                      .outlet = outlets.at(id),
                      .lang = langs.at(id),
                      .date = dates.at(id),
                      .genre = genres.at(id)});
  }
  return fields;
}

std::vector<Xapian::docid> first_of_clusters(const std::vector<Xapian::docid>& articles,
                                             const std::vector<std::uint32_t>& clusters) {
  std::vector<Xapian::docid> first;
  std::vector<bool> seen(clusters.size());
  for (const Xapian::docid article : articles) {
    const std::uint32_t cluster = clusters[article];
    if (cluster < seen.size() && seen[cluster]) continue;
    if (cluster >= seen.size()) seen.resize(cluster + std::size_t{1});
    seen[cluster] = true;
    first.push_back(article);
  }
  return first;
}

}  // namespace sahafa
