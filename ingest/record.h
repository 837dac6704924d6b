// A record: the part of a source that is one article, such as a row of a table or an object of JSON.
#pragma once

#include <string_view>

#include "ingest/reader.h"

namespace sahafa {

/// Adds the article of the record `record` of `source`: of a text that the record holds twice, the longer copy, and the places of both.
/// A blank text is an issue at `place` with `remedy`. O(n) in the text.
void add_record(const SourceText& source, Span record, std::string_view place, std::string_view remedy,
                Article article, Intake& out);

}  // namespace sahafa
