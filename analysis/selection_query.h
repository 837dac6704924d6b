// The part of a sub-corpus that the search index answers: a query, and the options that are short for one.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "corpus/codebook.h"
#include "corpus/options.h"
#include "index/query.h"

namespace sahafa {

/// Each is short for a field of the query language: --actor cnss,dgssi is actor:cnss,dgssi.
inline constexpr std::array<OptionSpec, 5> kQueryOptions = {{
    {"genre", "GENRE", "only these genres, e.g. editorial or editorial,report", "", false},
    {"actor", "ACTOR", "only articles with a claim by or about one of these actors", "", false},
    {"frame", "FRAME", "only articles with a claim in one of these frames", "", false},
    {"cluster", "ID", "only these duplicate clusters, by their canonical article", "", false},
    {"where", "QUERY", "only articles that match this search query", "", false},
}};

/// A field of the query language with one of these values. Throws Error(usage) as Query::parse does.
Query field_query(std::string_view field, std::span<const std::string_view> values, const Codebook& codebook);

/// What kQueryOptions ask for, all of it at once; nullopt where they ask for nothing. "*" is any actor or frame, as tables write it. Throws Error(usage).
std::optional<Query> selection_query(const Options& options, const Codebook& codebook);

}  // namespace sahafa
