// Reported speech: which stretch of a sentence is said by whom. Direct, inverted, indirect, "selon", fragments, chains, and
// sentences that go on after a report.
#pragma once

#include <string>
#include <vector>

#include "analysis/claims/discourse.h"
#include "analysis/claims/scene.h"
#include "analysis/claims/subject.h"

namespace sahafa::claims {

struct Speech {
  Range region;              ///< what is said
  Range verb;                ///< the words that report it
  Range source = {};         ///< the holder's mention, or empty
  std::int32_t holder = -1;  ///< actor, or -1 when the text does not say
  std::string name = {};     ///< the holder as written, or empty
  std::vector<const Mention*> accused =
      {};  ///< whom an accusing verb or noun holds responsible, where the text names them
  bool is_hedged = false;
  bool is_denied = false;
  bool is_question = false;
  bool is_refused = false;    ///< its own verb is negated: "n'accuse pas X d'avoir"
  bool is_void = false;       ///< a statement never made
  bool is_excuse = false;     ///< clears somebody: blames inside it are what he is cleared of
  bool is_statement = false;  ///< a noun announces it: "la question écrite de X"
  bool is_anonymous = false;  ///< the text hides the holder: a passive, a rumour
};

/// All stretches of one sentence, by their reporting words.
std::vector<Speech> find_speech(const Scene& scene, std::size_t sentence, const Discourse& discourse);

/// A quotation that runs over several sentences belongs to whom its last one names: adds him to the sentences before.
void complete_quotations(const Scene& scene, std::vector<std::vector<Speech>>& by_sentence);

/// The smallest stretch that contains `token`; of equal ones the last. nullptr in the text's own voice.
const Speech* find_innermost(const std::vector<Speech>& speeches, std::uint32_t token);

/// Remembers persons introduced by their function ("l'expert Mohamed Alami") and who spoke last.
void remember(const Scene& scene, std::size_t sentence, const std::vector<Speech>& speeches,
              Discourse& discourse);

}  // namespace sahafa::claims
