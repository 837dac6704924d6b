// What earlier sentences leave behind: who spoke last, and which actors a pronoun may stand for.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "analysis/claims/scene.h"

namespace sahafa::claims {

struct Discourse {
  std::int32_t holder = -1;  ///< of the last reported sentence, or -1
  std::string holder_name = {};
  Gender gender = Gender::unknown;  ///< of the holder's name
  bool is_own_voice = false;        ///< the text spoke of itself last
  bool is_relayed = false;          ///< the text announced that it passes on what the holder said
  std::unordered_map<std::string, std::int32_t>
      persons;  ///< folded surname: what its bearer was introduced as
};

/// What a pronoun tells about the actor that it stands for.
struct Agreement {
  Gender gender = Gender::unknown;
  bool is_plural = false;
};

/// The agreement of a pronoun or possessive form; both languages.
Agreement agreement_of(std::string_view form);

/// The agreement of the pronoun joined to an Arabic word (حملته، حملتها).
Agreement agreement_of_attached(std::string_view form);

/// The last mention before `token`, in this sentence or one of the three before it, that agrees and is `accepted`; subjects are
/// preferred to governed ones of the same sentence. nullptr when there is none.
const Mention* find_antecedent(const Scene& scene, std::size_t sentence, std::uint32_t token,
                               Agreement agreement, const std::function<bool(const Mention&)>& accepted);

}  // namespace sahafa::claims
