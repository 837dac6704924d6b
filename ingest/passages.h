// Passages: what two texts share, as spans of both. Where a text stands again in another is found as a repeat
// (repeats.h) in the two texts laid one behind the other.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/article.h"
#include "text/span.h"

namespace sahafa {

/// A text with its letters, which are read once however many others it is compared with.
struct LetteredText {
  std::string text;
  std::u16string letters;
};

LetteredText read_letters(std::string text);

/// Bytes of text a that stand in text b, too.
struct PassageSpans {
  Span a;
  Span b;
  double similarity = 0;  ///< share of the letters that are equal, of the longer side
};

/// Passages of at least 150 letters (two or three sentences), in the order of `b`. Edits of up to 80 letters
/// inside one are bridged. `places` (QuotingPair::places) are letters of `a` at which something begins that is
/// no furniture: passages that hold fewer than three of them are left
/// out. Valid UTF-8; linear time; may be called from several threads.
std::vector<PassageSpans> find_passages(const LetteredText& a, const LetteredText& b,
                                        std::span<const std::uint32_t> places);
/// All that two texts of one cluster share, furniture and single sentences (from 90 letters on) included.
std::vector<PassageSpans> find_passages(std::string_view a, std::string_view b);

/// Marks passages of which one side lies within a passage, at least half as long again, that the same article
/// shares with another cluster: a quotation has one source, though a sentence of it may stand elsewhere, too.
void mark_contained(std::vector<Passage>& passages, std::span<const ClusterMember> clusters);

}  // namespace sahafa
