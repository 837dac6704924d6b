// Who does what a verb says: the grammar of subjects in both languages, as far as it goes without a parser.
#pragma once

#include <functional>

#include "analysis/claims/discourse.h"
#include "analysis/claims/scene.h"

namespace sahafa::claims {

enum class SubjectKind : std::uint8_t { none, named, pronoun, omitted };

struct Subject {
  SubjectKind kind = SubjectKind::none;
  const Mention* mention = nullptr;
  Agreement agreement = {};  ///< of a pronoun
  bool is_inverted = false;  ///< stands after the verb: "..., dit X"
};

using Accepts = std::function<bool(const Mention&)>;

/// The subject of the verb at `verb`, looked for inside `within` among the mentions that are `accepted`. Arabic: after the verb, then
/// before it; French: before it, or after it where the verb follows a quotation or a comma.
/// `may_follow`: false for a French verb whose object follows ("accuse X").
Subject find_subject(const Scene& scene, std::size_t sentence, Range verb, Range within,
                     const Accepts& accepted, bool may_follow = true);

/// Where the verb group of `verb` begins: auxiliaries, clitics and adverbs of negation stand before it.
std::uint32_t group_begin(const Scene& scene, const Sentence& sentence, Range verb);

/// True for a participle after être or without any auxiliary: "est accusée", "a été mise en cause", "accusée de".
bool is_passive(const Scene& scene, const Sentence& sentence, Range verb);

/// The first mention that begins within `window` tokens after `from`, is accepted, and has no mark before it.
const Mention* find_after(const Scene& scene, const Sentence& sentence, std::uint32_t from,
                          std::uint32_t window, const Accepts& accepted);

}  // namespace sahafa::claims
