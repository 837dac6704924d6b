#include "ingest/dedup.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "corpus/parallel.h"
#include "ingest/candidates.h"
#include "ingest/comparison.h"
#include "ingest/groups.h"

namespace sahafa {
namespace {

constexpr double kExcerptOfCluster = 0.8;  // containment of an excerpt, by relation
constexpr double kUpdate = 0.5;            // resemblance of the same text with other figures
constexpr std::size_t kPairsOfChunk = 4096;
constexpr std::size_t kFilterBits = std::size_t{1} << 18;

/// The texts of sorted articles: numbers in canonical order.
struct Texts {
  std::vector<std::uint32_t> number_of_sketch;
  std::vector<std::uint32_t> sketch_of_number;
};

/// Two texts that may share a passage, and how many grams of it they do.
struct Quotation {
  TextPair texts;
  std::uint32_t run;
};

struct JudgedPairs {
  std::vector<JudgedPair> alike;
  std::vector<JudgedPair> rewrites;  ///< pairs that may be
  std::vector<Quotation> quotations;
};

JudgedPairs judge_chunk(std::span<const TextPair> pairs, const SketchStore& sketches, const Texts& texts,
                        const ReuseRules& rules) {
  JudgedPairs result;
  std::vector<std::uint64_t> buffer_a;
  std::vector<std::uint64_t> buffer_b;
  Sketch a;
  GramFilter grams_of_a({});
  const TextPair* last = nullptr;
  for (const TextPair& pair : pairs) {
    if (last == nullptr || last->a != pair.a) {
      a = sketches.read(texts.sketch_of_number[pair.a], buffer_a);
      grams_of_a = GramFilter(a.grams);
    }
    last = &pair;
    const Sketch b = sketches.read(texts.sketch_of_number[pair.b], buffer_b);
    const Judgement found = judge(a, grams_of_a, b, rules);
    if (found.verdict != Verdict::apart)
      result.alike.push_back({pair, static_cast<float>(found.resemblance), found.verdict == Verdict::join});
    if (found.rewrite) result.rewrites.push_back({pair, static_cast<float>(found.resemblance)});
    if (found.run > 0) result.quotations.push_back({pair, found.run});
  }
  return result;
}

JudgedPairs judge_all(const std::vector<TextPair>& pairs, const SketchStore& sketches, const Texts& texts,
                      const ReuseRules& rules, std::size_t jobs) {
  const std::size_t chunks = (pairs.size() + kPairsOfChunk - 1) / kPairsOfChunk;
  std::vector<JudgedPairs> parts(chunks);
  parallel_for(chunks, jobs, [&](std::size_t i, std::size_t) {
    const std::size_t begin = i * kPairsOfChunk;
    const std::size_t size = std::min(kPairsOfChunk, pairs.size() - begin);
    parts[i] = judge_chunk(std::span(pairs).subspan(begin, size), sketches, texts, rules);
  });
  JudgedPairs all;
  for (JudgedPairs& part : parts) {
    all.alike.insert(all.alike.end(), part.alike.begin(), part.alike.end());
    all.rewrites.insert(all.rewrites.end(), part.rewrites.begin(), part.rewrites.end());
    all.quotations.insert(all.quotations.end(), part.quotations.begin(), part.quotations.end());
    part = {};
  }
  return all;
}

// Of pairs that may be rewrites those of canonical texts that are each other's likest, of these the first.
std::vector<TextPair> choose_rewrites(std::vector<JudgedPair> pairs,
                                      const std::vector<std::uint32_t>& groups) {
  std::erase_if(pairs, [&](const JudgedPair& pair) {
    return groups[pair.texts.a] != pair.texts.a || groups[pair.texts.b] != pair.texts.b;
  });
  std::ranges::sort(pairs, {},
                    [](const JudgedPair& pair) { return std::pair(-pair.resemblance, pair.texts); });
  std::vector<bool> taken(groups.size());
  std::vector<TextPair> chosen;
  for (const JudgedPair& pair : pairs) {
    if (!taken[pair.texts.a] && !taken[pair.texts.b]) chosen.push_back(pair.texts);
    taken[pair.texts.a] = taken[pair.texts.b] = true;
  }
  std::ranges::sort(chosen);
  return chosen;
}

// Of the quotations between two clusters the one that shares most, of these the first: forty copies of a story
// that is quoted are one source.
std::vector<TextPair> choose_quotations(std::vector<Quotation> quotations,
                                        const std::vector<std::uint32_t>& groups) {
  const auto clusters = [&groups](const Quotation& q) {
    const std::uint32_t a = groups[q.texts.a];
    const std::uint32_t b = groups[q.texts.b];
    return std::pair(std::min(a, b), std::max(a, b));
  };
  std::erase_if(quotations, [&](const Quotation& q) { return groups[q.texts.a] == groups[q.texts.b]; });
  std::ranges::sort(quotations, {}, [&](const Quotation& q) {
    return std::tuple(clusters(q), -static_cast<std::int64_t>(q.run), q.texts);
  });
  const auto others = std::ranges::unique(quotations, {}, clusters);
  quotations.erase(others.begin(), others.end());
  std::vector<TextPair> chosen;
  for (const Quotation& quotation : quotations) chosen.push_back(quotation.texts);
  std::ranges::sort(chosen);
  return chosen;
}

}  // namespace

ReuseFinder::ReuseFinder(const ReuseRules& rules, std::size_t jobs) : rules_(rules), jobs_(jobs) {}

void ReuseFinder::add(ArticleFacts facts, const Fingerprint& fingerprint) {
  const auto next = static_cast<std::uint32_t>(sketches_.size());
  const auto [known, is_new] = sketch_of_hash_.emplace(fingerprint.letters_hash, next);
  if (is_new)
    sketches_.add({fingerprint.letters, fingerprint.digits, fingerprint.grams, fingerprint.figures});
  articles_.push_back({std::move(facts), fingerprint.letters_hash, fingerprint.letters, known->second});
}

// In the order of the canonical rule, so that the first of a group is its canonical text.
void ReuseFinder::sort_articles() {
  std::ranges::sort(articles_, {}, [](const Known& article) {
    const ArticleFacts& facts = article.facts;
    return std::tuple(-static_cast<std::int64_t>(article.letters), facts.date.empty(),
                      std::string_view(facts.date), std::string_view(facts.outlet), article.letters_hash,
                      std::string_view(facts.identity));
  });
}

void ReuseFinder::drop_common_grams(const std::vector<std::uint64_t>& common) {
  // Most grams are told to be rare by one bit.
  std::vector<bool> maybe_common(kFilterBits);
  for (const std::uint64_t hash : common) maybe_common[hash % kFilterBits] = true;
  SketchStore rare;
  std::vector<std::uint64_t> buffer;
  std::vector<SampledGram> grams;
  for (std::size_t i = 0; i < sketches_.size(); ++i) {
    Sketch sketch = sketches_.read(i, buffer);
    grams.clear();
    for (const SampledGram gram : sketch.grams)
      if (!maybe_common[gram.hash() % kFilterBits] || !std::ranges::binary_search(common, gram.hash()))
        grams.push_back(gram);
    sketch.grams = grams;
    rare.add(sketch);
  }
  sketches_ = std::move(rare);
}

QuotingPair ReuseFinder::quoting_pair(const Known& a, const Known& b) const {
  std::vector<std::uint64_t> buffer_a;
  std::vector<std::uint64_t> buffer_b;
  return {a.facts.id, b.facts.id,
          shared_places(sketches_.read(a.sketch, buffer_a), sketches_.read(b.sketch, buffer_b))};
}

ClusterMember ReuseFinder::member_of(const Known& article, const Known& canonical) const {
  ClusterMember member{article.facts.id, canonical.facts.id, Relation::canonical, 1.0};
  if (article.facts.id == canonical.facts.id) return member;
  member.relation = Relation::exact;
  if (article.letters_hash == canonical.letters_hash) return member;
  std::vector<std::uint64_t> buffer;
  std::vector<std::uint64_t> canonical_buffer;
  const Sketch a = sketches_.read(article.sketch, buffer);
  const Sketch b = sketches_.read(canonical.sketch, canonical_buffer);
  const Comparison found = compare(a, GramFilter(a.grams), b, rules_);
  member.similarity = found.resemblance;
  const bool shorter = a.letters * 3 <= b.letters * 2;
  if (found.resemblance >= kUpdate && compare_figures(a, b, rules_).changed > 0) {
    member.relation = Relation::update;
  } else {
    member.relation = shorter && found.containment >= kExcerptOfCluster ? Relation::excerpt : Relation::near;
  }
  return member;
}

Reuse ReuseFinder::find() {
  sort_articles();
  Texts texts{std::vector<std::uint32_t>(sketches_.size(), UINT32_MAX), {}};
  std::vector<std::uint32_t> first_article;
  for (std::uint32_t i = 0; i < articles_.size(); ++i) {
    std::uint32_t& number = texts.number_of_sketch[articles_[i].sketch];
    if (number != UINT32_MAX) continue;
    number = static_cast<std::uint32_t>(first_article.size());
    texts.sketch_of_number.push_back(articles_[i].sketch);
    first_article.push_back(i);
  }
  Candidates candidates = find_candidates(sketches_, texts.number_of_sketch, rules_, jobs_);
  drop_common_grams(candidates.common);
  JudgedPairs judged = judge_all(candidates.pairs, sketches_, texts, rules_, jobs_);
  const std::vector<std::uint32_t> groups = join_groups(first_article.size(), judged.alike, rules_);

  Reuse reuse;
  reuse.clusters.resize(articles_.size());
  parallel_for(articles_.size(), jobs_, [&](std::size_t i, std::size_t) {
    const std::uint32_t text = texts.number_of_sketch[articles_[i].sketch];
    reuse.clusters[i] = member_of(articles_[i], articles_[first_article[groups[text]]]);
  });
  std::ranges::sort(reuse.clusters, {}, &ClusterMember::article);
  const auto article_of = [&](std::uint32_t text) { return articles_[first_article[text]].facts.id; };
  for (const TextPair& pair : choose_rewrites(std::move(judged.rewrites), groups))
    reuse.rewrites.emplace_back(article_of(pair.a), article_of(pair.b));
  for (const TextPair& pair : choose_quotations(std::move(judged.quotations), groups))
    reuse.quoting.push_back(quoting_pair(articles_[first_article[pair.a]], articles_[first_article[pair.b]]));
  return reuse;
}

}  // namespace sahafa
