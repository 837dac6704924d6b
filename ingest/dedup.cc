#include "ingest/dedup.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <tuple>
#include <unordered_map>

namespace sahafa {
namespace {

constexpr double kNear = 0.2;         // Jaccard index from which two texts are one story
constexpr double kAgree = kNear / 2;  // Jaccard index, or containment from kHalf, of members of one cluster
constexpr double kHalf = 0.5;
constexpr double kExcerpt = 0.8;          // containment from which one text is part of the other
constexpr std::size_t kLeastShared = 2;   // grams below which a pair is not even compared
constexpr std::size_t kLeastGrams = 16;   // a shorter text is contained in many by chance
constexpr std::size_t kLeastFigures = 4;  // with fewer, other figures prove nothing
constexpr double kSameFigures = 0.5;
constexpr std::size_t kCommonGram = 60;  // texts that may share a gram before it counts as a template
constexpr std::size_t kSampledMembers = 8;

struct Pair {
  double score;
  std::uint32_t a;  // rank, a < b
  std::uint32_t b;
};

double score_of(const Fingerprint& a, const Fingerprint& b) {
  const SampleOverlap grams = overlap(a.grams, b.grams);
  const bool near = grams.jaccard() >= kNear;
  const bool excerpt = std::min(grams.in_a, grams.in_b) >= kLeastGrams && grams.containment() >= kExcerpt;
  if (!near && !excerpt) return 0.0;
  const SampleOverlap figures = overlap(a.figures, b.figures);
  const bool other_figures =
      std::min(figures.in_a, figures.in_b) >= kLeastFigures && figures.containment() < kSameFigures;
  return other_figures ? 0.0 : std::max(grams.jaccard(), excerpt ? kNear : 0.0);
}

// Texts in the order of the canonical rule, so that the first of a group is its canonical text.
auto canonical_order(const FingerprintedArticle& article) {
  const bool undated = article.date.empty();
  return std::tuple(-static_cast<std::int64_t>(article.fingerprint.letters), undated,
                    std::string_view(article.date), std::string_view(article.outlet),
                    article.fingerprint.letters_hash, article.id);
}

// A gram and a text that has it.
struct Posting {
  std::uint64_t gram;
  std::uint32_t text;
  friend auto operator<=>(const Posting&, const Posting&) = default;
};

std::vector<Posting> make_postings(const std::vector<const Fingerprint*>& texts) {
  std::vector<Posting> postings;
  for (std::uint32_t text = 0; text < texts.size(); ++text)
    for (const std::uint64_t gram : texts[text]->grams.hashes) postings.push_back({gram, text});
  std::ranges::sort(postings);
  return postings;
}

// Calls `visit` with each run of postings of one gram.
template <class Visit>
void visit_grams(std::span<const Posting> postings, const Visit& visit) {
  for (std::size_t begin = 0; begin < postings.size();) {
    std::size_t end = begin + 1;
    while (end < postings.size() && postings[end].gram == postings[begin].gram) ++end;
    visit(postings.subspan(begin, end - begin));
    begin = end;
  }
}

// The fingerprints without common grams, and the postings of the grams that two texts or more share.
struct Rare {
  std::vector<Fingerprint> texts;
  std::vector<Posting> postings;
};

// The largest plausible cluster grows with the corpus, but slower.
std::size_t most_texts_of_gram(std::size_t texts) {
  return std::max(kCommonGram, static_cast<std::size_t>(std::sqrt(static_cast<double>(texts))));
}

Rare keep_rare(const std::vector<const Fingerprint*>& texts) {
  Rare rare;
  for (const Fingerprint* text : texts)
    rare.texts.push_back({text->letters_hash, text->letters, {{}, text->grams.limit}, text->figures});
  const std::size_t most = most_texts_of_gram(texts.size());
  const std::vector<Posting> postings = make_postings(texts);
  visit_grams(postings, [&](std::span<const Posting> run) {
    if (run.size() > most) return;
    for (const Posting& posting : run) rare.texts[posting.text].grams.hashes.push_back(posting.gram);
    if (run.size() > 1) rare.postings.insert(rare.postings.end(), run.begin(), run.end());
  });
  return rare;
}

// All pairs of texts that share enough and pass, by falling score.
std::vector<Pair> find_pairs(const Rare& rare) {
  // Of each text, where its postings stand; those behind one in its run are of texts of higher rank.
  std::vector<std::vector<std::uint32_t>> places(rare.texts.size());
  for (std::uint32_t place = 0; place < rare.postings.size(); ++place)
    places[rare.postings[place].text].push_back(place);
  std::vector<Pair> pairs;
  std::vector<std::uint32_t> shared(rare.texts.size());
  std::vector<std::uint32_t> seen;
  for (std::uint32_t a = 0; a < rare.texts.size(); ++a) {
    for (const std::uint32_t place : places[a])
      for (std::size_t next = place + 1;
           next < rare.postings.size() && rare.postings[next].gram == rare.postings[place].gram; ++next)
        if (shared[rare.postings[next].text]++ == 0) seen.push_back(rare.postings[next].text);
    for (const std::uint32_t b : seen) {
      const double score = shared[b] >= kLeastShared ? score_of(rare.texts[a], rare.texts[b]) : 0.0;
      if (score > 0.0) pairs.push_back({score, a, b});
      shared[b] = 0;
    }
    seen.clear();
  }
  std::ranges::sort(pairs, [](const Pair& x, const Pair& y) {
    return std::tuple(-x.score, x.a, x.b) < std::tuple(-y.score, y.a, y.b);
  });
  return pairs;
}

// Groups of texts that are joined pair by pair.
class Groups {
 public:
  explicit Groups(const std::vector<Fingerprint>& texts)
      : texts_(&texts), group_(texts.size()), members_(texts.size()) {
    std::iota(group_.begin(), group_.end(), 0U);
    for (std::uint32_t text = 0; text < texts.size(); ++text) members_[text] = {text};
  }

