// Which of the claims that the cues of one sentence raise stay: equal ones count once, vague ones give way to precise ones.
#pragma once

#include <vector>

#include "corpus/article.h"
#include "corpus/codebook.h"

namespace sahafa::claims {

/// A claim with what decides whether it stays.
struct Candidate {
  Claim claim;
  bool is_generic = false;  ///< its cue names no fault
  bool is_spoken = false;   ///< its cue is a verb of saying that has its target as object
  bool is_unnamed = false;  ///< nothing in the sentence names its target
};

/// The claims that stay, in the order of their cues. Quadratic in the candidates of a sentence, which are few.
std::vector<Claim> choose(const Codebook& codebook, std::vector<Candidate> candidates);

}  // namespace sahafa::claims
