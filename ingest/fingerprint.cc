#include "ingest/fingerprint.h"

#include <algorithm>

#include "ingest/grams.h"
#include "text/error.h"

namespace sahafa {
namespace {

constexpr std::uint64_t kDense = UINT64_MAX / 4;    // hashes up to here are kept of a brief
constexpr std::uint64_t kSparse = UINT64_MAX / 16;  // and up to here of all texts
constexpr std::uint64_t kBriefLetters = 1024;
constexpr unsigned kHashShift = 18;  // 44 bits of the 62 that a kept hash has
constexpr std::size_t kContextLetters = 8;
constexpr std::uint64_t kLastPlace = (1U << SampledGram::kPlaceBits) - 1;

std::uint64_t hash_limit(std::uint64_t letters) { return letters < kBriefLetters ? kDense : kSparse; }

std::vector<SampledGram> sample_grams(std::u16string_view letters) {
  const std::uint64_t limit = hash_limit(letters.size());
  std::vector<SampledGram> grams;
  grams.reserve(letters.size() / (limit == kDense ? 3 : 12) + 16);
  visit_grams(letters, [&](std::size_t at, std::uint64_t hash) {
    if (hash <= limit) grams.emplace_back(hash, at);
  });
  std::ranges::sort(grams);
  grams.erase(std::ranges::unique(grams, {}, &SampledGram::hash).begin(), grams.end());
  return grams;
}

std::vector<SampledFigure> sample_figures(const Letters& text) {
  constexpr unsigned kHalf = 32;
  const std::u16string_view letters = text.letters;
  std::vector<SampledFigure> figures;
  for (const Span figure : text.figures) {
    const std::size_t context = figure.begin - std::min<std::size_t>(figure.begin, kContextLetters);
    figures.push_back({hash_letters(letters.substr(context, figure.begin - context)) >> kHalf << kHalf |
                       hash_letters(letters.substr(figure.begin, figure.size())) >> kHalf});
  }
  std::ranges::sort(figures);
  figures.erase(std::ranges::unique(figures).begin(), figures.end());
  std::size_t contexts = 0;
  for (std::size_t i = 0; i < figures.size(); ++i) {
    contexts += i == 0 || figures[i].context() != figures[i - 1].context() ? 1 : 0;
    if (contexts > kMostFigureContexts) figures.resize(i);
  }
  return figures;
}

// Which digits are figures depends on what stands between the letters, so that belongs to the identity.
std::uint64_t hash_text(const Letters& text) {
  std::uint64_t state = hash_letters(text.letters);
  for (const Span figure : text.figures) state = mix_bits(state ^ figure.begin) + figure.end;
  return state;
}

std::uint32_t count_digits(const Letters& text) {
  std::uint32_t digits = 0;
  for (const Span figure : text.figures) digits += figure.size();
  return digits;
}

}  // namespace

SampledGram::SampledGram(std::uint64_t hash, std::size_t place)
    : word_(hash >> kHashShift << kPlaceBits | std::min<std::uint64_t>(place, kLastPlace)) {}

std::uint64_t sample_limit(std::uint64_t letters) { return hash_limit(letters) >> kHashShift; }

Fingerprint make_fingerprint(const Letters& letters) {
  return {hash_text(letters), static_cast<std::uint32_t>(letters.letters.size()), count_digits(letters),
          sample_grams(letters.letters), sample_figures(letters)};
}

Fingerprint make_fingerprint(std::string_view text) { return make_fingerprint(letters_of(text)); }

std::vector<std::uint64_t> pack_fingerprint(const Fingerprint& fingerprint) {
  std::vector<std::uint64_t> sketch{fingerprint.letters_hash,
                                    std::uint64_t{fingerprint.digits} << 32 | fingerprint.letters,
                                    fingerprint.figures.size()};
  sketch.reserve(sketch.size() + fingerprint.figures.size() + fingerprint.grams.size());
  for (const SampledFigure figure : fingerprint.figures) sketch.push_back(figure.word);
  for (const SampledGram gram : fingerprint.grams) sketch.push_back(gram.word());
  return sketch;
}

Fingerprint unpack_fingerprint(std::span<const std::uint64_t> sketch) {
  constexpr std::size_t kFixed = 3;
  if (sketch.size() < kFixed || sketch[2] > sketch.size() - kFixed)
    throw Error(ErrorCode::malformed,
                "a stored fingerprint is damaged; make the corpus again from its sources");
  Fingerprint fingerprint{
      sketch[0], static_cast<std::uint32_t>(sketch[1]), static_cast<std::uint32_t>(sketch[1] >> 32), {}, {}};
  fingerprint.figures.reserve(sketch[2]);
  fingerprint.grams.reserve(sketch.size() - kFixed - sketch[2]);
  for (const std::uint64_t word : sketch.subspan(kFixed, sketch[2])) fingerprint.figures.push_back({word});
  for (const std::uint64_t word : sketch.subspan(kFixed + sketch[2]))
    fingerprint.grams.push_back(SampledGram(word));
  return fingerprint;
}

}  // namespace sahafa
