#include "ingest/translation.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "ingest/anchor_id.h"

namespace sahafa {
namespace {

constexpr std::int32_t kDays = 3;      // a translation appears within
constexpr std::size_t kRivals = 3;     // of each article so many partners are aligned,
constexpr double kNearBest = 0.5;      // if they are so near its likest
constexpr double kLeastCosine = 0.04;  // below, two articles share no more than their topic
constexpr double kTranslation = 0.27;  // in common inside aligned sentences (list and names cover most words)
constexpr double kCertain = 0.4;       // from here on a rival does not matter: it may be a second version
constexpr double kMargin = 1.15;       // below, the best must be so many times better than the second
constexpr double kCovered = 0.45;      // of each text, inside aligned sentences
constexpr double kLeastMatched = 50.0;      // weight of some eight words on each side: less is chance
constexpr std::size_t kCutDownBeads = 5;    // a translation of a part has so many passages,
constexpr double kCutDown = 0.65;           // and what it alone has in common counts so much
constexpr std::size_t kFewFigures = 10;     // with fewer, other figures prove nothing
constexpr double kSameFigures = 0.35;       // share of figures that agree; below, the page of another day
constexpr std::size_t kCommonAnchor = 256;  // articles of one side that may share an anchor
constexpr double kTypicalCorpus =
    1000.0;  // as if so many other articles were there: small corpora know no rarity

struct Posting {
  std::uint64_t anchor;
  std::uint32_t article;
  friend auto operator<=>(const Posting&, const Posting&) = default;
};

// The postings of one side, and how rare each of its anchors is in both.
class Postings {
 public:
  Postings(std::span<const AnchoredArticle> articles, Side side) {
    for (std::uint32_t i = 0; i < articles.size(); ++i)
      if (articles[i].side == side)
        for (const std::uint64_t anchor : articles[i].anchors) postings_.push_back({anchor, i});
    std::ranges::sort(postings_);
    for (std::uint32_t at = 0; at < postings_.size(); ++at) {
      const auto [run, is_new] = runs_.try_emplace(postings_[at].anchor, at, at);
      run->second.second = at + 1;
    }
  }

  std::span<const Posting> find(std::uint64_t anchor) const {
    const auto run = runs_.find(anchor);
    if (run == runs_.end()) return {};
    return std::span(postings_).subspan(run->second.first, run->second.second - run->second.first);
  }

 private:
  std::vector<Posting> postings_;
  std::unordered_map<std::uint64_t, std::pair<std::uint32_t, std::uint32_t>> runs_;
};

// The likest articles of the other side.
class Likest {
 public:
  void offer(double cosine, std::uint32_t article) {
    // Equal cosines: the lower place, so that the result does not depend on the order of offering.
    const std::pair entry{-cosine, article};
    const auto place = std::ranges::lower_bound(best_, entry);
    best_.insert(place, entry);
    if (best_.size() > kRivals) best_.pop_back();
  }
  const std::vector<std::pair<double, std::uint32_t>>& best() const { return best_; }

 private:
  std::vector<std::pair<double, std::uint32_t>> best_;
};

class CandidateSearch {
 public:
  explicit CandidateSearch(std::span<const AnchoredArticle> articles)
      : articles_(articles),
        french_(articles, Side::french),
        arabic_(articles, Side::arabic),
        most_(std::max(kCommonAnchor,
                       static_cast<std::size_t>(8.0 * std::sqrt(static_cast<double>(articles.size()))))),
        norms_(articles.size()),
        likest_(articles.size()) {
    for (std::size_t i = 0; i < articles.size(); ++i) {
      double sum = 0.0;
      for (const std::uint64_t anchor : articles[i].anchors) sum += weight(anchor);
      norms_[i] = std::sqrt(sum);
    }
  }

  std::vector<std::pair<ArticleId, ArticleId>> run() {
    std::vector<double> shared(articles_.size());
    std::vector<std::uint32_t> seen;
    for (std::uint32_t a = 0; a < articles_.size(); ++a) {
      if (articles_[a].side != Side::french) continue;
      for (const std::uint64_t anchor : articles_[a].anchors) {
        const double both = weight(anchor);
        if (both == 0.0) continue;
        for (const Posting& posting : arabic_.find(anchor)) {
          if (shared[posting.article] == 0.0) seen.push_back(posting.article);
          shared[posting.article] += both;
        }
      }
      for (const std::uint32_t b : seen) {
        offer(a, b, shared[b] / (norms_[a] * norms_[b]));
        shared[b] = 0.0;
      }
      seen.clear();
    }
    return collect();
  }

 private:
  // Squared inverse document frequency; 0 for an anchor that too many have.
  double weight(std::uint64_t anchor) const {
    const std::size_t french = french_.find(anchor).size();
    const std::size_t arabic = arabic_.find(anchor).size();
    if (std::max(french, arabic) > most_) return 0.0;
    const double idf = std::log((static_cast<double>(articles_.size()) + kTypicalCorpus) /
                                (static_cast<double>(french + arabic) + 1.0));
    return idf * idf;
  }

  void offer(std::uint32_t a, std::uint32_t b, double cosine) {
    if (cosine < kLeastCosine || !may_be_near(articles_[a].days, articles_[b].days, kDays)) return;
    likest_[a].offer(cosine, b);
    likest_[b].offer(cosine, a);
  }

