#include "ingest/clean_pages.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "ingest/complete.h"
#include "ingest/fingerprint.h"
#include "ingest/repeated_lines.h"

namespace sahafa {
namespace {

using Cuts = std::map<ArticleId, TextCut>;

Cuts known_cuts(const Catalogue& catalogue) {
  Cuts cuts;
  for (TextCut& cut : catalogue.list_cuts()) cuts.emplace(cut.article, std::move(cut));
  return cuts;
}

std::string whole_text(const Article& article, const Cuts& cuts) {
  const auto cut = cuts.find(article.id);
  return cut == cuts.end() ? article.text : whole_text(article.text, cut->second);
}

std::vector<PageEdges> read_edges(const Catalogue& catalogue, const std::vector<ArticleId>& pages,
                                  const Cuts& cuts) {
  std::vector<PageEdges> edges;
  edges.reserve(pages.size());
  for (const ArticleId page : pages)
    if (const std::optional<Article> article = catalogue.find_article(page))
      edges.push_back(edges_of(page, article->outlet, whole_text(*article, cuts)));
  return edges;
}

std::size_t count_lines(const std::string& lines) {
  return lines.empty() ? 0 : 1 + static_cast<std::size_t>(std::ranges::count(lines, '\n'));
}

bool is_cut_so(const Cuts& cuts, ArticleId article, LineCut wanted) {
  const auto cut = cuts.find(article);
  if (cut == cuts.end()) return wanted.head + wanted.tail == 0;
  return count_lines(cut->second.head) == wanted.head && count_lines(cut->second.tail) == wanted.tail;
}

void change(Catalogue& catalogue, ArticleId id, const Cuts& cuts, LineCut lines) {
  Article article = catalogue.find_article(id).value();
  const std::string whole = whole_text(article, cuts);
  const TextCut cut = cut_lines(id, whole, lines);
  const std::size_t begin = cut.head.empty() ? 0 : cut.head.size() + 1;
  const std::size_t end = whole.size() - (cut.tail.empty() ? 0 : cut.tail.size() + 1);
  article.text = whole.substr(begin, end - begin);
  article.words = count_words(article.text);
  catalogue.store_cut(cut, article, pack_fingerprint(make_fingerprint(article.text)));
}

constexpr std::string_view kKept = ", kept";

// Of as many pages as the last time, with as many articles taken away, none is another.
std::string state_of(const Catalogue& catalogue, std::size_t pages, bool keep) {
  const std::size_t removed = catalogue.list_removed_ids().size();
  return fmt::format("rules {}, {} pages{}{}", kRepeatedLinesVersion, pages,
                     removed == 0 ? "" : fmt::format(", {} articles removed", removed), keep ? kKept : "");
}

}  // namespace

bool keeps_repeated(const Catalogue& catalogue) { return catalogue.cut_state().ends_with(kKept); }

CleanedPages clean_pages(Corpus& corpus, bool keep, ArticleId derived) {
  Catalogue& catalogue = corpus.catalogue();
  const std::vector<ArticleId> pages = catalogue.list_pages();
  const Cuts cuts = known_cuts(catalogue);
  CleanedPages result{static_cast<std::int64_t>(cuts.size()), 0};
  const std::string state = state_of(catalogue, pages.size(), keep);
  if (catalogue.cut_state() == state) return result;
  const std::vector<PageEdges> edges = read_edges(catalogue, pages, cuts);
  const std::vector<LineCut> wanted = keep ? std::vector<LineCut>(edges.size()) : find_repeated_lines(edges);
  Transaction transaction = catalogue.transaction();
  result.articles = 0;
  bool stale = false;
  for (std::size_t i = 0; i < edges.size(); ++i) {
    result.articles += wanted[i].head + wanted[i].tail > 0 ? 1 : 0;
    if (is_cut_so(cuts, edges[i].article, wanted[i])) continue;
    change(catalogue, edges[i].article, cuts, wanted[i]);
    ++result.changed;
    stale = stale || edges[i].article <= derived;
  }
  if (stale) {
    std::filesystem::remove_all(corpus.index_path());
    std::filesystem::remove_all(corpus.tokens_path());
  }
  catalogue.store_cut_state(state);
  transaction.commit();
  return result;
}

}  // namespace sahafa
