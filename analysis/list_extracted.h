// Articles as they were read from files, before any corpus: the verb extract of the command line and of the C API.
#pragma once

#include "analysis/table.h"
#include "corpus/catalogue.h"

namespace sahafa {

/// Columns source, key, lang, outlet, date, title, authors, url, genre, text; no rows.
TableBuilder make_extracted_table();

/// Adds a row an article.
void add_extracted(TableBuilder& table, const Intake& intake);

}  // namespace sahafa
