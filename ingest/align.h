// Sentence alignment: which sentences of two texts say the same, in order.
//
// Beads of up to three sentences against one (1-1, 1-2, 2-1, 1-3, 3-1; sentences may stay alone) are chosen by
// dynamic programming so that what matched, less a fee on all that they hold, is greatest (the lexical line of
// Gale and Church 1993; Moore 2002; Varga et al. 2005). A word matches in a bead if the other side has one of its
// anchors; it counts with its weight. All functions may be called from several threads.
#pragma once

#include <cstdint>
#include <vector>

#include "ingest/anchors.h"

namespace sahafa {

/// Sentences [a_begin, a_end) of one text that pair with [b_begin, b_end) of the other.
struct Bead {
  std::uint32_t a_begin = 0;
  std::uint32_t a_end = 0;
  std::uint32_t b_begin = 0;
  std::uint32_t b_end = 0;
  double score = 0.0;  ///< matched part of the weight of its words, 0 to 1
};

struct Alignment {
  std::vector<Bead> beads;  ///< in order, with something in common
  double matched = 0.0;     ///< weight that matched inside beads, of both texts together
  double score = 0.0;       ///< the same, of all weight of both texts, 0 to 1
  double of_less = 0.0;     ///< the same of the text that says less alone
  double covered = 0.0;     ///< weight inside beads, of all weight of the text that is covered less, 0 to 1
};

/// O(s t) for s and t sentences, plus the pairs of words that match. Of very long texts the first 600 sentences.
Alignment align_sentences(const AnchoredText& a, const AnchoredText& b);

}  // namespace sahafa
