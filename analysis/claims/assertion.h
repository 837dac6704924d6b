// How something is said: negation by scope, and modality.
#pragma once

#include <string_view>

#include "analysis/claims/scene.h"

namespace sahafa::claims {

enum class Negation : std::uint8_t {
  none,
  negated,
  restricted,  ///< "ne ... que", لا ... سوى: less than expected, not nothing
};

/// The negation in whose scope `words` stand. `has_negator`: they bring their own, so that one before them is part of it.
/// Nothing before token `from` counts. `is_wide`: what is said not to happen may be the complement of the negated verb (لم يقم الصندوق بحماية).
Negation find_negation(const Scene& scene, const Sentence& sentence, Range words, bool has_negator,
                       bool is_wide, std::uint32_t from = 0);

/// True for a French conditional (aurait, traduiraient), modal ones apart (devrait, faudrait): they demand, they do not doubt.
bool is_conditional_form(const Scene& scene, std::uint32_t token);

/// True for what would have been done in an if-clause about the past: "si la Caisse avait chiffré", لو شفر: it was not done.
bool is_counterfactual(const Scene& scene, const Sentence& sentence, Range words);

/// asserted, conditional, question or hypothetical.
std::string_view find_modality(const Scene& scene, const Sentence& sentence, Range words);

}  // namespace sahafa::claims
