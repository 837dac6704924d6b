// Who accuses whom: the subject and the object of an accusing verb, whatever their order.
#pragma once

#include <vector>

#include "analysis/claims/scene.h"

namespace sahafa::claims {

struct Roles {
  const Mention* accuser = nullptr;          ///< nullptr: not named next to the verb
  std::vector<const Mention*> accused = {};  ///< coordinated ones, in the order of the text
  bool is_accuser_omitted = false;           ///< Arabic: the verb has no subject of its own
};

/// Arabic puts the subject after the verb, before it, or leaves it out, and marks neither it nor the object. The free mentions
/// after the verb decide, with prepositions, attached pronouns and the gender of the verb.
/// `agent`: named by من طرف, so that the verb is a passive.
Roles find_arabic_roles(const Scene& scene, std::size_t sentence, Range verb, const Mention* agent);

/// A noun of reproach: "les critiques de X contre Y", اتهامات X ل Y.
Roles find_charge_roles(const Scene& scene, std::size_t sentence, Range noun, const Mention* agent);

/// French: `accuser` is known. Object clitics, split verbs, relatives, passives, and what follows the verb, over whatever is
/// inserted between.
std::vector<const Mention*> find_french_accused(const Scene& scene, std::size_t sentence, Range verb,
                                                Range accuser);

}  // namespace sahafa::claims
