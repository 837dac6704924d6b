// The shapes of tokens that are more than a run of letters. Each function takes the place where a shape may
// begin and returns where it ends, or that place if there is none. No allocation; thread-safe.
#pragma once

#include <cstddef>

#include "text/char_reader.h"

namespace sahafa {

/// Number at its first digit: grouping (1 234, 500.000, ٥٠٠٬٠٠٠), decimals, ranges and scores (1990-1991,
/// 4-0), dates (25/01/06).
std::size_t number_end(const CharReader& reader, std::size_t at);

/// Letters with full stops: C.N.S.S., U.S.A, J.-C., ص.ب.
std::size_t acronym_end(const CharReader& reader, std::size_t at);

/// The labels `.label.label` behind a first one: hespress.com, rec.arts.movies.
std::size_t labels_end(const CharReader& reader, std::size_t at);

/// Web address at its scheme (https://...) or at www.
std::size_t url_end(const CharReader& reader, std::size_t at);

/// An optional ending in brackets: the (s) of article(s), the (ne) of citoyen(ne).
std::size_t optional_ending_end(const CharReader& reader, std::size_t at);

/// The domain behind an @: cnss.ma of nom@cnss.ma.
std::size_t mail_domain_end(const CharReader& reader, std::size_t at);

/// Mark: one sign with what modifies it, a run of full stops or of hyphens, +/-, °C, an emoji with its parts.
std::size_t mark_end(const CharReader& reader, std::size_t at);

}  // namespace sahafa