  void join(const Pair& pair) {
    std::uint32_t a = group_[pair.a];
    std::uint32_t b = group_[pair.b];
    if (a == b || !agree(members_[a], members_[b])) return;
    if (members_[a].size() < members_[b].size()) std::swap(a, b);
    for (const std::uint32_t text : members_[b]) group_[text] = a;
    const auto middle = static_cast<std::ptrdiff_t>(members_[a].size());
    members_[a].insert(members_[a].end(), members_[b].begin(), members_[b].end());
    std::inplace_merge(members_[a].begin(), members_[a].begin() + middle, members_[a].end());
    members_[b].clear();
  }

  std::uint32_t canonical(std::uint32_t text) const { return members_[group_[text]].front(); }

 private:
  // Two groups agree if most pairs of a sample of their members do.
  bool agree(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) const {
    std::size_t pairs = 0;
    std::size_t agreeing = 0;
    for (std::size_t i = 0; i < std::min(a.size(), kSampledMembers); ++i) {
      for (std::size_t j = 0; j < std::min(b.size(), kSampledMembers); ++j) {
        ++pairs;
        agreeing += texts_agree(a[i], b[j]) ? 1 : 0;
      }
    }
    return agreeing * 2 > pairs;
  }
  // Two rewrites of one text share less with each other than each with the text.
  bool texts_agree(std::uint32_t a, std::uint32_t b) const {
    const SampleOverlap grams = overlap((*texts_)[a].grams, (*texts_)[b].grams);
    return grams.jaccard() >= kAgree || grams.containment() >= kHalf;
  }

  const std::vector<Fingerprint>* texts_;
  std::vector<std::uint32_t> group_;
  std::vector<std::vector<std::uint32_t>> members_;  // sorted, the canonical text first
};

ClusterMember member_of(const FingerprintedArticle& article, const Fingerprint& text,
                        const FingerprintedArticle& canonical, const Fingerprint& canonical_text) {
  if (article.id == canonical.id) return {article.id, article.id, Relation::canonical, 1.0};
  if (text.letters_hash == canonical_text.letters_hash)
    return {article.id, canonical.id, Relation::exact, 1.0};
  const SampleOverlap grams = overlap(text.grams, canonical_text.grams);
  const bool shorter = text.letters * 3 <= canonical_text.letters * 2;
  const Relation relation = shorter && grams.containment() >= kExcerpt ? Relation::excerpt : Relation::near;
  return {article.id, canonical.id, relation, grams.jaccard()};
}

// The distinct texts of sorted articles: the first article of those with the same letters stands for all.
struct DistinctTexts {
  std::vector<std::uint32_t> article_of;  // per text
  std::vector<std::uint32_t> text_of;     // per article
};

DistinctTexts find_distinct(const std::vector<FingerprintedArticle>& articles) {
  DistinctTexts distinct;
  std::unordered_map<std::uint64_t, std::uint32_t> known;
  for (std::uint32_t i = 0; i < articles.size(); ++i) {
    const auto next = static_cast<std::uint32_t>(distinct.article_of.size());
    const auto [text, is_new] = known.emplace(articles[i].fingerprint.letters_hash, next);
    if (is_new) distinct.article_of.push_back(i);
    distinct.text_of.push_back(text->second);
  }
  return distinct;
}

}  // namespace

std::vector<ClusterMember> find_clusters(std::vector<FingerprintedArticle> articles) {
  std::ranges::sort(articles, {}, canonical_order);
  const DistinctTexts distinct = find_distinct(articles);
  std::vector<const Fingerprint*> texts;
  texts.reserve(distinct.article_of.size());
  for (const std::uint32_t article : distinct.article_of) texts.push_back(&articles[article].fingerprint);
  const Rare rare = keep_rare(texts);
  Groups groups(rare.texts);
  for (const Pair& pair : find_pairs(rare)) groups.join(pair);

  std::vector<ClusterMember> members;
  for (std::uint32_t i = 0; i < articles.size(); ++i) {
    const std::uint32_t text = distinct.text_of[i];
    const std::uint32_t canonical = groups.canonical(text);
    members.push_back(member_of(articles[i], rare.texts[text], articles[distinct.article_of[canonical]],
                                rare.texts[canonical]));
  }
  std::ranges::sort(members, {}, &ClusterMember::article);
  return members;
}

}  // namespace sahafa
