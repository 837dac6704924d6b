// Whom a cue is about: slot, agent, genitive, subject, distance, pronoun; never across a quotation mark.
#pragma once

#include <vector>

#include "analysis/claims/speech.h"

namespace sahafa::claims {

struct Target {
  std::int32_t actor = -1;
  Range tokens;  ///< of the mention; empty when nothing in the sentence names it
};

/// A cue with all that decides its target.
struct CueContext {
  const Scene& scene;
  std::size_t sentence = 0;
  const CueHit& cue;
  const Cue& rule;
  const Speech* speech =
      nullptr;  ///< what the cue stands in, or for a speaking cue what it makes; nullptr in the text's own voice
};

/// The targets of a cue, coordinated ones together; empty when a weak cue finds none.
std::vector<Target> find_targets(const CueContext& context);

/// "pas X mais Y", ليس X بل Y: the actor that is put in the place of a negated target, or one with actor -1.
Target find_correction(const CueContext& context, Range after);

}  // namespace sahafa::claims
