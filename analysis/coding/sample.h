// Draws the sentences that people code: some at random, from which alone the figures are estimated, and some where the program needs
// a teacher.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "analysis/analysis.h"
#include "analysis/coding/coded_items.h"
#include "analysis/table.h"

namespace sahafa {

struct SampleOptions {
  std::size_t size = 200;
  std::uint64_t seed = 1;
  std::span<const CodedItem> coded =
      {};  ///< sheets coded before: their items are not drawn again and teach a model
};

/// What names a sentence in a sheet: "ARTICLE:SENTENCE", counted from 0.
std::string item_id(ArticleId article, std::size_t sentence);

/// A sheet: id, part, lang, outlet, date, before (the sentence before), text, frames (for the coder to fill). Without coded sheets half of it is random
/// and half are sentences with claims. With them a quarter is random; half are sentences of which the model that they teach is least
/// certain (margin), a quarter those where it and the rules disagree. Same corpus, options and seed: the same sheet.
Table draw_sample(const Context& context, const Options& selection, const SampleOptions& options);

}  // namespace sahafa
