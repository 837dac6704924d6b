// Keys under which a word and a pattern meet: the form, or what is left without regular endings and Arabic clitics.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sahafa::claims {

/// How a word of a pattern matches.
enum class Match { inflected, exact, name };

/// The keys of a pattern's word; the first byte of each says which kind it is. French words in -er, -ir and -dre are verbs and
/// match their regular forms, others their plural and feminine.
std::vector<std::string> pattern_keys(std::string_view word, Match match);

/// Replaces `keys` by all keys of a token's folded form, sorted.
void token_keys(std::string_view form, std::vector<std::string>& keys);

/// True when the first letter is Arabic.
bool is_arabic(std::string_view word);

/// True when the folded word can be read with one of ب ل ك in front.
bool has_preposition_clitic(std::string_view form);

/// True for a folded word with the Arabic article, behind و or a preposition too: الأمن is no form of آمن.
bool has_arabic_article(std::string_view form);

}  // namespace sahafa::claims
