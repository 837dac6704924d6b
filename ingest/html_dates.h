// On which day the article of a page was published.
#pragma once

#include <string>
#include <vector>

#include "ingest/html_blocks.h"
#include "ingest/html_outlet.h"
#include "ingest/html_places.h"
#include "ingest/html_statements.h"
#include "ingest/json_ld.h"

namespace sahafa {

/// The date as ISO 8601, or as written where another reading is possible (settle_date). What says "published" goes before
/// what says "date", both before days of a change.
FoundValue find_date_of_page(const PageStatements& found, const JsonLd& data, const JsonLdArticle& article,
                             const std::vector<HtmlBlock>& blocks, const Neighbourhood& near,
                             const std::string& url);

}  // namespace sahafa
