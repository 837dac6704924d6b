// Fingerprints: what is kept of a text so that its duplicates can be found without reading it again.
//
// The grams (grams.h) whose hash falls into the lowest sixteenth are kept, of a brief the lowest quarter,
// each with the place where it stands first. Because every text is sampled by the same rule, what two samples
// share estimates what the texts share (Broder 1997, mod-m sketches), containment as well as resemblance, and
// the places tell how it is spread. Figures are kept with the eight letters before them, since a weather page
// is the same text with other figures. All functions may be called from several threads.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "ingest/letters.h"

namespace sahafa {

/// Made by this rule. Sketches of another version mean something else and are made again from the texts.
inline constexpr std::int64_t kSketchVersion = 2;

/// A gram of a sample: 44 bits of its hash above 20 bits of the place (in letters) where it stands first.
class SampledGram {
 public:
  static constexpr unsigned kPlaceBits = 20;
  SampledGram() = default;
  explicit SampledGram(std::uint64_t word) : word_(word) {}
  SampledGram(std::uint64_t hash, std::size_t place);

  std::uint64_t word() const { return word_; }
  std::uint64_t hash() const { return word_ >> kPlaceBits; }
  /// Places from 2^20 on are cut: no text of the press is so long.
  std::uint32_t place() const { return static_cast<std::uint32_t>(word_ & ((1U << kPlaceBits) - 1)); }
  friend auto operator<=>(SampledGram, SampledGram) = default;

 private:
  std::uint64_t word_ = 0;
};

inline constexpr std::size_t kMostFigureContexts = 64;

/// A figure: 32 bits of a hash of the eight letters before it above 32 bits of a hash of its digits.
struct SampledFigure {
  std::uint64_t word = 0;
  std::uint32_t context() const { return static_cast<std::uint32_t>(word >> 32); }
  friend auto operator<=>(SampledFigure, SampledFigure) = default;
};

struct Fingerprint {
  std::uint64_t letters_hash = 0;      ///< of the whole letters stream: equal means the same text
  std::uint32_t letters = 0;           ///< length of the letters stream
  std::uint32_t digits = 0;            ///< those of its figures
  std::vector<SampledGram> grams;      ///< sorted, each hash once
  std::vector<SampledFigure> figures;  ///< sorted; those of the kMostFigureContexts lowest contexts
};

/// Up to this hash (of SampledGram::hash) the sample of a text of so many letters is complete.
std::uint64_t sample_limit(std::uint64_t letters);

/// O(n).
Fingerprint make_fingerprint(const Letters& letters);
/// The same of valid UTF-8.
Fingerprint make_fingerprint(std::string_view text);

/// As stored in the catalogue (Intake::Item::sketch): letters_hash, digits and letters (32 bits each), number of
/// figures, figures, grams.
std::vector<std::uint64_t> pack_fingerprint(const Fingerprint& fingerprint);

/// Throws Error(malformed) for anything that pack_fingerprint does not write.
Fingerprint unpack_fingerprint(std::span<const std::uint64_t> sketch);

}  // namespace sahafa
