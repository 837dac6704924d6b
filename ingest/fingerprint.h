// Fingerprints: what is kept of a text so that its duplicates can be found without reading it again.
//
// The grams are all runs of 16 letters of the letters stream (letters.h), hashed; those whose hash falls into
// the lowest sixteenth are kept, and for a brief the 64 lowest. Because every text is sampled by the same
// rule, what two samples share estimates what the texts share (Broder's bottom sketches), containment as well
// as resemblance. Letter grams rather than words: they lose little to a changed word, accent, hyphen or
// clitic. Figures are kept with the eight letters before them ("rabat 23" and "rabat 27" are two), because a
// weather page is the same text with other figures. All functions may be called from several threads.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace sahafa {

/// The lowest hashes of a set. `limit` is the highest hash up to which the sample is complete.
struct HashSample {
  std::vector<std::uint64_t> hashes;  ///< sorted, each once
  std::uint64_t limit = UINT64_MAX;
};

/// What two samples hold below the lower of their limits.
struct SampleOverlap {
  std::size_t shared = 0;
  std::size_t in_a = 0;
  std::size_t in_b = 0;

  /// |A and B| / |A or B|, 0 if both are empty.
  double jaccard() const;
  /// |A and B| / min(|A|, |B|), 0 if one is empty.
  double containment() const;
};

/// O(n + m).
SampleOverlap overlap(const HashSample& a, const HashSample& b);

struct Fingerprint {
  std::uint64_t letters_hash = 0;  ///< of the whole letters stream: equal means the same text
  std::uint64_t letters = 0;       ///< length of the letters stream
  HashSample grams;
  HashSample figures;
};

/// O(n) for a text of n bytes (valid UTF-8).
Fingerprint make_fingerprint(std::string_view text);

/// As stored in the catalogue (Intake::Item::sketch): letters_hash, letters, number of figures, figures,
/// grams.
std::vector<std::uint64_t> pack_fingerprint(const Fingerprint& fingerprint);

/// Throws Error(malformed) for anything that pack_fingerprint does not write.
Fingerprint unpack_fingerprint(std::span<const std::uint64_t> sketch);

}  // namespace sahafa
