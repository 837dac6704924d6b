// One article pasted twice into one text: finds the copies.
//
// Runs of letters that stand again (repeats.h) and follow each other in the order of the first copy make a later
// copy, if it begins where the first one begins (give or take a standfirst), and if they cover four fifths of
// the shorter and two fifths of the longer copy. That keeps out refrains, repeated quotations and a closing
// paragraph that repeats the first. Lines that one formula tells, alike in all but their figures (results, prices), are none either.
#pragma once

#include <string_view>
#include <vector>

#include "text/span.h"

namespace sahafa {

/// The copies of the article in `text`, in order, trimmed; a text without repetition is one copy. Lines
/// between two copies belong to the first (credit line), unless the first copy has nothing in front of what
/// both share: then a long line there is the standfirst of the second. Linear time; texts above 4 MiB are
/// taken as one copy. May be called from several threads.
std::vector<Span> split_copies(std::string_view text);

/// Where `copies` copies stand in a record of a source (a line of JSON, a page) whose text was decoded from
/// it: the record is searched as it is, since escapes and markup are the same in both copies; the whole
/// record where that does not find as many.
std::vector<Span> copies_in_record(std::string_view source, Span record, std::size_t copies);

/// The longest span, the first of equals. Precondition: not empty.
Span longest_copy(const std::vector<Span>& copies);

}  // namespace sahafa
