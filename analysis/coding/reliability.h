// What a double coding says about the coders, and a coded sample about the program: the figures that a methods section needs.
// The unit is one item and one frame: is the frame claimed in it or not. A child frame counts as its parent.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "analysis/coding/coded_items.h"
#include "analysis/table.h"
#include "corpus/codebook.h"

namespace sahafa {

/// Per language and frame: items that either coder or both coded with it, Krippendorff's alpha with its bootstrap interval (2,000 draws
/// of items), Cohen's kappa, percent agreement. Only items that both have; those whose one claim of the frame is disputed are left out of its
/// row.
Table measure_agreement(const Codebook& codebook, std::span<const CodedItem> first,
                        std::span<const CodedItem> second, std::uint64_t seed);

/// Per language and frame: precision and recall of `found` against `gold` with Wilson intervals, and the share of items with the frame as
/// the program sees it and as it is once misses and false alarms are taken out (Rogan and Gladen 1978). An accepted reading is right.
/// `part`: only the items of this part of the sample; empty: all.
Table measure_program(const Codebook& codebook, std::span<const CodedItem> gold,
                      std::span<const CodedItem> found, std::string_view part);

}  // namespace sahafa
