// The two text layouts of LexisNexis, whatever container they came in: "1 of 80 DOCUMENTS" with fields in capitals (old
// TXT and HTML) and Nexis Uni (title, outlet, date, "Body", "End of Document"; from DOCX, RTF or PDF). All functions may
// be called from several threads.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/article.h"
#include "text/span.h"

namespace sahafa {

/// True if lines of `text` mark it as one of the two layouts.
bool is_nexis_text(std::string_view text);

/// Where each article stands; cover pages, lists of hits and what follows the last article are left out. O(n).
std::vector<Span> find_nexis_records(std::string_view text);

/// The article of a record of either layout. Its text is empty where the record is a stub ("this document cannot be
/// displayed"). Values are as in the file. O(n).
Article read_nexis_record(std::string_view record);

/// The article whose paragraphs, in the old layout, are the lines of `lines`: as an HTML export gives them.
Article read_nexis_paragraphs(std::string_view lines);

}  // namespace sahafa
