// Reporting expressions of a sentence: verbs of saying, accusing cues, and whatever stands before the last actor of a sentence.
#pragma once

#include <vector>

#include "analysis/claims/scene.h"

namespace sahafa::claims {

/// One reporting expression with everything that the classes of its words say about it.
struct Report {
  Range verb;
  bool is_hedged = false;
  bool is_denied = false;
  bool is_question = false;
  bool is_opinion = false;
  bool is_cue = false;
  bool is_excuse = false;
  bool is_reflexive = false;  ///< about the holder himself: no object
  Bind bind = Bind::near;     ///< of an accusing cue; near for other words
};

/// All of a sentence, by place; overlapping ones are one.
std::vector<Report> find_reports(const Scene& scene, const Sentence& sentence);

}  // namespace sahafa::claims
