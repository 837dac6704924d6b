#include "ingest/update_reuse.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <span>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include "corpus/parallel.h"
#include "ingest/dedup.h"
#include "ingest/fingerprint.h"
#include "ingest/grams.h"
#include "ingest/join_rewrites.h"
#include "ingest/join_translations.h"
#include "ingest/passages.h"

namespace sahafa {
namespace {

constexpr std::size_t kBatchTexts = 256;  // texts in memory at once

std::int64_t evidence_of(const QuotingPair& pair) {
  std::uint64_t state = kSketchVersion;
  for (const std::uint32_t place : pair.places) state = mix_bits(state + place);
  return static_cast<std::int64_t>(state);
}

// The passages of a pair as they are stored: the earlier article first.
class PassageMaker {
 public:
  PassageMaker(const Catalogue& catalogue, std::size_t jobs) : catalogue_(catalogue), jobs_(jobs) {
    for (const ComparedPair& pair : catalogue.list_compared())
      known_[{pair.a, pair.b}].evidence = pair.evidence;
    for (const Passage& passage : catalogue.list_passages())
      known_[{passage.a, passage.b}].passages.push_back(passage);
  }

  void note_date(ArticleId article, std::string_view date) { dates_.emplace(article.value, date); }

  void make(std::span<const QuotingPair> pairs) {
    for (std::size_t begin = 0; begin < pairs.size(); begin += kBatchTexts / 2)
      make_batch(pairs.subspan(begin, std::min(kBatchTexts / 2, pairs.size() - begin)));
    std::ranges::sort(compared);
    std::ranges::sort(passages, {}, [](const Passage& passage) {
      return std::tuple(passage.a, passage.b, passage.a_span, passage.b_span);
    });
  }

  std::vector<ComparedPair> compared;
  std::vector<Passage> passages;

 private:
  struct Known {
    std::int64_t evidence = 0;
    std::vector<Passage> passages;
  };

  bool in_order(const QuotingPair& pair) const {
    const auto key = [this](ArticleId article) {
      const std::string& date = dates_.at(article.value);
      return std::tuple(date.empty(), std::string_view(date), article);
    };
    return key(pair.a) <= key(pair.b);
  }

  void make_batch(std::span<const QuotingPair> pairs) {
    std::vector<std::vector<Passage>> made(pairs.size());
    std::vector<std::size_t> to_do;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      const bool straight = in_order(pairs[i]);
      const ComparedPair pair{straight ? pairs[i].a : pairs[i].b, straight ? pairs[i].b : pairs[i].a,
                              evidence_of(pairs[i])};
      compared.push_back(pair);
      const auto known = known_.find({pair.a, pair.b});
      if (known != known_.end() && known->second.evidence == pair.evidence) {
        made[i] = std::move(known->second.passages);
      } else {
        to_do.push_back(i);
      }
    }
    read_texts(pairs, to_do);
    parallel_for(to_do.size(), jobs_,
                 [&](std::size_t i, std::size_t) { made[to_do[i]] = align(pairs[to_do[i]]); });
    for (std::vector<Passage>& some : made) std::ranges::move(some, std::back_inserter(passages));
  }

  void read_texts(std::span<const QuotingPair> pairs, const std::vector<std::size_t>& to_do) {
    texts_.clear();
    std::vector<LetteredText*> places;
    for (const std::size_t i : to_do) {
      for (const ArticleId article : {pairs[i].a, pairs[i].b}) {
        const auto [place, is_new] = texts_.try_emplace(article.value);
        if (!is_new) continue;
        place->second.text = catalogue_.get_text(article);
        places.push_back(&place->second);
      }
    }
    parallel_for(places.size(), jobs_,
                 [&](std::size_t i, std::size_t) { *places[i] = read_letters(std::move(places[i]->text)); });
  }

  std::vector<Passage> align(const QuotingPair& pair) const {
    const bool straight = in_order(pair);
    std::vector<Passage> result;
    for (const PassageSpans& found :
         find_passages(texts_.at(pair.a.value), texts_.at(pair.b.value), pair.places)) {
      const Passage passage{pair.a, found.a, pair.b, found.b, found.similarity};
      const Passage turned{pair.b, found.b, pair.a, found.a, found.similarity};
      result.push_back(straight ? passage : turned);
    }
    return result;
  }

  const Catalogue& catalogue_;
  std::size_t jobs_;
  std::map<std::pair<ArticleId, ArticleId>, Known> known_;
  std::unordered_map<std::int64_t, std::string> dates_;
  std::unordered_map<std::int64_t, LetteredText> texts_;
};

// Of articles that were joined after all, no passages are looked for.
void drop_joined(Reuse& reuse) {
  std::unordered_map<std::int64_t, ArticleId> cluster_of;
  for (const ClusterMember& member : reuse.clusters)
    cluster_of.emplace(member.article.value, member.canonical);
  std::erase_if(reuse.quoting, [&](const QuotingPair& pair) {
    return cluster_of.at(pair.a.value) == cluster_of.at(pair.b.value);
  });
}

}  // namespace

void update_sketches(Corpus& corpus, std::size_t jobs) {
  Catalogue& catalogue = corpus.catalogue();
  if (catalogue.sketch_version() == kSketchVersion) return;
  Transaction transaction = catalogue.transaction();
  std::vector<std::pair<ArticleId, std::string>> batch;
  const auto flush = [&] {
    std::vector<std::vector<std::uint64_t>> sketches(batch.size());
    parallel_for(batch.size(), jobs, [&](std::size_t i, std::size_t) {
      sketches[i] = pack_fingerprint(make_fingerprint(batch[i].second));
    });
    for (std::size_t i = 0; i < batch.size(); ++i) catalogue.store_sketch(batch[i].first, sketches[i]);
    batch.clear();
  };
  catalogue.visit_articles({}, [&](const Article& article) {
    batch.emplace_back(article.id, article.text);
    if (batch.size() == kBatchTexts) flush();
  });
  flush();
  catalogue.store_sketch_version(kSketchVersion);
  transaction.commit();
}

void update_reuse(Corpus& corpus, std::size_t jobs) {
  Catalogue& catalogue = corpus.catalogue();
  ReuseFinder finder({}, jobs);
  PassageMaker maker(catalogue, jobs);
  catalogue.visit_sketches([&](const SketchedArticle& article) {
    finder.add(
        {article.id, std::string(article.outlet), std::string(article.date), std::string(article.identity)},
        unpack_fingerprint(article.sketch));
    maker.note_date(article.id, article.date);
  });
  Reuse reuse = finder.find();
  Transaction transaction = catalogue.transaction();  // clusters and their evidence change at once
  std::vector<ArticlePair> joined = join_rewrites(catalogue, reuse.rewrites, reuse.clusters);
  std::ranges::copy(join_translations(catalogue, reuse.clusters), std::back_inserter(joined));
  catalogue.store_joined(joined);
  catalogue.store_clusters(reuse.clusters);
  drop_joined(reuse);
  maker.make(reuse.quoting);
  mark_contained(maker.passages, reuse.clusters);
  catalogue.store_passages(maker.compared, maker.passages);
  transaction.commit();
}

}  // namespace sahafa
