#include "tools/show_reuse.h"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <tuple>
#include <vector>

#include "analysis/list_passages.h"
#include "ingest/passages.h"

namespace sahafa::tools {
namespace {

/// A passage as one of its two articles sees it.
struct Shared {
  Span here;
  ArticleId other;
  Span there;
  double similarity = 0;
};

std::vector<Shared> stored_passages(const Catalogue& catalogue, ArticleId article) {
  std::vector<Shared> shared;
  for (const Passage& passage : catalogue.find_passages(article)) {
    if (passage.contained) continue;
    const bool is_a = passage.a == article;
    shared.push_back({is_a ? passage.a_span : passage.b_span, is_a ? passage.b : passage.a,
                      is_a ? passage.b_span : passage.a_span, passage.similarity});
  }
  return shared;
}

std::vector<Shared> shared_with_canonical(const Catalogue& catalogue, const Article& article) {
  const std::vector<ClusterMember> members = catalogue.list_clusters();
  const auto own = std::ranges::find(members, article.id, &ClusterMember::article);
  if (own == members.end() || own->canonical == article.id) return {};
  std::vector<Shared> shared;
  const std::string text = catalogue.get_text(own->canonical);
  for (const PassageSpans& passage : find_passages(article.text, text))
    shared.push_back({passage.a, own->canonical, passage.b, passage.similarity});
  return shared;
}

std::string_view direction(const Article& article, const Article& other) {
  if (is_earlier(article.date, other.date)) return "later";
  return is_earlier(other.date, article.date) ? "earlier" : "unknown";
}

void list_passage(std::ostream& out, const Article& article, const Article& other, const Shared& shared,
                  std::size_t number) {
  out << fmt::format("  {}  {}-{}  in article {} {}-{}  {:.3f}  {} {} ({})\n", number, shared.here.begin,
                     shared.here.end, other.id.value, shared.there.begin, shared.there.end, shared.similarity,
                     other.outlet, other.date, direction(article, other));
}

std::string mark(const std::string& text, const std::vector<Shared>& passages) {
  struct Mark {
    std::uint32_t place;
    bool begins;  // what ends at a place ends before something else begins there
    std::size_t number;
  };
  std::vector<Mark> marks;
  for (std::size_t i = 0; i < passages.size(); ++i) {
    marks.push_back({passages[i].here.begin, true, i + 1});
    marks.push_back({passages[i].here.end, false, i + 1});
  }
  std::ranges::sort(marks, {},
                    [](const Mark& mark) { return std::tuple(mark.place, mark.begins, mark.number); });
  std::string marked;
  std::uint32_t written = 0;
  for (const Mark& mark : marks) {
    marked += text.substr(written, mark.place - written);
    marked += fmt::format("⟦{}{}⟧", mark.begins ? "" : "/", mark.number);
    written = mark.place;
  }
  return marked + text.substr(written);
}

}  // namespace

std::string show_reuse(std::ostream& out, const Catalogue& catalogue, const Article& article) {
  std::vector<Shared> passages = stored_passages(catalogue, article.id);
  std::ranges::copy(shared_with_canonical(catalogue, article), std::back_inserter(passages));
  std::ranges::sort(passages, {},
                    [](const Shared& shared) { return std::tuple(shared.here, shared.other, shared.there); });
  out << fmt::format("\npassages ({})\n", passages.size());
  for (std::size_t i = 0; i < passages.size(); ++i)
    list_passage(out, article, catalogue.find_article(passages[i].other).value(), passages[i], i + 1);
  return mark(article.text, passages);
}

}  // namespace sahafa::tools
