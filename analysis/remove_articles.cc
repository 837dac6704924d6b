#include "analysis/remove_articles.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <iterator>
#include <span>
#include <utility>

#include "text/error.h"

namespace sahafa {
namespace {

ArticleId parse_id(const std::string& text) {
  ArticleId id;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id.value);
  if (error != std::errc() || end != text.data() + text.size())
    throw Error(ErrorCode::usage, fmt::format("{}: not an article id; `sahafa articles` lists them", text));
  return id;
}

std::vector<ArticleId> parse_ids(const std::vector<std::string>& texts) {
  std::vector<ArticleId> ids;
  std::ranges::transform(texts, std::back_inserter(ids), parse_id);
  std::ranges::sort(ids);
  ids.erase(std::ranges::unique(ids).begin(), ids.end());
  return ids;
}

bool has_selection(const Options& options) {
  return std::ranges::any_of(kSelectionOptions,
                             [&](const OptionSpec& spec) { return options.has(spec.name); });
}

/// The articles of `ids` that are held, and those that were removed before.
struct Meant {
  std::vector<RemovedArticle> held;
  std::vector<RemovedArticle> removed;
};

Meant find_by_id(const Catalogue& catalogue, std::span<const ArticleId> ids) {
  const std::vector<RemovedArticle> before = catalogue.list_removed();
  Meant meant;
  for (const ArticleId id : ids) {
    const auto known =
        std::ranges::find(before, id, [](const RemovedArticle& removed) { return removed.article.id; });
    if (known != before.end()) {
      meant.removed.push_back(*known);
    } else if (auto article = catalogue.find_article(id)) {
      meant.held.push_back({*std::move(article), {}});
    } else {
      throw Error(
          ErrorCode::not_found,
          fmt::format("article {}: there is none; `sahafa articles` lists those of the corpus", id.value));
    }
  }
  return meant;
}

Meant find_meant(Corpus& corpus, const Options& options, const std::vector<ArticleId>& ids) {
  if (ids.empty() == !has_selection(options))
    throw Error(ErrorCode::usage,
                "say which articles: either their ids or --where, --outlet, --lang, --country, --from, --to");
  if (!ids.empty()) return find_by_id(corpus.catalogue(), ids);
  Meant meant;
  for (Selected& selected : select_articles({.corpus = corpus, .jobs = 1, .progress = {}}, options))
    meant.held.push_back({std::move(selected.article), {}});
  return meant;
}

std::vector<ArticleId> ids_of(const std::vector<RemovedArticle>& articles) {
  std::vector<ArticleId> ids;
  for (const RemovedArticle& one : articles) ids.push_back(one.article.id);
  return ids;
}

Table list(std::vector<RemovedArticle> articles) {
  std::ranges::sort(articles, {}, [](const RemovedArticle& one) { return one.article.id; });
  using enum TableBuilder::Type;
  TableBuilder table{{"id", integer}, {"key", text},   {"outlet", text}, {"lang", text},
                     {"date", text},  {"title", text}, {"reason", text}};
  for (const auto& [article, reason] : articles) {
    table.add(article.id.value).add(article.key).add(article.outlet).add(article.lang);
    table.add(article.date).add(article.title).add(reason);
  }
  return table.finish();
}

RemovalAnswer readmit(Catalogue& catalogue, const std::vector<ArticleId>& ids) {
  const Meant meant = find_by_id(catalogue, ids);
  if (!meant.held.empty() || meant.removed.empty())
    throw Error(ErrorCode::usage, "--readmit takes ids of articles that were removed; --list shows them");
  RemovalAnswer answer{list(meant.removed), false};
  for (const std::string& path : catalogue.readmit_articles(ids))
    answer.table.notes.push_back(fmt::format("ingest again: {}", path));
  return answer;
}

}  // namespace

RemovalAnswer remove_articles(Corpus& corpus, const Options& options, const std::vector<std::string>& ids) {
  Catalogue& catalogue = corpus.catalogue();
  if (options.is_on("list")) return {list(catalogue.list_removed()), false};
  if (options.is_on("readmit")) return readmit(catalogue, parse_ids(ids));
  Meant meant = find_meant(corpus, options, parse_ids(ids));
  const bool only_looks = options.is_on("dry-run");
  const std::string reason(options.get("reason"));
  for (RemovedArticle& article : meant.held) article.reason = reason;
  if (!only_looks) catalogue.remove_articles(ids_of(meant.held), reason);
  const std::size_t held = meant.held.size();
  const std::size_t before = meant.removed.size();
  std::ranges::move(meant.removed, std::back_inserter(meant.held));
  RemovalAnswer answer{list(std::move(meant.held)), !only_looks};
  answer.table.notes.push_back(
      only_looks ? fmt::format("{} articles would be removed", held)
                 : fmt::format("{} articles removed; {} are left", held, catalogue.count_articles()));
  if (before > 0) answer.table.notes.push_back(fmt::format("{} were removed before", before));
  return answer;
}

}  // namespace sahafa