  std::vector<std::pair<ArticleId, ArticleId>> collect() const {
    std::vector<std::pair<ArticleId, ArticleId>> pairs;
    for (std::uint32_t i = 0; i < articles_.size(); ++i) {
      for (const auto& [cosine, other] : likest_[i].best()) {
        if (cosine >
            kNearBest * std::min(likest_[i].best().front().first, likest_[other].best().front().first))
          continue;  // cosines are stored negative
        const bool french = articles_[i].side == Side::french;
        pairs.emplace_back(articles_[french ? i : other].id, articles_[french ? other : i].id);
      }
    }
    std::ranges::sort(pairs);
    pairs.erase(std::ranges::unique(pairs).begin(), pairs.end());
    return pairs;
  }

  std::span<const AnchoredArticle> articles_;
  Postings french_;
  Postings arabic_;
  std::size_t most_;
  std::vector<double> norms_;
  std::vector<Likest> likest_;
};

// Figures of one side of a bead, and how many of them the other side has.
struct Figures {
  std::size_t all = 0;
  std::size_t shared = 0;
};

using SentenceRange = std::pair<std::uint32_t, std::uint32_t>;

template <class Visit>
void visit_figures(const AnchoredText& text, SentenceRange sentences, const Visit& visit) {
  for (std::size_t word = 0; word + 1 < text.words.size(); ++word) {
    if (text.words[word].sentence < sentences.first || text.words[word].sentence >= sentences.second)
      continue;
    for (std::size_t i = text.words[word].first_anchor; i < text.words[word + 1].first_anchor; ++i)
      if (kind_of(text.anchors[i]) == AnchorKind::figure) visit(text.anchors[i]);
  }
}

void count_figures(const AnchoredText& a, SentenceRange in_a, const AnchoredText& b, SentenceRange in_b,
                   Figures& figures) {
  std::vector<std::uint64_t> others;
  visit_figures(b, in_b, [&](std::uint64_t anchor) { others.push_back(anchor); });
  visit_figures(a, in_a, [&](std::uint64_t anchor) {
    ++figures.all;
    figures.shared += std::ranges::find(others, anchor) != others.end() ? 1U : 0U;
  });
}

// A page that comes back with other figures (exchange rates) has its sentences in common and its figures not.
bool is_other_page(const AnchoredText& a, const AnchoredText& b, const Alignment& alignment) {
  Figures figures;
  for (const Bead& bead : alignment.beads) {
    count_figures(a, {bead.a_begin, bead.a_end}, b, {bead.b_begin, bead.b_end}, figures);
    count_figures(b, {bead.b_begin, bead.b_end}, a, {bead.a_begin, bead.a_end}, figures);
  }
  return figures.all >= kFewFigures &&
         static_cast<double>(figures.shared) < kSameFigures * static_cast<double>(figures.all);
}

Span span_of(const AnchoredText& text, std::uint32_t begin, std::uint32_t end) {
  return {text.sentences[begin].begin, text.sentences[end - 1].end};
}

// Of each article, how like its best and its second best partner are.
std::unordered_map<std::int64_t, std::array<double, 2>> rank_partners(std::span<const AlignedPair> pairs) {
  std::unordered_map<std::int64_t, std::array<double, 2>> ranks;
  for (const AlignedPair& pair : pairs) {
    for (const ArticleId article : {pair.a, pair.b}) {
      std::array<double, 2>& best = ranks[article.value];
      if (pair.similarity > best[0])
        best = {pair.similarity, best[0]};
      else
        best[1] = std::max(best[1], pair.similarity);
    }
  }
  return ranks;
}

}  // namespace

Side side_of(std::string_view lang) {
  if (lang.starts_with("fr")) return Side::french;
  return lang.starts_with("ar") ? Side::arabic : Side::other;
}

std::vector<std::pair<ArticleId, ArticleId>> find_translation_candidates(
    std::span<const AnchoredArticle> articles) {
  return CandidateSearch(articles).run();
}

AlignedPair align_articles(ArticleId a, const AnchoredText& a_text, ArticleId b, const AnchoredText& b_text) {
  const Alignment alignment = align_sentences(a_text, b_text);
  AlignedPair pair{a, b};
  if (alignment.matched < kLeastMatched || is_other_page(a_text, b_text, alignment)) return pair;
  if (alignment.covered >= kCovered) pair.similarity = alignment.score;
  if (alignment.beads.size() >= kCutDownBeads)
    pair.similarity = std::max(pair.similarity, kCutDown * alignment.of_less);
  if (pair.similarity < kTranslation) return pair;
  for (const Bead& bead : alignment.beads) {
    pair.sentences.push_back(
        {span_of(a_text, bead.a_begin, bead.a_end), span_of(b_text, bead.b_begin, bead.b_end), bead.score});
  }
  return pair;
}

std::vector<AlignedPair> choose_translations(std::span<const AlignedPair> pairs) {
  const auto ranks = rank_partners(pairs);
  std::vector<AlignedPair> chosen;
  for (const AlignedPair& pair : pairs) {
    if (pair.similarity < kTranslation) continue;
    const bool best = std::ranges::all_of(std::array{pair.a, pair.b}, [&](ArticleId article) {
      const std::array<double, 2>& rank = ranks.at(article.value);
      return pair.similarity == rank[0] && rank[1] < rank[0] &&
             (pair.similarity >= kCertain || pair.similarity >= kMargin * rank[1]);
    });
    if (best) chosen.push_back(pair);
  }
  std::ranges::sort(chosen, {}, [](const AlignedPair& pair) { return std::pair(pair.a, pair.b); });
  return chosen;
}

}  // namespace sahafa
