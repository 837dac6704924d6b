#include "ingest/candidates.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <utility>

#include "corpus/parallel.h"
#include "ingest/radix_sort.h"
#include "text/error.h"

namespace sahafa {
namespace {

constexpr unsigned kBandBits = 3;
constexpr std::size_t kBands = std::size_t{1} << kBandBits;
constexpr unsigned kBandShift =
    39;  // the topmost bits in which all kept hashes vary: briefs have two more above
constexpr unsigned kTextBits = 23;
constexpr std::size_t kLeastShared = 2;
constexpr std::size_t kMostPairs = std::size_t{3} << 20;  // pairs in memory at once, of a band
// Of a gram that more texts have, only the first so many are paired with the others: a communiqué in 300
// variants is found by its longest ones.
constexpr std::size_t kFewTexts = 60;
constexpr std::size_t kFirstTexts = 16;

// A posting in one word: the hash without its band, then the number of the text.
std::uint64_t make_posting(std::uint64_t hash, std::uint32_t text) {
  constexpr std::uint64_t kBelowBand = (std::uint64_t{1} << kBandShift) - 1;
  const std::uint64_t above = hash >> (kBandShift + kBandBits);
  return (above << kBandShift | (hash & kBelowBand)) << kTextBits | text;
}

std::uint64_t hash_of(std::uint64_t posting, std::size_t band) {
  const std::uint64_t rest = posting >> kTextBits;
  const std::uint64_t above = rest >> kBandShift;
  const std::uint64_t below = rest & ((std::uint64_t{1} << kBandShift) - 1);
  return above << (kBandShift + kBandBits) | std::uint64_t{band} << kBandShift | below;
}

std::uint32_t text_of(std::uint64_t posting) {
  return static_cast<std::uint32_t>(posting & ((std::uint64_t{1} << kTextBits) - 1));
}

std::vector<std::uint64_t> collect_postings(const SketchStore& sketches,
                                            std::span<const std::uint32_t> number_of, std::size_t band) {
  std::vector<std::uint64_t> postings;
  std::vector<std::uint64_t> buffer;
  for (std::size_t i = 0; i < sketches.size(); ++i) {
    for (const SampledGram gram : sketches.read(i, buffer).grams)
      if (((gram.hash() >> kBandShift) & (kBands - 1)) == band)
        postings.push_back(make_posting(gram.hash(), number_of[i]));
  }
  radix_sort(postings, 64);
  return postings;
}

// Calls visit(first, last) for the postings of each gram.
template <class Visit>
void visit_runs(std::span<const std::uint64_t> postings, const Visit& visit) {
  for (std::size_t begin = 0; begin < postings.size();) {
    std::size_t end = begin + 1;
    while (end < postings.size() && postings[end] >> kTextBits == postings[begin] >> kTextBits) ++end;
    visit(postings.subspan(begin, end - begin));
    begin = end;
  }
}

std::size_t partners_of_first(std::size_t texts) { return texts <= kFewTexts ? texts : kFirstTexts; }

std::size_t count_pairs(std::size_t texts) {
  const std::size_t firsts = partners_of_first(texts);
  return firsts * texts - firsts * (firsts + 1) / 2;
}

// One band. Pairs are counted in rounds, each of a share of the texts, so that a round fits in memory.
class BandJoin {
 public:
  BandJoin(std::vector<std::uint64_t> postings, std::size_t band, std::size_t most_texts, std::size_t texts)
      : postings_(std::move(postings)), most_texts_(most_texts) {
    text_bits_ = static_cast<unsigned>(std::bit_width(texts));
    std::size_t pairs = 0;
    visit_runs(postings_, [&](std::span<const std::uint64_t> run) {
      if (run.size() > most_texts_) {
        result_.common.push_back(hash_of(run.front(), band));
      } else {
        pairs += count_pairs(run.size());
      }
    });
    std::ranges::sort(result_.common);
    rounds_ = 1 + pairs / kMostPairs;
  }

  Candidates join() {
    for (std::size_t round = 0; round < rounds_; ++round) {
      words_.clear();
      visit_runs(postings_, [&](std::span<const std::uint64_t> run) {
        if (run.size() > 1 && run.size() <= most_texts_) add_pairs(run, round);
      });
      take_frequent();
    }
    return std::move(result_);
  }

 private:
  void add_pairs(std::span<const std::uint64_t> run, std::size_t round) {
    const std::size_t firsts = partners_of_first(run.size());
    for (std::size_t i = 0; i < firsts; ++i) {
      const std::uint64_t a = text_of(run[i]);
      if (rounds_ > 1 && a % rounds_ != round) continue;
      for (std::size_t j = i + 1; j < run.size(); ++j) words_.push_back(a << text_bits_ | text_of(run[j]));
    }
  }

  void take_frequent() {
    radix_sort(words_, 2 * text_bits_);
    const std::uint64_t low = (std::uint64_t{1} << text_bits_) - 1;
    for (std::size_t i = 0; i + kLeastShared <= words_.size();) {
      std::size_t end = i + 1;
      while (end < words_.size() && words_[end] == words_[i]) ++end;
      if (end - i >= kLeastShared)
        result_.pairs.push_back({static_cast<std::uint32_t>(words_[i] >> text_bits_),
                                 static_cast<std::uint32_t>(words_[i] & low)});
      i = end;
    }
  }

  std::vector<std::uint64_t> postings_;
  std::size_t most_texts_;
  unsigned text_bits_;
  std::size_t rounds_ = 1;
  std::vector<std::uint64_t> words_;
  Candidates result_;
};

// The pairs of all bands in order, each once.
std::vector<TextPair> merge_pairs(std::vector<Candidates>& bands, std::size_t texts) {
  constexpr unsigned kNumberBits = 32;
  std::vector<std::uint64_t> words;
  for (Candidates& band : bands) {
    for (const TextPair& pair : band.pairs) words.push_back(std::uint64_t{pair.a} << kNumberBits | pair.b);
    band.pairs = {};
  }
  radix_sort(words, kNumberBits + static_cast<unsigned>(std::bit_width(texts)));
  words.erase(std::ranges::unique(words).begin(), words.end());
  std::vector<TextPair> pairs;
  pairs.reserve(words.size());
  for (const std::uint64_t word : words)
    pairs.push_back({static_cast<std::uint32_t>(word >> kNumberBits), static_cast<std::uint32_t>(word)});
  return pairs;
}

}  // namespace

Candidates find_candidates(const SketchStore& sketches, std::span<const std::uint32_t> number_of,
                           const ReuseRules& rules, std::size_t jobs) {
  if (sketches.size() >> kTextBits != 0)
    throw Error(ErrorCode::usage, "duplicates: more than 8 million texts; divide the corpus");
  const auto root = static_cast<std::size_t>(std::sqrt(static_cast<double>(sketches.size())));
  const std::size_t most_texts = std::max(rules.common_gram, root);
  std::vector<Candidates> bands(kBands);
  parallel_for(kBands, jobs, [&](std::size_t band, std::size_t) {
    bands[band] =
        BandJoin(collect_postings(sketches, number_of, band), band, most_texts, sketches.size()).join();
  });
  Candidates all;
  for (const Candidates& band : bands)
    all.common.insert(all.common.end(), band.common.begin(), band.common.end());
  std::ranges::sort(all.common);  // a gram is of one band
  all.pairs = merge_pairs(bands, sketches.size());
  return all;
}

}  // namespace sahafa
