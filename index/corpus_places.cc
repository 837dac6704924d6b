#include "index/corpus_places.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

namespace sahafa {
namespace {

using Kind = PlanNode::Kind;

void sort_unique_types(std::vector<TypePlace>& types) {
  std::ranges::sort(types);
  types.erase(std::ranges::unique(types).begin(), types.end());
}

/// Sorts extents that are made of sorted runs, which begin at these places. O(n · log runs).
void merge_runs(Extents& extents, std::vector<std::size_t> begins) {
  Extents other(begins.size() > 1 ? extents.size() : 0);
  while (begins.size() > 1) {
    begins.push_back(extents.size());
    std::vector<std::size_t> merged;
    for (std::size_t run = 0; run + 1 < begins.size(); run += 2) {
      const auto at = [&](std::size_t number) {
        return extents.begin() + static_cast<std::ptrdiff_t>(begins[std::min(number, begins.size() - 1)]);
      };
      merged.push_back(begins[run]);
      std::merge(at(run), at(run + 1), at(run + 1), at(run + 2),
                 other.begin() + static_cast<std::ptrdiff_t>(begins[run]));
    }
    extents.swap(other);
    begins = std::move(merged);
  }
}

}  // namespace

CorpusPlaces::CorpusPlaces(const QueryPlan& plan, const WordStore& words) : plan_(&plan), words_(&words) {}

std::vector<TypePlace> CorpusPlaces::types_of(const SoughtWord& word) const {
  std::vector<TypePlace> types;
  if (word.pattern) {
    for (const std::string& form : word.forms) words_->find_form(form, types);
  } else {
    for (const std::string& key : word.keys) words_->find_key(key, types);
  }
  sort_unique_types(types);
  return types;
}

void CorpusPlaces::read_list(const TypePlace& type, bool title, const DocumentSet& articles,
                             Extents& extents) const {
  const WordFile& file = words_->files()[type.file];
  WordListReader list = file.list(type.type);
  while (list.next()) {
    const std::uint32_t article = list.article();
    if (!articles.has(article)) {
      const std::uint32_t next = articles.next(article);
      if (!articles.may_hold(next)) return;
      list.leap_towards(next);
      continue;
    }
    const std::uint64_t base = place_in(article, 0);
    std::uint32_t end = static_cast<std::uint32_t>(-1);
    if (title) {
      const std::uint32_t number = article - file.first_article();
      end = number < file.title_ends().size() ? file.title_ends()[number] : 0;
    }
    list.visit_positions([&](std::uint32_t position) {
      if (position < end) extents.push_back({base + position + type.first, base + position + type.end});
    });
  }
}

Extents CorpusPlaces::read_places(const std::vector<TypePlace>& types, bool title,
                                  const DocumentSet& articles) const {
  Extents extents;
  std::vector<std::size_t> runs;
  for (const TypePlace& type : types) {
    const std::size_t begin = extents.size();
    read_list(type, title, articles, extents);
    if (extents.size() > begin && (begin == 0 || extents[begin] < extents[begin - 1])) runs.push_back(begin);
  }
  merge_runs(extents, std::move(runs));
  extents.erase(std::ranges::unique(extents).begin(), extents.end());
  return extents;
}

Extents CorpusPlaces::find_exact(const SoughtWord& word, const DocumentSet& articles) const {
  Extents found;
  for (std::size_t i = 0; i < word.exact.size(); ++i) {
    std::vector<TypePlace> types;
    words_->find_word(word.exact[i], types);
    const Extents next = read_places(types, false, articles);
    if (i == 0) {
      found = next;
      continue;
    }
    Extents joined;
    auto at = next.begin();
    for (const Extent& before : found) {
      while (at != next.end() && at->begin < before.end) ++at;
      if (at != next.end() && at->begin == before.end) joined.push_back({before.begin, at->end});
    }
    found = std::move(joined);
  }
  return found;
}

Extents CorpusPlaces::find_word(std::size_t number, const DocumentSet& articles,
                                TitleWords title_words) const {
  const SoughtWord& word = plan_->words[number];
  if (!word.exact.empty()) return find_exact(word, articles);
  return read_places(types_of(word), word.title && title_words == TitleWords::in_titles, articles);
}

void CorpusPlaces::add_articles_with(std::size_t number, DocumentSet& articles) const {
  const SoughtWord& word = plan_->words[number];
  std::vector<TypePlace> types = types_of(word);
  if (!word.exact.empty()) words_->find_word(word.exact.front(), types);
  for (const TypePlace& type : types) {
    WordListReader list = words_->list(type);
    while (list.next()) {
      if (articles.may_hold(list.article())) articles.add(list.article());
    }
  }
}

std::vector<std::uint64_t> CorpusPlaces::read_sentences(const DocumentSet& articles) const {
  std::vector<std::uint64_t> begins;
  for (const WordFile& file : words_->files()) {
    WordListReader list = file.sentences();
    while (list.next()) {
      if (!articles.has(list.article())) {
        list.leap_towards(articles.next(list.article()));
        continue;
      }
      const std::uint64_t base = place_in(list.article(), 0);
      list.visit_positions([&](std::uint32_t position) { begins.push_back(base + position); });
    }
  }
  return begins;
}

/// From left to right; what follows is only looked for in the articles that are left.
Extents CorpusPlaces::find_together(const PlanNode& node, const DocumentSet& articles) const {
  Extents found = find(node.children.front(), articles);
  DocumentSet left = articles;
  for (std::size_t i = 1; i < node.children.size() && !found.empty(); ++i) {
    left.clear();
    add_articles_of(found, left);
    const Extents next = find(node.children[i], left);
    found = node.kind == Kind::sentence ? join_sentence(found, next, read_sentences(left))
                                        : join_close(node, found, next);
  }
  return found;
}

Extents CorpusPlaces::find(const PlanNode& node, const DocumentSet& articles) const {
  switch (node.kind) {
    case Kind::word:
    case Kind::exact:
      return find_word(node.word, articles);
    case Kind::near:
    case Kind::ordered:
    case Kind::sentence:
      return node.children.empty() ? Extents() : find_together(node, articles);
    default: {
      Extents all;
      for (const PlanNode& child : node.children)
        std::ranges::move(find(child, articles), std::back_inserter(all));
      sort_unique(all);
      return all;
    }
  }
}

DocumentSet CorpusPlaces::with_places(const PlanNode& node, const DocumentSet& articles) const {
  DocumentSet with = articles;
  with.clear();
  add_articles_of(find(node, articles), with);
  return with;
}

void CorpusPlaces::collect(const PlanNode& node, const DocumentSet& articles, const MatchNode& match,
                           Extents& hits) const {
  switch (node.kind) {
    case Kind::all:
      for (const PlanNode& child : node.children) collect(child, articles, match, hits);
      return;
    case Kind::any: {
      const std::size_t before = hits.size();
      for (const PlanNode& child : node.children) {
        if (child.kind == Kind::all) {
          DocumentSet fulfilled = match(child);
          fulfilled.keep(articles);
          collect(child, fulfilled, match, hits);
        } else {
          collect(child, articles, match, hits);
        }
      }
      drop_inner(hits, before);
      return;
    }
    case Kind::none:
    case Kind::filter:
    case Kind::listed:
      return;
    default:
      std::ranges::move(find(node, articles), std::back_inserter(hits));
  }
}

Extents CorpusPlaces::find_hits(const DocumentSet& articles, const MatchNode& match) const {
  Extents hits;
  collect(plan_->root, articles, match, hits);
  sort_unique(hits);
  return hits;
}

void add_articles_of(const Extents& extents, DocumentSet& articles) {
  for (const Extent& extent : extents) articles.add(article_of(extent.begin));
}

}  // namespace sahafa
