// Holders that no name of the codebook gives away: a person, a paper in quotation marks, whoever speaks at a body. Each function sets
// the holder of a stretch of speech where it applies, and those that others stand behind say whether it did.
#pragma once

#include <cstddef>

#include "analysis/claims/discourse.h"
#include "analysis/claims/scene.h"
#include "analysis/claims/speech.h"

namespace sahafa::claims {

/// "martèle son secrétaire général": somebody of the body named before.
bool set_own_officer(const Scene& scene, std::size_t index, Range verb, const Discourse& discourse,
                     Speech& speech);

/// "raconte une comptable de Fès": a noun that the codebook does not know, after a verb that follows what is said, is one of the public.
bool set_ordinary_person(const Scene& scene, const Sentence& sentence, Range verb, Speech& speech);

/// كتبت «الأحداث» أن: a short name in quotation marks between the verb and what it reports is a paper's.
bool set_quoted_paper(const Scene& scene, const Sentence& sentence, Range verb, Speech& speech);

/// "répond-on au ministère", "dit-on chez le prestataire": whoever speaks there.
bool set_speakers_of_body(const Scene& scene, const Sentence& sentence, Range verb, Speech& speech);

/// "..., تقول، ...": a verb alone between two commas has the subject of the sentence before.
bool set_parenthetical(const Scene& scene, std::size_t index, Range verb, const Discourse& discourse,
                       Speech& speech);

/// A person whom the codebook does not know: one introduced before, else, in the press, somebody asked for his knowledge.
void set_unknown_person(const Scene& scene, const Sentence& sentence, Range verb, const Discourse& discourse,
                        Speech& speech);

}  // namespace sahafa::claims
