// Actors named in a sentence: guards against homonyms, names of several parts, gender and government.
#pragma once

#include "analysis/claims/phrases.h"
#include "analysis/claims/scene.h"

namespace sahafa::claims {

/// False for a homonym: a word that the guard asks for is missing, or one that it forbids follows.
bool passes_guards(const Scene& scene, const Entry& entry, Range name,
                   const std::vector<PhraseMatch>& contexts);

/// Keeps the longest of overlapping mentions, the earlier one of equals.
void add_mention(std::vector<Mention>& mentions, const Mention& mention);

/// "le gouvernement français" is none of the affair's actors.
/// "se réclamant d'Algérie": a group says where it is from; nobody else is spoken of.
void drop_claimed_origins(const Scene& scene, Sentence& sentence);

void drop_foreigners(const Scene& scene, Sentence& sentence);

/// "un cadre de la Caisse", إطار بالصندوق: who speaks for a body, or works there, is that body.
void join_staff(const Scene& scene, Sentence& sentence);

/// "l'entreprise marocaine Dataprotect": a common noun and the name after it, an adjective between at most, are one mention.
void join_apposition(const Scene& scene, Sentence& sentence);

/// Sets gender, number and whether a preposition governs it.
void describe(const Scene& scene, const Sentence& sentence, Mention& mention);

}  // namespace sahafa::claims
