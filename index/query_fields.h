// The fields of the query language: their names and what their values may be.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sahafa {

class Codebook;

/// All of them, for messages.
inline constexpr std::string_view kQueryFields =
    "title, outlet, country, lang, date, month, genre, cluster, id, concept, actor, frame, target, holder, "
    "voice, polarity, modality, duplicates";

/// The field that a folded name means; French and Arabic names are understood too. Empty: none.
std::string_view find_query_field(std::string_view name);

/// True for a field of a claim: several of them in one AND speak of one claim.
bool is_claim_field(std::string_view field);

/// Brings the value of a field, which stands at byte `at` of `query`, into its one spelling. Throws
/// Error(usage) when it cannot be one.
std::string check_query_value(std::string_view query, std::size_t at, std::string_view field,
                              std::string value, const Codebook& codebook);

}  // namespace sahafa
