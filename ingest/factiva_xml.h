// Factiva's old XML download (<ppsArticleResponse>, namespace http://global.factiva.com/pps/2.0). Used by read_factiva.h. All
// functions may be called from several threads.
#pragma once

#include <string_view>
#include <vector>

#include "ingest/factiva_fields.h"
#include "text/span.h"

namespace sahafa {

bool is_factiva_xml(std::string_view head);

/// The <article> elements in order; one that does not end reaches to the next, or to the end of the file.
std::vector<Span> factiva_xml_records(std::string_view text);

/// The fields of one <article>, under the codes that the other layouts print. Hits of the search (<hlt>) are plain text.
FactivaFields read_factiva_xml(std::string_view record);

}  // namespace sahafa
