#include "ingest/fingerprint.h"

#include <algorithm>
#include <string>

#include "ingest/letters.h"
#include "text/error.h"

namespace sahafa {
namespace {

constexpr std::size_t kGramLetters = 16;
constexpr std::uint64_t kGramLimit = UINT64_MAX / 16;  // hashes up to here are always kept
constexpr std::size_t kLeastGrams = 64;
constexpr std::uint64_t kFigureLimit = 0;  // no figure is kept for its hash alone ...
constexpr std::size_t kMostFigures = 64;   // ... but the 64 lowest
constexpr std::size_t kFigureContext = 8;
constexpr std::uint64_t kBase = 0x9E3779B97F4A7C15U;

// The finalizer of SplitMix64 (Steele, Lea, Flood 2014): all bits of the result depend on all bits of the
// state.
std::uint64_t mix(std::uint64_t state) {
  state = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9U;
  state = (state ^ (state >> 27)) * 0x94D049BB133111EBU;
  return state ^ (state >> 31);
}

std::uint64_t hash_letters(std::u32string_view letters) {
  std::uint64_t state = letters.size();
  for (const char32_t c : letters) state = state * kBase + c;
  return mix(state);
}

constexpr std::uint64_t power_of_base(std::size_t exponent) {
  std::uint64_t power = 1;
  for (std::size_t i = 0; i < exponent; ++i) power *= kBase;
  return power;
}

// The highest hash up to which a sample is complete follows from the sample itself.
std::uint64_t limit_of(const std::vector<std::uint64_t>& hashes, std::uint64_t always, std::size_t least) {
  return hashes.size() < least ? UINT64_MAX : std::max(always, hashes.back());
}

HashSample sample(std::vector<std::uint64_t> hashes, std::uint64_t always, std::size_t least) {
  std::ranges::sort(hashes);
  hashes.erase(std::ranges::unique(hashes).begin(), hashes.end());
  const auto below = static_cast<std::size_t>(std::ranges::upper_bound(hashes, always) - hashes.begin());
  hashes.resize(std::min(hashes.size(), std::max(below, least)));
  HashSample result{std::move(hashes), 0};
  result.limit = limit_of(result.hashes, always, least);
  return result;
}

// Rolling polynomial hash: one multiplication a letter.
std::vector<std::uint64_t> gram_hashes(std::u32string_view letters) {
  constexpr std::uint64_t kOldest = power_of_base(kGramLetters);
  const bool brief = letters.size() < kLeastGrams * 16 * 2;  // only there the least number can matter
  std::vector<std::uint64_t> hashes;
  std::uint64_t state = 0;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    state = state * kBase + letters[i];
    if (i >= kGramLetters) state -= kOldest * letters[i - kGramLetters];
    if (i + 1 < kGramLetters) continue;
    const std::uint64_t hash = mix(state);
    if (brief || hash <= kGramLimit) hashes.push_back(hash);
  }
  return hashes;
}

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

// Every run of digits with the letters before it.
std::vector<std::uint64_t> figure_hashes(std::u32string_view letters) {
  std::vector<std::uint64_t> hashes;
  for (std::size_t i = 0; i < letters.size();) {
    if (!is_digit(letters[i])) {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < letters.size() && is_digit(letters[end])) ++end;
    const std::size_t begin = i - std::min(i, kFigureContext);
    hashes.push_back(hash_letters(letters.substr(begin, end - begin)));
    i = end;
  }
  return hashes;
}

}  // namespace

double SampleOverlap::jaccard() const {
  const std::size_t all = in_a + in_b - shared;
  return all == 0 ? 0.0 : static_cast<double>(shared) / static_cast<double>(all);
}

double SampleOverlap::containment() const {
  const std::size_t smaller = std::min(in_a, in_b);
  return smaller == 0 ? 0.0 : static_cast<double>(shared) / static_cast<double>(smaller);
}

SampleOverlap overlap(const HashSample& a, const HashSample& b) {
  const std::uint64_t limit = std::min(a.limit, b.limit);
  SampleOverlap result;
  auto i = a.hashes.begin();
  auto j = b.hashes.begin();
  const auto a_end = std::ranges::upper_bound(a.hashes, limit);
  const auto b_end = std::ranges::upper_bound(b.hashes, limit);
  result.in_a = static_cast<std::size_t>(a_end - i);
  result.in_b = static_cast<std::size_t>(b_end - j);
  while (i != a_end && j != b_end) {
    if (*i == *j) {
      ++result.shared;
      ++i;
      ++j;
    } else if (*i < *j) {
      ++i;
    } else {
      ++j;
    }
  }
  return result;
}

Fingerprint make_fingerprint(std::string_view text) {
  const std::u32string letters = letters_of(text);
  return {hash_letters(letters), letters.size(), sample(gram_hashes(letters), kGramLimit, kLeastGrams),
          sample(figure_hashes(letters), kFigureLimit, kMostFigures)};
}

std::vector<std::uint64_t> pack_fingerprint(const Fingerprint& fingerprint) {
  std::vector<std::uint64_t> sketch{fingerprint.letters_hash, fingerprint.letters,
                                    fingerprint.figures.hashes.size()};
  sketch.insert(sketch.end(), fingerprint.figures.hashes.begin(), fingerprint.figures.hashes.end());
  sketch.insert(sketch.end(), fingerprint.grams.hashes.begin(), fingerprint.grams.hashes.end());
  return sketch;
}

Fingerprint unpack_fingerprint(std::span<const std::uint64_t> sketch) {
  constexpr std::size_t kFixed = 3;
  if (sketch.size() < kFixed || sketch[2] > sketch.size() - kFixed)
    throw Error(ErrorCode::malformed,
                "a stored fingerprint is damaged; make the corpus again from its sources");
  const std::span<const std::uint64_t> figures = sketch.subspan(kFixed, sketch[2]);
  const std::span<const std::uint64_t> grams = sketch.subspan(kFixed + sketch[2]);
  Fingerprint fingerprint{
      sketch[0], sketch[1], {{grams.begin(), grams.end()}, 0}, {{figures.begin(), figures.end()}, 0}};
  fingerprint.grams.limit = limit_of(fingerprint.grams.hashes, kGramLimit, kLeastGrams);
  fingerprint.figures.limit = limit_of(fingerprint.figures.hashes, kFigureLimit, kMostFigures);
  return fingerprint;
}

}  // namespace sahafa
