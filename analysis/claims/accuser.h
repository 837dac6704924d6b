// Who accuses whom, where word order, a passive or an omitted subject hides it.
#pragma once

#include "analysis/claims/discourse.h"
#include "analysis/claims/reports.h"
#include "analysis/claims/speech.h"

namespace sahafa::claims {

/// "« ... », accuse X": right after a quotation the subject may follow a verb that has an object.
bool follows_quotation(const Scene& scene, const Sentence& sentence, Range verb);

/// "اجتمعت النقابة. وأضافت": whom the sentence before was about, for a verb that goes on with و.
const Mention* find_topic(const Scene& scene, std::size_t sentence, Range verb);

/// An accusing verb in Arabic, and in both languages a noun of reproach and a verb whose subject is accused: sets holder and accused.
void read_roles(const Scene& scene, std::size_t sentence, const Report& report, const Mention* agent,
                const Speech* earlier, const Discourse& discourse, Speech& speech);

}  // namespace sahafa::claims
