// Who says a stretch of speech: from the reporting verb to an actor, a person without entry, or whoever spoke before.
#pragma once

#include "analysis/claims/discourse.h"
#include "analysis/claims/reports.h"
#include "analysis/claims/speech.h"

namespace sahafa::claims {

inline constexpr std::uint32_t kSourceReach = 6;  ///< tokens from "selon" to its source

/// Accepts every mention.
bool is_somebody(const Mention& mention);

/// True for an actor who is mostly quoted.
bool is_speaker(const Scene& scene, const Mention& mention);

/// True for a capital letter A to Z.
bool is_capital(const Scene& scene, std::uint32_t token);

/// "par X" of a passive.
const Mention* find_agent(const Scene& scene, const Sentence& sentence, Range verb);

/// The holder is the mention, or the more precise one right after it: "le quotidien marocain L'Opinion", "la députée X".
void set_holder(const Scene& scene, const Sentence& sentence, const Mention& mention, Speech& speech);

/// نتحدث نحن, "nous ne disons": whoever speaks around it.
bool is_first_person(const Scene& scene, const Sentence& sentence, Range verb);

/// Whoever spoke last, else the text.
void continue_holder(const Scene& scene, const Discourse& discourse, Speech& speech);

/// `earlier`: the report before this one in the sentence; an Arabic verb without subject goes on with its holder.
Speech make_speech(const Scene& scene, std::size_t sentence, const Report& report, const Speech* earlier,
                   const Discourse& discourse);

}  // namespace sahafa::claims
