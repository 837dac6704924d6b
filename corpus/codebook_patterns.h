// The short forms in which a codebook writes its patterns, written out: families, orders, elisions.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "corpus/toml_section.h"

namespace sahafa {

inline constexpr std::array<std::string_view, 2> kCodebookLanguages = {"fr", "ar"};

/// A list for each language, empty where the section has none.
std::unordered_map<std::string, std::vector<std::string>> lists_by_language(const TomlSection& section);

/// The id of a section. Throws Error(malformed) when there is none; `kind` names the section then.
std::string required_id(const TomlSection& section, std::string_view kind);

/// Word families by id, then language: each a list of words of one meaning.
using Families = std::unordered_map<std::string, std::unordered_map<std::string, std::vector<std::string>>>;

/// Throws Error(malformed) when an id stands twice or a word is not one.
Families read_families(const TomlSection& root);

/// The patterns of a cue in one language, written out: "@id" is the words of that family, "a & b" both orders within a clause, and
/// an alternative with an elision ("de s'échapper|filer") a pattern of its own, for it is two words. Throws Error(malformed) for an
/// unknown family or more than one & in a pattern.
std::vector<std::string> expand_patterns(const TomlSection& section, const Families& families,
                                         const std::string& lang, const std::vector<std::string>& patterns);

}  // namespace sahafa
